"""Films that never were, as many as wanted, the same every time.

Words, people and genres follow Zipf's law, half of the titles and names are
Cyrillic, a film has about eight credits. Documents are the seed's, as JSON text:
writing them so is five times faster than from objects.
"""

import array
import json
import random

from corpus import ROLES

GENRES = (
    "Drama Comedy Action Thriller Romance Adventure Crime Sci-Fi Documentary Short Fantasy Family Animation Horror "
    "Mystery Music Biography History War Western Sport Musical News Reality-TV Game-Show Talk-Show").split()
# The commonest words of titles, before the invented ones.
COMMON = {
    "latin": "the star of war love night and a man world life day girl house dark river".split(),
    "cyrillic": "и в на звезда любовь ночь человек мир жизнь день война дом девушка река ветер".split(),
}
SYLLABLES = {
    "latin": ("ba ke li mo ru ta ve no sa di ga le mi po ra te vi zo shan ther ling ston mar del".split()),
    "cyrillic": ("ба ке ли мо ру та ве но са ди га ле ми по ра те ви зо шан стро гра мар дел ский".split()),
}
WORDS = 20_000
ROLE_BITS, FILM_BITS = 2, 30


def identifier(kind, number):
    """Looks like a UUID; multiplying by an odd number repeats none."""
    low = (number * 0x9E3779B97F4A7C15 + kind) % (1 << 64)
    high = (low ^ (low >> 29)) * 0xBF58476D1CE4E5B9 % (1 << 64)
    text = "%016x%016x" % (high, low)
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def weights(count, exponent=1.0):
    """Zipf's weights, added up as `random.choices` wants them."""
    total, sums = 0.0, []
    for rank in range(count):
        total += 1 / (rank + 2) ** exponent
        sums.append(total)
    return sums


def invented(chance, script):
    words, known = list(COMMON[script]), set(COMMON[script])
    while len(words) < WORDS:
        word = "".join(chance.choices(SYLLABLES[script], k=chance.choice((2, 2, 3, 3, 4))))
        if word not in known:
            known.add(word)
            words.append(word)
    return words


class GeneratedMappings:
    """The seed's settings and mappings, for `layouts.seed`."""

    def __init__(self):
        stop = {"type": "stop"}
        self.films = self.genres = self.people = ()
        stemmers = {
            "english_stop": {**stop, "stopwords": "_english_"},
            "english_stemmer": {"type": "stemmer", "language": "english"},
            "english_possessive_stemmer": {"type": "stemmer", "language": "possessive_english"},
            "russian_stop": {**stop, "stopwords": "_russian_"},
            "russian_stemmer": {"type": "stemmer", "language": "russian"},
        }
        analyzer = {"tokenizer": "standard", "filter": ["lowercase", *stemmers]}
        settings = {"analysis": {"filter": stemmers, "analyzer": {"ru_en": analyzer}}}
        keyword, text = {"type": "keyword"}, {"type": "text", "analyzer": "ru_en"}
        both = {**text, "fields": {"raw": keyword}}

        def strict(properties, **further):
            return {"dynamic": "strict", **further, "properties": properties}

        person = strict({"id": keyword, "full_name": text}, type="nested")
        movies = strict({
            "id": keyword, "imdb_rating": {"type": "float"},
            "genres": strict({"id": keyword, "name": both}, type="nested"),
            "creation_date": {"type": "date"}, "title": both, "description": text,
            "actors": person, "writers": person, "directors": person})
        mappings = {
            "movies": movies,
            "genres": strict({"id": keyword, "name": both}),
            "persons": strict({"id": keyword, "full_name": both, "role": both, "film_ids": keyword}),
        }
        self.indices = {
            name: {"settings": settings, "mappings": mapping} for name, mapping in mappings.items()}


class GeneratedCorpus:
    """Made while it is read: `films` first, then `people`, who are those of the films."""

    def __init__(self, count, seed=1):
        self.count = count
        self.mappings = GeneratedMappings()
        self._chance = random.Random(seed)
        self._words = {script: invented(self._chance, script) for script in SYLLABLES}
        self._word_weights = weights(WORDS)
        self._genres = [
            json.dumps({"id": identifier(1, number), "name": name}) for number, name in enumerate(GENRES)]
        self._genre_weights = weights(len(GENRES))
        people = max(20, count // 4)
        self._people = [self._person(number) for number in range(people)]
        self._people_weights = weights(people, 0.3)
        self._credits = array.array("Q")

    def _person(self, number):
        script = "cyrillic" if number % 2 else "latin"
        first, last = (word.capitalize() for word in self._chance.choices(self._words[script], k=2))
        return '{"id": "%s", "full_name": "%s %s' % (identifier(2, number), first, last)

    def genres(self):
        return [(json.loads(text)["id"], text) for text in self._genres]

    def films(self):
        chance, everybody = self._chance, range(len(self._people))
        for number in range(self.count):
            film = identifier(3, number)
            words = self._words["cyrillic" if number % 2 else "latin"]
            title = chance.choices(words, cum_weights=self._word_weights, k=chance.choice((1, 2, 2, 3, 3, 4, 5)))
            plot = chance.choices(words, cum_weights=self._word_weights, k=chance.randrange(8, 25))
            rating = "null" if chance.random() < 0.05 else "%.1f" % min(10, max(1, chance.gauss(6.4, 1.3)))
            date = '"%d-%02d-%02d"' % (
                1930 + int(90 * chance.random() ** 0.5), chance.randrange(1, 13), chance.randrange(1, 29))
            genres = set(chance.choices(self._genres, cum_weights=self._genre_weights, k=chance.choice((1, 2, 3))))
            cast = chance.choices(everybody, cum_weights=self._people_weights, k=chance.randrange(3, 11))
            # The same person may have written and directed it, as it is with films.
            split = max(1, len(cast) - 3)
            roles = (cast[:split], cast[split:], cast[-1 - number % 2:])
            people = []
            for role, members in enumerate(roles):
                members = sorted(set(members))
                self._credits.extend(
                    (member << FILM_BITS | number) << ROLE_BITS | role for member in members)
                people.append(", ".join([self._people[member] + '"}' for member in members]))
            yield film, (
                '{"id": "%s", "imdb_rating": %s, "title": "%s", "description": "%s.", "creation_date": %s, '
                '"genres": [%s], "actors": [%s], "writers": [%s], "directors": [%s]}' % (
                    film, rating, " ".join(title).capitalize(), " ".join(plot).capitalize(),
                    "null" if chance.random() < 0.05 else date, ", ".join(sorted(genres)), *people))

    def people(self):
        """Those who are in films; only after all `films` were read."""
        credits = iter(sorted(self._credits))
        credit = next(credits, None)
        for person, text in enumerate(self._people):
            roles, films = set(), {}
            while credit is not None and credit >> FILM_BITS + ROLE_BITS == person:
                roles.add(ROLES[credit & (1 << ROLE_BITS) - 1])
                films[credit >> ROLE_BITS & (1 << FILM_BITS) - 1] = True
                credit = next(credits, None)
            if films:
                yield identifier(2, person), '%s", "role": %s, "film_ids": %s}' % (
                    text, json.dumps(sorted(roles)), json.dumps([identifier(3, film) for film in films]))

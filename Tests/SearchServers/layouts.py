"""The layouts: how the same films look in indices of other people.

A layout is a function from a corpus to its indices by name. Each index is
(settings, mapping, documents, aliases); documents are (id, document).
"""

import collections

from corpus import ROLES, Derived

Index = collections.namedtuple("Index", "settings mapping documents aliases", defaults=((),))

KEYWORD = {"type": "keyword"}
TEXT = {"type": "text", "analyzer": "ru_en"}
BOTH = {"type": "text", "analyzer": "ru_en", "fields": {"raw": KEYWORD}}


def strict(properties):
    return {"dynamic": "strict", "properties": properties}


def nested(**properties):
    return {"type": "nested", "dynamic": "strict", "properties": properties}


def identified(documents, key="id"):
    return [(document[key], document) for document in documents]


def people(film, key, label):
    """The people of a film by role, under other keys."""
    return {
        role + "s": [{key: person["id"], label: person["full_name"]} for person in film[role + "s"]]
        for role in ROLES
    }


def names(film, role):
    return [person["full_name"] for person in film[role + "s"]]


def filmographies(corpus):
    """What each person did in which film, in the order of the films."""
    found = {person["id"]: {} for person in corpus.people}
    for film in corpus.films:
        for role in ROLES:
            for person in film[role + "s"]:
                found.setdefault(person["id"], {}).setdefault(film["id"], []).append(role)
    return found


def seed(corpus):
    """`movies`, `genres`, `persons` as they are in the corpus."""
    documents = {"movies": corpus.films, "genres": corpus.genres, "persons": corpus.people}
    return {
        name: Index(body["settings"], body["mappings"], identified(documents[name]))
        for name, body in corpus.indices.items()
    }


def classic(corpus):
    """`movies` alone: genres as keywords, directors as text, names beside the
    nested people."""
    person = nested(id=KEYWORD, name=TEXT)
    mapping = strict({
        "id": KEYWORD, "imdb_rating": {"type": "float"}, "genre": KEYWORD, "title": BOTH, "description": TEXT,
        "director": TEXT, "actors_names": TEXT, "writers_names": TEXT, "actors": person, "writers": person})
    documents = []
    for film in corpus.films:
        told = people(film, "id", "name")
        documents.append({
            "id": film["id"], "imdb_rating": film["imdb_rating"], "genre": [genre["name"] for genre in film["genres"]],
            "title": film["title"], "description": film["description"], "director": names(film, "director"),
            "actors_names": names(film, "actor"), "writers_names": names(film, "writer"),
            "actors": told["actors"], "writers": told["writers"]})
    return {"movies": Index({"analysis": corpus.analysis}, mapping, identified(documents))}


def uuid_full_name(corpus):
    """`uuid` for `id`, index names in the singular, and the films behind an
    alias; people and genres tell their films."""
    settings = {"analysis": corpus.analysis}
    person = nested(uuid=KEYWORD, full_name=BOTH)
    mapping = strict({
        "uuid": KEYWORD, "imdb_rating": {"type": "float"}, "title": BOTH, "description": TEXT,
        "genres": nested(uuid=KEYWORD, name=BOTH), "actors": person, "writers": person, "directors": person})
    films = [
        {
            "uuid": film["id"], "title": film["title"], "description": film["description"],
            "imdb_rating": film["imdb_rating"],
            "genres": [{"uuid": genre["id"], "name": genre["name"]} for genre in film["genres"]],
            **people(film, "uuid", "full_name"),
        }
        for film in corpus.films
    ]
    done = filmographies(corpus)
    persons = [
        {
            "uuid": person["id"], "full_name": person["full_name"],
            "films": [{"uuid": film, "roles": roles} for film, roles in done[person["id"]].items()],
        }
        for person in corpus.people
    ]
    genres = [
        {"uuid": genre["id"], "name": genre["name"], "description": "Films of the genre %s." % genre["name"]}
        for genre in corpus.genres
    ]
    return {
        "films_v2": Index(settings, mapping, identified(films, "uuid"), ("films",)),
        "person": Index(settings, strict({
            "uuid": KEYWORD, "full_name": BOTH, "films": nested(uuid=KEYWORD, roles=KEYWORD)}),
            identified(persons, "uuid")),
        "genre": Index(settings, strict({"uuid": KEYWORD, "name": BOTH, "description": TEXT}),
            identified(genres, "uuid")),
    }


def flat_keyword(corpus):
    """`movies` alone, without an id in the documents: names only, all of them
    keywords, and a date."""
    mapping = strict({
        "imdb_rating": {"type": "float"}, "genres": KEYWORD, "title": BOTH, "description": TEXT,
        "creation_date": {"type": "date"}, "actors": KEYWORD, "writers": KEYWORD, "directors": KEYWORD})
    documents = []
    for film in corpus.films:
        document = {
            "imdb_rating": film["imdb_rating"], "genres": [genre["name"] for genre in film["genres"]],
            "title": film["title"], "description": film["description"],
            "creation_date": Derived(film["id"]).date}
        for role in ROLES:
            document[role + "s"] = names(film, role)
        documents.append((film["id"], document))
    return {"movies": Index({"analysis": corpus.analysis}, mapping, documents)}


def persons_roles(corpus):
    """One list of everybody with what they did; names misspelt and versioned."""
    settings = {"analysis": corpus.analysis}
    mapping = strict({
        "id": KEYWORD, "rating": {"type": "float"}, "film_title": BOTH, "description": TEXT,
        "genre": nested(id=KEYWORD, name=BOTH),
        "persons": nested(id=KEYWORD, full_name=BOTH, role=KEYWORD)})
    films = [
        {
            "id": film["id"], "film_title": film["title"], "description": film["description"],
            "rating": film["imdb_rating"], "genre": film["genres"],
            "persons": [
                {"id": person["id"], "full_name": person["full_name"], "role": role}
                for role in ROLES for person in film[role + "s"]
            ],
        }
        for film in corpus.films
    ]
    persons = [{"id": person["id"], "full_name": person["full_name"]} for person in corpus.people]
    return {
        "movies": Index(settings, mapping, identified(films)),
        "persons_v2": Index(settings, strict({"id": KEYWORD, "full_name": BOTH}), identified(persons)),
        "ganres": Index(settings, strict({"id": KEYWORD, "name": BOTH}), identified(corpus.genres)),
    }


def dynamic(corpus):
    """The seed's documents without a mapping: what the server guesses."""
    return {
        "movies": Index({}, {}, identified(corpus.films)),
        "genres": Index({}, {}, identified(corpus.genres)),
        "persons": Index({}, {}, identified(corpus.people)),
    }


def text_only(corpus):
    """`movies` alone, names only, all of it text that cannot be sorted or
    counted by, in three shards, each of which scores by itself; ratings are
    written as strings."""
    mapping = strict({
        "id": KEYWORD, "imdb_rating": {"type": "float"}, "genre": TEXT, "title": TEXT, "description": TEXT,
        "director": TEXT, "actors_names": TEXT, "writers_names": TEXT})
    documents = [
        {
            "id": film["id"], "imdb_rating": None if film["imdb_rating"] is None else str(film["imdb_rating"]),
            "genre": [genre["name"] for genre in film["genres"]], "title": film["title"],
            "description": film["description"], "director": names(film, "director"),
            "actors_names": names(film, "actor"), "writers_names": names(film, "writer"),
        }
        for film in corpus.films
    ]
    settings = {"analysis": corpus.analysis, "number_of_shards": 3}
    return {"movies": Index(settings, mapping, identified(documents))}


def shows(corpus):
    """Every kind of field: years, runtimes, countries, languages, kinds and
    reviews; titles by their beginnings, genres twice; in three shards."""
    settings = {"analysis": corpus.analysis, "number_of_shards": 3}
    integer, person = {"type": "integer"}, nested(id=KEYWORD, full_name=BOTH)
    mapping = strict({
        "id": KEYWORD, "title": {"type": "search_as_you_type", "fields": {"keyword": dict(KEYWORD, ignore_above=64)}},
        "imdb_rating": {"type": "half_float"}, "year": integer, "runtime": integer, "country": KEYWORD,
        "language": KEYWORD, "type": KEYWORD, "reviews": integer, "description": TEXT, "genre": KEYWORD,
        "genres": nested(id=KEYWORD, name=KEYWORD), "actors": person, "writers": person, "directors": person})
    films = []
    for film in corpus.films:
        known = Derived(film["id"])
        films.append({
            "id": film["id"], "title": film["title"], "description": film["description"],
            "imdb_rating": film["imdb_rating"], "year": known.year, "runtime": known.runtime,
            "country": known.country, "language": [known.language], "type": known.type, "reviews": known.reviews,
            "genre": [genre["name"] for genre in film["genres"]], "genres": film["genres"],
            **people(film, "id", "full_name")})
    persons = [{"id": person["id"], "full_name": person["full_name"]} for person in corpus.people]
    return {
        "shows": Index(settings, mapping, identified(films)),
        "people": Index({"analysis": corpus.analysis}, strict({"id": KEYWORD, "full_name": BOTH}), identified(persons)),
        "genres": Index({}, strict({"id": KEYWORD, "name": KEYWORD}), identified(corpus.genres)),
    }


LAYOUTS = {
    "seed": seed,
    "classic": classic,
    "uuid-full-name": uuid_full_name,
    "flat-keyword": flat_keyword,
    "persons-roles": persons_roles,
    "dynamic": dynamic,
    "text-only": text_only,
    "shows": shows,
}

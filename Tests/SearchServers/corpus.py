"""The films that the layouts are made of.

A folder holds them as index-shaped lines in the form of the bulk API:
`movies.ndjson`, `genres.ndjson`, `persons.ndjson`, and `indices.json` with the
settings and mappings of these three. What that corpus does not know of a film
(its year, runtime, country, language, kind and reviews) is derived from the
film's id, so that a test can derive it as well.
"""

import json
import os

ROLES = ("actor", "writer", "director")
COUNTRIES = ("France", "Japan", "United States", "Россия", "Côte d'Ivoire")
LANGUAGES = ("French", "Japanese", "English", "Russian")


class Corpus:
    """Everything in memory: for about a thousand films."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "indices.json"), encoding="utf-8") as file:
            self.indices = json.load(file)
        self.films = [document for _, document in lines(folder, "movies")]
        self.genres = [document for _, document in lines(folder, "genres")]
        self.people = [document for _, document in lines(folder, "persons")]

    @property
    def analysis(self):
        """The analyzer `ru_en` and what it is made of."""
        return self.indices["movies"]["settings"]["analysis"]


def lines(folder, name):
    """The documents of one file as (id, document)."""
    with open(os.path.join(folder, name + ".ndjson"), encoding="utf-8") as file:
        for action in file:
            yield json.loads(action)["index"]["_id"], json.loads(next(file))


class Derived:
    """What is derived from a film's id: its first eight hexadecimal digits as
    a number decide everything. `RealSearchFilm` of the tests does the same."""

    def __init__(self, identifier):
        number = int(identifier[:8], 16)
        self.year = 1930 + number % 90 if number % 11 else None
        self.date = None
        if self.year:
            self.date = "%d-%02d-%02d" % (self.year, 1 + number // 90 % 12, 1 + number // 1080 % 28)
        self.runtime = 60 + number // 97 % 121 if number % 13 else None
        self.country = COUNTRIES[number // 7 % len(COUNTRIES)]
        self.language = LANGUAGES[number // 5 % len(LANGUAGES)]
        self.type = "movie" if number % 7 else "tv_show"
        self.reviews = number // 3 % 5000 if number % 17 else None

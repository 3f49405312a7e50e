#!/usr/bin/env python3
"""Fills a search server with the films of the tests.

    load.py URL LAYOUT --corpus FOLDER      the corpus in a layout
    load.py URL seed --films 300000         generated films, as many as wanted
    load.py URL none                        takes away what it made
    load.py --layouts                       the names of the layouts

Indices that an earlier run made (they are marked) are removed first, others
are never touched. FOLDER may be given by CINEMA_TEST_CORPUS as well. Works on
Elasticsearch 7 and 8 and on OpenSearch; needs nothing but Python.
"""

import argparse
import os
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from corpus import Corpus  # noqa: E402
from generated import GeneratedCorpus  # noqa: E402
from layouts import LAYOUTS, Index  # noqa: E402
from server import Server, ServerError  # noqa: E402


def generated(films):
    """The seed's layout of generated films: one shard, no refresh while loading."""
    corpus = GeneratedCorpus(films)
    made = LAYOUTS["seed"](corpus.mappings)
    documents = {"movies": corpus.films, "genres": corpus.genres, "persons": corpus.people}
    return {
        name: Index(
            {**index.settings, "number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
            index.mapping, documents[name](), index.aliases)
        for name, index in made.items()
    }


def load(server, layout, indices):
    server.remove_own()
    for name, index in indices.items():
        begin = time.monotonic()
        create(server, name, layout, index)
        count = server.fill(name, index.documents)
        server.settle(name)
        seconds = time.monotonic() - begin
        print(f"{server.address}/{name}: {count} documents in {seconds:.1f} s", file=sys.stderr)


def create(server, name, layout, index):
    try:
        server.create(name, layout, index.settings, index.mapping, index.aliases)
    except ServerError as error:
        # The kind comes with a module that a server may lack.
        if "No handler for type [search_as_you_type]" not in str(error):
            raise
        print(f"{server.address}/{name}: it knows no search_as_you_type, so titles are text", file=sys.stderr)
        server.create(name, layout, index.settings, as_text(index.mapping), index.aliases)


def as_text(mapping):
    """The mapping with text in place of search_as_you_type."""
    if not isinstance(mapping, dict):
        return mapping
    return {key: "text" if value == "search_as_you_type" else as_text(value) for key, value in mapping.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?")
    parser.add_argument("layout", nargs="?", choices=[*LAYOUTS, "none"])
    parser.add_argument("--corpus", metavar="FOLDER", default=os.environ.get("CINEMA_TEST_CORPUS"))
    parser.add_argument("--films", type=int, metavar="N", help="so many generated films instead of a corpus")
    parser.add_argument("--layouts", action="store_true", help="tell the names of the layouts")
    arguments = parser.parse_args()
    if arguments.layouts:
        print("\n".join(LAYOUTS))
        return
    if not arguments.url or not arguments.layout:
        parser.error("which server, and which layout?")
    server = Server(arguments.url)
    try:
        if arguments.layout == "none":
            server.remove_own()
        elif arguments.films:
            if arguments.layout != "seed":
                parser.error("generated films come in the layout seed only")
            load(server, arguments.layout, generated(arguments.films))
        elif arguments.corpus:
            load(server, arguments.layout, LAYOUTS[arguments.layout](Corpus(arguments.corpus)))
        else:
            parser.error("where is the corpus? --corpus FOLDER or CINEMA_TEST_CORPUS; or --films N")
    except ServerError as error:
        sys.exit(f"load.py: {error}")


if __name__ == "__main__":
    main()

"""What is asked of a search server to fill it."""

import base64
import http.client
import json
import queue
import threading
import time
import urllib.parse

MARK = "cinema_test_layout"
BULK_BYTES = 5_000_000


class ServerError(Exception):
    pass


class Server:
    """A server by its address, with `user:password@` where it wants one."""

    def __init__(self, address):
        parts = urllib.parse.urlsplit(address if "://" in address else "http://" + address)
        self._https = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port or 9200
        self._prefix = parts.path.rstrip("/")
        self.address = f"{parts.scheme}://{self._host}:{self._port}{self._prefix}"
        self._headers = {}
        if parts.username:
            pair = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
            self._headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()

    def call(self, method, path, body=None, kind="application/json"):
        """The answer's JSON; an answer of 300 and more is an error."""
        make = http.client.HTTPSConnection if self._https else http.client.HTTPConnection
        connection = make(self._host, self._port, timeout=300)
        try:
            data = json.dumps(body).encode() if isinstance(body, dict) else body
            connection.request(method, self._prefix + path, data, {**self._headers, "Content-Type": kind})
            answer = connection.getresponse()
            text = answer.read()
        except OSError as error:
            raise ServerError(f"{self.address} does not answer: {error}") from error
        finally:
            connection.close()
        if answer.status >= 300:
            raise ServerError(f"{method} {path}: {answer.status} {text.decode(errors='replace')[:500]}")
        return json.loads(text)

    def mappings(self):
        """The mappings of all indices, by the indices' own names."""
        return {name: index["mappings"] for name, index in self.call("GET", "/_mapping").items()}

    def remove_own(self):
        """Removes the indices that `create` made, of whatever run."""
        own = [name for name, mapping in self.mappings().items() if MARK in mapping.get("_meta", {})]
        for name in own:
            self.call("DELETE", "/" + name)

    def create(self, name, layout, settings, mapping, aliases):
        body = {
            "settings": {"number_of_replicas": 0, **settings},
            "mappings": {"_meta": {MARK: layout}, **mapping},
            "aliases": {alias: {} for alias in aliases},
        }
        self.call("PUT", "/" + name, body)

    def fill(self, name, documents):
        """Sends documents while the next ones are made; gives their number."""
        waiting = queue.Queue(maxsize=2)
        failures = []
        sender = threading.Thread(target=self._send, args=(name, waiting, failures))
        sender.start()
        count = 0
        try:
            for part, number in parts(documents):
                count += number
                waiting.put(part)
                if failures:
                    break
        finally:
            waiting.put(None)
            sender.join()
        if failures:
            raise failures[0]
        return count

    def _send(self, name, waiting, failures):
        while (part := waiting.get()) is not None:
            if failures:
                continue
            try:
                self._bulk(name, part)
            except ServerError as error:
                failures.append(error)

    def _bulk(self, name, part):
        path = f"/{name}/_bulk?filter_path=errors,items.*.error"
        for wait in (1, 2, 4, 8, None):
            try:
                answer = self.call("POST", path, part, "application/x-ndjson")
                break
            except ServerError as error:
                # It is busy: what was sent is sent again, with the same ids.
                if wait is None or ": 429 " not in str(error):
                    raise
                time.sleep(wait)
        if answer["errors"]:
            raise ServerError(f"{name}: {json.dumps(answer['items'][0])[:500]}")

    def settle(self, name):
        """Everything can be found, as in an index that has been there for a while."""
        self.call("PUT", f"/{name}/_settings", {"index": {"refresh_interval": "1s"}})
        self.call("POST", f"/{name}/_refresh")


def parts(documents):
    """Bodies of the bulk API of about 5 MB, each with its number of documents.

    A document is an object or its JSON text."""
    lines, size, count = [], 0, 0
    for identifier, document in documents:
        if not isinstance(document, str):
            document = json.dumps(document, ensure_ascii=False)
        line = '{"index":{"_id":"%s"}}\n%s\n' % (identifier, document)
        lines.append(line)
        size += len(line)
        count += 1
        if size >= BULK_BYTES:
            yield "".join(lines).encode(), count
            lines, size, count = [], 0, 0
    if lines:
        yield "".join(lines).encode(), count

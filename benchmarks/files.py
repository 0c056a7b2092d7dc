"""What the files of a first visit cost the server, beside a one-line page's server.

    python -m benchmarks.files [--rounds 20]

The same small scripts of Streamlit's are asked of both, one after the other over one connection, as a browser
asks that takes gzip; then the page itself and the question for the server's health. A first visit asks for a
hundred files, of one process that can do one thing at a time. Both have answered each before; both are taken
in turns, so that the machine's moods reach both. Only this machine is asked.
"""

from __future__ import annotations

import argparse
import http.client

from benchmarks.load import free_port
from benchmarks.serving import ROOT, Server, one_line, served
from ui.frame.compression import STATIC

SMALL, MANY = 6_000, 60  # bytes of a script at most, and how many of them
ASKED = {
    "small script": [
        f"/static/js/{path.name}"
        for path in sorted((STATIC / "static" / "js").glob("*.js"))
        if path.stat().st_size < SMALL
    ][:MANY],
    "page": ["/peta"] * MANY,
    "health": ["/_stcore/health"] * MANY,
}
HEADERS = {"Accept-Encoding": "gzip"}


def ask(server: Server, paths: list[str]) -> float:
    """Ask a server for each path; return the seconds of processor that cost it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    before = server.processor()
    for path in paths:
        connection.request("GET", path, headers=HEADERS)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path}: {answer.status}")
    connection.close()
    return server.processor() - before


def main() -> None:
    """Start both servers, ask them in turns, print a line for each kind of answer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = min(parser.parse_args().rounds, 100)
    with served("app.py", ROOT, free_port()) as ours, one_line(free_port()) as plain:
        spent = {name: [0.0, 0.0] for name in ASKED}
        for name, paths in ASKED.items():
            for turn in range(rounds + 1):
                for place, server in enumerate((ours, plain)):
                    seconds = ask(server, paths)
                    spent[name][place] += seconds if turn else 0  # The first time a file is compressed.
    print("processor of the server for one answer, in milliseconds")
    for name, both in spent.items():
        mine, theirs = (1000 * each / rounds / len(ASKED[name]) for each in both)
        print(f"  {name:14} ours {mine:5.2f}   one-line page {theirs:5.2f}   {mine / theirs:5.2f} times")


if __name__ == "__main__":
    main()

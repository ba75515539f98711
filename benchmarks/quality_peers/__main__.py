"""`python -m benchmarks.quality_peers`: installs the tools, runs them, prints the tables."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality_peers import corpus, environments, peers, units
from benchmarks.quality_peers.scoring import score
from benchmarks.quality_peers.summary import Result, as_json, mistakes, tables


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the benchmark; 0 when every tool ran, 1 when one could not, 2 for a wrong option."""
    options = _options(argv)
    sentences = corpus.load()
    names = units.load()
    try:
        chosen = peers.only(peers.load(), options.only or ())
    except peers.RunError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    results, failed = [], False
    for peer in chosen:
        sys.stderr.write(f"{peer.name} ...\n")
        try:
            python = environments.interpreter(peer, options.cache)
            answers = peers.run(peer, python, sentences)
        except peers.RunError as error:
            sys.stderr.write(f"{error}\n")
            failed = True
            continue
        if answers.errors:
            sys.stderr.write(f"{peer.name} failed on {len(answers.errors)} sentences, first with {answers.errors[0]}\n")
        found = score(peer, sentences.sentences, answers.spans, names)
        results.append(Result(peer, environments.version(peer, python), found, len(answers.errors)))
    sys.stdout.write(_written(results, sentences, options))
    return int(failed)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality_peers", description="claimcheck beside other tools.")
    parser.add_argument("--json", action="store_true", help="counts as JSON in place of tables")
    parser.add_argument("--mistakes", action="store_true", help="also list what each tool got wrong, on what it says it reads")
    parser.add_argument("--only", action="append", metavar="TOOL", help="run this tool alone (may be repeated)")
    parser.add_argument("--cache", type=Path, default=environments.CACHE, metavar="FOLDER", help="where the environments are kept")
    return parser.parse_args(argv)


def _written(results: Sequence[Result], read: corpus.Corpus, options: argparse.Namespace) -> str:
    size = {
        "sentences": len(read.sentences),
        "quantities": sum(len(s.labels) for s in read.sentences),
        "without_quantity": sum(not s.labels for s in read.sentences),
    }
    if options.json:
        return json.dumps({"python": platform.python_version(), "corpus": size, "tools": as_json(results)}, indent=2) + "\n"
    head = "{sentences} sentences, {quantities} quantities; {without_quantity} sentences without any. ".format(**size)
    text = f"{head}Python {platform.python_version()}.\n\n{tables(results)}"
    return text + "".join("\n" + mistakes(r) for r in results) if options.mistakes else text


if __name__ == "__main__":
    sys.exit(main())

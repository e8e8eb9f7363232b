#!/usr/bin/env python3
"""Counts thousands of random elections with Charrette and with independent programs, and tells
where they differ. See README.md."""

from __future__ import annotations

import argparse
import functools
import random
import sys
import time

import budgets_check
import eliminations_check
import opinions_check
import rankings_check
import scores_check
import stv_check
import transfers_check
from bench import Bench
from known import KNOWN
from ours import Ours


def checks(votekit):
    yield "Condorcet methods and Borda", rankings_check.condorcet, 1.0
    yield "Plurality and runoffs", rankings_check.from_the_top, 0.5
    yield "Scottish and exact Gregory STV", stv_check.gregory, 1.0
    yield "Meek STV", stv_check.meek, 1.0
    yield "Committees by approval", scores_check.approval, 1.0
    yield "Points and grades", scores_check.score, 1.0
    yield "Budgets", budgets_check.budget, 1.0
    yield "Parties", budgets_check.parties, 1.0
    yield "Eliminations and orders", eliminations_check.eliminations, 0.5
    yield "Equal ranks and short ballots", eliminations_check.weakly, 0.5
    yield "Proportional by scores", eliminations_check.on_scores, 1.0
    yield "Largest remainders", eliminations_check.remainders, 1.0
    yield "Transferable votes by other rules", transfers_check.transfers, 0.25
    yield "Opinions", opinions_check.opinions, 0.1
    if votekit:
        yield "votekit's", functools.partial(stv_check.votekit, python=votekit), 0.5
        yield "Block vote", functools.partial(stv_check.block, python=votekit), 0.5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--charrette", required=True, help="the command to check; Benchmarks stands beside it")
    parser.add_argument("--votekit", help="the Python of votekit's own environment")
    parser.add_argument("--elections", type=int, default=2000, help="how many for each check")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", default="", help="only checks with this in their name")
    parser.add_argument("--scale", type=float, default=1.0, help="how large the timed elections are")
    parser.add_argument("--no-times", action="store_true")
    options = parser.parse_args()
    if not options.votekit:
        print("Without --votekit: sntv, block and the stages of wig-stv are not compared.")
    ours = Ours(options.charrette)
    bench = Bench(KNOWN)
    for name, check, share in checks(options.votekit):
        if options.only not in name:
            continue
        start = time.perf_counter()
        dice = random.Random(f"{options.seed} {name}")
        check(bench, ours, dice, int(options.elections * share))
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)
    bench.report()
    if not options.no_times and options.only in "Times":
        from times import compare_times

        compare_times(ours, options.seed, options.scale)
    ours.close()
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())

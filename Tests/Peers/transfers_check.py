"""Transferable votes by a body's or a place's own rules, stage by stage, against their texts as
`transfer_rules.py` has them. Every lot is one that both draw."""

from __future__ import annotations

from fractions import Fraction

import elections
from ours import Job, lot_order
from transfer_rules import RULES


def stages(outcome):
    return [
        ([Fraction(total) for total in stage["totals"]], stage["elected"], stage["excluded"],
         Fraction(stage["quota"]))
        for stage in outcome["stages"]]


def transfers(bench, ours, dice, count) -> None:
    for name, (rule, options) in RULES.items():
        method = name.split()[0]
        made: dict = {}
        for number in range(count):
            # Few voters make ties, many make fractions, and several parcels with a candidate.
            voters = dice.choice([6, 15, 40, 150])
            election = elections.ranked(
                dice, ties=False, truncated=dice.random() < 0.6, most=8, voters=voters)
            seats = dice.randint(1, min(5, election.size))
            seed = number % 7
            made.setdefault((seats, seed), []).append(election)
        for (seats, seed), some in made.items():
            outcomes = ours.count(
                [Job(one, method, seats, tie=f"lot:{seed}", options=options) for one in some])
            for election, outcome in zip(some, outcomes):
                theirs = rule(election, seats, lot_order(seed, election.size))
                bench.ties[method] += bool(outcome["ties"])
                bench.same(
                    method, "its text", "stages" if "hand" not in name else "stages, by hand",
                    election, stages(outcome), stages({"stages": theirs.stages}), seats=seats,
                    lot=seed)
                bench.same(
                    method, "its text", "winners", election, outcome["winners"], theirs.elected,
                    seats=seats, lot=seed)

"""How long ours takes against the peers, on the same elections in the same run.

The peer's time is that of its own process: making its profile from lists and counting, after a
first small count that warms it up. Ours is that of reading a file and counting, in a process that
has started (see `counting_seconds`); beside it, for comparison, what one more file takes for the
command, which prints all the working too (see `printed_seconds`)."""

from __future__ import annotations

import random
import time

from abcvoting import abcrules
from pabutools.election import Cardinality_Sat, Cost_Sat
from pabutools.rules import (
    greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen)
from pabutools.tiebreaking import lexico_tie_breaking
from pref_voting import (
    c1_methods, iterative_methods, margin_based_methods, proportional_methods, scoring_methods)
import starvote

from budgets_check import instance
from elections import Election, grouped
from ours import Job, counting_seconds, printed_seconds
from rankings_check import strict_profile, weak_profile
from scores_check import approvals

LOT = "prior,lot:1"


def ranked(dice, voters, size, length) -> Election:
    ballots = [
        [[one] for one in dice.sample(range(size), length or dice.randint(1, size))]
        for _ in range(voters)]
    return Election("ranked", size, grouped(ballots))


def approval(dice, voters, size) -> Election:
    ballots = [sorted(dice.sample(range(size), dice.randint(2, 6))) for _ in range(voters)]
    return Election("approval", size, grouped(ballots))


def budget(dice, voters, size) -> Election:
    election = approval(dice, voters, size)
    costs = [dice.randint(1, 60) * 500 for _ in range(size)]
    return Election(
        "budget", size, election.rows, costs=costs, budget=sum(costs) // 3)


def score(dice, voters, size) -> Election:
    ballots = [[dice.randint(0, 5) for _ in range(size)] for _ in range(voters)]
    return Election("score", size, grouped(ballots), range=(0, 5))


def stars(election):
    ballots = [
        {f"C{one}": grade for one, grade in enumerate(ballot)}
        for count, ballot in election.rows for _ in range(count)]
    return starvote.star_voting(ballots)


def cases(dice, scale):
    """(promise, method, seats, options, election, peer, what the peer does)"""
    many, few = int(2000 * scale), int(300 * scale)
    complete = ranked(dice, many + 1, 20, 20)
    strict = ranked(dice, many, 10, None)
    condorcet = {
        "schulze": margin_based_methods.beat_path, "minimax": margin_based_methods.minimax,
        "copeland": c1_methods.copeland, "smith": c1_methods.top_cycle,
        "ranked-pairs": margin_based_methods.ranked_pairs_tb,
    }
    for method, peer in condorcet.items():
        yield 50, method, None, {}, complete, lambda e, p=peer: p(strict_profile(e)), "pref_voting"
    yield 0, "borda", None, {}, complete, lambda e: scoring_methods.borda(
        strict_profile(e)), "pref_voting"
    yield 0, "irv", None, {}, complete, lambda e: iterative_methods.instant_runoff_tb(
        strict_profile(e)), "pref_voting"
    for method, peer in [
        ("scottish-stv", proportional_methods.stv_scottish),
        ("wig-stv", lambda profile, num_seats: proportional_methods.stv_wig(
            profile, num_seats=num_seats, quota_rule="droop")),
        ("meek-stv", proportional_methods.stv_meek),
    ]:
        yield 50, method, 4, {}, strict, lambda e, p=peer: p(
            weak_profile(e), num_seats=4), "pref_voting"
    committee = approval(dice, int(1000 * scale), 50)
    for method, peer in [
        ("seq-pav", abcrules.compute_seqpav), ("seq-phragmen", abcrules.compute_seqphragmen),
        ("equal-shares", abcrules.compute_equal_shares),
    ]:
        yield 10, method, 10, {}, committee, lambda e, p=peer: p(approvals(e), 10), "abcvoting"
    projects = budget(dice, few, 40)
    yield 10, "greedy-budget", None, {}, projects, lambda e: greedy_utilitarian_welfare(
        *instance(e), sat_class=Cost_Sat), "pabutools"
    yield 10, "phragmen-budget", None, {}, projects, lambda e: sequential_phragmen(
        *instance(e)), "pabutools"
    for name, measure in [("cost", Cost_Sat), ("cardinality", Cardinality_Sat)]:
        options = {"satisfaction": name, "completion": "add-1"}
        yield 10, "equal-shares-budget", None, options, projects, lambda e, m=measure: (
            method_of_equal_shares(
                *instance(e), sat_class=m, voter_budget_increment=1,
                tie_breaking=lexico_tie_breaking)), "pabutools"
    yield 0, "star", None, {}, score(dice, many, 8), stars, "starvote"


def compare_times(ours, seed, scale) -> None:
    dice = random.Random(f"{seed} times")
    print("\nTimes in milliseconds: the peer's, ours, how many times faster, and ours printed")
    for promise, method, seats, options, election, peer, name in cases(dice, scale):
        warm = Election(
            election.kind, election.size, election.rows[:3], costs=election.costs,
            budget=election.budget and min(election.budget, 20), range=election.range)
        try:
            peer(warm)
        except Exception:  # Too few ballots for the peer: it is warm enough.
            pass
        start = time.perf_counter()
        peer(election)
        theirs = time.perf_counter() - start
        job = Job(election, method, seats, LOT, options)
        mine, printed = counting_seconds(ours, job), printed_seconds(ours, job)
        ratio = theirs / mine
        said = f"promised {promise}" if promise else ""
        short = " BELOW" if promise and ratio < promise else ""
        label = method + "".join(f" {value}" for value in options.values())
        print(
            f"  {label:36} {name:12} {1000 * theirs:10.1f} {1000 * mine:9.2f} {ratio:9.0f}x"
            f" {1000 * printed:9.2f}  {said}{short}", flush=True)

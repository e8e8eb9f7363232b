"""Methods that take candidates out or order them all, against pref_voting; proportional methods on
scores against starvote; largest remainders against apportionment."""

from __future__ import annotations

import itertools
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

import apportionment.methods as apportionment
import starvote
from pref_voting import combined_methods, iterative_methods, other_methods
from pref_voting.c1_methods import top_cycle
from pref_voting.profiles_with_ties import ProfileWithTies

import elections
from ours import Job, alternatives, is_tied, winners
from rankings_check import PEER, plain, strict_profile, weak_profile


def union(groups) -> frozenset:
    return frozenset(one for group in groups for one in group)


def eliminations(bench, ours, dice, count) -> None:
    """Strict and complete ballots, every way in which ties can fall."""
    made = [
        elections.ranked(dice, ties=False, truncated=False, most=5) for _ in range(count)
    ]
    tideman = iterative_methods.tideman_alternative_put(top_cycle)
    peers = {
        "benham": iterative_methods.benham_put, "smith-irv": combined_methods.smith_irv_put,
        "tideman-alternative": tideman, "coombs": iterative_methods.coombs_put,
        "baldwin": iterative_methods.baldwin_put,
    }
    for method, peer in peers.items():
        found = alternatives(ours, [Job(one, method) for one in made])
        for election, (_, groups) in zip(made, found):
            bench.ties[method] += len(groups) > 1
            bench.same(
                method, PEER, "winners, all lots", election, union(groups),
                plain(peer(strict_profile(election))))
    plainly(bench, ours, made)


def plainly(bench, ours, made) -> None:
    """Those that tell all the tied at once."""
    peers = {
        "nanson": iterative_methods.weak_nanson, "bucklin": other_methods.bucklin,
        "kemeny": other_methods.kemeny_young,
    }
    for method, peer in peers.items():
        outcomes = ours.count([Job(one, method) for one in made])
        for election, outcome in zip(made, outcomes):
            bench.ties[method] += is_tied(outcome)
            theirs = plain(peer(strict_profile(election)))
            bench.same(
                method, PEER, "winners", election, winners(outcome), theirs,
                size=election.size)


def weakly(bench, ours, dice, count) -> None:
    """Equal ranks and ballots that leave some out, where the method takes them."""
    made = [elections.ranked(dice, ties=True, truncated=True, most=5) for _ in range(count)]
    outcomes = ours.count([Job(one, "kemeny") for one in made])
    for election, outcome in zip(made, outcomes):
        profile = weak_profile(election)
        matrix = [
            [int(profile.support(one, other)) if one != other else 0
             for other in range(election.size)]
            for one in range(election.size)
        ]
        costs = {
            order: sum(matrix[late][early] for early, late in itertools.combinations(order, 2))
            for order in itertools.permutations(range(election.size))
        }
        best = [order for order, cost in costs.items() if cost == min(costs.values())]
        bench.same(
            "kemeny", "all orders", "winners", election, winners(outcome),
            frozenset(order[0] for order in best))
    cut = [elections.ranked(dice, ties=False, truncated=True, most=5) for _ in range(count)]
    found = alternatives(ours, [Job(one, "coombs") for one in cut])
    for election, (_, groups) in zip(cut, found):
        bench.same(
            "coombs", "the definition", "winners, all lots, truncated", election, union(groups),
            coombs(election, frozenset(range(election.size))))


    outcomes = ours.count([Job(one, "bucklin") for one in cut])
    for election, outcome in zip(cut, outcomes):
        # This one of theirs counts places from 0.
        profile = ProfileWithTies(
            [{rank[0]: place for place, rank in enumerate(ballot)} for _, ballot in election.rows],
            [voters for voters, _ in election.rows], candidates=list(range(election.size)))
        bench.same(
            "bucklin", PEER, "winners, truncated", election, winners(outcome),
            plain(other_methods.bucklin_for_truncated_linear_orders(profile)))


def coombs(election, left) -> frozenset:
    """By the words of the rule, every way in which ties can fall."""
    firsts = dict.fromkeys(left, 0)
    lasts = dict.fromkeys(left, Fraction(0))
    for voters, ballot in election.rows:
        order = [rank[0] for rank in ballot if rank[0] in left]
        if not order:
            continue
        firsts[order[0]] += voters
        missing = left - set(order)
        for one in missing or {order[-1]}:
            lasts[one] += Fraction(voters, len(missing) or 1)
    won = [one for one in left if 2 * firsts[one] > sum(firsts.values())]
    if won or len(left) == 1:
        return frozenset(won or left)
    most = max(lasts.values())
    return frozenset().union(
        *(coombs(election, left - {one}) for one in left if lasts[one] == most))


def on_scores(bench, ours, dice, count) -> None:
    made = []
    for _ in range(count):
        election = elections.score(dice, blanks=False)
        made.append((election, dice.randint(1, election.size)))
    rules = [
        ("rrv", starvote.reweighted_range_voting), ("star-pr", starvote.allocated_score_voting)]
    for method, peer in rules:
        # In later rounds the peer counts ballots where the specification weighs them.
        some = [(one, 2 if method == "star-pr" else seats) for one, seats in made]
        some = [
            (one, seats) for one, seats in some
            if seats < one.size and (method == "rrv" or one.range == (0, 5))
        ]
        outcomes = ours.count([Job(one, method, seats) for one, seats in some])
        for (election, seats), outcome in zip(some, outcomes):
            bench.ties[method] += "fault" in outcome
            ballots = [
                {f"C{one}": grade for one, grade in enumerate(ballot)}
                for voters, ballot in election.rows
                for _ in range(voters)
            ]
            theirs = score_winners(peer, ballots, seats, election.range[1])
            if theirs == "tie" and "fault" not in outcome:
                continue  # A tie that decides nothing is a tie to the peer.
            mine = "tie" if "fault" in outcome else winners(outcome)
            bench.same(method, "starvote", "winners, or a tie", election, mine, theirs, seats=seats)


def score_winners(peer, ballots, seats, highest):
    if seats == 1:
        best = best_by_sum(ballots)
        return "tie" if len(best) > 1 else frozenset(int(one[1:]) for one in best)
    try:
        return frozenset(int(one[1:]) for one in peer(
            ballots, seats=seats, maximum_score=highest, tiebreaker=None, verbosity=0))
    except starvote.UnbreakableTieError:
        return "tie"


def best_by_sum(ballots) -> list:
    sums = {one: sum(ballot[one] for ballot in ballots) for one in ballots[0]}
    return [one for one in sums if sums[one] == max(sums.values())]


def remainders(bench, ours, dice, count) -> None:
    made = [(elections.party(dice), dice.randint(1, 9)) for _ in range(count)]
    for hurdle in ["", "1/5"]:
        options = {"hurdle": hurdle} if hurdle else {}
        jobs = [Job(one, "largest-remainder", seats, options=options) for one, seats in made]
        for (election, seats), outcome in zip(made, ours.count(jobs)):
            bench.ties["largest-remainder"] += "fault" in outcome
            mine = "tie" if "fault" in outcome else [
                outcome["winners"].count(one) for one in range(election.size)]
            try:
                theirs = [int(one) for one in apportionment.compute(
                    "largest_remainder", election.votes, seats, fractions=True,
                    tiesallowed=False, threshold=Fraction(1, 5) if hurdle else None)]
            except apportionment.TiesException:
                theirs = "tie"
            bench.same(
                "largest-remainder", "apportionment", "seats, or a tie", election, mine, theirs,
                seats=seats, hurdle=hurdle)

"""Approvals, points and grades, against pref_voting, abcvoting and starvote."""

from __future__ import annotations

import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

import starvote
from abcvoting import abcrules
from abcvoting.preferences import Profile as Approvals
from pref_voting import grade_methods
from pref_voting.grade_profiles import GradeProfile

import elections
from ours import Job, alternatives, is_tied, winners
from rankings_check import plain, totals


def approvals(election) -> Approvals:
    profile = Approvals(election.size)
    for voters, ballot in election.rows:
        profile.add_voters([ballot] * voters)
    return profile


def grade_profile(election, *, filled) -> GradeProfile:
    least = election.range[0]
    maps = []
    for _, ballot in election.rows:
        grades = {one: grade for one, grade in enumerate(ballot) if grade is not None}
        if filled:
            grades = {one: grades.get(one, least) for one in range(election.size)}
        maps.append(grades)
    return GradeProfile(
        maps, list(range(election.range[0], election.range[1] + 1)),
        [count for count, _ in election.rows], candidates=list(range(election.size)))


def committees(found) -> set:
    return {frozenset(int(one) for one in group) for group in found}


def approval(bench, ours, dice, count) -> None:
    """Approval voting for one or more seats, and the proportional rules."""
    made = []
    for _ in range(count):
        election = elections.approval(dice)
        made.append((election, dice.randint(1, election.size)))
    rules = {
        "approval": ({}, lambda profile, seats: abcrules.compute_av(
            profile, seats, resolute=False)),
        "seq-pav": ({}, lambda profile, seats: abcrules.compute_seqpav(
            profile, seats, resolute=False)),
        "seq-phragmen": ({}, lambda profile, seats: abcrules.compute_seqphragmen(
            profile, seats, algorithm="standard-fractions", resolute=False)),
        "equal-shares": ({}, lambda profile, seats: abcrules.compute_equal_shares(
            profile, seats, algorithm="standard-fractions", resolute=False)),
        "equal-shares/none": ({"completion": "none"}, lambda profile, seats:
            abcrules.compute_equal_shares(
                profile, seats, algorithm="standard-fractions", resolute=False, completion=None)),
    }
    for name, (options, peer) in rules.items():
        method = name.split("/")[0]
        jobs = [Job(one, method, seats, options=options) for one, seats in made]
        for (election, seats), (outcome, mine) in zip(made, alternatives(ours, jobs)):
            bench.ties[name] += len(mine) > 1
            theirs = committees(peer(approvals(election), seats))
            what = "all committees" if name == method else "all committees, not completed"
            bench.same(method, "abcvoting", what, election, mine, theirs, seats=seats)


def score(bench, ours, dice, count) -> None:
    made = [elections.score(dice) for _ in range(count)]
    results = {
        method: ours.count([Job(one, method) for one in made])
        for method in ["score", "score-mean", "majority-judgment", "majority-judgment-gauge"]
    }
    stars = alternatives(ours, [Job(one, "star") for one in made])
    for place, election in enumerate(made):
        filled = grade_profile(election, filled=True)
        given = grade_profile(election, filled=False)
        mine = {method: outcomes[place] for method, outcomes in results.items()}
        for method, theirs in [
            ("score", grade_methods.score_voting(filled)),
            ("score-mean", grade_methods.score_voting(
                given, evaluation_method="mean", ungraded_score=election.range[0])),
            ("majority-judgment-gauge", grade_methods.majority_judgement(filled)),
        ]:
            bench.ties[method] += len(mine[method]["winners"]) > 1
            bench.same(
                method, "pref_voting", "winners", election, winners(mine[method]), plain(theirs))
        bench.same(
            "score", "pref_voting", "totals", election, totals(mine["score"]),
            [Fraction(int(filled.sum(one))) for one in range(election.size)])
        bench.ties["majority-judgment"] += len(mine["majority-judgment"]["winners"]) > 1
        bench.same(
            "majority-judgment", "the definition", "ranking", election,
            mine["majority-judgment"]["ranking"], by_removal(election))
        star(bench, election, filled, *stars[place])


def by_removal(election) -> list:
    """Balinski and Laraki's definition, word for word: sort a candidate's grades, take the (lower)
    middle one out again and again, compare the lists of what was taken out."""
    values = {}
    for one in range(election.size):
        grades = sorted(
            ballot[one] if ballot[one] is not None else election.range[0]
            for voters, ballot in election.rows for _ in range(voters))
        taken = []
        while grades:
            taken.append(grades.pop((len(grades) - 1) // 2))
        values[one] = taken
    levels = sorted({tuple(value) for value in values.values()}, reverse=True)
    return [[one for one in values if tuple(values[one]) == level] for level in levels]


def star(bench, election, filled, outcome, mine) -> None:
    possible = plain(one for group in mine for one in group)
    bench.ties["star"] += len(mine) > 1
    theirs = plain(grade_methods.star(filled))
    broken = "fault" in outcome or outcome["ties"]
    bench.same(
        "star", "pref_voting", "winners are among every runoff's", election,
        theirs >= possible if broken else theirs == possible, True)
    ballots = [
        {f"C{one}": grade or 0 for one, grade in enumerate(ballot)}
        for voters, ballot in election.rows for _ in range(voters)
    ]
    try:
        answer = {frozenset(int(one[1:]) for one in starvote.star_voting(
            ballots, tiebreaker=None))}
    except starvote.UnbreakableTieError:
        answer = "tie"
    tied = is_tied(outcome)
    bench.same(
        "star", "starvote", "winner, or a tie", election, "tie" if tied else mine, answer,
        outcome=outcome, protocol=protocol(election))


def protocol(election) -> tuple:
    """The official protocol's scoring round for candidates tied for a place, written from its text
    alone: (how many are tied for the place, the finalists or None where a lot must decide)."""
    grades = [
        [grade or 0 for grade in ballot] for voters, ballot in election.rows for _ in range(voters)]
    everybody = range(election.size)
    stars = {one: sum(ballot[one] for ballot in grades) for one in everybody}
    fives = {one: sum(ballot[one] == election.range[1] for ballot in grades) for one in everybody}

    def loses(one, other):
        margin = sum((ballot[one] > ballot[other]) - (ballot[one] < ballot[other])
                     for ballot in grades)
        return margin < 0

    def reduce(tied, places):
        if len(tied) <= places:
            return set(tied)
        lost = {one: sum(loses(one, other) for other in tied) for one in tied}
        stay = [one for one in tied if lost[one] < max(lost.values())]
        if not stay:
            most = [one for one in tied if fives[one] == max(fives[other] for other in tied)]
            stay = most if len(most) == 1 else [
                one for one in tied if fives[one] > min(fives[other] for other in tied)]
        if not stay:
            return None
        if len(stay) >= places:
            return reduce(stay, places)
        rest = reduce([one for one in tied if one not in stay], places - len(stay))
        return None if rest is None else set(stay) | rest

    chosen: set = set()
    for level in sorted(set(stars.values()), reverse=True):
        tier = [one for one in everybody if stars[one] == level]
        if len(chosen) < 2:
            places = 2 - len(chosen)
            more = reduce(tier, places)
            if len(tier) > places:
                return len(tier), None if more is None else chosen | more
            chosen |= more
    return 0, chosen

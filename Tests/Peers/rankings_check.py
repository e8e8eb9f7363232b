"""Single winners by rankings, against pref_voting."""

from __future__ import annotations

import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

from pref_voting import c1_methods, iterative_methods, margin_based_methods, scoring_methods
from pref_voting.profiles import Profile
from pref_voting.profiles_with_ties import ProfileWithTies

import elections
from ours import Job, alternatives, is_tied, winners

PEER = "pref_voting"


def weak_profile(election) -> ProfileWithTies:
    """With whom a ballot leaves out below all whom it ranks, as ours reads it."""
    rankings = [
        {one: place for place, rank in enumerate(ballot, 1) for one in rank}
        for _, ballot in election.rows
    ]
    profile = ProfileWithTies(
        rankings, [count for count, _ in election.rows], candidates=list(range(election.size))
    )
    profile.use_extended_strict_preference()
    return profile


def strict_profile(election) -> Profile:
    return Profile(
        [[rank[0] for rank in ballot] for _, ballot in election.rows],
        [count for count, _ in election.rows],
    )


def tiers(candidates, beats) -> list:
    """First those whom nobody beats, then those whom nobody of the rest beats, and so on."""
    left, result = list(candidates), []
    while left:
        best = [one for one in left if not any(beats(other, one) for other in left)]
        result.append(best)
        left = [one for one in left if one not in best]
    return result


def by_total(totals: dict) -> list:
    levels = sorted(set(totals.values()), reverse=True)
    return [[one for one in sorted(totals) if totals[one] == level] for level in levels]


def smith_tiers(profile, size) -> list:
    left, result = list(range(size)), []
    while left:
        best = sorted(int(one) for one in c1_methods.top_cycle(profile, curr_cands=left))
        result.append(best)
        left = [one for one in left if one not in best]
    return result


def plain(candidates) -> frozenset:
    return frozenset(int(one) for one in candidates)


def totals(outcome, stage=0) -> list:
    return [Fraction(text) for text in outcome["stages"][stage]["totals"]]


def condorcet(bench, ours, dice, count) -> None:
    made = [elections.ranked(dice, ties=True, truncated=True) for _ in range(count)]
    jobs = {
        "schulze": {}, "schulze/margins": {"strength": "margins"}, "minimax": {},
        "minimax/winning-votes": {"strength": "winning-votes"}, "copeland": {}, "smith": {},
        "borda": {}, "ranked-pairs": {"universes": "100000"},
        "ranked-pairs/winning-votes": {"strength": "winning-votes", "universes": "100000"},
    }
    results = {
        name: ours.count([Job(one, name.split("/")[0], options=options) for one in made])
        for name, options in jobs.items()
    }
    for place, election in enumerate(made):
        profile = weak_profile(election)
        size = election.size
        mine = {name: outcomes[place] for name, outcomes in results.items()}

        def same(name, what, left, right, **notes):
            bench.same(name.split("/")[0], PEER, what, election, left, right, **notes)

        for name in jobs:
            if is_tied(mine[name]):
                bench.ties[name] += 1
        matrix = [
            [int(profile.support(one, other)) if one != other else 0 for other in range(size)]
            for one in range(size)
        ]
        same("schulze", "pairwise matrix", mine["schulze"]["pairwise"], matrix)
        winner = profile.condorcet_winner()
        beats_all = [
            one for one in range(size)
            if all(matrix[one][other] > matrix[other][one] for other in range(size) if other != one)
        ]
        same("smith", "Condorcet winner", [] if winner is None else [int(winner)], beats_all)
        for name, strength in [("schulze", profile.support), ("schulze/margins", profile.margin)]:
            graph = margin_based_methods.beat_path_defeat(profile, strength_function=strength)
            label = "by winning votes" if name == "schulze" else "by margins"
            same(
                name, f"ranking {label}", mine[name]["ranking"],
                tiers(range(size), lambda one, other: graph.has_edge(one, other)))
            theirs = margin_based_methods.beat_path(profile, strength_function=strength)
            same(name, f"winners {label}", winners(mine[name]), plain(theirs))
        for name, kind in [("minimax", "margins"), ("minimax/winning-votes", "winning")]:
            scores = margin_based_methods.minimax_scores(profile, score_method=kind)
            same(
                name, f"totals by {kind}", totals(mine[name]),
                [Fraction(int(scores[one])) for one in range(size)])
            best = max(scores.values())
            same(
                name, f"winners by {kind}", winners(mine[name]),
                plain(one for one in scores if scores[one] == best))
        same("copeland", "winners", winners(mine["copeland"]), plain(c1_methods.copeland(profile)))
        theirs = profile.copeland_scores()
        same(
            "copeland", "totals", totals(mine["copeland"]),
            [(Fraction(int(theirs[one])) + size - 1) / 2 for one in range(size)])
        same("smith", "ranking", mine["smith"]["ranking"], smith_tiers(profile, size))
        points = scoring_methods.symmetric_borda_scores(profile)
        same(
            "borda", "totals", totals(mine["borda"]),
            [Fraction(election.voters * (size - 1) + int(points[one]), 2) for one in range(size)])
        same("borda", "ranking", mine["borda"]["ranking"], by_total(points))
        ranked_pairs(election, profile, matrix, mine, same)


def ranked_pairs(election, profile, matrix, mine, same) -> None:
    size = election.size
    if size > 5:
        return
    theirs = margin_based_methods.ranked_pairs(profile, algorithm="from_stacks")
    same("ranked-pairs", "winners by margins", winners(mine["ranked-pairs"]), plain(theirs))
    pairs = [(one, other) for one in range(size) for other in range(one)]
    if any(matrix[one][other] == matrix[other][one] for one, other in pairs):
        return  # pref_voting ranks drawn pairs among the victories; ours never locks them in.
    supports = [max(matrix[one][other], matrix[other][one]) for one, other in pairs]
    if max(supports.count(one) for one in supports) > 5:
        return  # The peer tries every order of equally strong victories; this keeps it short.
    theirs = margin_based_methods.ranked_pairs(profile, strength_function=profile.support)
    same(
        "ranked-pairs/winning-votes", "winners by winning votes",
        winners(mine["ranked-pairs/winning-votes"]), plain(theirs))


def from_the_top(bench, ours, dice, count) -> None:
    """Plurality, two rounds and instant runoff, on strict ballots, complete or truncated."""
    for truncated in [False, True]:
        made = [
            elections.ranked(dice, ties=False, truncated=truncated, most=5) for _ in range(count)
        ]
        plurality = ours.count([Job(one, "plurality") for one in made])
        universes = ours.count([Job(one, "irv", options={"universes": "100000"}) for one in made])
        runoff = alternatives(ours, [Job(one, "irv") for one in made])
        rounds = alternatives(ours, [Job(one, "two-round") for one in made])
        for place, election in enumerate(made):
            kind = "truncated" if truncated else "complete"
            profile = weak_profile(election) if truncated else strict_profile(election)
            if truncated:
                tops = [0] * election.size
                for one, score in profile.plurality_scores().items():
                    tops[one] = int(score)
                theirs = plain(one for one in range(election.size) if tops[one] == max(tops))
            else:
                tops = [profile.plurality_scores()[one] for one in range(election.size)]
                theirs = plain(scoring_methods.plurality(profile))
            bench.same(
                "plurality", PEER, f"totals, {kind}", election, totals(plurality[place]),
                [Fraction(int(one)) for one in tops])
            bench.same(
                "plurality", PEER, f"winners, {kind}", election, winners(plurality[place]), theirs)
            theirs = plain(iterative_methods.instant_runoff_put(profile))
            bench.same(
                "irv", PEER, f"parallel universes, {kind}", election, winners(universes[place]),
                theirs)
            bench.same(
                "irv", PEER, f"all lots, {kind}", election,
                frozenset(one for group in runoff[place][1] for one in group), theirs)
            if len(runoff[place][1]) > 1:
                bench.ties["irv"] += 1
            if not truncated:
                theirs = plain(iterative_methods.plurality_with_runoff_put(profile))
                bench.same(
                    "two-round", PEER, "all lots, complete", election,
                    frozenset(one for group in rounds[place][1] for one in group), theirs)
                if len(rounds[place][1]) > 1:
                    bench.ties["two-round"] += 1

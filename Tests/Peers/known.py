"""The differences between ours and the peers that are understood, one by one.

Each is checked on the very election: `holds` computes what the reason predicts and is false for
anything else, so that a difference of another kind is never covered by it.
"""

from __future__ import annotations

import itertools
from fractions import Fraction

from bench import Known
from ours import is_tied


def supported(election) -> frozenset:
    return frozenset(one for _, ballot in election.rows for one in ballot)


def fills_with_unsupported(found) -> bool:
    """Their committees are exactly ours, each filled up with candidates whom nobody approves of."""
    seats = found.notes["seats"]
    nobody = set(range(found.election.size)) - supported(found.election)
    expected = {
        group | frozenset(more)
        for group in found.ours
        for more in itertools.combinations(sorted(nobody - group), seats - len(group))
    }
    return bool(nobody) and expected == found.theirs


def adds_unsupported(found) -> bool:
    """What they fund beyond ours is supported by nobody, and what is supported is the same."""
    wanted = supported(found.election)
    if found.notes.get("all"):
        return {group & wanted for group in found.theirs} == found.ours
    return found.theirs & wanted == found.ours


def needs_two_finalists(found) -> bool:
    """Somebody has more than half of the first preferences, and the second place is tied."""
    tops = [0] * found.election.size
    for voters, ballot in found.election.rows:
        tops[ballot[0][0]] += voters
    order = sorted(tops, reverse=True)
    return (
        2 * order[0] > sum(tops)
        and order[1] == (order[2] if len(order) > 2 else -1)
        and found.ours == frozenset([tops.index(order[0])])
        and found.theirs == "tie"
    )


def exactly_a_quota(found) -> bool:
    """Asked for strictly more than a quota (a tolerance below zero), the peer agrees."""
    from pref_voting import proportional_methods
    from rankings_check import weak_profile
    from stv_check import by_orders

    profile = weak_profile(found.election)
    strict = by_orders(
        found.election.size,
        lambda key: proportional_methods.stv_meek(
            profile, num_seats=found.notes["seats"], tie_break_key=key, tol=-1e-9, max_iter=300))
    return strict == found.ours


def two_surpluses_at_once(found) -> bool:
    """At some stage two or more of the elected have votes over the quota that must move."""
    for stages in found.notes["stages"]:
        for stage in stages:
            quota = Fraction(stage["quota"])
            over = [one for one, total in enumerate(stage["totals"]) if Fraction(total) > quota]
            if len(over) > 1:
                return True
    return False


def votes_ran_out(found) -> bool:
    """votekit stopped with an error, and in one of the ways to count all ballots are used up while
    there are still more candidates than seats."""
    if found.theirs != "crash":
        return False
    for stages in found.notes["stages"]:
        left = set(range(found.election.size))
        for stage in stages:
            left -= set(stage["elected"]) | set(stage["excluded"])
            if left and not any(Fraction(stage["totals"][one]) for one in left):
                return True
    return False


def many_tied_by_protocol(found) -> bool:
    """Three or more are tied for a place in the runoff, and ours is what the published protocol
    gives, computed from its text."""
    tied, finalists = found.notes["protocol"]
    outcome = found.notes["outcome"]
    if tied < 3:
        return False
    if finalists is None:
        return is_tied(outcome)
    return "fault" not in outcome and finalists == set(
        range(found.election.size)) - set(outcome["stages"][0]["excluded"])


KNOWN = [
    Known(
        "nobody approves of them (committees)", {"seq-phragmen", "equal-shares"}, "abcvoting",
        "Seats that no approved candidate is left for stay empty in ours, as in Phragmén's rule"
        " (nobody can bear the burden); abcvoting fills them with candidates whom nobody approves"
        " of, at a burden of more than any other.",
        fills_with_unsupported),
    Known(
        "nobody supports them (projects)", {"phragmen-budget", "equal-shares-budget"}, "pabutools",
        "Ours funds nothing that nobody supports, neither by Phragmén's rule nor in the greedy"
        " completion of equal shares; pabutools funds it when money is left.",
        adds_unsupported),
    Known(
        "a majority needs no rival", {"two-round"}, "votekit",
        "Where somebody has more than half in the first round, ours ends there; votekit still asks"
        " who is second, and gives up on a tie for that place.",
        needs_two_finalists),
    Known(
        "exactly a quota (Meek)", {"meek-stv"}, "pref_voting",
        "The Reference Meek Rule, which ours follows, adds a billionth to the quota, so that exactly"
        " votes/(seats + 1) don't suffice; pref_voting elects with exactly that.",
        exactly_a_quota),
    Known(
        "two surpluses at once", {"wig-stv"}, "votekit",
        "Ours transfers one surplus at a time, the largest first, and elects whoever then has the"
        " quota before the next one moves, as the Scottish rules say (rules 48 and 49); votekit"
        " transfers all at once.",
        two_surpluses_at_once),
    Known(
        "votes ran out", {"wig-stv"}, "votekit",
        "When no ballot names anyone still in the count, ours goes on to exclude by the tie-break"
        " (rules 50 to 52); votekit stops with an IndexError.",
        votes_ran_out),
    Known(
        "three or more tied for the runoff", {"star"}, "starvote",
        "The protocol takes out whoever lost the most comparisons of two; starvote adds up the"
        " single ballots' preferences instead, which is the same for two and not for more.",
        many_tied_by_protocol),
]

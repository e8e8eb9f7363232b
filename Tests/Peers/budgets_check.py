"""Participatory budgets against pabutools, seats for parties against apportionment."""

from __future__ import annotations

import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

import apportionment.methods as apportionment
from pabutools.election import (
    ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project)
from pabutools.rules import (
    completion_by_rule_combination, greedy_utilitarian_welfare, method_of_equal_shares,
    sequential_phragmen)
from pabutools.tiebreaking import TieBreakingRule

import elections
from ours import Job, all_lots, alternatives, is_tied, winners


def instance(election):
    projects = [Project(f"p{one}", cost=cost) for one, cost in enumerate(election.costs)]
    profile = ApprovalProfile([
        ApprovalBallot([projects[one] for one in ballot])
        for voters, ballot in election.rows for _ in range(voters)])
    return Instance(projects, budget_limit=election.budget), profile


def by_lot(order):
    place = {f"p{one}": index for index, one in enumerate(order)}
    return TieBreakingRule(lambda inst, prof, project: place[project.name])


def shares(satisfaction, completion):
    step = {"voter_budget_increment": 1} if "add-1" in completion else {}

    def count(inst, profile, tie):
        first = {"sat_class": satisfaction, "tie_breaking": tie, **step}
        if "greedy" not in completion:
            return method_of_equal_shares(inst, profile, **first)
        return completion_by_rule_combination(
            inst, profile, [method_of_equal_shares, greedy_utilitarian_welfare],
            [first, {"sat_class": Cost_Sat, "tie_breaking": tie}])

    return count


RULES = {
    "greedy-budget": ({}, lambda inst, profile, tie: greedy_utilitarian_welfare(
        inst, profile, sat_class=Cost_Sat, tie_breaking=tie)),
    "phragmen-budget": ({}, lambda inst, profile, tie: sequential_phragmen(
        inst, profile, tie_breaking=tie)),
    **{
        f"equal-shares-budget/{name}/{completion}": (
            {"satisfaction": name, "completion": completion}, shares(measure, completion))
        for name, measure in [("cost", Cost_Sat), ("cardinality", Cardinality_Sat)]
        for completion in ["none", "add-1", "greedy", "add-1,greedy"]
    },
}


def chosen(allocation) -> frozenset:
    return frozenset(int(project.name[1:]) for project in allocation)


def budget(bench, ours, dice, count) -> None:
    made = [elections.budget(dice, zero=True) for _ in range(count)]
    for name, (options, peer) in RULES.items():
        method = name.split("/")[0]
        what = " ".join(name.split("/")[1:]) or "projects"
        plain = ours.count([Job(one, method, options=options) for one in made])
        lots = [
            dice.sample(sorted(all_lots(one.size).items()), 4) if is_tied(outcome)
            else [(tuple(range(one.size)), None)]
            for one, outcome in zip(made, plain)]
        flat = [(place, order, seed) for place, some in enumerate(lots) for order, seed in some]
        drawn = ours.count([
            Job(made[place], method, tie="" if seed is None else f"lot:{seed}", options=options)
            for place, order, seed in flat])
        for (place, order, seed), outcome in zip(flat, drawn):
            bench.ties[name] += seed is not None
            if seed is not None:
                bench.same(
                    method, "the definition", "a lot that decides is told", made[place],
                    bool(outcome["ties"]), True)
            theirs = chosen(peer(*instance(made[place]), by_lot(order)))
            bench.same(
                method, "pabutools", what, made[place], winners(outcome), theirs, order=order,
                outcome=outcome, completion=options.get("completion", ""))
        if method == "greedy-budget" or "add-1" in name:
            continue
        # All that the peer can give where nothing breaks the ties, against all that a lot can.
        if method == "phragmen-budget" or "/none" in name:
            few = made[: max(1, len(made) // 4)]
            mine = alternatives(ours, [Job(one, method, options=options) for one in few])
            for election, (outcome, sets) in zip(few, mine):
                inst, profile = instance(election)
                if method == "phragmen-budget":
                    theirs = sequential_phragmen(inst, profile, resoluteness=False)
                else:
                    measure = Cost_Sat if options["satisfaction"] == "cost" else Cardinality_Sat
                    theirs = method_of_equal_shares(
                        inst, profile, sat_class=measure, resoluteness=False)
                bench.same(
                    method, "pabutools", f"{what}, all ways", election, sets,
                    {chosen(one) for one in theirs}, outcome=outcome, all=True,
                    completion=options.get("completion", ""))


def parties(bench, ours, dice, count) -> None:
    made = [(elections.party(dice), dice.randint(1, 9)) for _ in range(count)]
    for method, name in [("dhondt", "dhondt"), ("sainte-lague", "saintelague")]:
        jobs = [Job(one, method, seats) for one, seats in made]
        for (election, seats), outcome in zip(made, ours.count(jobs)):
            bench.ties[method] += "fault" in outcome
            mine = "tie" if "fault" in outcome else [
                outcome["winners"].count(one) for one in range(election.size)]
            try:
                theirs = [int(one) for one in apportionment.compute(
                    name, election.votes, seats, fractions=True, tiesallowed=False)]
            except apportionment.TiesException:
                theirs = "tie"
            bench.same(
                method, "apportionment", "seats, or a tie", election, mine, theirs, seats=seats)
        lots = ours.count([Job(one, method, seats, tie="lot:1") for one, seats in made])
        for (election, seats), outcome in zip(made, lots):
            given = [outcome["winners"].count(one) for one in range(election.size)]
            divisor = (lambda n: n + 1) if method == "dhondt" else (lambda n: 2 * n + 1)
            # Whoever has a seat had at least the quotient of whoever doesn't get the next one.
            last = [Fraction(v, divisor(n - 1)) for v, n in zip(election.votes, given) if n]
            nxt = [Fraction(v, divisor(n)) for v, n in zip(election.votes, given)]
            bench.same(
                method, "the definition", "no seat would be better elsewhere", election,
                sum(given) == seats and min(last) >= max(nxt), True, seats=seats)

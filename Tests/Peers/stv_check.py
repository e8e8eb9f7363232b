"""Transferable votes, against pref_voting and votekit."""

from __future__ import annotations

import itertools
import json
import subprocess
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

from pref_voting import proportional_methods

import elections
from ours import Job, all_lots, alternatives, is_tied, winners
from rankings_check import totals, weak_profile


class Script:
    """In the place of a random generator: gives the choices it was told, then the first one, and
    remembers how many there were to choose from."""

    def __init__(self, told):
        self.told, self.met = list(told), []

    def choice(self, options):
        place = len(self.met)
        self.met.append(len(options))
        return options[self.told[place] if place < len(self.told) else 0]


def every_way(count) -> set:
    """All results of a count that asks a generator, over all that the generator could say."""
    open_ways, results = [[]], set()
    while open_ways:
        told = open_ways.pop()
        script = Script(told)
        results.add(frozenset(int(one) for one in count(script)))
        for place in range(len(told), len(script.met)):
            for other in range(1, script.met[place]):
                open_ways.append(told + [0] * (place - len(told)) + [other])
    return results


def by_orders(size, count) -> set:
    """All results of a count that breaks ties by an order, over all orders."""
    results = set()
    for order in itertools.permutations(range(size)):
        place = {one: index for index, one in enumerate(order)}
        results.add(frozenset(int(one) for one in count(place.__getitem__)))
    return results


def with_seats(dice, count, most=5, voters=12):
    for _ in range(count):
        election = elections.ranked(
            dice, ties=False, truncated=dice.random() < 0.7, most=most, voters=voters)
        yield election, dice.randint(1, min(3, election.size - 1))


def gregory(bench, ours, dice, count) -> None:
    """Scottish STV, and the exact fractions of the same course: the peer with fourteen decimals."""
    made = list(with_seats(dice, count))
    for method, decimals in [("scottish-stv", 5), ("wig-stv", 14)]:
        jobs = [Job(one, method, seats, tie="prior") for one, seats in made]
        plain = ours.count(jobs)
        open_jobs, owners = [], []
        for place, (job, outcome) in enumerate(zip(jobs, plain)):
            if "fault" in outcome:
                for seed in all_lots(job.election.size).values():
                    open_jobs.append(Job(job.election, method, job.seats, tie=f"prior,lot:{seed}"))
                    owners.append(place)
        sets = [set() if "fault" in outcome else {winners(outcome)} for outcome in plain]
        for place, outcome in zip(owners, ours.count(open_jobs)):
            sets[place].add(winners(outcome))
        for (election, seats), outcome, mine in zip(made, plain, sets):
            bench.ties[method] += "fault" in outcome
            profile = weak_profile(election)
            theirs = every_way(
                lambda script: proportional_methods.stv_scottish(
                    profile, num_seats=seats, decimals=decimals, rng=script))
            bench.same(
                method, "pref_voting", "winners, all lots", election, mine, theirs, seats=seats)


def meek(bench, ours, dice, count) -> None:
    made = list(with_seats(dice, count, most=4))
    results = alternatives(ours, [Job(one, "meek-stv", seats) for one, seats in made])
    for (election, seats), (outcome, mine) in zip(made, results):
        bench.ties["meek-stv"] += "fault" in outcome
        profile = weak_profile(election)
        theirs = by_orders(
            election.size,
            lambda key: proportional_methods.stv_meek(
                profile, num_seats=seats, tie_break_key=key))
        bench.same(
            "meek-stv", "pref_voting", "winners, all lots", election, mine, theirs, seats=seats)


class Votekit:
    """votekit, in a process of its own (see votekit_peer.py)."""

    def __init__(self, python: str):
        here = __file__.rsplit("/", 1)[0]
        self.child = subprocess.Popen(
            [python, f"{here}/votekit_peer.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)

    def ask(self, election, method, seats, **more) -> dict:
        job = {
            "method": method, "size": election.size, "seats": seats, "rows": election.rows, **more}
        self.child.stdin.write(json.dumps(job) + "\n")
        self.child.stdin.flush()
        return json.loads(self.child.stdout.readline())

    def close(self) -> None:
        self.child.stdin.close()
        self.child.wait()


def every_course(ours, made, results) -> list:
    """For each election the outcomes to which its ties can lead."""
    jobs, owners = [], []
    for place, ((election, seats), (outcome, _)) in enumerate(zip(made, results)):
        seeds = [f"lot:{one}" for one in all_lots(election.size).values()]
        for tie in seeds if is_tied(outcome) else [""]:
            jobs.append(Job(election, "wig-stv", seats, tie=tie))
            owners.append(place)
    courses: list = [[] for _ in made]
    for place, outcome in zip(owners, ours.count(jobs)):
        courses[place].append(outcome)
    return courses


def all_named(election) -> bool:
    """Whether every candidate stands on some ballot: votekit forgets the others."""
    if election.kind == "approval":
        return len({one for _, ballot in election.rows for one in ballot}) == election.size
    return len({one for _, b in election.rows for rank in b for one in rank}) == election.size


def votekit(bench, ours, dice, count, python) -> None:
    peer = Votekit(python)
    made = [pair for pair in with_seats(dice, count, voters=25) if all_named(pair[0])]
    wig = alternatives(ours, [Job(one, "wig-stv", seats) for one, seats in made])
    stages = every_course(ours, made, wig)
    single = alternatives(ours, [Job(one, "irv") for one, _ in made])
    sntv = ours.count([Job(one, "sntv", seats) for one, seats in made])
    rounds = alternatives(ours, [Job(one, "two-round") for one, _ in made])
    for place, (election, seats) in enumerate(made):
        for result in peer.ask(election, "irv", 1, seeds=3)["results"]:
            is_among = frozenset(result["winners"]) in single[place][1]
            bench.same("irv", "votekit", "winner is one of all lots", election, True, is_among)
        result = peer.ask(election, "sntv", seats)["results"][0]
        tied = is_tied(sntv[place])
        bench.ties["sntv"] += tied
        bench.same(
            "sntv", "votekit", "winners, or a tie", election,
            "tie" if tied else winners(sntv[place]),
            "tie" if "tie" in result else frozenset(result["winners"]), seats=seats)
        result = peer.ask(election, "two-round", 1)["results"][0]
        mine = rounds[place]
        tied = is_tied(mine[0]) or len(mine[0]["winners"]) > 1
        bench.same(
            "two-round", "votekit", "winner, or a tie", election,
            "tie" if tied else winners(mine[0]),
            "tie" if "tie" in result else frozenset(result["winners"]))
        transferable(bench, peer, election, seats, *wig[place], stages[place])
    peer.close()


def transferable(bench, peer, election, seats, outcome, mine, some) -> None:
    """The winners; and the course of the count, as the totals of those neither elected nor
    excluded. votekit has a round for every election and goes on to the last one; ours has a stage
    for every transfer and stops when the seats are filled. Compared is how the totals change, up
    to the last stage but one of ours, in counts without a tie."""
    answer = peer.ask(election, "wig-stv", seats, simultaneous=True, seeds=2)
    stages = [one["stages"] for one in some]
    for result in answer["results"]:
        if "crash" in result:
            bench.same(
                "wig-stv", "votekit", "winners are one of all lots", election, mine, "crash",
                stages=stages)
            return
        theirs = frozenset(result.get("winners", []))
        bench.same(
            "wig-stv", "votekit", "winners are one of all lots", election, theirs in mine, True,
            stages=stages, seats=seats, winners=theirs, sets=mine)
    if is_tied(outcome):
        return
    quota = Fraction(outcome["stages"][0]["quota"])
    gone: set = set()
    ours = []
    for stage in outcome["stages"][:-1]:
        gone |= set(stage["elected"]) | set(stage["excluded"])
        ours.append({
            one: Fraction(text) for one, text in enumerate(stage["totals"])
            if one not in gone and Fraction(text)})
    theirs = [
        {int(one): Fraction(text) for one, text in each["scores"].items()
         if 0 < Fraction(text) < quota}
        for each in answer["results"][0]["rounds"]]
    ours, theirs = changes(ours), changes(theirs)
    bench.same(
        "wig-stv", "votekit", "totals, change by change", election, ours, theirs[: len(ours)],
        stages=stages, seats=seats)


def changes(snapshots) -> list:
    return [one for one, _ in itertools.groupby(snapshots)]


def block(bench, ours, dice, count, python) -> None:
    peer = Votekit(python)
    made = []
    while len(made) < count:
        election = elections.approval(dice, empty=False)
        seats = dice.randint(1, election.size - 1)
        election.rows = elections.grouped(
            [ballot[:seats] for voters, ballot in election.rows for _ in range(voters)])
        if all_named(election):
            made.append((election, seats))
    for (election, seats), outcome in zip(
        made, ours.count([Job(one, "block", seats) for one, seats in made])
    ):
        result = peer.ask(election, "block", seats)["results"][0]
        tied = is_tied(outcome)
        bench.ties["block"] += tied
        bench.same(
            "block", "votekit", "winners, or a tie", election,
            "tie" if tied else winners(outcome),
            "tie" if "tie" in result else frozenset(result["winners"]), seats=seats)
        if "rounds" in result:
            scores = result["rounds"][0]["scores"]
            bench.same(
                "block", "votekit", "totals", election, totals(outcome),
                [Fraction(scores.get(str(one), 0)) for one in range(election.size)])
    peer.close()

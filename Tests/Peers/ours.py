"""The seam: how these scripts have Charrette count. Everything else knows only `Ours.count`."""

from __future__ import annotations

import dataclasses
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time

from elections import Election


@dataclasses.dataclass
class Job:
    """One election to be counted in one way."""

    election: Election
    method: str
    seats: int | None = None
    tie: str = ""
    options: dict = dataclasses.field(default_factory=dict)

    def how(self) -> tuple:
        return (self.method, self.seats, self.tie, tuple(sorted(self.options.items())))


class Ours:
    """Counts by the command `charrette tally`, many files in one process; or, where a driver is
    given, by a program that reads the elections as lines of JSON (see README.md)."""

    def __init__(self, charrette: str | None = None, driver: str | None = None):
        self.charrette = charrette
        self.driver = driver
        self.folder = tempfile.mkdtemp(prefix="charrette-peers-")
        self.files: dict = {}
        self.counted = 0

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def count(self, jobs: list) -> list:
        """The outcomes, in the order of the jobs. Each is a dictionary as `--format json` gives it,
        but with candidates counted from 0; or {"fault": …} where there is no result."""
        self.counted += len(jobs)
        if self.driver:
            return self._by_driver(jobs)
        groups: dict = {}
        for place, job in enumerate(jobs):
            groups.setdefault(job.how(), []).append(place)
        results: list = [None] * len(jobs)
        for places in groups.values():
            for start in range(0, len(places), 400):
                part = places[start : start + 400]
                for place, outcome in zip(part, self._by_command([jobs[p] for p in part])):
                    results[place] = outcome
        return results

    # The driver

    def _by_driver(self, jobs: list) -> list:
        lines = []
        for job in jobs:
            election = job.election
            lines.append(
                json.dumps(
                    {
                        "method": job.method,
                        "seats": job.seats or 1,
                        "tie": job.tie,
                        "options": job.options,
                        "candidates": election.size,
                        "range": election.range,
                        "costs": election.costs,
                        "budget": election.budget,
                        "votes": election.votes,
                        "ballots": election.rows,
                    }
                )
            )
        done = subprocess.run(
            [self.driver], input="\n".join(lines) + "\n", capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(f"{self.driver} failed: {done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    # The command

    def _by_command(self, jobs: list) -> list:
        raise SystemExit("Not yet: give --driver.")


class SplitMix64:
    """The generator of the published lot."""

    mask = (1 << 64) - 1

    def __init__(self, seed: int):
        self.state = seed

    def next(self) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.mask
        word = self.state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & self.mask
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & self.mask
        return word ^ (word >> 31)

    def below(self, bound: int) -> int:
        rejected = (1 << 64) % bound
        while True:
            word = self.next()
            if word >= rejected:
                return word % bound


def lot_order(seed: int, size: int) -> tuple:
    """The lot as the library's documentation says that anyone can draw it: most favoured first."""
    dice = SplitMix64(seed)
    order = list(range(size))
    for place in range(size - 1, 0, -1):
        other = dice.below(place + 1)
        order[place], order[other] = order[other], order[place]
    return tuple(order)


_seeds: dict = {}


def all_lots(size: int) -> dict:
    """For every order of so many candidates, a seed whose lot it is."""
    if size not in _seeds:
        wanted = set(itertools.permutations(range(size)))
        found: dict = {}
        seed = 0
        while len(found) < len(wanted):
            found.setdefault(lot_order(seed, size), seed)
            seed += 1
        _seeds[size] = found
    return _seeds[size]


def winners(outcome: dict) -> frozenset:
    return frozenset(outcome["winners"])


def is_tied(outcome: dict) -> bool:
    """Whether a tie was met that no rule of the method itself decides."""
    if "fault" in outcome:
        return True
    return any(tie["resolution"] in ("unbroken",) for tie in outcome["ties"])


def alternatives(ours: Ours, jobs: list) -> list:
    """For each job (made without a tie-break) the outcome, and all sets of winners that breaking
    its ties in every order of the candidates can give."""
    plain = ours.count(jobs)
    extra, owners = [], []
    for place, (job, outcome) in enumerate(zip(jobs, plain)):
        if is_tied(outcome):
            for seed in all_lots(job.election.size).values():
                extra.append(dataclasses.replace(job, tie=f"lot:{seed}"))
                owners.append(place)
    sets: list = [set() for _ in jobs]
    for place, outcome in zip(owners, ours.count(extra) if extra else []):
        if "fault" in outcome:
            raise SystemExit(f"A lot left no result: {jobs[place]} {outcome}")
        sets[place].add(winners(outcome))
    for place, outcome in enumerate(plain):
        if not is_tied(outcome):
            sets[place].add(winners(outcome))
    return list(zip(plain, sets))


def reported_seconds(ours: Ours, job: Job) -> float:
    """How long a count takes, without the start of the process."""
    if ours.driver:
        return min(ours.count([job])[0]["seconds"] for _ in range(3))
    raise SystemExit("Not yet: give --driver.")

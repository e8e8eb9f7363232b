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
        parties = self.election.size if self.election.kind == "party" else 0
        return (
            self.method, self.seats, self.tie, tuple(sorted(self.options.items())), parties)


class Ours:
    """Counts by the command `charrette tally`, many files in one process."""

    def __init__(self, charrette: str):
        self.charrette = charrette
        self.folder = tempfile.mkdtemp(prefix="charrette-peers-")
        self.files: dict = {}
        self.counted = 0

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def count(self, jobs: list) -> list:
        """The outcomes, in the order of the jobs. Each is a dictionary as `--format json` gives it,
        but with candidates counted from 0; or {"fault": …} where there is no result."""
        self.counted += len(jobs)
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

    # The command

    def _by_command(self, jobs: list) -> list:
        """Counts jobs that differ in nothing but their election. The command prints nothing if one
        of its files can't be counted: then each is counted by itself."""
        lines = self._run(jobs, jobs[0].tie)
        return lines if isinstance(lines, list) else [self._alone(job) for job in jobs]

    def _alone(self, job: Job) -> dict:
        lines = self._run([job], job.tie)
        return lines[0] if isinstance(lines, list) else {"fault": lines, "ties": []}

    def _run(self, jobs: list, tie: str):
        """The outcomes, or what the command says where it gives none. Status 3: somebody has to break
        a tie; a count that can't go on without that has no result here."""
        command = [*self.command(dataclasses.replace(jobs[0], tie=tie)), *[self.file(one.election) for one in jobs]]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 3):
            return done.stderr.strip() or "failed"
        read = [json.loads(line) for line in done.stdout.splitlines()]
        if (done.returncode == 3) != any(one["status"] == "tied" for one in read):
            raise SystemExit(f"status {done.returncode}: {' '.join(command)}")
        lines = [
            self._indexed(one) if one.get("tied", {}).get("finished", True)
            else {"fault": "a tie", "ties": []}
            for one in read
        ]
        if len(lines) != len(jobs):
            raise SystemExit(f"{len(jobs)} files gave {len(lines)} results: {' '.join(command)}")
        return lines

    def command(self, job: Job) -> list:
        """The command that counts such a job, but for its file."""
        command = [self.charrette, "tally", "--method", job.method, "--format", "json"]
        if job.seats:
            command += ["--seats", str(job.seats)]
        if job.tie:
            command += ["--tie-break", job.tie]
        for name, value in sorted(job.options.items()):
            command += ["--option", f"{name}={value}"]
        kinds = {"approval": "approvals", "score": "scores", "party": "parties", "opinion": "opinions"}
        if job.election.kind in kinds:
            command += ["--ballots", kinds[job.election.kind]]
        if job.election.kind in ("approval", "score", "opinion"):
            command += ["--weight-column", "count"]
        if job.election.kind == "party":
            # Where the last has as many votes as all others, it could be a sum; here none is.
            names = [f"C{one}" for one in range(job.election.size)]
            command += ["--candidates", ",".join(names)]
        if job.election.kind == "score":
            command += ["--scale", "..".join(map(str, job.election.range))]
        return command

    @staticmethod
    def _indexed(outcome: dict) -> dict:
        """Candidates by their places instead of their ids."""
        place = {one["id"]: index for index, one in enumerate(outcome["candidates"])}

        def places(ids):
            return [place[one] for one in ids]

        outcome["winners"] = places(outcome["winners"])
        outcome["ranking"] = [places(tier) for tier in outcome.get("ranking", [])]
        for tie in outcome["ties"]:
            tie["candidates"], tie["chosen"] = places(tie["candidates"]), places(tie["chosen"])
        for stage in outcome["stages"]:
            stage["totals"] = [stage["totals"][one] for one in place]
            stage["elected"] = places(stage["elected"])
            stage["excluded"] = places(stage["excluded"])
        return outcome

    def file(self, election: Election) -> str:
        key = election.key()
        if key not in self.files:
            content, ending = as_file(election)
            path = os.path.join(self.folder, f"{len(self.files)}.{ending}")
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            self.files[key] = path
        return self.files[key]


def as_file(election: Election) -> tuple:
    """What stands in a file with these ballots, and the ending of its name."""
    names = [f"C{one}" for one in range(election.size)]
    if election.kind == "ranked":
        lines = [f"{election.size} 1"]
        for voters, ballot in election.rows:
            ranks = ["=".join(str(one + 1) for one in rank) for rank in ballot]
            lines.append(" ".join([str(voters), *ranks, "0"]))
        return "\n".join(lines + ["0", *[f'"{name}"' for name in names], '"A title"', ""]), "blt"
    if election.kind == "party":
        rows = [f"{name},{votes}" for name, votes in zip(names, election.votes)]
        return "\n".join(["party,votes", *rows, ""]), "csv"
    if election.kind == "budget":
        voters = [ballot for count, ballot in election.rows for _ in range(count)]
        lines = [
            "META", "key;value", "vote_type;approval", f"budget;{election.budget}",
            f"num_projects;{election.size}", f"num_votes;{len(voters)}", "PROJECTS",
            "project_id;cost"]
        lines += [f"{name};{cost}" for name, cost in zip(names, election.costs)]
        lines += ["VOTES", "voter_id;vote"]
        for number, ballot in enumerate(voters, 1):
            lines.append(f"{number};{','.join(names[one] for one in ballot)}")
        return "\n".join(lines + [""]), "pb"
    rows = ["count," + ",".join(names)]
    for voters, ballot in election.rows:
        if election.kind == "approval":
            cells = ["1" if one in ballot else "0" for one in range(election.size)]
        else:
            cells = ["" if grade is None else str(grade) for grade in ballot]
        rows.append(",".join([str(voters), *cells]))
    return "\n".join(rows + [""]), "csv"


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
    """Whether a tie was met that no rule of the method itself decides, be it one that changes
    nothing about who wins."""
    if "fault" in outcome:
        return True
    return any(tie["resolution"] in ("unbroken", "immaterial") for tie in outcome["ties"])


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


def counting_seconds(ours: Ours, job: Job) -> float:
    """How long one count takes, from the bytes of a file to the outcome, in a process that has
    started: the peer's time is that of its profile, made of lists, and its count."""
    command = [
        os.path.join(os.path.dirname(ours.charrette), "Benchmarks"), "--count",
        ours.file(job.election), job.method]
    command += [f"seats={job.seats}"] if job.seats else []
    command += [f"tie-break={job.tie}"] if job.tie else []
    command += [f"{name}={value}" for name, value in sorted(job.options.items())]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)
    return float(done.stdout)


def printed_seconds(ours: Ours, job: Job) -> float:
    """How long one more file takes for the command, its result printed with all the working: what
    many times the same file take, less what it takes once, for each of the others."""
    command = [*ours.command(job), ours.file(job.election)]

    def took(more: int) -> float:
        start = time.perf_counter()
        done = subprocess.run(command + command[-1:] * more, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stderr)
        return time.perf_counter() - start

    once = min(took(0) for _ in range(5))
    more = max(4, min(200, int(2 / once)))
    return (min(took(more) for _ in range(3)) - once) / more

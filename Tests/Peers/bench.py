"""Keeps the score: what was compared, what differed, and which differences are known."""

from __future__ import annotations

import collections
import dataclasses
from typing import Any, Callable

from elections import Election


@dataclasses.dataclass
class Found:
    """One election on which a peer says something else than ours."""

    method: str
    peer: str
    what: str
    election: Election
    ours: Any
    theirs: Any
    notes: dict


@dataclasses.dataclass
class Known:
    """A difference that is understood. `holds` looks at the election itself, narrowly: it must be
    false wherever the reason doesn't explain what was found."""

    name: str
    methods: set
    peer: str
    reason: str
    holds: Callable[[Found], bool]


class Bench:
    def __init__(self, known: list):
        self.known = known
        self.compared: collections.Counter = collections.Counter()
        self.applied: collections.Counter = collections.Counter()
        self.failures: list = []
        self.ties: collections.Counter = collections.Counter()

    def same(self, method, peer, what, election, ours, theirs, **notes) -> None:
        """Notes that something was compared, and looks into it if it differs."""
        self.compared[(method, peer, what)] += 1
        if ours == theirs:
            return
        found = Found(method, peer, what, election, ours, theirs, notes)
        for known in self.known:
            if method in known.methods and peer == known.peer and known.holds(found):
                self.applied[known.name] += 1
                return
        self.failures.append(found)

    def report(self) -> None:
        print("\nCompared (method, peer, what: how many)")
        for (method, peer, what), count in sorted(self.compared.items()):
            print(f"  {method:20} {peer:14} {what:34} {count:7}")
        print("\nElections with a tie that the method itself doesn't break")
        for method, count in sorted(self.ties.items()):
            print(f"  {method:20} {count:7}")
        print("\nKnown differences, each with how often it was met")
        for known in self.known:
            print(f"  {known.name}: {self.applied[known.name]}")
            print(f"      {known.peer}; {', '.join(sorted(known.methods))}")
            print(f"      {known.reason}")
        print(f"\nUnexplained: {len(self.failures)}")
        for found in self.failures[:12]:
            print(f"  {found.method} against {found.peer}, {found.what}")
            print(f"    ours   {found.ours}\n    theirs {found.theirs}")
            print(f"    {found.election} {found.notes}")

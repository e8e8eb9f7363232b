"""Random elections, small enough to be full of ties; the same ones for the same seed.

An election is a value: its kind, how many candidates, and rows of (voters, ballot). A ballot is
- ranked: the ranks from first to last, each a list of candidates;
- approval: the candidates approved of;
- score: a number or None for each candidate, out of `range`;
- budget: the projects approved of, with `costs` and `budget`;
- party: no rows, but `votes` by party.
Candidates are counted from 0.
"""

from __future__ import annotations

import dataclasses
import random


@dataclasses.dataclass
class Election:
    kind: str
    size: int
    rows: list
    range: tuple = (0, 5)
    costs: list | None = None
    budget: int | None = None
    votes: list | None = None

    @property
    def voters(self) -> int:
        return sum(count for count, _ in self.rows)

    def key(self) -> str:
        return repr(dataclasses.astuple(self))


def grouped(ballots) -> list:
    """The same ballots together, as (voters, ballot), in the order of their first voter."""
    counts: dict = {}
    for ballot in ballots:
        key = repr(ballot)
        counts.setdefault(key, [0, ballot])[0] += 1
    return [tuple(row) for row in counts.values()]


def ranked(
    dice: random.Random, *, ties: bool, truncated: bool, most: int = 6, voters: int = 12
) -> Election:
    """Strict or weak orders. Some candidates can be left without a single vote."""
    size = dice.randint(3, most)
    popular = dice.sample(range(size), dice.randint(2, size))
    ballots = []
    for _ in range(dice.randint(1, voters)):
        order = list(range(size))
        dice.shuffle(order)
        if truncated:
            order = [one for one in order if one in popular][: dice.randint(1, size)]
        ranks: list = []
        for one in order:
            if ties and ranks and dice.random() < 0.25:
                ranks[-1].append(one)
            else:
                ranks.append([one])
        ballots.append(ranks)
    return Election("ranked", size, grouped(ballots))


def approval(dice: random.Random, most: int = 5, empty: bool = True) -> Election:
    size = dice.randint(3, most)
    chance = dice.choice([0.25, 0.4, 0.6])
    ballots = []
    for _ in range(dice.randint(1, 10)):
        ballot = [one for one in range(size) if dice.random() < chance]
        if not ballot and not (empty and dice.random() < 0.3):
            ballot = [dice.randrange(size)]
        ballots.append(ballot)
    return Election("approval", size, grouped(ballots))


def score(dice: random.Random, blanks: bool = True, most: int = 5) -> Election:
    size = dice.randint(2, most)
    top = dice.choice([1, 2, 5, 5])
    ballots = [
        [
            None if blanks and dice.random() < 0.15 else dice.randint(0, top)
            for _ in range(size)
        ]
        for _ in range(dice.randint(1, 8))
    ]
    return Election("score", size, grouped(ballots), range=(0, 5))


def budget(dice: random.Random, zero: bool) -> Election:
    election = approval(dice, empty=True)
    costs = [dice.choice([1, 2, 2, 3, 4, 6, 10]) for _ in range(election.size)]
    if zero and dice.random() < 0.3:
        costs[dice.randrange(election.size)] = 0
    limit = dice.randint(2, max(3, sum(costs)))
    return Election("budget", election.size, election.rows, costs=costs, budget=limit)


def party(dice: random.Random) -> Election:
    size = dice.randint(2, 5)
    votes = [dice.randint(0, 12) for _ in range(size)]
    votes[dice.randrange(size)] += 1
    return Election("party", size, [], votes=votes)

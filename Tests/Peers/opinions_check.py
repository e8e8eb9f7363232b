"""The map of opinions, against numpy's decomposition of the same matrix."""

from __future__ import annotations

import numpy

from elections import Election
from ours import Job


def structured() -> list:
    """Where an iteration can be stuck or slow: camps, copies, equal variances, people who stand alone."""
    size = 8
    unit = [[int(row == one) for one in range(size)] for row in range(size)]
    camps = [[1 if (one < 3) == (row < 3) else -1 for one in range(6)] for row in range(6)]
    hidden = [[1, 0, 0, 0, 0]] * 10 + [[-1, 0, 0, 0, 0]] * 10
    hidden += [[0, 1, 1, 0, 0], [0, -1, -1, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, -1, -1]]
    return [
        unit,
        unit + [[-cell for cell in row] for row in unit],
        camps,
        [[row % 3 - 1] * 6 for row in range(9)],
        hidden,
        [[0, 0, 0, 0, 1]] + [[1, 0, 0, 0, 0]] * 10 + [[-1, 0, 0, 0, 0]],
        [[1 if bin(row & one).count("1") % 2 == 0 else -1 for one in range(size)] for row in range(size)],
        [[1 if row > one else -1 for one in range(11)] for row in range(12)],
        [[1, 1, -1], [1, 1, 1], [-1, -1, 1], [-1, -1, -1]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1], [-1, 0, 0], [0, -1, 0], [0, 0, -1]],
    ]


def axes(rows: list) -> list:
    """Which parts of the variance the two first axes have."""
    cells = numpy.array(rows, dtype=float)
    values = numpy.linalg.svd(cells - cells.mean(axis=0), compute_uv=False) ** 2
    whole = values.sum()
    parts = list(values[:2] / whole) if whole > 1e-9 else [0.0, 0.0]
    return [round(float(part), 6) for part in parts + [0.0] * (2 - len(parts))]


def opinions(bench, ours, dice, count) -> None:
    tables = structured()
    while len(tables) < max(210, count):
        width, voters = dice.randint(2, 12), dice.randint(2, 30)
        tables.append([[dice.randint(-1, 1) for _ in range(width)] for _ in range(voters)])
    jobs = [
        Job(
            Election("opinion", len(rows[0]), [(1, row) for row in rows]), "opinion-groups",
            options={"answers-needed": 1})
        for rows in tables
    ]
    for job, outcome, rows in zip(jobs, ours.count(jobs), tables):
        found = [round(part, 6) for part in outcome["groups"]["explained"]]
        found += [0.0] * (2 - len(found))
        near = [max(abs(one - other) for one, other in zip(found, axes(rows))) < 2e-6]
        bench.same("opinion-groups", "numpy", "variance along both axes", job.election, near, [True])

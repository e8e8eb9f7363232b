"""Runs in votekit's own environment: reads elections as lines of JSON, writes what votekit says.

{"method", "size", "seats", "rows": [[voters, ballot]…], "seeds": n} in;
{"results": [{"winners", "rounds": [{"scores", "elected", "eliminated"}]} | {"tie": message}],
"seconds"} out, one result for each seed of votekit's own random tie-break.
"""

import json
import sys
import time
import warnings
from fractions import Fraction

warnings.simplefilter("ignore")

from votekit.ballot import RankBallot, ScoreBallot  # noqa: E402
from votekit.elections import STV, SNTV, TopTwo, BlockPlurality, IRV  # noqa: E402
from votekit.pref_profile import RankProfile, ScoreProfile  # noqa: E402


def names(size):
    return [f"C{one}" for one in range(size)]


def ranked(job):
    ballots = [
        RankBallot(ranking=[{f"C{one}" for one in rank} for rank in ballot], weight=voters)
        for voters, ballot in job["rows"]
    ]
    return RankProfile(ballots=ballots, candidates=names(job["size"]))


def scored(job):
    ballots = [
        ScoreBallot(scores={f"C{one}": 1 for one in ballot}, weight=voters)
        for voters, ballot in job["rows"]
        if ballot
    ]
    return ScoreProfile(ballots=ballots, candidates=names(job["size"]))


def elect(job, seed):
    method, seats = job["method"], job["seats"]
    if method == "wig-stv":
        return STV(
            ranked(job), n_seats=seats, simultaneous=job["simultaneous"], tiebreak="random",
            rng_seed=seed, exact=job.get("exact", True))
    if method == "irv":
        return IRV(ranked(job), tiebreak="random", rng_seed=seed, exact=True)
    if method == "sntv":
        return SNTV(ranked(job), n_seats=seats)
    if method == "two-round":
        return TopTwo(ranked(job))
    if method == "block":
        return BlockPlurality(scored(job), n_seats=seats)
    raise ValueError(method)


def numbers(sets):
    return [int(one[1:]) for group in sets for one in sorted(group)]


def result(job, seed):
    try:
        election = elect(job, seed)
    except ValueError as error:
        return {"tie": str(error)}
    except IndexError as error:
        return {"crash": str(error)}
    rounds = []
    for state in election.election_states:
        rounds.append({
            "scores": {one[1:]: str(Fraction(score)) for one, score in (state.scores or {}).items()},
            "elected": numbers(state.elected),
            "eliminated": numbers(state.eliminated),
        })
    return {"winners": numbers(election.get_elected()), "rounds": rounds}


for line in sys.stdin:
    job = json.loads(line)
    start = time.perf_counter()
    results = [result(job, seed) for seed in range(job.get("seeds", 1))]
    seconds = time.perf_counter() - start
    print(json.dumps({"results": results, "seconds": seconds}), flush=True)

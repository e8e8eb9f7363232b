#!/usr/bin/env python3
"""The lot of `charrette tally --tie-break lot:SEED`, recomputed from the guide's page "How ties are
broken" alone, so that anybody can check a draw.

    lot.py SEED COUNT             the order of so many candidates, counted from 0
    lot.py SEED NAME NAME NAME…   the same with names, in the order of the file
    lot.py FILE                   the same for each line "SEED COUNT" of a file
"""

import sys

BITS = 1 << 64

class SplitMix64:
    """Steele, Lea and Flood, OOPSLA 2014."""

    def __init__(self, seed: int):
        self.state = seed

    def next(self) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) % BITS
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % BITS
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % BITS
        return z ^ (z >> 31)

    def below(self, bound: int) -> int:
        """An equally likely number from 0 to bound - 1."""
        rejected = BITS % bound
        while True:
            number = self.next()
            if number >= rejected:
                return number % bound


def order(seed: int, count: int) -> list:
    """The candidates, the most favoured first."""
    numbers = SplitMix64(seed)
    places = list(range(count))
    for place in range(count - 1, 0, -1):
        other = numbers.below(place + 1)
        places[place], places[other] = places[other], places[place]
    return places


def main(arguments: list) -> None:
    if len(arguments) == 1:
        for line in open(arguments[0]):
            print(*order(*map(int, line.split())))
    elif len(arguments) == 2:
        print(*order(int(arguments[0]), int(arguments[1])))
    elif len(arguments) > 2:
        names = arguments[1:]
        print(*[names[place] for place in order(int(arguments[0]), len(names))], sep=", ")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])

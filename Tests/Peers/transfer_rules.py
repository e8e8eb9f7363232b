"""Rules of the transferable vote that are a body's or a place's own, written from their texts, paper
by paper, for `transfers_check.py`: ERS97, Northern Ireland, the Australian Senate, Minneapolis and
Cambridge. Where the texts are found is told in the library's documentation of each method.

A count gives its stages: the totals, who was elected and excluded, and what the quota was.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor


class Paper:
    def __init__(self, order):
        self.order, self.value = order, Fraction(1)


class Count:
    """Who has which papers, and what was noted of it."""

    def __init__(self, election, seats, lot):
        self.size, self.seats = election.size, seats
        self.lot = {candidate: place for place, candidate in enumerate(lot)}
        papers = [
            Paper([rank[0] for rank in ballot])
            for voters, ballot in election.rows for _ in range(voters) if ballot]
        self.valid = len(papers)
        self.state = ["in"] * self.size
        self.votes = [Fraction(0)] * self.size
        self.batches = [[] for _ in range(self.size)]
        self.elected, self.quota = [], Fraction(0)
        self.stages, self.points = [], []
        for candidate in range(self.size):
            first = [paper for paper in papers if paper.order[0] == candidate]
            self.votes[candidate] += len(first)
            if first:
                self.batches[candidate].append(first)

    @property
    def running(self):
        return [one for one in range(self.size) if self.state[one] == "in"]

    @property
    def open(self):
        return self.seats - len(self.elected)

    def next(self, paper):
        return next((one for one in paper.order if self.state[one] == "in"), None)

    def sort(self, papers):
        """The papers by the next continuing candidate on each."""
        piles: dict = {}
        for paper in papers:
            piles.setdefault(self.next(paper), []).append(paper)
        none = piles.pop(None, [])
        return piles, none

    def over(self):
        return [one for one in self.elected if self.votes[one] > self.quota]

    def surplus(self):
        return sum(self.votes[one] - self.quota for one in self.over())

    def elect(self, candidate):
        self.state[candidate] = "elected"
        self.elected.append(candidate)
        self.now_elected.append(candidate)

    def in_order(self, candidates):
        return sorted(candidates, key=lambda one: (-self.votes[one], one))

    now_elected: list = []
    now_excluded: list = []

    def begin(self):
        self.now_elected, self.now_excluded = [], []

    def exclude(self, candidates):
        for one in candidates:
            self.state[one] = "out"
        self.now_excluded = sorted(candidates)

    def point(self):
        self.points.append(list(self.votes))

    def end(self):
        self.stages.append({
            "totals": list(self.votes), "elected": self.now_elected,
            "excluded": self.now_excluded, "quota": self.quota})
        self.begin()

    def afterwards(self, candidates):
        """They are elected, and nothing more is transferred."""
        self.now_elected = self.stages[-1]["elected"]
        for one in candidates:
            self.elect(one)
        self.begin()

    def choose(self, tied, most, points):
        """By the points in this order, then by lot."""
        for point in points:
            best = (max if most else min)(point[one] for one in tied)
            tied = [one for one in tied if point[one] == best]
        place = (min if most else max)(self.lot[one] for one in tied)
        return next(one for one in tied if self.lot[one] == place)


def hundredths(value):
    return Fraction(floor(value * 100), 100)


# ERS97 and Northern Ireland


def last_batch(election, seats, lot, ers):
    count = Count(election, seats, lot)
    count.lost = Fraction(0)
    count.begin()

    def set_quota():
        share = (count.valid - count.lost) / Fraction(seats + 1)
        if ers:
            count.quota = hundredths(share) + (Fraction(1, 100) if hundredths(share) != share else 0)
        else:
            count.quota = Fraction(floor(share) + 1)

    def elect():
        if not ers:
            for one in count.in_order(count.running):
                if count.votes[one] >= count.quota:
                    count.elect(one)
            return
        while count.open:
            active = sum(count.votes[one] for one in range(count.size) if count.state[one] != "elected")
            active += count.surplus()
            most = max((count.votes[one] for one in count.running), default=None)
            if most is None or (most < count.quota and most < active / Fraction(count.open + 1)):
                return
            tied = [one for one in count.running if count.votes[one] == most]
            if len(tied) > count.open:
                for point in count.points:
                    tied.sort(key=lambda one: -point[one])
                    limit = point[tied[0]]
                    tied = sorted(one for one in tied if point[one] == limit)
                    if len(tied) <= count.open:
                        break
                else:
                    return
            count.elect(tied[0])

    def within(value, limit):
        return value <= limit if ers else value < limit

    def together():
        order = sorted(count.running, key=lambda one: count.votes[one])
        found = []
        for many in range(2, len(order)):
            if len(order) - many < count.open:
                break
            if count.votes[order[many - 1]] == count.votes[order[many]]:
                continue
            total = sum(count.votes[one] for one in order[:many]) + count.surplus()
            if within(total, count.votes[order[many]]):
                found = order[:many]
        return found

    def close(note=True):
        if note:
            count.point()
        if len(count.running) <= count.open:
            for one in count.in_order(count.running):
                count.elect(one)
        elif not ers and count.open == 1:
            all_votes = sum(count.votes[one] for one in count.running) + count.surplus()
            enough = [one for one in count.running if count.votes[one] >= all_votes - count.votes[one]]
            if len(enough) == 1:
                count.elect(enough[0])
        count.end()

    set_quota()
    if ers or seats > 1:
        elect()
    close()
    while count.open:
        lowest = sorted(count.votes[one] for one in count.running)
        waits = together() or within(count.surplus(), lowest[1] - lowest[0])
        if count.over() and not waits:
            most = max(count.votes[one] for one in count.over())
            giver = count.choose(
                [one for one in count.over() if count.votes[one] == most], True, count.points)
            surplus = count.votes[giver] - count.quota
            batch = count.batches[giver].pop()
            piles, _ = count.sort(batch)
            papers = sum(map(len, piles.values()))
            given = Fraction(0)
            value = batch[0].value
            if papers * value > surplus:
                value = hundredths(surplus / papers)
            for one, pile in sorted(piles.items()):
                for paper in pile:
                    paper.value = value
                count.votes[one] += value * len(pile)
                given += value * len(pile)
                count.batches[one].append(pile)
            count.votes[giver] = count.quota
            count.lost += surplus - given
            elect()
            close()
            continue
        going = together()
        if not going:
            least = min(count.votes[one] for one in count.running)
            going = [count.choose(
                [one for one in count.running if count.votes[one] == least], False, count.points)]
        count.exclude(going)
        if len(count.running) == count.open:
            close()
            continue
        groups: dict = {}
        for one in going:
            for place, batch in enumerate(count.batches[one]):
                is_first = not ers and all(paper.order[0] == one for paper in batch) and place == 0
                groups.setdefault((is_first, batch[0].value), []).extend(
                    (one, paper) for paper in batch)
        for key in sorted(groups, reverse=True):
            for owner, paper in groups[key]:
                count.votes[owner] -= paper.value
            piles, none = count.sort([paper for _, paper in groups[key]])
            for one, pile in sorted(piles.items()):
                count.votes[one] += key[1] * len(pile)
                count.batches[one].append(pile)
            count.lost += key[1] * len(none)
            if ers and not count.elected:
                set_quota()
            if ers:
                count.point()
            elect()
            if not count.open:
                break
        close(note=not ers)
    return count


def ers97(election, seats, lot):
    return last_batch(election, seats, lot, True)


def northern_ireland(election, seats, lot):
    return last_batch(election, seats, lot, False)


# The Australian Senate


def senate(election, seats, lot, by_hand=False):
    count = Count(election, seats, lot)
    count.quota = Fraction(count.valid // (seats + 1) + 1)
    count.begin()
    waiting: list = []
    rank = lambda one: -count.votes[one]

    def finish():
        """(8), (9), (10), (14)"""
        reached = [one for one in count.in_order(count.running) if count.votes[one] >= count.quota]
        for one in reached:
            count.elect(one)
        waiting.append([one for one in reached if count.votes[one] > count.quota])
        count.point()
        count.end()

    def last_equal(tied):
        """(22)"""
        for point in reversed(count.points):
            if len({point[one] for one in tied}) == len(tied):
                return max(tied, key=lambda one: point[one])
        return min(tied, key=lambda one: count.lot[one])

    def lowest(candidates):
        """(31), (31A)"""
        least = min(count.votes[one] for one in candidates)
        return count.choose(
            [one for one in candidates if count.votes[one] == least], False,
            reversed(count.points))

    def bulk():
        """(13A), (13B)"""
        poll: list = []
        while len(poll) < len(count.running):
            poll.append(lowest([one for one in count.running if one not in poll]))
        notional, total = {}, Fraction(0)
        for one in poll:
            total += count.votes[one]
            notional[one] = total
        highest = poll[::-1]
        leading = count.quota - count.votes[highest[0]]
        vacancy = sum(count.quota - count.votes[one] for one in highest[:count.open])
        above = [one for one in poll if notional[one] >= vacancy]
        a = above[0] if above else None
        b = None
        for place, one in enumerate(poll[:-1]):
            below_a = poll.index(a) > place if a is not None else notional[one] < vacancy
            if below_a and notional[one] < count.votes[poll[place + 1]]:
                b = one
        if b is None:
            return []
        last = b
        if notional[b] >= leading:
            some = [one for one in poll if notional[one] < leading]
            if not some:
                return []
            last = some[-1]
        going = poll[:poll.index(last) + 1]
        return going[:len(poll) - count.open]

    finish()
    while count.open:
        group = next((one for one in waiting if one), None)
        if group:
            most = max(count.votes[one] for one in group)
            giver = last_equal([one for one in group if count.votes[one] == most])
            group.remove(giver)
            papers = [paper for batch in count.batches[giver] for paper in batch]
            value = (count.votes[giver] - count.quota) / len(papers)
            piles, _ = count.sort(papers)
            for one, pile in piles.items():
                for paper in pile:
                    paper.value = value
                count.votes[one] += floor(value * len(pile))
                count.batches[one].append(pile)
            count.votes[giver] = count.quota
            finish()
        elif len(count.running) == count.open:
            count.afterwards(sorted(count.running, key=lambda one: (rank(one), one)))
        elif count.open == 1 and len(count.running) == 2:
            one, other = sorted(count.running, key=rank)
            if count.votes[one] == count.votes[other]:
                one = min(one, other, key=lambda each: count.lot[each])
            count.afterwards([one])
        else:
            going = bulk() if by_hand else []
            going = going or [lowest(count.running)]
            count.exclude(going)
            if len(count.running) == count.open:
                for one in sorted(count.running, key=lambda one: (rank(one), one)):
                    count.elect(one)
                count.end()
                break
            # What each brought when it came, by value.
            groups: dict = {}
            for one in going:
                for batch in count.batches[one]:
                    groups.setdefault(batch[0].value, []).append((one, batch))
            if not groups:
                finish()
            for value in sorted(groups, reverse=True):
                if not count.open:
                    break
                papers = []
                for one, batch in groups[value]:
                    count.votes[one] -= floor(value * len(batch))
                    papers += batch
                piles, _ = count.sort(papers)
                for one, pile in piles.items():
                    count.votes[one] += floor(value * len(pile))
                    count.batches[one].append(pile)
                finish()
    return count


def senate_by_hand(election, seats, lot):
    return senate(election, seats, lot, by_hand=True)


# Minneapolis


def minneapolis(election, seats, lot):
    def cut(value):
        return Fraction(floor(value * 10000), 10000)

    count = Count(election, seats, lot)
    count.quota = Fraction(floor(Fraction(count.valid, seats + 1) + 1))
    count.begin()

    def finish():
        reached = [one for one in count.running if count.votes[one] >= count.quota]
        if len(reached) == count.open:
            for one in count.in_order(reached):
                count.elect(one)
        elif len(count.running) == count.open:
            for one in count.in_order(count.running):
                count.elect(one)
        count.end()

    finish()
    while count.open:
        spare = sum(max(0, count.votes[one] - count.quota) for one in count.running)
        order = sorted(count.running, key=lambda one: count.votes[one])
        impossible = [
            order[:many] for many in range(1, len(order))
            if sum(count.votes[one] for one in order[:many]) + spare < count.votes[order[many]]
            and len(order) - many >= count.open]
        rich = [one for one in count.running if count.votes[one] > count.quota]
        if not impossible and rich:
            most = max(count.votes[one] for one in rich)
            giver = count.choose([one for one in rich if count.votes[one] == most], True, [])
            count.afterwards([giver])
            fraction = cut((most - count.quota) / most)
            papers = [paper for batch in count.batches[giver] for paper in batch]
            for paper in papers:
                paper.value = cut(paper.value * fraction)
            count.votes[giver] = count.quota
        else:
            if impossible:
                going = impossible[-1]
            else:
                least = count.votes[order[0]]
                going = [count.choose(
                    [one for one in order if count.votes[one] == least], False, [])]
            count.exclude(going)
            papers = []
            if len(count.running) > count.open:
                papers = [
                    paper for one in going for batch in count.batches[one] for paper in batch]
                for one in going:
                    count.votes[one] = Fraction(0)
        for one, pile in count.sort(papers)[0].items():
            count.votes[one] += sum(paper.value for paper in pile)
            count.batches[one].append(pile)
        finish()
    return count


# Cambridge


def cambridge(election, seats, lot, threshold=50):
    count = Count(election, seats, lot)
    count.quota = count.valid // (seats + 1) + 1
    count.begin()
    piles = [[paper for batch in batches for paper in batch] for batches in count.batches]

    def finish():
        if len(count.running) <= count.open:
            for one in count.in_order(count.running):
                count.elect(one)
        count.point()
        count.end()

    def give(paper, giver):
        taker = count.next(paper)
        if taker is None:
            return False
        piles[taker].append(paper)
        count.votes[taker] += 1
        count.votes[giver] -= 1
        if count.votes[taker] == count.quota:
            count.elect(taker)
        return True

    def lowest(candidates):
        least = min(count.votes[one] for one in candidates)
        return count.choose(
            [one for one in candidates if count.votes[one] == least], False,
            reversed(count.points))

    def defeat(going):
        count.exclude(going)
        for one in going:
            for paper in list(piles[one]):
                if not give(paper, one):
                    count.votes[one] -= 1
        finish()

    for one in count.in_order(count.running):
        if count.votes[one] >= count.quota:
            count.elect(one)
    finish()
    rich = count.over()
    while rich and count.open:
        most = max(count.votes[one] for one in rich)
        giver = count.choose(
            [one for one in rich if count.votes[one] == most], True, reversed(count.points))
        rich.remove(giver)
        pile, wanted = list(piles[giver]), most - count.quota
        nth = floor(Fraction(len(pile)) / wanted + Fraction(1, 2))
        numbers = [
            number for start in range(nth, 2 * nth) for number in range(start, len(pile) + 1, nth)]
        numbers += [number for number in range(1, nth) if number <= len(pile)]
        for number in numbers:
            if wanted and give(pile[number - 1], giver):
                piles[giver].remove(pile[number - 1])
                wanted -= 1
        finish()
    if count.open:
        poor = sorted(
            (one for one in count.running if count.votes[one] < threshold),
            key=lambda one: (count.votes[one], one))
        going, most = [], len(count.running) - count.open
        if len(poor) <= most:
            going = poor
        while len(poor) > most and len(going) < most:
            going.append(lowest([one for one in poor if one not in going]))
        if going:
            defeat(sorted(going, key=lambda one: (count.votes[one], one)))
    while count.open:
        defeat([lowest(count.running)])
    return count


RULES = {
    "ers97-stv": (ers97, {}),
    "northern-ireland-stv": (northern_ireland, {}),
    "senate-stv": (senate, {}),
    "senate-stv by hand": (senate_by_hand, {"bulk-exclusion": "yes"}),
    "minneapolis-stv": (minneapolis, {}),
    "cambridge-stv": (lambda *all: cambridge(*all, threshold=3), {"threshold": "3"}),
}

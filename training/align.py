"""Which blocks of a page the truth holds: the labels that training learns from."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

# The scorer's tokens, but Chinese, Japanese and Thai, which set no spaces, by character.
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
_N = 3
# A 3-gram that stands more often in the truth than this tells nothing about the place.
_COMMON = 40
# Places in the truth that a block is tried at.
_CANDIDATES = 4
# Outside the chain only a match of this many tokens is no chance.
_LEFTOVER = 8


class _Candidate(NamedTuple):
    block: int
    start: int
    end: int
    covered: int


def tokens(text: str) -> list[str]:
    """The tokens that blocks and truth are compared by."""
    return _TOKEN.findall(text)


def align(blocks: Sequence[str], truth: str) -> list[float]:
    """For each block, the share of its tokens that the truth covers (0 to 1).

    Blocks and truth are taken to run in the same order: of all ways to lay the blocks on
    the truth one after the other the heaviest is taken, so that a teaser which repeats a
    sentence of the story, or a caption which repeats a heading, gets nothing. What of the
    truth is left then goes to blocks that match a stretch of it elsewhere.
    """
    wanted = tokens(truth)
    index = _index(wanted)
    split = [tokens(block) for block in blocks]
    found = [_candidates(i, own, wanted, index) for i, own in enumerate(split)]
    chosen = _chain(found, len(wanted))
    taken = bytearray(len(wanted))
    for candidate in chosen.values():
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    for i, candidates in enumerate(found):
        if i in chosen:
            continue
        for candidate in candidates:
            free = (candidate.end - candidate.start) - sum(taken[candidate.start : candidate.end])
            if min(free, candidate.covered) >= _LEFTOVER and free * 2 > candidate.covered:
                chosen[i] = candidate
                span = candidate.end - candidate.start
                taken[candidate.start : candidate.end] = b"\1" * span
                break
    return [
        chosen[i].covered / len(own) if i in chosen and own else 0.0 for i, own in enumerate(split)
    ]


def _index(wanted: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Where each sequence of one to three tokens stands in the truth."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, _N + 1):
        for at in range(len(wanted) - size + 1):
            index[tuple(wanted[at : at + size])].append(at)
    return index


def _candidates(
    block: int,
    own: Sequence[str],
    wanted: Sequence[str],
    index: dict[tuple[str, ...], list[int]],
) -> list[_Candidate]:
    """The places in the truth where the block may stand, best first."""
    if len(own) <= _N:
        places = index.get(tuple(own), ()) if own else ()
        return [_Candidate(block, at, at + len(own), len(own)) for at in places[:_COMMON]]
    hits = []
    for at in range(len(own) - _N + 1):
        places = index.get(tuple(own[at : at + _N]), ())
        if len(places) <= _COMMON:
            hits += [(place - at, at) for place in places]
    if not hits:
        return []
    hits.sort()
    diagonals = [diagonal for diagonal, _ in hits]
    votes = Counter(diagonals)
    # Words that one side has more shift the rest of the block by their number.
    slack = max(10, len(own) // 8)
    found: list[_Candidate] = []
    tried: list[int] = []
    for diagonal, _ in votes.most_common(4 * _CANDIDATES):
        if len(found) == _CANDIDATES or any(abs(diagonal - one) <= slack for one in tried):
            continue
        tried.append(diagonal)
        near = hits[
            bisect_left(diagonals, diagonal - slack) : bisect_right(diagonals, diagonal + slack)
        ]
        mine = {at + k for _, at in near for k in range(_N)}
        theirs = {shift + at for shift, at in near}
        found.append(_Candidate(block, min(theirs), max(theirs) + _N, len(mine)))
    return sorted(found, key=lambda c: -c.covered)


def _chain(found: Sequence[Sequence[_Candidate]], size: int) -> dict[int, _Candidate]:
    """The heaviest sequence of candidates that runs forward in blocks and in the truth."""
    # A tree of running maxima over the ends of the chains so far (Fenwick).
    best: list[tuple[int, int]] = [(0, -1)] * (size + 2)
    links: list[tuple[_Candidate, int]] = []
    for candidates in found:
        ready = []
        for candidate in candidates:
            at, before = candidate.start + 1, (0, -1)
            while at > 0:
                before = max(before, best[at])
                at -= at & -at
            ready.append((before[0] + candidate.covered, before[1], candidate))
        for weight, before_link, candidate in ready:
            links.append((candidate, before_link))
            at = candidate.end + 1
            while at < len(best):
                if weight > best[at][0]:
                    best[at] = (weight, len(links) - 1)
                at += at & -at
    link, at = (0, -1), size + 1
    while at > 0:
        link = max(link, best[at])
        at -= at & -at
    chosen = {}
    last = link[1]
    while last >= 0:
        candidate, last = links[last]
        chosen[candidate.block] = candidate
    return chosen

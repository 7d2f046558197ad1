"""The one honest sentence about an order: what the counts of the draws allow to say, and no more."""

from __future__ import annotations

from wor_match.domain.records import Record
from wor_match.domain.stability import StabilityFacts

#: From this share of the draws on, that the first may still fall out is what has to be said.
MAY_FALL = 0.25
#: Below this share of the draws on the list the order is not settled at all.
ON_LIST = 0.7
#: Shares of the draws at the top from which on the first probably suits best, or is firm.
LIKELY, FIRM = 0.5, 0.9
#: Who is at the top at least so many times as often as any other is ahead of them.
TIMES = 2.0
#: Two are about even when they share this much of the top.
TOGETHER = 0.7


def in_a_sentence(found: StabilityFacts | None) -> Record:
    """What can be said of the first by points; the first of these that holds.

    *nothing*: there is no first. *open*: an unknown fact removes it in a quarter of the draws or more. *loose*: it is
    on the list in less than 70% of the draws. *other*: another is at the top more often. *alone*: there is no second.
    *firm*: it is at the top in 90%. *likely*: in half, and at least twice as often as any other. *even*: first and
    second share 70% of the top, the first has less than twice what the second has, and no third has more than the
    second. *several*: what is left.
    """
    if found is None or not found.leaders:
        return Record(code="stability.nothing", params={})
    first = _share_first(found, found.leaders[0].activity_id)
    on_list = _share_on_list(found, found.leaders[0].activity_id)
    falls = (found.first_fell_out or 0) / found.draws
    if falls >= MAY_FALL:
        return Record(code="stability.open", params={"share": round(falls, 4)})
    if on_list < ON_LIST:
        return Record(code="stability.loose", params={"share": round(on_list, 4)})
    best = max(found.activities, key=lambda one: one.at_rank[0])
    if best.share_first > first:
        params = {"title": best.title, "other": round(best.share_first, 4), "share": round(first, 4)}
        return Record(code="stability.other", params=params)
    if len(found.leaders) < 2:
        return Record(code="stability.alone", params={})
    return Record(code=f"stability.{_among(found, first)}", params={"share": round(first, 4)})


def _among(found: StabilityFacts, first: float) -> str:
    """How the first stands to the others, of which none is at the top more often."""
    if first >= FIRM:
        return "firm"
    name = found.leaders[0].activity_id
    most = max((one.share_first for one in found.activities if one.activity_id != name), default=0.0)
    if first >= LIKELY and first >= TIMES * most:
        return "likely"
    second = _share_first(found, found.leaders[1].activity_id)
    is_even = first + second >= TOGETHER and first < TIMES * second and most <= second
    return "even" if is_even else "several"


def _share_first(found: StabilityFacts, name: str) -> float:
    one = found.of(name)
    return one.share_first if one is not None else 0.0


def _share_on_list(found: StabilityFacts, name: str) -> float:
    one = found.of(name)
    return one.share_in_top if one is not None else 0.0

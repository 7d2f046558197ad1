"""Why one suggestion stands above another: the stored contributions of the two, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wor_match.domain.base import Private, told
from wor_match.domain.records import Contribution, Param, Reason, Record
from wor_match.errors import InputError, Problem
from wor_match.explain.address import Address, addressing
from wor_match.explain.codes import codes
from wor_match.explain.lint import MOST_WORDS, longest
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.told import told as said
from wor_match.explain.wording.forms import several
from wor_match.explain.wording.labels import labels
from wor_match.explain.wording.table import Audience, Language, wording

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.suggestion import Suggestion

#: A third criterion is named only when the first two make less than this share of what one side has over the other.
_ENOUGH = 0.8
_LEAST, _MOST = 2, 3
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_STOPS = re.compile(r"[.?!] (\w)")


class ContrastPoints(Private):
    """What one criterion gives to each of the two."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Name.")
    first_milli: int = told(..., nl="de eerste", en="the first", meaning="Expected.", unit="1/1000 point")
    second_milli: int = told(..., nl="de tweede", en="the second", meaning="Expected.", unit="1/1000 point")

    @property
    def difference_milli(self) -> int:
        """First minus second."""
        return self.first_milli - self.second_milli


class ContrastFact(Private):
    """What the advice tells of one criterion: a reason for what it speaks for, or against the other."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Name.")
    activity_id: str = told(..., nl="nummer", en="id", meaning="Of which of the two it is told.")
    is_for: bool = told(..., nl="ervoor", en="for", meaning="A reason for it, or one against it.")
    reason: Record = told(..., nl="reden", en="reason", meaning="As the suggestion holds it.")


class Contrast(Private):
    """Two suggestions of one advice, criterion by criterion. The differences add up exactly to that of the scores."""

    first_id: str = told(..., nl="de eerste", en="the first", meaning="Activity id.")
    first_title: str = told(..., nl="naam", en="title", meaning="Of the first.")
    second_id: str = told(..., nl="de tweede", en="the second", meaning="Activity id.")
    second_title: str = told(..., nl="naam", en="title", meaning="Of the second.")
    first_rank: int = told(..., nl="plaats", en="rank", meaning="Of the first in the list.")
    second_rank: int = told(..., nl="plaats", en="rank", meaning="Of the second in the list.")
    points: tuple[ContrastPoints, ...] = told(
        ..., nl="per criterium", en="by criterion", meaning="In the order of the contributions."
    )
    deciding: tuple[str, ...] = told(
        ..., nl="geeft de doorslag", en="deciding", meaning="The two or three criteria that put the higher one there."
    )
    other_side: tuple[str, ...] = told(
        ...,
        nl="aan de andere kant",
        en="on the other side",
        meaning="The criterion that speaks most for the lower one.",
    )
    facts: tuple[ContrastFact, ...] = told(
        (), nl="waarom", en="why", meaning="Reasons of the criteria that decide, or speak for the lower one, if any."
    )
    is_coach_order: bool = told(
        False, nl="volgorde van de coach", en="coach's order", meaning="Whether a coach turned these two around."
    )

    @property
    def difference_milli(self) -> int:
        """Score of the first minus that of the second, in thousandths of a point: the sum over the criteria."""
        return sum(one.difference_milli for one in self.points)

    @property
    def records(self) -> tuple[Record, ...]:
        """What there is to tell a coach, in order."""
        return tuple(_records(self))

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """The contrast in one sentence or two, and one more where the list has another order.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client: no points, and nothing about health, dislikes or what went wrong before.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(clients[1])
        >>> found = advice.contrast("mens-shed", "kringloop-elektro")
        >>> print(found.to_text(audience="client", address="je"))
        ‘Men's Shed De Werkbank’ past beter bij jou door: de groep en de eerste stap (je hoeft je niet aan te melden).
        ‘Radio's en lampen testen’ past weer beter bij jou door: de kosten (het is gratis).
        """
        language = addressing(language, address, audience)
        return said(_sentences(self, language, audience), language, audience, address, between=" ")


def contrast(advice: Advice, first: str, second: str) -> Contrast:
    """Put two suggestions side by side.

    Raises
    ------
    InputError
        If the advice is stopped: there is nothing to choose between.
    UnknownIdError
        If one of the ids is not among the suggestions.

    Notes
    -----
    Nothing is scored again: both scores are sums of the contributions that the suggestions hold.
    """
    if advice.is_stopped:
        must_be = "must not be stopped: safety comes first; advice.gates tells what to do now"
        raise InputError("contrast", [Problem("advice", "stopped", must_be)])
    one, other = advice.suggestion(first), advice.suggestion(second)
    points = _side_by_side(one.contributions, other.contributions)
    towards = 1 if sum(each.difference_milli for each in points) >= 0 else -1
    deciding, other_side = _deciding(points, towards), _largest(points, -towards)[:1]
    higher, lower = (one, other) if towards > 0 else (other, one)
    return Contrast(
        first_id=first,
        first_title=one.activity.title,
        second_id=second,
        second_title=other.activity.title,
        first_rank=one.rank,
        second_rank=other.rank,
        points=points,
        deciding=deciding,
        other_side=other_side,
        facts=(*_facts(deciding, higher, lower), *_facts(other_side, lower, higher)),
        is_coach_order=_is_turned(advice.given_order, one, other),
    )


def _is_turned(given: tuple[str, ...], one: Suggestion, other: Suggestion) -> bool:
    """Whether the two stood the other way round before a coach changed the list."""
    before = {name: place for place, name in enumerate(given)}
    here, there = (before.get(each.activity.id, each.rank) for each in (one, other))
    return (here < there) is not (one.rank < other.rank)


def _facts(criteria: tuple[str, ...], better: Suggestion, worse: Suggestion) -> Iterator[ContrastFact]:
    """What the advice holds for the one and against the other on these criteria, and does not hold of both."""
    for name in criteria:
        for one, is_for in ((better, True), (worse, False)):
            shared = [_plain(reason) for reason in _reasons(worse if one is better else better, is_for)]
            for plain in (_plain(reason) for reason in _reasons(one, is_for) if reason.criterion == name):
                if plain not in shared:
                    yield ContrastFact(criterion=name, activity_id=one.activity.id, is_for=is_for, reason=plain)


def _reasons(one: Suggestion, is_for: bool) -> tuple[Reason, ...]:
    return one.reasons_for if is_for else one.reasons_against


def _plain(reason: Reason) -> Record:
    return Record(code=reason.code, params=reason.params)


def _side_by_side(one: tuple[Contribution, ...], other: tuple[Contribution, ...]) -> tuple[ContrastPoints, ...]:
    here, there = ({each.criterion: each.points_milli for each in side} for side in (one, other))
    return tuple(
        ContrastPoints(criterion=name, first_milli=here.get(name, 0), second_milli=there.get(name, 0))
        for name in {**here, **there}
    )


def _largest(points: tuple[ContrastPoints, ...], towards: int) -> tuple[str, ...]:
    """Criteria that speak for the first (1) or the second (-1), the largest difference first."""
    found = [each for each in points if each.difference_milli * towards > 0]
    return tuple(each.criterion for each in sorted(found, key=lambda each: -abs(each.difference_milli)))


def _deciding(points: tuple[ContrastPoints, ...], towards: int) -> tuple[str, ...]:
    if not sum(each.difference_milli for each in points):
        return ()
    found = _largest(points, towards)
    share = {each.criterion: abs(each.difference_milli) for each in points}
    first = sum(share[name] for name in found[:_LEAST])
    return found[: _LEAST if first >= _ENOUGH * sum(share[name] for name in found) else _MOST]


def _titles(one: Contrast) -> tuple[str, str]:
    """Titles of the higher and the lower score."""
    titles = (one.first_title, one.second_title)
    return titles if one.difference_milli >= 0 else (titles[1], titles[0])


def _sentences(one: Contrast, language: Language, audience: Audience) -> Iterator[str]:
    records = _records(one) if audience == "coach" else _for_client(one)
    by_code = {record.code.removeprefix("contrast."): record for record in records}
    decides, other = (_items(one, by_code.get(case), language, audience) for case in ("decides", "other_side"))
    higher, lower = _titles(one)
    if decides:
        params = {"first": higher, "second": lower, "points": abs(one.difference_milli) / 1000}
        yield phrase("contrast_because", language, audience, **params, items=decides)
    if other:
        yield phrase("contrast_other", language, audience, second=lower, items=other)
    said_so = ("contrast.higher", "contrast.decides", "contrast.other_side")
    yield from (sentence(record, language, audience) for record in records if record.code not in said_so)


def _items(one: Contrast, record: Record | None, language: Language, audience: Audience) -> tuple[str, ...]:
    """The criteria of a record with their points, and what is told of them, as far as it can be read at once."""
    if record is None:
        return ()
    pairs = list(zip(several(record.params["criteria"]), several(record.params["shares"]), strict=True))
    items = [_item(name, share, "", language, audience) for name, share in pairs]
    for place, (name, share) in enumerate(pairs):
        told = [*items]
        told[place] = _item(name, share, _told(one, name, language, audience), language, audience)
        if longest(", ".join(told)) < MOST_WORDS:  # one less, for "and"
            items = told
    return tuple(items)


def _item(name: str, share: str, fact: str, language: Language, audience: Audience) -> str:
    params = {"criterion": name, "points": int(share) / 1000, "fact": fact}
    return phrase("contrast_item", language, audience, **params)


def _told(one: Contrast, criterion: str, language: Language, audience: Audience) -> str:
    """The first fact for the one; beside it, or where there is none, the first against the other."""
    titles = {one.first_id: one.first_title, one.second_id: one.second_title}
    each = [fact for fact in one.facts if fact.criterion == criterion]
    good = next(((fact, text) for fact in each if fact.is_for and (text := _short(fact, language, audience))), None)
    bad = next(((fact, text) for fact in each if not fact.is_for and (text := _short(fact, language, audience))), None)
    if good:
        other = _measured(good[0].reason, bad[0].reason, language) if bad else ""
        return phrase("contrast_against", language, audience, fact=good[1], other=other) if other else good[1]
    return phrase("contrast_of", language, audience, title=titles[bad[0].activity_id], fact=bad[1]) if bad else ""


def _measured(one: Record, other: Record, language: Language) -> str:
    """What the other tells of the same number: not six people but twenty-five, not four minutes but forty."""
    known = codes().get(other.code)
    if known is None:  # of a host's own criterion
        return ""
    for name, value in one.params.items():
        against = other.params.get(name)
        if isinstance(value, int | float) and isinstance(against, int | float) and value != against:
            return wording(language).forms[known.params[name]](against, other.params)
    return ""


def _short(fact: ContrastFact, language: Language, audience: Audience) -> str:
    """A sentence to stand within another: without brackets, capitals and full stops."""
    text = _BRACKETS.sub("", sentence(fact.reason, language, audience)).rstrip(".")
    return _STOPS.sub(lambda stop: f", {stop[1].lower()}", f"{text[:1].lower()}{text[1:]}")


def _records(one: Contrast) -> list[Record]:
    higher, lower = _titles(one)
    difference = one.difference_milli
    if not difference:
        return [Record(code="contrast.equal", params={"first": higher, "second": lower}), *_order(one, lower)]
    params: dict[str, Param] = {"first": higher, "second": lower, "points": abs(difference) / 1000}
    found = [Record(code="contrast.higher", params=params)]
    found += _reason(one, one.deciding, "decides", higher) + _reason(one, one.other_side, "other_side", lower)
    return found + _order(one, lower)


def _reason(one: Contrast, names: tuple[str, ...], case: str, title: str) -> list[Record]:
    if not names:
        return []
    points = {each.criterion: abs(each.difference_milli) for each in one.points}
    shares = tuple(str(points[name]) for name in names)
    title_name = "first" if case == "decides" else "second"
    return [Record(code=f"contrast.{case}", params={title_name: title, "criteria": names, "shares": shares})]


def _order(one: Contrast, lower: str) -> list[Record]:
    """Why the list has another order than the scores, or how equals were put in order."""
    if one.first_id != one.second_id and not one.difference_milli:
        return [] if one.is_coach_order else [Record(code="contrast.by_lot", params={})]
    if (one.difference_milli > 0) is (one.first_rank < one.second_rank) or not one.difference_milli:
        return []
    why = "by_coach" if one.is_coach_order else "by_variety"
    return [Record(code=f"contrast.{why}", params={"second": lower})]


def _for_client(one: Contrast) -> list[Record]:
    """Only criteria that have a name for clients; if none decides, that both fit."""
    higher, lower = _titles(one)
    told_to_client = labels("criterion_for_you", "nl")
    decides = tuple(name for name in one.deciding if name in told_to_client)
    other = tuple(name for name in one.other_side if name in told_to_client)
    titles: dict[str, Param] = {"first": higher, "second": lower}
    if not one.difference_milli:
        return [Record(code="contrast.equal", params=titles)]
    if not decides:
        return [Record(code="contrast.both", params=titles)]
    return _reason(one, decides, "decides", higher) + _reason(one, other, "other_side", lower)

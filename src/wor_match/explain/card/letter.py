"""The letter back to the referrer: that there was contact, what was chosen, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pydantic import field_validator

from wor_match.domain.base import Private, told
from wor_match.domain.given import FIRST_YEAR, LAST_YEAR, check_kinds
from wor_match.domain.visible import is_visible
from wor_match.errors import InputError, Problem
from wor_match.explain.card.blocks import body
from wor_match.explain.card.page import page
from wor_match.explain.card.safe import esc
from wor_match.explain.follow_up import LATER
from wor_match.explain.line import Line
from wor_match.explain.sentences import phrase
from wor_match.explain.text import plain
from wor_match.explain.wording.table import Language

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.activity import Activity

_STYLES = ("text", "html")
_NAMES = (("letter_to", "to"), ("letter_from", "sender"))


class Consent(Private):
    """That the client agreed to this letter. It is asked apart from any other consent, and can be withdrawn."""

    @field_validator("recorded_by")
    @classmethod
    def _somebody(cls, value: str) -> str:
        if not is_visible(value):
            raise ValueError("must name who wrote it down, in letters that can be seen")
        return value

    given_on: date = told(..., nl="gegeven op", en="given on", meaning="When the client agreed.")
    recorded_by: str = told(
        ..., nl="vastgelegd door", en="recorded by", meaning="Who wrote it down.", min_length=1, max_length=200
    )


def agreed(consent: bool | Consent | Mapping[str, Any]) -> Mapping[str, Any]:
    """When consent was given and who recorded it, as far as that is told here.

    Raises
    ------
    InputError
        If there is no consent: only True, or a record of it, counts.

    Examples
    --------
    >>> agreed({"given_on": "2026-11-23", "recorded_by": "coach 7"})["by"]
    'coach 7'
    >>> agreed(False)
    Traceback (most recent call last):
    wor_match.errors.InputError: letter: 1 problem
      consent: must be the client's own consent to this letter: True, or who recorded it and when [no_consent]
    """
    if consent is True:
        return {}
    if isinstance(consent, Mapping):
        consent = Consent.model_validate(dict(consent))
    if isinstance(consent, Consent):
        return {"day": consent.given_on.isoformat(), "by": consent.recorded_by}
    must_be = "must be the client's own consent to this letter: True, or who recorded it and when"
    raise InputError("letter", [Problem("consent", "no_consent", must_be)])


def letter(
    advice: Advice,
    chosen: Iterable[str],
    *,
    consent: bool | Consent | Mapping[str, Any],
    language: Language,
    style: str,
    days: tuple[date | None, date | None],
    names: tuple[str, str],
) -> str:
    """The letter as text or as a page; see :meth:`wor_match.advice.Advice.letter`."""
    _refuse(advice)
    record = agreed(consent)
    days = (advice.provenance.as_of if days[0] is None else days[0], days[1])
    ids = _checked(chosen, style, days)
    _check_days(advice, record, days)
    choices = [_choice(advice.suggestion(one).activity, language) for one in dict.fromkeys(ids)]
    lines = list(_lines(advice, choices, record, language, days, names))
    if style == "html":
        return _as_page(lines, language)
    return "\n".join(plain(f"- {line.text}" if line.role == "point" else line.text) for line in lines)


def _refuse(advice: Advice) -> None:
    """There is nothing to report in a routine letter after a STOP, and no reference when it was removed."""
    if advice.is_stopped:
        must_be = (
            "must not be stopped: safety comes first. Do what advice.gates says, tell the referrer yourself, and ask "
            "for a new advice once a professional has cleared the signal"
        )
        raise InputError("letter", [Problem("advice", "stopped", must_be)])
    if advice.is_redacted:
        must_be = "must be the advice itself: of this one the client's reference was removed"
        raise InputError("letter", [Problem("advice", "redacted", must_be)])


def _day_of(advice: Advice, contact: date | None) -> date:
    """The day of the letter: that of the advice, or of the contact when that came later."""
    return max(advice.provenance.as_of, contact or advice.provenance.as_of)


def _check_days(advice: Advice, record: Mapping[str, Any], days: tuple[date | None, date | None]) -> None:
    """Consent comes before the letter, and what is still to be done after it."""
    contact, later = days
    written, problems = _day_of(advice, contact), []
    if record and date.fromisoformat(record["day"]) > written:
        must_be = "must not be after the letter, which has the day of the advice, or of the contact when that was later"
        problems.append(Problem("consent.given_on", "in_the_future", must_be))
    if later is not None and later < written:
        must_be = "must not be before the letter, which has the day of the advice, or of the contact if that was later"
        problems.append(Problem("follow_up_on", "in_the_past", must_be))
    if problems:
        raise InputError("letter", problems)


def _checked(chosen: Iterable[str], style: str, days: tuple[date | None, date | None]) -> tuple[str, ...]:
    """The ids that were chosen; InputError with all that is wrong."""
    problems: list[Problem] = []
    ids: tuple[str, ...] = ()
    try:
        ids = check_kinds("letter", "chosen", chosen, str)
    except InputError as error:
        problems += error.problems
    if style not in _STYLES:
        problems.append(Problem("style", "unknown_style", f"must be {' or '.join(_STYLES)}"))
    for name, day in zip(("contact_on", "follow_up_on"), days, strict=True):
        if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
            problems.append(Problem(name, "not_a_date", "must be a datetime.date"))
        elif day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            must_be = f"must be a day of the years {FIRST_YEAR} to {LAST_YEAR}"
            problems.append(Problem(name, "out_of_range", must_be))
    if problems:
        raise InputError("letter", problems)
    return ids


def _choice(activity: Activity, language: Language) -> Line:
    provider = activity.provider if activity.provider != activity.title else ""
    return Line("point", phrase("letter_choice", language, title=activity.title, provider=provider))


def _lines(
    advice: Advice,
    choices: Sequence[Line],
    consent: Mapping[str, Any],
    language: Language,
    days: tuple[date | None, date | None],
    names: tuple[str, str],
) -> Iterator[Line]:
    """The letter, line by line. Only the names of chosen activities come from the advice."""
    contact, later = days[0] or advice.provenance.as_of, days[1]
    later = later or (contact + LATER if choices else None)

    def say(name: str, **params: Any) -> Line:
        return Line("plain", phrase(name, language, **params))

    yield Line("title", phrase("letter_title", language))
    yield say("letter_day", day=_day_of(advice, days[0]).isoformat())
    yield from (say(name, **{slot: value}) for (name, slot), value in zip(_NAMES, names, strict=True) if value)
    yield say("letter_about", reference=advice.reference)
    yield say("letter_name")
    yield say("letter_contact", day=contact.isoformat())
    yield say("letter_chosen" if choices else "letter_nothing")
    yield from choices
    if later:
        yield say("letter_follow_up", day=later.isoformat())
    yield say("letter_consent", **consent)
    yield say("letter_minimal")


def _as_page(lines: Sequence[Line], language: Language) -> str:
    title, *rest = lines
    content = f"<header><h1>{esc(title.text)}</h1></header><main>{body(rest, 2)}</main>"
    return page(title.text, language, ("base", "letter"), content)

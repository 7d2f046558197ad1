"""Times as people say them, turned into figures: "half 3 tot 4 uur", "2 uur 's middags", "10u30".

Who says "half drie" means one of two hours of the day. Nobody meets between one and seven at night, so those hours are
taken as the afternoon, with a note. Seven and eight are as likely the morning as the evening: where nothing beside them
tells which, they are not read at all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_HOUR_OF = {name: number for number, name in enumerate(_NAMES, start=1)} | {"één": 1}
_PARTS = {"ochtends": "morning", "morgens": "morning", "middags": "afternoon", "avonds": "evening", "nachts": "night"}
_PART = rf"(?:['’`´]\s?)?s[ -](?:{'|'.join(_PARTS)})"
_TO = r"\s?(?:-|–|—|tot|tot en met|t/m)\s?"
_HOUR = rf"\d{{1,2}}|{'|'.join(_HOUR_OF)}"
#: The part of the day beside a weekday, before the hour: "dinsdagavond 7 uur".
_DAY_PART = re.compile(r"(?P<part>ochtend|morgen|middag|avond)(?:en|s)?,?\s(?:van\s|om\s|vanaf\s)?$")


def _moment(end: str) -> str:
    return (
        rf"(?:(?P<by{end}>kwart|tien|vijf|10|5) (?P<side{end}>voor|over) )?(?P<half{end}>half )?"
        rf"(?P<hour{end}>{_HOUR})(?:[.:](?P<minute{end}>\d\d))?(?P<uur{end}>\s?uur)?"
    )


_SAID = re.compile(
    rf"(?<![\w.,:€/-])(?:(?P<before>{_PART}) (?:van |om |vanaf )?)?{_moment('')}(?:{_TO}{_moment('2')})?"
    rf"(?: (?P<after>{_PART}))?(?!\s?[ap]\.?m\b)"
    r"(?!\s?(?:x|×|keer|maal|weken|maanden|dagen|jaar|personen)\b)(?![-/.:,]?\w)"
)
_LETTER = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])\s?[uh]\s?([0-5]\d)(?!\w)")
_LETTER_ALONE = re.compile(r"(?<![\w.,:])([01]?\d|2[0-4])u(?!\w)")
_PACKED = re.compile(r"(?<![\w.,:-])([01]\d|2[0-3])(00|15|30|45)\s?[-–]\s?([01]\d|2[0-4])(00|15|30|45)(?![\w-])")
#: "2 - 4pm": the half of the day stands once, behind the second hour.
_ONE_HALF = re.compile(r"(?<![\w.,:])(1[0-2]|\d)(:\d\d)?(?= ?(?:-|–|to|until|tot) ?(1[0-2]|\d)(?::\d\d)? ?([ap])\.?m)")
#: "Duurt 2 uur" and "2 uur per week" tell how long and not when.
_LASTS_BEFORE = re.compile(
    r"(?:\b(?:duur|duurt|duren|gedurende|lessen van|les van|per|ongeveer|circa|ca\.?|maximaal|minimaal|max\.?|min\.?)"
    r"|\b(?:duur|tijdsduur):|\bx)\s*$"
)
_LASTS_AFTER = re.compile(r"\s*(?:per|in de|p/?w|durend|lang|les|lessen|training)\b")
_NO_TIME_BEFORE = re.compile(
    r"\b(?:grades?|groep|klas|niveau|ages?|leeftijd|vloer|zaal|lokaal|kamer|week|weken|weeks)\s*$"
)
_SURE, _LATE = (9, 12), (1, 6)


class _Moment(NamedTuple):
    """Hour and minute as said; ``is_open``: half a day later is as well possible."""

    hour: int
    minute: int
    is_open: bool
    is_said: bool

    @property
    def of_day(self) -> int:
        return self.hour * 60 + self.minute

    def later(self) -> _Moment:
        return self._replace(hour=self.hour + 12, is_open=False)


def in_figures(text: str) -> tuple[str, tuple[str, ...]]:
    """Rewrite the times in a text in lower case as hours and minutes of the day.

    Returns
    -------
    text, codes
        ``time_half_assumed`` where the afternoon was taken; ``time_partly_read`` where a time could be of the morning
        or the evening, and was left out.

    Examples
    --------
    >>> in_figures("maandag half 3 tot 4 uur")
    ('maandag 14:30-16:00', ('time_half_assumed',))
    >>> in_figures("'s avonds van half acht tot kwart over negen, 10u30")
    ('19:30-21:15, 10:30', ())
    >>> in_figures("dinsdag half 8"), in_figures("duurt 2 uur")[0]
    (('dinsdag  ', ('time_partly_read',)), 'duurt  ')
    """
    codes: list[str] = []
    plain = _PACKED.sub(r"\1:\2-\3:\4", text)
    plain = _LETTER_ALONE.sub(r"\1:00", _LETTER.sub(r"\1:\2", plain))
    plain = _ONE_HALF.sub(_with_half, plain)
    plain = _SAID.sub(lambda match: _rewritten(match, codes), plain)
    return plain, tuple(dict.fromkeys(codes))


def _rewritten(match: re.Match[str], codes: list[str]) -> str:
    moments = [_read(match, end) for end in ("", "2") if match[f"hour{end}"]]
    part = _part(match)
    has_hours = bool(match["uur"] or match["uur2"])
    if not (part or any(one.is_said for one in moments) or (any(one.is_open for one in moments) and has_hours)):
        is_bare_range = len(moments) == 2 and all(one.is_open for one in moments)
        is_in_figures = is_bare_range and match["hour"].isdigit() and match["hour2"].isdigit()
        if not is_in_figures or _NO_TIME_BEFORE.search(match.string[: match.start()][-20:]):
            return match[0]
    if _lasts(match, moments):
        return " "
    found = _resolved(moments, part)
    if found is None or any(one.hour > 24 or one.minute > 59 for one in found):
        codes.append("time_partly_read")
        return " "
    if part is None and any(one.hour - said.hour == 12 for one, said in zip(found, moments, strict=True)):
        codes.append("time_half_assumed")
    return "-".join(f"{one.hour}:{one.minute:02d}" for one in found)


def _with_half(match: re.Match[str]) -> str:
    is_same = int(match[1]) % 12 <= int(match[3]) % 12
    half = match[4] if is_same else {"a": "p", "p": "a"}[match[4]]
    return f"{match[0]}{half}m"


def _lasts(match: re.Match[str], moments: list[_Moment]) -> bool:
    """Whether it is a length of time: one number of hours beside a word for it."""
    if any(one.is_said for one in moments) or not (match["uur"] or match["uur2"]):
        return False
    text = match.string
    return bool(_LASTS_BEFORE.search(text[: match.start()][-20:]) or _LASTS_AFTER.match(text[match.end() :][:20]))


def _part(match: re.Match[str]) -> str | None:
    told = match["before"] or match["after"]
    if told is None and (beside := _DAY_PART.search(match.string[: match.start()][-30:])):
        told = beside["part"] + "s"
    return None if told is None else next(part for word, part in _PARTS.items() if told.endswith(word))


def _read(match: re.Match[str], end: str) -> _Moment:
    word = match[f"hour{end}"]
    is_said = bool(match[f"half{end}"] or match[f"by{end}"]) or (not word.isdigit() and bool(match[f"uur{end}"]))
    minutes = 60 * _HOUR_OF.get(word, 0) if not word.isdigit() else 60 * int(word)
    minutes += int(match[f"minute{end}"] or 0) - (30 if match[f"half{end}"] else 0)
    if by := match[f"by{end}"]:
        step = 15 if by == "kwart" else _HOUR_OF.get(by) or int(by)
        minutes += step if match[f"side{end}"] == "over" else -step
    is_open = minutes < 13 * 60 and not match[f"minute{end}"] and not word.startswith("0")
    return _Moment(minutes // 60, minutes % 60, is_open, is_said)


def _resolved(moments: list[_Moment], part: str | None) -> list[_Moment] | None:
    start, *ends = moments
    first = _with_part(start, part) if part else _by_hour(start, ends)
    if first is None:
        return None
    found = [first]
    for end in ends:
        last = _with_part(end, part) if part and end.hour <= 12 else end
        if last.of_day <= first.of_day and last.hour <= 12:
            last = last.later()
        found.append(last)
    return found


def _with_part(moment: _Moment, part: str) -> _Moment:
    hours = {"afternoon": range(1, 8), "evening": range(5, 12)}.get(part, range(0))
    return moment.later() if moment.hour in hours else moment


def _by_hour(start: _Moment, ends: list[_Moment]) -> _Moment | None:
    """The start, where its hour tells which half of the day it is; the morning if it lasts until noon or later."""
    if not start.is_open or _SURE[0] <= start.hour <= _SURE[1]:
        return start
    if ends and ends[0].hour >= 12 and start.hour >= _LATE[1]:
        return start
    return start.later() if _LATE[0] <= start.hour <= _LATE[1] else None

"""Ages: "46 t/m 85 jaar en 86+", "18+", "Alle leeftijden", "aged 12 and over"."""

from __future__ import annotations

import re
from typing import NamedTuple

from wor_match.text.days import MONTH, MONTHS

OLDEST = 120
_YOUNG = 17
_NUMBER = r"(\d{1,3})"
_YEARS = r"(?:\s*(?:jaar|jarigen|jarige|jr\.?|years?(?:\s+old)?|yrs?))?"
_TO = r"\s*(?:-|–|—|t/m|tm|tot en met|tot|to|en met|until|through)\s*"
_RANGE = re.compile(rf"(?<![\d.,]){_NUMBER}{_YEARS}{_TO}{_NUMBER}(?![\d.,]\d|\d)")
_MONTHS = re.compile(rf"{_NUMBER}(?:{_TO}{_NUMBER})?\s*(?:maanden|mnd|months)\b")
_FROM = re.compile(
    rf"(?<![\d.,]){_NUMBER}\s*(?:\+|-?\s*plus|-(?=\s*(?:en|of)\s*\d{{2}}\s*-?\s*plus))"
    rf"|(?:vanaf|minimaal|minstens|minimum|min\.?|boven de|boven|ouder dan|from|over|at least|aged|age)\s*{_NUMBER}"
    r"(?!\d)"
    rf"|(?<![\d.,]){_NUMBER}{_YEARS}\s*(?:en|of|and|or)\s*(?:ouder|older|over|up|above)"
)
_UP_TO = re.compile(rf"(?:t/m|tot en met|maximaal|max\.?|up to|until)\s*{_NUMBER}(?!\d)")
_BELOW = re.compile(rf"(?:\btot|onder de|onder|jonger dan|under|below|younger than)\s*{_NUMBER}(?!\d)")
_PAIR = re.compile(rf"(?<!\d){_NUMBER}\s*(?:en|and|&)\s*{_NUMBER}{_YEARS}")
#: A spreadsheet makes 4 December of "4-12", and "okt-14" of "10-14".
_DATE = re.compile(r"\d{4}-(\d\d)-(\d\d)(?: 00:00:00)?")
_DAY_AND_MONTH = re.compile(rf"0?(\d{{1,2}})[- /]({MONTH})\b\.?|({MONTH})\.?[- /]0?(\d{{1,2}})")
_ALL = re.compile(r"\b(?:alle leeftijden|iedereen|voor elke leeftijd|all ages|everyone|any age|jong en oud)\b")
#: Classes of a school are no ages; alone they tell children only.
_CLASSES = re.compile(rf"\b(?:groep|klas|grade)(?:en|s)?\s*\d(?:{_TO}\d)?\b")
_UNKNOWN = re.compile(r"\W*(?:onbekend|unknown|n\.?v\.?t\.?|n/?a|none|geen|nan|null)?\W*")
_WORDS = (
    (re.compile(r"\b(?:senior(?:en|s)?|65-plussers)\b"), 65, None),
    (re.compile(r"\b(?:volwassen(?:en?)?|adults?)\b"), 18, None),
    (re.compile(r"\b(?:jeugd|kinderen|children)\b"), None, _YOUNG),
)
#: "Niet voor kinderen" tells of grown-ups; the number behind it is the lowest age.
_DENIED = re.compile(
    r"\b(?:(?:niet|not) (?:\w+ ){0,2}?(?:voor|for|met|with)|geen|zonder|no|without)\s+(?:jonge |kleine |young )?"
    r"(?P<who>kinderen|kids|children|jeugd|jongeren|tieners|volwassenen?|adults?|senioren|seniors)"
    rf"(?P<below>\s+(?:onder|jonger dan|tot|under|below)\s+(?:de\s+)?{_NUMBER}{_YEARS})?"
)
_GROWN = 18
_YOUNGSTERS = ("kinderen", "kids", "children", "jeugd")
_IN_PROSE = re.compile(
    rf"(?<![\d.,€]){_NUMBER}{_TO}{_NUMBER}\s*(?:jaar|jarigen|jr\b|years?|yrs?)"
    rf"|(?<![\d.,€]){_NUMBER}\s*(?:\+(?!\d)|-?plus\b|-?plussers|plus[ -])"
    rf"|(?:vanaf|from|aged|over)\s*{_NUMBER}\s*(?:jaar|jr\b|years|and over|\+)"
    rf"|(?<![\d.,€]){_NUMBER}\s*(?:jaar|years?(?: old)?|jr)?\s*(?:en|of|and|or) (?:ouder|older|over)\b",
    re.IGNORECASE,
)


class Ages(NamedTuple):
    """Lowest and highest age, both included; None is not told. ``is_hard`` is False for a mere indication."""

    low: int | None = None
    high: int | None = None
    is_hard: bool = True


def read_ages(text: str) -> tuple[Ages, tuple[str, ...]]:
    """Read the text of an age field.

    Parameters
    ----------
    text : str
        As the source wrote it.

    Returns
    -------
    Ages, codes
        "All ages" is told as from 0 on. Nothing read and text not empty: code ``age_unread``.

    Examples
    --------
    >>> read_ages("46 t/m 85 jaar en 86+")
    (Ages(low=46, high=None, is_hard=True), ())
    >>> read_ages("4 t/m 7 jaar en 9 t/m 12 jaar")
    (Ages(low=4, high=12, is_hard=True), ('age_gap',))
    >>> read_ages("2026-12-04")
    (Ages(low=4, high=12, is_hard=True), ('age_from_date',))
    >>> read_ages("niet voor kinderen")
    (Ages(low=18, high=None, is_hard=False), ('age_assumed',))
    """
    plain = " ".join(_CLASSES.sub("", text[:1000].lower()).split())
    if _UNKNOWN.fullmatch(plain):
        is_young = bool(_CLASSES.search(text[:1000].lower()))
        return (Ages(None, _YOUNG), ("age_of_children",)) if is_young else (Ages(), ())
    if as_date := _from_date(plain):
        return as_date, ("age_from_date",)
    if denied := list(_DENIED.finditer(plain)):
        return _without(denied, read_ages(_DENIED.sub(" ", plain).strip(" ,.;:")))
    spans = _spans(plain)
    if spans:
        return _joined(spans)
    if _ALL.search(plain):
        return Ages(0), ()
    return _from_words(plain)


def ages_in_words(text: str) -> tuple[Ages, tuple[str, ...]]:
    """Read an age in a title or a sentence, only where it can be nothing else.

    Examples
    --------
    >>> ages_in_words("Beweeg u Fit! Gym 65+ (Noord)")[0]
    Ages(low=65, high=None, is_hard=True)
    >>> ages_in_words("Koor sinds 1950, 20 leden")[0]
    Ages(low=None, high=None, is_hard=True)
    """
    found = [match[0] for match in _IN_PROSE.finditer(text[:3000])]
    return read_ages(" en ".join(found)) if found else (Ages(), ())


def narrower(field: Ages, words: Ages) -> tuple[Ages, tuple[str, ...]]:
    """Combine the age field with what the title says: the narrower of both, and whether they differ.

    Examples
    --------
    >>> narrower(Ages(46, 75), Ages(50))
    (Ages(low=50, high=75, is_hard=True), ('age_contradiction',))
    >>> narrower(Ages(0, 15), Ages(18))[1]
    ('age_conflict',)
    """
    low = max((age for age in (field.low, words.low) if age is not None), default=None)
    high = min((age for age in (field.high, words.high) if age is not None), default=None)
    if low is not None and high is not None and low > high:
        return field, ("age_conflict",)
    both = Ages(low, high, field.is_hard)
    return both, (() if both == field else ("age_contradiction",))


def _from_date(text: str) -> Ages | None:
    """The ages that were typed where a spreadsheet shows a date; None if it is none."""
    if match := _DATE.fullmatch(text):
        one, other = int(match[1]), int(match[2])
    elif match := _DAY_AND_MONTH.fullmatch(text):
        one, other = MONTHS[match[2] or match[3]], int(match[1] or match[4])
    else:
        return None
    return Ages(min(one, other), max(one, other))


def _without(denied: list[re.Match[str]], rest: tuple[Ages, tuple[str, ...]]) -> tuple[Ages, tuple[str, ...]]:
    """What is told beside whom it is not for; the higher of both lowest ages."""
    ages, codes = rest
    told = [int(match[3]) for match in denied if match["below"]]
    assumed = [_GROWN for match in denied if not match["below"] and match["who"] in _YOUNGSTERS]
    low = max((age for age in (*told, *assumed, ages.low) if age is not None), default=None)
    if low is None:
        return ages, (*codes, "age_unread")
    # "Geen kinderen" asks nobody's passport.
    is_hard = low in told or (low == ages.low and ages.is_hard)
    codes = tuple(code for code in codes if code != "age_unread")
    return Ages(low, ages.high, is_hard), codes if is_hard or codes else ("age_assumed",)


def _spans(text: str) -> list[tuple[int, int | None]]:
    """All ranges in the text; each is blanked once read, so that no number counts twice."""
    found: list[tuple[int, int | None]] = []
    for match in _MONTHS.finditer(text):
        found.append((int(match[1]) // 12 if match[2] else 0, int(match[2] or match[1]) // 12))
    text = _MONTHS.sub(" ", text)
    found += [(int(match[1]), int(match[2])) for match in _RANGE.finditer(text)]
    text = _RANGE.sub(" ", text)
    found += [(int(next(filter(None, match.groups()))), None) for match in _FROM.finditer(text)]
    text = _FROM.sub(" ", text)
    found += [(0, int(match[1])) for match in _UP_TO.finditer(text)]
    text = _UP_TO.sub(" ", text)
    found += [(0, max(0, int(match[1]) - 1)) for match in _BELOW.finditer(text)]
    text = _BELOW.sub(" ", text)
    return found + [(int(match[1]), int(match[2])) for match in _PAIR.finditer(text)]


def _joined(spans: list[tuple[int, int | None]]) -> tuple[Ages, tuple[str, ...]]:
    sound = [(low, high) for low, high in spans if low <= OLDEST and (high is None or low <= high <= OLDEST)]
    codes: tuple[str, ...] = () if len(sound) == len(spans) else ("age_impossible",)
    if not sound:
        return Ages(), codes
    sound.sort(key=lambda span: span[0])
    reach: int | None = sound[0][1]
    for low, high in sound[1:]:
        if reach is not None and low > reach + 1:
            codes += ("age_gap",)
        reach = None if reach is None or high is None else max(reach, high)
    return Ages(sound[0][0], reach), tuple(dict.fromkeys(codes))


def _from_words(text: str) -> tuple[Ages, tuple[str, ...]]:
    found = [(low, high) for pattern, low, high in _WORDS if pattern.search(text)]
    if not found:
        return Ages(), ("age_unread",)
    lows, highs = [low for low, _ in found], [high for _, high in found]
    low = None if None in lows else min(age for age in lows if age is not None)
    high = None if None in highs else max(age for age in highs if age is not None)
    # Who says "children" means no grown-ups; who says "seniors" looks at nobody's passport.
    is_young = high is not None
    return Ages(low, high, is_hard=is_young), ("age_of_children" if is_young else "age_assumed",)

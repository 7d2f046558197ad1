"""What a client reads of what was said about them: an allow rule, not a list of what is bad.

A leaflet lies on a table and is read aloud. So the client's own words are said back only when each of them is known to
be harmless: a word of a pastime (`client_themes.csv`), or one of a few plain words (`plain_words.csv`). Otherwise the
theme that was recognised is named, and where that theme is itself about health or distress nothing is. It is decided on
the words as they were given, before any sentence is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from wor_match.domain.clean import clean
from wor_match.query.needs import speaks_of_complaint
from wor_match.query.no_answer import themes_said
from wor_match.query.own_words import read_own_words
from wor_match.text.fold import fold
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import Reading, Readings
from wor_match.text.themes import default_reader
from wor_match.text.tokens import informative
from wor_match.vocabulary.tables import read_table

Params = Mapping[str, Any]
_PACKAGE = "wor_match.explain"
#: Latin letters and what stands between words: a figure, a sign or another script may tell anything.
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ ,.;!&/'’-]+")
_AMOUNT = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ\d €,.:-]+")
_LONGEST = 80
#: A theme that is only touched upon is not named.
_CLEARLY = 0.5
#: A word that says less of a complaint may be said of anything.
_NAMES = 0.9


class Discretion:
    """What may be told to one client; made for one answer, so that nothing of their words is kept.

    Parameters
    ----------
    avoid : iterable of str, optional
        Names that the client avoids. Where they are not known, own words are not said back at all.

    Examples
    --------
    >>> Discretion(avoid=()).may_quote("zingen in een koor"), Discretion().may_quote("zingen in een koor")
    (True, False)
    >>> Discretion(avoid=()).may_quote("zingen tegen de angst")
    False
    """

    def __init__(self, avoid: Iterable[str] | None = None) -> None:
        self._readings = Readings()
        self._avoided = None if avoid is None else frozenset(stem for one in avoid for stem in self._stems(one))
        self._said: dict[tuple[str, str], Params] = {}

    def params(self, code: str, told: Params) -> Params:
        """The parameters of a record with this code as far as they may be told; what may not is left out.

        Examples
        --------
        >>> told = {"phrase": "zingen sinds mijn scheiding", "theme": "making_music"}
        >>> Discretion(avoid=()).params("interest.interest", told)
        {'phrase': None, 'theme': 'singing'}
        """
        if "phrase" in told:
            place = str(told["phrase"]), str(told.get("theme") or "")
            if place not in self._said:
                self._said[place] = self._of_own_words(*place)
            return {**told, "phrase": None, "theme": None, **self._said[place]}
        limit = _LIMITED.get(code)
        return limit(told) if limit else told

    def may_quote(self, phrase: str) -> bool:
        """Whether every word of a phrase is known to be harmless, and it names nothing that this client avoids."""
        return self._is_harmless(self._readings.read(clean(phrase)))

    def _of_own_words(self, phrase: str, theme: str) -> Params:
        read = self._readings.read(clean(phrase))
        if self._is_harmless(read):
            return {"phrase": read.text}
        said, free = themes_said(read), self._themes_apart(read)
        named = {name: said[name] for name in said if name in free and may_name(name) and said[name] >= _CLEARLY}
        best = theme if theme in named else max(named, key=lambda name: (_is_pastime(name), named[name]), default="")
        return {"theme": best} if best else {}

    def _themes_apart(self, read: Reading) -> frozenset[str]:
        """Themes of which more is said than the name of what is avoided: "De Vogel" is no wish to watch birds."""
        avoided = self._avoided or frozenset()
        return frozenset(
            hit.key
            for hit in _themes().find(read)
            if avoided.isdisjoint(self._stems(" ".join(read.words[hit.start_word : hit.end_word])))
        )

    def _is_harmless(self, read: Reading) -> bool:
        if self._avoided is None or len(read.text) > _LONGEST or not _LETTERS.fullmatch(read.text):
            return False
        return _is_plain(read) and self._avoided.isdisjoint(informative(read)) and not _alarms(read.text)

    def _stems(self, name: str) -> Iterable[str]:
        return informative(self._readings.read(clean(name)))


def _is_plain(read: Reading) -> bool:
    """Whether all words are those of a pastime or plain ones, of one language, and none is about health or people."""
    hits = _themes().find(read)
    if any(_told(hit.key) == "hidden" for hit in hits) or _is_told_off(read):
        return False
    pastimes = [hit for hit in hits if hit.exact and not hit.negated and _is_pastime(hit.key)]
    inside = {place for hit in pastimes for place in range(hit.start_word, hit.end_word)}
    others = {word for place, word in enumerate(read.words) if place not in inside}
    return bool(inside) and any(others <= _words("plain", language) for language in ("nl", "en"))


def _is_told_off(read: Reading) -> bool:
    said = [fold(word) for word in read.words]
    return not _complaints().isdisjoint(said) or any(part in word for word in said for part in _words("never"))


@cache
def _complaints() -> frozenset[str]:
    """Words of either language that name a complaint: among Dutch words "brooding" would be read as bread."""
    return frozenset(fold(row["phrase"]) for row in read_table("complaint_words") if float(row["weight"]) >= _NAMES)


def _alarms(phrase: str) -> bool:
    """Whether the tables by which a story is read find a signal, a limit, a circumstance or a complaint in it."""
    story = read_own_words(phrase)
    return bool(story.alarms or story.limits or story.circumstances) or speaks_of_complaint(phrase)


def _themes() -> PhraseTable:
    return default_reader().phrases


def may_name(theme: str) -> bool:
    """Whether a theme may be named to a client: it is not about health or distress."""
    return _told(theme) in ("quoted", "named")


def _is_pastime(theme: str) -> bool:
    return _told(theme) == "quoted"


def _told(theme: str) -> str:
    """How far a theme may be told; one that nobody decided on is hidden.

    Of a pastime the words may be "quoted". Others may be "named" only, or stay "unnamed". What is about health,
    distress, gender or origin is "hidden": where a word of it stands, nothing is quoted.
    """
    return _decided().get(theme, "hidden")


@cache
def _decided() -> Mapping[str, str]:
    return {row["theme"]: row["told"] for row in read_table("client_themes", _PACKAGE)}


@cache
def _words(role: str, language: str = "") -> frozenset[str]:
    rows = read_table("plain_words", _PACKAGE)
    return frozenset(row["word"] for row in rows if (row["role"], row["language"]) == (role, language))


def _remedy(told: Params) -> Params:
    """Without for whom it is; what it costs only as an amount: both are the host's own words."""
    cost = clean(str(told.get("cost") or ""))
    said = {one for one in Readings().read(cost).words if not one.isdigit()}
    is_amount = bool(_AMOUNT.fullmatch(cost)) and said <= _words("cost")
    return {**told, "condition": None, "cost": cost if is_amount else None}


def _changes(told: Params) -> Params:
    """Of transport for people who cannot travel otherwise no more than that it is transport."""
    return {**told, "changes": tuple("transport" if one == "wmo_taxi" else one for one in told["changes"])}


_LIMITED: Mapping[str, Callable[[Params], Params]] = {
    "remedy.known": _remedy,
    "what_if.opens": _changes,
    "what_if.raises": _changes,
}

"""Read facts that stand only in the prose of a description."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wor_match.domain.clean import clean
from wor_match.text.fact_numbers import measured
from wor_match.text.fact_table import FactPattern, FactValue, default_patterns
from wor_match.text.fold import fold
from wor_match.text.found_fact import FoundFact
from wor_match.text.negation import denied
from wor_match.text.quote import quote
from wor_match.text.words import words

_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
# A denial behind the fact: "een ringleiding is niet aanwezig", "huiswerk is niet verplicht".
_DENIED_AFTER = re.compile(
    r" (?:is |zijn |are )?(?:er |helaas |dus |ook )*"
    r"(?:(?:niet|not) (?:aanwezig|beschikbaar|mogelijk|nodig|verplicht|available|needed|required)|ontbreekt)"
)
# As a form has it: "Ringleiding: nee", "Rolstoeltoegankelijk? Onbekend."
_ANSWER = r"(?: \w+){0,2} ?[:?=] ?"
_ANSWER_ENDS = r"(?= *(?:[.,;!)(|/]|$))"
_NO = r"(?:nee|neen|no|geen|niet(?: (?:aanwezig|mogelijk|beschikbaar|van toepassing))?|n\.?v\.?t\.?)"
_NO_AS_ANSWER = re.compile(_ANSWER + _NO + _ANSWER_ENDS)
_LEFT_OPEN = re.compile(
    rf"{_ANSWER}(?:onbekend|niet bekend|weten we (?:nog )?niet|unknown|not known|nog uitzoeken|\?){_ANSWER_ENDS}"
)
# What was so once: "vroeger alleen voor vrouwen, nu voor iedereen".
_ONCE = re.compile(r"\b(?:vroeger|voorheen|tot voor kort|in het verleden|formerly|used to)\b")

MANY_VALUED = frozenset({"languages", "sign_up"})
"""Facts of which several values can be true at once; `settled` leaves them to `read_facts`."""

# (shadowed, by): read from the same words, only the second is meant.
_SHADOWS = frozenset({("free_of_charge", "trial_possible")})


@dataclass(frozen=True, slots=True)
class ProseFact:
    """A fact that a text states.

    Attributes
    ----------
    fact : the id, such as ``step_free``; the ids are those of the table fact_patterns and of `fact_numbers`.
    value : bool, number or text.
    quote : the words it was read from, at most 80 characters, for the reader to judge.
    start : where it stands in ``clean(text)``.
    negated : whether the value comes from a denial of the pattern.
    """

    fact: str
    value: FactValue
    quote: str
    start: int
    negated: bool = False


def read_facts(text: str, patterns: Sequence[FactPattern] | None = None) -> tuple[ProseFact, ...]:
    """Return the facts that a text states, in order of place; precise rather than complete.

    A text may contradict itself: each different value is returned. `settled` keeps those that agree.

    Parameters
    ----------
    patterns : default the shipped table.

    Notes
    -----
    Of overlapping readings of one fact the longest counts: "niet voor beginners" is not "voor beginners".
    Cost: O(characters), at most `clean.LIMIT`; about 0.3 ms for 100 words.

    Examples
    --------
    >>> for fact in read_facts("Atelier op de eerste verdieping, geen lift. Geen ervaring nodig!"):
    ...     print(fact.fact, fact.value, "|", fact.quote)
    step_free False | Atelier op de eerste verdieping, geen lift
    experience_needed False | Geen ervaring nodig
    """
    original = clean(text)
    plain = _plain(original)
    found = [*measured(plain, original), *_matched(plain, default_patterns() if patterns is None else patterns)]
    facts: dict[tuple[str, FactValue], ProseFact] = {}
    for one in sorted(_unshadowed(_longest(found)), key=lambda one: (one.start, one.fact)):
        fact = ProseFact(one.fact, one.value, quote(original, one.start, one.end), one.start, one.negated)
        facts.setdefault((one.fact, one.value), fact)
    return tuple(facts.values())


def settled(facts: Iterable[ProseFact]) -> dict[str, FactValue]:
    """Return fact -> value for the facts that have one value only; a contradiction tells nothing.

    Examples
    --------
    >>> settled(read_facts("Er is een lift, maar ook een smalle trap. De radio staat uit."))
    {'quiet_space': True}
    """
    return {fact: several[0] for fact, several in _by_fact(facts).items() if len(several) == 1}


def disputed(facts: Iterable[ProseFact]) -> frozenset[str]:
    """Return the facts of which a text says one thing and another.

    Examples
    --------
    >>> disputed(read_facts("Er is een lift, maar ook een smalle trap. De radio staat uit."))
    frozenset({'step_free'})
    """
    return frozenset(fact for fact, several in _by_fact(facts).items() if len(several) > 1)


def _by_fact(facts: Iterable[ProseFact]) -> dict[str, list[FactValue]]:
    """Return fact -> values, without the facts of which several values can be true at once."""
    values: dict[str, list[FactValue]] = {}
    for one in facts:
        if one.fact not in MANY_VALUED:
            values.setdefault(one.fact, []).append(one.value)
    return values


def _plain(original: str) -> str:
    """Return the text as patterns expect it: lower case, no accents, one line; every place stays the same."""
    lowered = original.lower()
    if len(lowered) != len(original):  # a few letters, such as the Turkish capital İ, become two
        lowered = "".join(character.lower()[0] for character in original)
    return fold(lowered).replace("\n", " ").replace("’", "'").replace("‘", "'")


def _matched(plain: str, patterns: Iterable[FactPattern]) -> list[FoundFact]:
    """Return what the patterns find, with denials settled."""
    return [
        fact
        for pattern in patterns
        if pattern.is_worth_trying(plain)
        for match in pattern.regex.finditer(plain)
        if (fact := _settle_denial(pattern, match, plain)) is not None
    ]


def _settle_denial(pattern: FactPattern, match: re.Match[str], plain: str) -> FoundFact | None:
    """Return the fact with the value that a denial leaves it, or None if nothing is left."""
    start, end = match.span()
    if _ONCE.search(_clause_before(plain, start)) or _LEFT_OPEN.match(plain, end):
        return None
    holds_denial = pattern.denies_in(match.group())
    if holds_denial and _NO_AS_ANSWER.match(plain, end):
        return None
    if holds_denial or not _is_denied(plain, start, end):
        return FoundFact(pattern.fact, pattern.value, start, end)
    if pattern.if_negated is None:
        return None
    return FoundFact(pattern.fact, pattern.if_negated, start, end, negated=True)


def _is_denied(plain: str, start: int, end: int) -> bool:
    """Return whether the clause around a match denies it."""
    if _DENIED_AFTER.match(plain, end) or _NO_AS_ANSWER.match(plain, end):
        return True
    before = _clause_before(plain, start)
    after = _CLAUSE_END.split(plain[end : end + 40])[0]
    inside = plain[start:end].replace(",", " ")
    first, count = len(words(before)), len(words(inside))
    return any(denied([*words(before), *words(inside), *words(after)])[first : first + count])


def _clause_before(plain: str, start: int) -> str:
    """What stands in the clause before a match. A denial reaches a few words; a hundred characters hold them."""
    return _CLAUSE_END.split(plain[max(start - 100, 0) : start])[-1]


def _unshadowed(found: Sequence[FoundFact]) -> list[FoundFact]:
    """Return the finds without those that another fact explains: "de eerste keer gratis" is a trial."""
    explained: dict[str, list[FoundFact]] = {}
    for shadowed, by in sorted(_SHADOWS):
        explained.setdefault(shadowed, []).extend(one for one in found if one.fact == by)
    return [one for one in found if not _is_over(one, sorted(explained.get(one.fact, ()), key=_place))]


def _longest(found: Iterable[FoundFact]) -> list[FoundFact]:
    """Return the finds without those that overlap a longer find of the same fact."""
    kept: list[FoundFact] = []
    places: dict[str, list[FoundFact]] = {}
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start, str(one.value))):
        longer = places.setdefault(one.fact, [])
        if one.fact == "languages" or not _is_over(one, longer):
            kept.append(one)
            insort(longer, one, key=_place)
    return kept


def _place(one: FoundFact) -> int:
    return one.start


def _is_over(one: FoundFact, several: Sequence[FoundFact]) -> bool:
    """Return whether a find shares words with one of several, which are in order and apart."""
    after = bisect_left(several, one.end, key=_place)
    return after > 0 and several[after - 1].end > one.start

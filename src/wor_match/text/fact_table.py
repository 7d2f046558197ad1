"""The patterns by which facts are recognised in prose, read from the table fact_patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from wor_match.text.regex_needles import needles
from wor_match.text.small_words import small_words
from wor_match.vocabulary.tables import read_table

FactValue = bool | int | float | str

_GAP = re.compile(r"<(\d)>")
_DENIALS = small_words("denial")


@dataclass(frozen=True, slots=True)
class FactPattern:
    """One row of the table.

    ``if_negated`` is the value when the text denies the pattern ("geen ringleiding"); None drops the fact.
    ``denies`` says that the pattern itself may hold the denial ("geen lift"): see :meth:`denies_in`.
    """

    fact: str
    value: FactValue
    if_negated: FactValue | None
    regex: re.Pattern[str]
    needles: tuple[tuple[str, ...], ...]
    denies: bool
    example: str

    def denies_in(self, match: str) -> bool:
        """Return whether the words that matched hold the denial themselves: of several ways one may, and another not.

        Examples
        --------
        >>> row = {"fact": "ended", "value": "true", "if_negated": "", "pattern": "(opgeheven|bestaat niet meer)"}
        >>> (pattern,) = fact_patterns([row | {"example": ""}])
        >>> pattern.denies_in("bestaat niet meer"), pattern.denies_in("opgeheven")
        (True, False)
        """
        return self.denies and not _DENIALS.isdisjoint(re.findall(r"[a-z]+", match))

    def is_worth_trying(self, text: str) -> bool:
        """Return whether the text holds every string without which the pattern cannot match."""
        for several in self.needles:
            for needle in several:
                if needle in text:
                    break
            else:
                return False
        return True


def fact_patterns(rows: Iterable[Mapping[str, str]]) -> tuple[FactPattern, ...]:
    """Return compiled patterns from rows of fact, value, if_negated, language, pattern, example and source.

    Patterns are lower case, without accents, and match whole words; ``<2>`` stands for up to two words.

    Examples
    --------
    >>> rows = [{"fact": "step_free", "value": "false", "if_negated": "", "pattern": "geen <1>lift", "example": ""}]
    >>> fact_patterns(rows)[0].regex.search("er is geen goede lift").group()
    'geen goede lift'
    """
    return tuple(_pattern(row) for row in rows)


@cache
def default_patterns() -> tuple[FactPattern, ...]:
    """Return the shipped patterns; compiled once."""
    return fact_patterns(read_table("fact_patterns", "wor_match.text"))


def _pattern(row: Mapping[str, str]) -> FactPattern:
    """Return one row, compiled."""
    written = row["pattern"]
    # A gap is a bounded number of words inside one clause, so a search stays linear in the text.
    spread = _GAP.sub(r"(?:[\\w'-]+ ){0,\1}", written)
    return FactPattern(
        fact=row["fact"],
        value=_value(row["value"]),
        if_negated=_value(row["if_negated"]) if row["if_negated"] else None,
        regex=re.compile(rf"(?<!\w)(?:{spread})(?!\w)"),
        needles=needles(written),
        denies=not _DENIALS.isdisjoint(re.findall(r"[a-z]+", written)),
        example=row["example"],
    )


def _value(cell: str) -> FactValue:
    """Return a cell as a bool, a number or a text."""
    if cell in {"true", "false"}:
        return cell == "true"
    return int(cell) if cell.isdigit() else cell

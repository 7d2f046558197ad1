"""What sort of thing an activity is, when only its title and category words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind
from wor_match.vocabulary.tables import read_table

_LEAST = 0.7
_WITHOUT_DOUBT = 0.9
#: The category words are somebody's choice of a kind; a title may mention one in passing.
_TITLE = 0.85
_ONE_TO_ONE, _VOLUNTEERING = ActivityKind.ONE_TO_ONE.value, ActivityKind.VOLUNTEERING.value
#: "Duofiets met een vrijwilliger": those who help there are others than those who come.
_DONE_BY_OTHERS = re.compile(
    r"\b(?:met|door|van|with|by) (?:(?:een|de|onze|vaste|getrainde|a|our) )*(?:vrijwillig(?:st)?ers?|volunteers?)\b",
    re.IGNORECASE,
)


@cache
def _words() -> PhraseTable:
    return PhraseTable.from_rows(read_table("kind_words"), "kind")


@cache
def _interventions() -> PhraseTable:
    return PhraseTable.from_rows(read_table("intervention_words"), "intervention")


@lru_cache(maxsize=1 << 17)
def interventions_in(title: str, kind_words: tuple[str, ...]) -> tuple[str, ...]:
    """Intervention types that title and category words name without doubt, in alphabetical order.

    >>> interventions_in("FACT-wijkteam", ("behandelgroep",))
    ('act_support', 'psychological_treatment')
    """
    named = _interventions().weights(Reading(" ; ".join((title, *kind_words)), DIRECTORY))
    return tuple(name for name, weight in sorted(named.items()) if weight >= _WITHOUT_DOUBT)


@lru_cache(maxsize=1 << 17)
def kind_in(title: str, kind_words: tuple[str, ...]) -> ActivityKind | None:
    """The kind that title and category words name most clearly; None when they name none.

    What is volunteering and one to one is volunteering: the other word tells how one helps.

    >>> kind_in("Samen Uit", ("maatje, één-op-één",)).value
    'one_to_one'
    >>> kind_in("Buurttuin", ()) is None
    True
    """
    named = _named(title, kind_words)
    best = max(sorted(named), key=named.__getitem__, default="")
    if best == _ONE_TO_ONE and named.get(_VOLUNTEERING) == named[best]:
        best = _VOLUNTEERING
    return ActivityKind(best) if named.get(best, 0.0) >= _LEAST else None


def is_one_to_one(title: str, kind_words: tuple[str, ...]) -> bool:
    """Whether title and category words name one to one, whatever kind they name more clearly.

    >>> is_one_to_one("Taalmaatje worden", ("vrijwilligerswerk",)), is_one_to_one("Buurttuin", ())
    (True, False)
    """
    return _named(title, kind_words).get(_ONE_TO_ONE, 0.0) >= _LEAST


def names_volunteering(kind_words: tuple[str, ...]) -> bool:
    """Whether category words name volunteering without doubt, beside whatever else.

    >>> names_volunteering(("één op één", "vrijwilliger")), names_volunteering(("maatje",))
    (True, False)
    """
    return _named("", kind_words).get(_VOLUNTEERING, 0.0) >= _WITHOUT_DOUBT


@lru_cache(maxsize=1 << 17)
def _named(title: str, kind_words: tuple[str, ...]) -> Mapping[str, float]:
    """How clearly title and category words name each kind."""
    named = _words().weights(Reading(" ; ".join(kind_words), DIRECTORY))
    for kind, weight in _words().weights(Reading(_DONE_BY_OTHERS.sub(" ", title), DIRECTORY)).items():
        named[kind] = max(named.get(kind, 0.0), weight * _TITLE)
    return MappingProxyType(named)

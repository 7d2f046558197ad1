"""What sort of thing an activity is, when only its title and category words tell."""

from __future__ import annotations

from functools import cache, lru_cache

from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind
from wor_match.vocabulary.tables import read_table

_LEAST = 0.7
_WITHOUT_DOUBT = 0.9
#: The category words are somebody's choice of a kind; a title may mention one in passing.
_TITLE = 0.85


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

    >>> kind_in("Samen Uit", ("maatje, één-op-één",)).value
    'one_to_one'
    >>> kind_in("Buurttuin", ()) is None
    True
    """
    named = _words().weights(Reading(" ; ".join(kind_words), DIRECTORY))
    for kind, weight in _words().weights(Reading(title, DIRECTORY)).items():
        named[kind] = max(named.get(kind, 0.0), weight * _TITLE)
    best = max(sorted(named), key=named.__getitem__, default="")
    return ActivityKind(best) if named.get(best, 0.0) >= _LEAST else None

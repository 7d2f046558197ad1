"""What an activity's own words state, and of what they say one thing and another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from wor_match.catalogue.said_age import ages_said
from wor_match.catalogue.said_aside import without_asides
from wor_match.catalogue.said_gender import GENDER_RULE, gender_said, in_passing
from wor_match.text.fact_table import FactValue
from wor_match.text.fact_young import for_young
from wor_match.text.facts import ProseFact, disputed, read_facts, settled

#: The fact that it is plainly for the young: the highest age.
YOUNG = "for_young"
#: Whether an age that is told is a rule, and no remark on who comes.
AGE_RULE = "age_is_rule"
PRICE = "price"
#: What is asked for taking part, without a word on how often.
PRICE_ALONE = "price_without_period"
_FREE = "0 time"


class Said(NamedTuple):
    """What title and prose state, and of what they say one thing and another; read-only."""

    facts: Mapping[str, FactValue]
    disputed: frozenset[str]


def prose_facts(title: str, prose: str) -> Mapping[str, FactValue]:
    """Facts that title and prose state without contradicting themselves; read-only."""
    return said_in(title, prose).facts


@lru_cache(maxsize=1 << 17)
def said_in(title: str, prose: str) -> Said:
    """The facts of title and prose, settled and disputed.

    >>> said_in("Koor", "Er is een lift, maar ook een smalle trap. De radio staat uit.")
    Said(facts=mappingproxy({'quiet_space': True}), disputed=frozenset({'step_free'}))
    """
    young = for_young(title, prose)
    found: Sequence[ProseFact]
    found, asked = without_asides(title, prose, read_facts(f"{title}. {prose}"))
    kept, is_age_rule = ages_said(title, prose, found)
    found = found if young is not None else kept
    gender, is_gender_open = gender_said(title, found)
    if gender not in (None, "mixed") and in_passing(title, prose, found):
        gender, is_gender_open = None, True
    facts: dict[str, FactValue | None] = {
        **settled(found),
        GENDER_RULE: gender,
        "sign_up": _only_way(found),
        "languages": _spoken(found),
        YOUNG: young,
        AGE_RULE: is_age_rule or None,
    }
    apart = (disputed(found) | asked) - {GENDER_RULE, PRICE}
    apart |= {GENDER_RULE} if is_gender_open else set()
    apart |= {PRICE} if _is_free_and_not(found) else set()
    told = {fact: value for fact, value in facts.items() if value is not None and fact not in apart}
    return Said(MappingProxyType(told), apart)


def _only_way(found: Sequence[ProseFact]) -> FactValue | None:
    ways = {one.value for one in found if one.fact == "sign_up"}
    return ways.pop() if len(ways) == 1 else None


def _spoken(found: Sequence[ProseFact]) -> str | None:
    spoken = {str(one.value) for one in found if one.fact == "languages" and not one.negated} - {"nl"}
    return " ".join(sorted(spoken)) or None


def _is_free_and_not(found: Sequence[ProseFact]) -> bool:
    """Whether it is free and is paid for; of several prices each may hold, for another group or period."""
    values = {one.value for one in found if one.fact in (PRICE, PRICE_ALONE)}
    return not {_FREE, 0.0}.isdisjoint(values) and bool(values - {_FREE, 0.0})

"""Facts that stand only in an activity's prose: fill what is empty, doubt what is contradicted.

Directories are wrong in both directions. What the prose says against a ticked box makes the fact unknown (so that
it becomes a question); what it says where nothing is ticked fills the field. Both are marked in ``provenance``:
``"prose"`` or ``"contradicted by prose"``. The rosier reading never wins silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from wor_match.catalogue.kinds import kind_in
from wor_match.catalogue.marks import CONTRADICTED, FROM_PROSE, is_noticed
from wor_match.catalogue.notice_area import apply_area
from wor_match.catalogue.notice_when import apply_kind, apply_places, apply_season, apply_status, apply_times
from wor_match.catalogue.said import AGE_RULE, PRICE, PRICE_ALONE, YOUNG, Said, said_in
from wor_match.domain.activity import Activity
from wor_match.domain.base import Model
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.offer import Cost, Group
from wor_match.text.fact_residents import SEPARATOR
from wor_match.text.fact_table import FactValue
from wor_match.vocabulary.enums import (
    ActivityKind,
    CostPeriod,
    DutchLevel,
    GroupGender,
    Role,
    SignUp,
)

#: fact id -> (group of fields, field, value as the field wants it)
_FIELDS: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "gender_rule": ("group", "gender_rule", GroupGender),
    "age_min": ("group", "age_min", int),
    "age_max": ("group", "age_max", int),
    "referral_required": ("group", "referral_required", bool),
    "membership_required": ("group", "membership_required", bool),
    "experience_needed": ("group", "experience_needed", bool),
    "newcomers_welcomed": ("group", "welcomes_newcomers", bool),
    "closed_group": ("group", "is_closed", bool),
    "started_course": ("capacity", "can_join_midway", lambda begun: not begun),
    "fixed_group": ("group", "is_fixed", bool),
    "full": ("capacity", "is_full", bool),
    "waiting_weeks": ("capacity", "waiting_weeks", int),
    "sign_up": ("first_step", "sign_up", SignUp),
    "companion_welcome": ("first_step", "companion_welcome", bool),
    "trial_possible": ("first_step", "trial_possible", bool),
    "look_in": ("first_step", "look_in_possible", bool),
    "free_to_skip": ("first_step", "free_to_skip", bool),
    "transport_offered": ("first_step", "transport_offered", bool),
    "side_by_side": ("effort", "is_side_by_side", bool),
    "talk_heavy": ("effort", "is_side_by_side", lambda value: not value),
    "pace": ("effort", "pace", str),
    "physical_effort": ("effort", "physical", int),
    "dutch_level_needed": (
        "language",
        "dutch_level_needed",
        lambda value: DutchLevel("A0" if value == "none" else value),
    ),
    "reduced_cost": ("cost", "has_reduction", bool),
}
_GROWN_UP = 18
_NO_PRICE = {"amount_eur": None, "amount_max_eur": None, "per": None}
#: Words that leave an age open to who is younger.
_YOUNGER_TOO = re.compile(
    r"\b(?:ook jonger(?:en|e mensen)? (?:\w+ ){0,3}(?:welkom|mag|mogen|kan|kunnen)|ook als (?:u|je|jij) jonger"
    r"|(?:jonger(?:en|e mensen)?|wie jonger is) (?:(?:is|zijn|mag|mogen|kan|kunnen) )?(?:ook|eveneens) ?"
    r"(?:welkom|mee\w*|komen|deelnemen|$|[.!,;])|younger people (?:are )?(?:also welcome|welcome too))"
)
#: Where prose and field differ only in degree; the field, which somebody filled in on purpose, stands.
_FIELD_WINS = {"pace", "sign_up", "fixed_group", "free_to_skip", "side_by_side", "talk_heavy"}
#: Facts that become unknown, and so a question, where the words say one thing and another. The others differ in degree,
#: or by part of the group, so that several values may well be true.
_DISPUTED = frozenset(
    {
        "gender_rule", "referral_required", "membership_required", "experience_needed", "newcomers_welcomed",
        "closed_group", "started_course", "full", "companion_welcome", "trial_possible", "look_in",
        "transport_offered", "reduced_cost",
    }
)  # fmt: skip
#: Facts of which only this value is worth noticing; the other says nothing firm.
_ONLY = {"full": True, "closed_group": True, "talk_heavy": True, "side_by_side": True}


def notice(activity: Activity) -> Activity:
    """The activity with what its own words add or contradict; the same object when they do neither.

    Examples
    --------
    >>> seen = notice(Activity(id="a", title="Leesclub", description="Alleen voor vrouwen."))
    >>> seen.group.gender_rule.value, seen.provenance["group.gender_rule"]
    ('women', 'prose')
    """
    said = said_in(activity.title, activity.prose)
    facts = _for_this(activity, said.facts)
    changes: dict[str, Any] = {}
    marks: dict[str, str] = {}
    for fact, value in facts.items():
        _apply(activity, fact, value, changes, marks)
    for fact in sorted(said.disputed & _DISPUTED):
        _apply_disputed(activity, fact, changes, marks)
    _doubt_places_free(activity, changes, marks)
    _apply_price(activity, said, changes, marks)
    _apply_languages(activity, facts, changes, marks)
    _soften_ages(activity, facts, changes, marks)
    _apply_residents(activity, facts, changes, marks)
    apply_places(activity, said, changes, marks)
    apply_status(activity, facts, changes, marks)
    apply_times(activity, changes, marks)
    apply_season(activity, changes, marks)
    apply_kind(activity, facts, changes, marks)
    apply_area(activity, changes, marks)
    _apply_young(activity, facts, changes, marks)
    if not marks:
        return activity
    return activity.model_copy(update=changes | {"provenance": FrozenDict({**activity.provenance, **marks})})


def _for_this(activity: Activity, facts: Mapping[str, FactValue]) -> Mapping[str, FactValue]:
    """Without the ages of the children where one comes to help them: these are not the helper's."""
    most = facts.get("age_max", facts.get(YOUNG))
    if most is None or int(most) >= _GROWN_UP or not _is_for_helpers(activity):
        return facts
    return {fact: value for fact, value in facts.items() if fact not in ("age_min", "age_max", YOUNG)}


_AGES = ("age_min", "age_max")


def _is_for_helpers(activity: Activity) -> bool:
    if activity.roles and Role.TAKE_PART not in activity.roles:
        return True
    return (activity.kind or kind_in(activity.title, activity.kind_words)) is ActivityKind.VOLUNTEERING


def _apply_young(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    """A group that is plainly for children, without an age told anywhere, is not for grown-ups."""
    group, path = changes.get("group", activity.group), "group.age_max"
    if YOUNG not in facts or group.age_max is not None or is_noticed(activity, path):
        return
    highest = int(facts[YOUNG])
    if (group.age_min or 0) <= highest and marks.get(path) is None:
        changes["group"] = group.model_copy(update={"age_max": highest})
        marks[path] = FROM_PROSE


def _apply(activity: Activity, fact: str, said: FactValue, changes: dict[str, Any], marks: dict[str, str]) -> None:
    if fact not in _FIELDS or _ONLY.get(fact, said) != said:
        return
    group, field, convert = _FIELDS[fact]
    model: Model = changes.get(group, getattr(activity, group))
    before, value, path = getattr(model, field), convert(said), f"{group}.{field}"
    if is_noticed(activity, path):
        return
    if _is_for_nobody(model, field, value):
        marks[path] = CONTRADICTED
        return
    if before is None:
        marks[path] = FROM_PROSE
    elif before == value or fact in _FIELD_WINS or marks.get(path) == FROM_PROSE:
        return
    else:
        value = _doubted(fact, before, value)
        if value == before:
            return
        marks[path] = CONTRADICTED
        if fact in _AGES:
            return  # who is outside the field is so for sure; who is inside it, and outside the prose, is asked
    changes[group] = model.model_copy(update={field: value})


def _apply_disputed(activity: Activity, fact: str, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """What the words themselves say in two ways is not known, whatever the field says."""
    group, field, _ = _FIELDS[fact]
    path = f"{group}.{field}"
    if not is_noticed(activity, path):
        changes[group] = changes.get(group, getattr(activity, group)).model_copy(update={field: None})
        marks[path] = CONTRADICTED


def _doubt_places_free(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """Free places in a field beside "we are full" in the prose: neither is sure."""
    path = "capacity.is_full"
    if path in marks and activity.capacity.places_free:
        changes["capacity"] = changes["capacity"].model_copy(update={"is_full": None, "places_free": None})
        marks[path] = marks["capacity.places_free"] = CONTRADICTED


def _apply_price(activity: Activity, said: Said, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """A plain price fills an empty field; a field that says free, or less, is in doubt beside it.

    Words that say that it is free and what it costs leave any price in doubt; so does a price without a period beside a
    field that says free.
    """
    path, cost = "cost.amount_eur", changes.get("cost", activity.cost)
    if is_noticed(activity, path):
        return
    is_free = cost.amount_eur == 0 and not cost.amount_max_eur
    if PRICE in said.disputed or (is_free and said.facts.get(PRICE_ALONE)):
        changes["cost"] = cost.model_copy(update=_NO_PRICE)
        marks[path] = CONTRADICTED
    elif PRICE in said.facts:
        _weigh_price(cost, str(said.facts[PRICE]), changes, marks)


def _weigh_price(cost: Cost, told: str, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """One price that the words tell, beside the field."""
    amount, per = told.split()
    path, said, period = "cost.amount_eur", float(amount), CostPeriod(per)
    if cost.amount_eur is None and not cost.text and cost.is_insured is None:
        changes["cost"] = cost.model_copy(update={"amount_eur": said, "per": period})
        marks[path] = FROM_PROSE
    elif cost.amount_eur is not None and _is_dearer(cost, said, period):
        changes["cost"] = cost.model_copy(update=_NO_PRICE)
        marks[path] = CONTRADICTED


def _is_dearer(cost: Cost, said: float, period: CostPeriod) -> bool:
    """Whether one of field and prose says free and the other does not, or prose asks more for the same period."""
    highest = max(cost.amount_eur or 0.0, cost.amount_max_eur or 0.0)
    if 0.0 in (said, highest):
        return said != highest
    return cost.per is period and said > highest


def _apply_languages(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    """Languages that are spoken besides Dutch, where no field tells any."""
    spoken, path = str(facts.get("languages", "")).split(), "language.languages"
    if spoken and not activity.language.languages and not is_noticed(activity, path):
        language = changes.get("language", activity.language)
        changes["language"] = language.model_copy(update={"languages": ("nl", *spoken)})
        marks[path] = FROM_PROSE


def _is_for_nobody(model: Model, field: str, value: Any) -> bool:
    """Whether an age from prose would leave no age at all; then the field, which was filled in on purpose, stands."""
    if not isinstance(model, Group) or field not in _AGES:
        return False
    least, most = (value, model.age_max) if field == "age_min" else (model.age_min, value)
    return least is not None and most is not None and least > most


def _apply_residents(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    if "residents_only" in facts and not activity.group.residents_of:
        group = changes.get("group", activity.group)
        changes["group"] = group.model_copy(
            update={"residents_of": tuple(str(facts["residents_only"]).split(SEPARATOR))}
        )
        marks["group.residents_of"] = FROM_PROSE


def _soften_ages(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    """An age in the title is a rule, and so is one of children; one in running text ("many of them are over 70") only a
    recommendation. So is one beside which it says that who is younger may come too."""
    filled = [path for path in ("group.age_min", "group.age_max") if marks.get(path) == FROM_PROSE]
    if not filled or YOUNG in facts or activity.group.age_min is not None or activity.group.age_max is not None:
        return
    if AGE_RULE not in facts or ("group.age_min" in filled and _YOUNGER_TOO.search(activity.prose.lower())):
        changes["group"] = changes["group"].model_copy(update={"age_is_hard": False})
        marks["group.age_is_hard"] = FROM_PROSE


def _doubted(fact: str, before: Any, value: Any) -> Any:
    """What becomes of a fact that prose contradicts: for ages and waiting the narrower bound, for the rest unknown."""
    if fact == "age_min":
        return max(before, value)
    if fact == "age_max":
        return min(before, value)
    if fact == "waiting_weeks":
        return max(before, value)
    return None

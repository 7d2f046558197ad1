"""What hard rules take to be so until somebody says otherwise, and what risk that hides for this client."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wor_match.catalogue.columns import RowSource
from wor_match.criteria.doubts import HAS_OPEN_HOURS, MAY_BEGIN_LATER, MAY_COME_HOME
from wor_match.query.query import Query
from wor_match.rules.audience import AudienceRule
from wor_match.rules.base import Rule
from wor_match.rules.budget import BudgetRule
from wor_match.rules.evening import EveningRule
from wor_match.rules.hours import HoursRule
from wor_match.rules.language import LanguageRule
from wor_match.rules.membership import MembershipRule
from wor_match.rules.places import PlacesRule, room_of
from wor_match.rules.reach import ReachRule
from wor_match.rules.referral import ReferralRule
from wor_match.rules.start import StartRule
from wor_match.vocabulary.enums import ActivityKind, CostPeriod, SignUp


def _may_be_referred(row: RowSource) -> bool:
    return row.activity.access is None and row.activity.group.referral_required is None


def _may_be_full(row: RowSource) -> bool:
    weeks, _, is_closed = room_of(row)
    capacity = row.activity.capacity
    walk_in = row.activity.first_step.sign_up is SignUp.WALK_IN
    is_told = is_closed or walk_in or capacity.is_full is not None or capacity.places_free is not None
    return weeks is None and not is_told


def _may_be_only_for(row: RowSource) -> bool:
    return bool(row.activity.group.audiences) and row.activity.group.audience_is_hard is None


def _may_have_begun(row: RowSource) -> bool:
    activity = row.activity
    of_a_kind = activity.kind in (ActivityKind.COURSE, ActivityKind.ONE_OFF, None)
    return of_a_kind and (bool(MAY_BEGIN_LATER.read(row)) or activity.capacity.can_join_midway is not True)


def _may_cost_more(row: RowSource) -> bool:
    periods = {cost.per for cost, _ in row.costs if cost.amount_eur}
    by_time = any(cost.per is CostPeriod.TIME and not schedule.is_known for cost, schedule in row.costs)
    return None in periods or by_time


#: Rule -> whether it may become a question about a row of which it said yes.
_RULES: Mapping[Rule, Callable[[RowSource], bool]] = {
    MembershipRule(): lambda row: row.activity.group.membership_required is None,
    ReferralRule(): _may_be_referred,
    PlacesRule(): _may_be_full,
    AudienceRule(): _may_be_only_for,
    LanguageRule(): lambda row: not row.activity.language.languages,
    StartRule(): _may_have_begun,
    HoursRule(): HAS_OPEN_HOURS.read,
    EveningRule(): HAS_OPEN_HOURS.read,
    BudgetRule(): _may_cost_more,
    ReachRule(): MAY_COME_HOME.read,
}
_ORDER = tuple(_RULES)


def presumed_in(row: RowSource) -> tuple[int, ...]:
    """Numbers of the rules that may become a question about this row."""
    return tuple(number for number, rule in enumerate(_ORDER) if _RULES[rule](row))


def risks(query: Query) -> tuple[float, ...]:
    """Risk of each of these rules; nothing of those that have no question for this client."""
    return tuple(rule.risk if rule.applies(query) and not _is_clear(rule, query) else 0.0 for rule in _ORDER)


def _is_clear(rule: Rule, query: Query) -> bool:
    """Whether it can only be a yes or a no for this client, and so never a question."""
    if isinstance(rule, AudienceRule):
        return bool(query.client.circumstances)
    return isinstance(rule, LanguageRule) and query.client.dutch_level is not None

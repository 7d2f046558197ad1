"""The hard rules, in the order in which an exclusion is told. One rule a file; this list is the registry."""

from wor_match.domain.given import set_once
from wor_match.rules.access import AccessRule
from wor_match.rules.age import AgeRule
from wor_match.rules.audience import AudienceRule
from wor_match.rules.avoid import AvoidRule, CurrentRule
from wor_match.rules.base import Rule
from wor_match.rules.budget import BudgetRule
from wor_match.rules.company import CompanyRule
from wor_match.rules.digital import DigitalRule
from wor_match.rules.dislikes import DislikesRule
from wor_match.rules.effort import PhysicalEffortRule, SocialEffortRule
from wor_match.rules.evening import EveningRule
from wor_match.rules.gender import GenderRule
from wor_match.rules.hours import HoursRule
from wor_match.rules.label import LabelRule
from wor_match.rules.language import LanguageRule
from wor_match.rules.membership import MembershipRule
from wor_match.rules.places import PlacesRule
from wor_match.rules.reach import ReachRule
from wor_match.rules.referral import ReferralRule
from wor_match.rules.residents import ResidentsRule
from wor_match.rules.start import StartRule
from wor_match.rules.status import StatusRule

#: What is out of reach falls out first (most of a country does), then what one may not propose, then the rest.
RULES: tuple[Rule, ...] = set_once(
    ReachRule(),
    StatusRule(),
    AvoidRule(),
    CurrentRule(),
    ReferralRule(),
    StartRule(),
    AgeRule(),
    GenderRule(),
    AudienceRule(),
    ResidentsRule(),
    MembershipRule(),
    CompanyRule(),
    LabelRule(),
    AccessRule(),
    LanguageRule(),
    DigitalRule(),
    HoursRule(),
    EveningRule(),
    BudgetRule(),
    PlacesRule(),
    PhysicalEffortRule(),
    SocialEffortRule(),
    DislikesRule(),
)

__all__ = ["RULES", "Rule"]

"""The soft criteria. One criterion a file; this list is the registry, in the order of the contributions."""

from wor_match.criteria.base import Criterion
from wor_match.criteria.certainty import CertaintyCriterion
from wor_match.criteria.dislikes import DislikesCriterion
from wor_match.criteria.earlier import EarlierCriterion
from wor_match.criteria.effort import EffortCriterion
from wor_match.criteria.evidence import EvidenceCriterion
from wor_match.criteria.first_step import FirstStepCriterion
from wor_match.criteria.freshness import FreshnessCriterion
from wor_match.criteria.group import GroupCriterion
from wor_match.criteria.hours import HoursCriterion
from wor_match.criteria.identity import IdentityCriterion
from wor_match.criteria.interest import InterestCriterion
from wor_match.criteria.money import MoneyCriterion
from wor_match.criteria.need import NeedCriterion
from wor_match.criteria.places import PlacesCriterion
from wor_match.criteria.purpose import PurposeCriterion
from wor_match.criteria.role import RoleCriterion
from wor_match.criteria.side_by_side import SideBySideCriterion
from wor_match.criteria.story import StoryCriterion
from wor_match.criteria.travel import TravelCriterion
from wor_match.domain.given import set_once

CRITERIA: tuple[Criterion, ...] = set_once(
    InterestCriterion(),
    StoryCriterion(),
    IdentityCriterion(),
    PurposeCriterion(),
    RoleCriterion(),
    DislikesCriterion(),
    EarlierCriterion(),
    TravelCriterion(),
    HoursCriterion(),
    MoneyCriterion(),
    GroupCriterion(),
    SideBySideCriterion(),
    FirstStepCriterion(),
    EffortCriterion(),
    PlacesCriterion(),
    CertaintyCriterion(),
    FreshnessCriterion(),
    NeedCriterion(),
    EvidenceCriterion(),
)

__all__ = ["CRITERIA", "Criterion"]

"""No patients' group, for someone who asked for that."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import ActivityKind

LABEL = CategoryColumn("label", lambda row: label_of(row))


def label_of(row: RowSource) -> int:
    """YES when it goes without a label: NO for a peer group or one that presents itself as for patients."""
    told = row.activity.group.is_label_free
    if told is not None:
        return YES if told else NO
    if row.activity.kind is ActivityKind.PEER_GROUP:
        return NO
    return UNKNOWN if row.activity.group.audiences else YES


class LabelRule(Rule):
    """No for peer groups and groups for patients when the client wants no patients' group."""

    name = "label"
    field = "group.is_label_free"
    urgency = 42

    def applies(self, query: Query) -> bool:
        """When the client wants no patients' group."""
        return "no_patient_group" in query.client.label_wishes

    def check(self, scene: Scene) -> Verdicts:
        """A target group that is not told to be one of patients is a question."""
        return scene.rows.answer(LABEL, lambda label: label, "int8")

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """It is a group for patients or peers."""
        return "patient_group", {}

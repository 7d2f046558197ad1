"""Would this activity fail for the same cause: one small function a cause, on facts, three-valued."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column, RowSource, tri
from wor_match.catalogue.said import prose_facts
from wor_match.criteria.base import Floats, Values, unit, where_known
from wor_match.criteria.doubts import KIND_IS_OPEN, MAY_BE_ONE_TO_ONE, MAY_COME_HOME, lowered, raised
from wor_match.criteria.first_step import COMPANION, SKIP
from wor_match.criteria.sizes import bounded
from wor_match.query.scene import Scene
from wor_match.rules.access import FACTS
from wor_match.rules.company import COMPOSITION, IS_ONE_TO_ONE, LARGE, SIZE
from wor_match.rules.dislikes import main_themes
from wor_match.rules.effort import IS_ONLY_SIDE_BY_SIDE, NOT_KNOWN, PHYSICAL, SOCIAL
from wor_match.vocabulary.enums import AccessNeed, ActivityKind, FailureCause, GroupGender, Setting, SignUp

#: Expected value of a cause about which the listing says nothing: most activities do not share it.
PRIOR = 0.7
#: In a group of peers feelings are shared, also where that is not told.
_AMONG_PEERS = 0.3


def said(*names: str) -> Column:
    """A column: YES when the prose states any of the facts, NO when it denies one, else unknown."""

    def read(row: RowSource) -> int:
        facts = prose_facts(row.activity.title, row.activity.prose)
        found = [tri(bool(facts[name])) for name in names if name in facts]
        return max(found, default=0)

    return Column("_".join(names), np.int8, read)


NOISY, HOMEWORK = said("noisy"), said("homework")
PERFORMS, EMOTIONAL = said("performance", "competitive"), said("emotional")
TALKS, LARGE_SAID = said("talk_heavy"), said("large_group")
FIXED = Column("is_fixed", np.int8, lambda row: tri(row.activity.group.is_fixed))
IS_PEERS = Column("is_peers", np.bool_, lambda row: row.activity.kind is ActivityKind.PEER_GROUP)
PACE = CategoryColumn("cause_pace", lambda row: row.effort.pace)
DIGITAL = Column("asks_digital_skill", np.int8, lambda row: _digital_skill(row))
_ILLNESS = frozenset(("illness_peers", "mental_peers", "dementia_meeting", "addiction_recovery"))
OF_ILLNESS = Column("is_of_illness", np.bool_, lambda row: _is_of_illness(row))
AUDIENCE = Column("has_audience", np.bool_, lambda row: bool(row.activity.group.audiences))


def _is_of_illness(row: RowSource) -> bool:
    """Whether it is about an illness by its main theme, whatever form it has: a Geheugencafé."""
    themes = main_themes(row.activity.title, row.activity.kind_words, row.activity.themes)
    return not _ILLNESS.isdisjoint(themes)


def _digital_skill(row: RowSource) -> int:
    """YES when it is online or one signs up online, NO when one signs up otherwise, else unknown."""
    way = row.activity.first_step.sign_up
    if row.setting is Setting.ONLINE or way is SignUp.ONLINE:
        return YES
    return UNKNOWN if way is None else NO


def _absent(scene: Scene, column: Column) -> Values:
    """Good when the fact is denied, bad when it is stated."""
    fact = scene.rows.get(column)
    return where_known((fact < 0).astype(np.float64), fact != 0, PRIOR)


def _present(scene: Scene, column: Column) -> Values:
    fact = scene.rows.get(column)
    return where_known((fact > 0).astype(np.float64), fact != 0, PRIOR)


def _too_large(scene: Scene) -> Values:
    size = np.where(scene.rows.get(IS_ONE_TO_ONE), 2, scene.rows.get(SIZE)).astype(np.float64)
    said = scene.rows.get(LARGE_SAID)
    value = np.where(size > 0, _size_value(size), (said < 0).astype(np.float64))
    found = where_known(value, (size > 0) | (said != 0), PRIOR)
    # Words say on which side of a large group it is, not how many people come.
    only_said, edge = (size == 0) & (said != 0), _size_value(np.array([float(LARGE)]))
    found = raised(lowered(found, only_said, edge), only_said, edge)
    found = bounded(found, scene, _size_value, (8, 24), PRIOR)
    return raised(found, scene.rows.get(MAY_BE_ONE_TO_ONE), 1.0)


def _size_value(size: Floats) -> Floats:
    """1 for eight people at most, nothing from twenty-four."""
    return unit(1 - (size - 8) / 16)


def _too_noisy(scene: Scene) -> Values:
    quiet, noisy = scene.rows.get(FACTS[AccessNeed.QUIET_SPACE]), scene.rows.get(NOISY)
    state = np.where(noisy != 0, -noisy, quiet)
    found = where_known((state > 0).astype(np.float64), state != 0, PRIOR)
    return raised(found, scene.rows.get(MAY_COME_HOME) & (noisy == 0), 1.0)


def _social(scene: Scene, most: int) -> Floats:
    asks = scene.rows.get(SOCIAL)
    return np.asarray(np.where(asks == NOT_KNOWN, np.nan, unit((most + 1 - asks) / (most + 1))))


def _too_much_talk(scene: Scene) -> Values:
    value = _social(scene, 2)
    talks = scene.rows.get(TALKS) > 0
    value = np.where(talks, 0.0, value)
    found = where_known(np.nan_to_num(value), ~np.isnan(value), PRIOR)
    return raised(found, scene.rows.get(IS_ONLY_SIDE_BY_SIDE) & ~talks, 1.0)


def _too_emotional(scene: Scene) -> Values:
    asks = scene.rows.get(SOCIAL)
    heavy, peers = (scene.rows.get(EMOTIONAL) > 0) | (asks == 3), scene.rows.get(IS_PEERS)
    value = np.where(heavy, 0.0, np.where(peers, _AMONG_PEERS, np.where(asks == 2, 0.8, 1.0)))
    found = where_known(value, heavy | peers | (asks != NOT_KNOWN), PRIOR)
    found = lowered(found, peers & (asks == NOT_KNOWN), 0.0)
    return lowered(found, scene.rows.get(KIND_IS_OPEN), _AMONG_PEERS)


def _about_illness(scene: Scene) -> Values:
    ill = scene.rows.get(IS_PEERS) | scene.rows.get(AUDIENCE) | scene.rows.get(OF_ILLNESS)
    return where_known(np.zeros(len(scene)), ill, 0.9)


def _too_strenuous(scene: Scene) -> Values:
    asks = scene.rows.get(PHYSICAL)
    return where_known(np.array([1.0, 0.8, 0.35, 0.0, 0.0])[asks], asks != NOT_KNOWN, PRIOR)


def _too_fast(scene: Scene) -> Values:
    value = scene.rows.answer(
        PACE, lambda pace: {"slow": 1.0, "usual": 0.6, "brisk": 0.0}.get(pace or "", np.nan), float
    )
    return where_known(np.nan_to_num(value), ~np.isnan(value), PRIOR)


def _too_easy(scene: Scene) -> Values:
    asks = scene.rows.get(PHYSICAL)
    return where_known(np.array([0.5, 0.6, 0.9, 1.0, 0.5])[asks], asks != NOT_KNOWN, PRIOR)


def _stairs(scene: Scene) -> Values:
    return raised(_present(scene, FACTS[AccessNeed.STEP_FREE]), scene.rows.get(MAY_COME_HOME), 1.0)


def _mixed(scene: Scene) -> Values:
    value = scene.rows.answer(
        COMPOSITION, lambda who: np.nan if who is None else float(who is not GroupGender.MIXED), float
    )
    value = np.where(scene.rows.get(IS_ONE_TO_ONE), 1.0, value)
    return raised(where_known(np.nan_to_num(value), ~np.isnan(value), PRIOR), scene.rows.get(MAY_BE_ONE_TO_ONE), 1.0)


def _digital(scene: Scene) -> Values:
    asks = scene.rows.get(DIGITAL)
    return where_known(np.where(asks > 0, 0.1, 1.0), asks != 0, PRIOR)


#: Causes without an entry (too far, too expensive, wrong hour, language, full, stopped, age gap, other) are what rules
#: and other criteria look at in full; here they would count twice.
CHECKS: dict[FailureCause, Callable[[Scene], Values]] = {
    FailureCause.TOO_LARGE: _too_large,
    FailureCause.TOO_NOISY: _too_noisy,
    FailureCause.TOO_MUCH_TALK: _too_much_talk,
    FailureCause.TOO_EMOTIONAL: _too_emotional,
    FailureCause.ABOUT_ILLNESS: _about_illness,
    FailureCause.TOO_STRENUOUS: _too_strenuous,
    FailureCause.TOO_FAST: _too_fast,
    FailureCause.TOO_EASY: _too_easy,
    FailureCause.STAIRS: _stairs,
    FailureCause.MIXED_GROUP: _mixed,
    FailureCause.CLOSED_CIRCLE: lambda scene: _absent(scene, FIXED),
    FailureCause.ALONE: lambda scene: _present(scene, COMPANION),
    FailureCause.COMMITMENT: lambda scene: _present(scene, SKIP),
    FailureCause.HOMEWORK: lambda scene: _absent(scene, HOMEWORK),
    FailureCause.PERFORMANCE: lambda scene: _absent(scene, PERFORMS),
    FailureCause.DIGITAL: _digital,
}


def checked(causes: dict[FailureCause, float]) -> dict[FailureCause, float]:
    """The causes that can be checked here, in a fixed order."""
    return {cause: causes[cause] for cause in CHECKS if cause in causes}

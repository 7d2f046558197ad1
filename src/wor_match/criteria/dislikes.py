"""What the client does not want, where it is not what the activity is about: it weighs, and is told."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.activities import gather, gather_helping
from wor_match.criteria.base import Criterion, Floats, Telling, Values, known, mostly_worst
from wor_match.criteria.causes import CHECKS, checked
from wor_match.criteria.doubts import is_silent, lowered
from wor_match.criteria.earlier import tellings
from wor_match.criteria.limits import LIMIT_CHECKS, TOLD_LIMIT, limits_of
from wor_match.criteria.limits_asked import open_limits
from wor_match.domain.records import Param
from wor_match.query.own_words import LIMIT_CAUSE
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.wants import facet_mask, helping_places
from wor_match.query.who_told import ABOUT_THEM
from wor_match.vocabulary.enums import FailureCause

_TOLD = 0.5
#: What was only read in free text counts for less than what was filled in.
_READ = 0.7


def _touched(scene: Scene) -> Floats:
    """How much each row is about a disliked theme, (dislikes, rows); facets such as music count for half."""
    return gather(scene).best(_unwanted(scene))


def _unwanted(scene: Scene) -> Floats:
    """How much each theme touches each dislike, (dislikes, themes)."""
    return np.array([one.themes for one in scene.query.dislikes]) * np.where(facet_mask(), 0.5, 1.0)


class DislikesCriterion(Criterion):
    """1 minus the strongest touch of a disliked theme, together with dreaded circumstances such as a large group."""

    name = "dislikes"
    prior = 0.7

    def applies(self, query: Query) -> bool:
        """When a dislike or a limit was understood."""
        named = any(one.is_understood for one in query.dislikes)
        return named or bool(checked(query.dreads)) or bool(limits_of(query))

    def evaluate(self, scene: Scene) -> Values:
        """Mostly the worst of themes and circumstances, as far as there are any."""
        parts: list[tuple[float, Values]] = []
        if any(one.is_understood for one in scene.query.dislikes):
            parts.append((1.0, self._themes(scene)))
        parts += [(weight, scene.once(CHECKS[cause])) for cause, weight in checked(scene.query.dreads).items()]
        parts += [(_READ, scene.once(LIMIT_CHECKS[limit])) for limit in limits_of(scene.query)]
        return mostly_worst(parts)

    def _themes(self, scene: Scene) -> Values:
        """A listing without words may be about anything; what may be helping may be about that."""
        touched = scene.once(_touched).max(axis=0)
        may = scene.rows.catalogue.words.may_help[scene.rows.activity].nonzero()[0]
        most, unwanted = touched.copy(), _unwanted(scene)
        if len(may) and unwanted[:, helping_places()].any():
            most[may] = np.maximum(touched[may], gather_helping(scene, may).best(unwanted).max(axis=0))
        found = lowered(known(1 - np.minimum(touched, 1.0)), is_silent(scene), 0.0)
        return found._replace(low=np.minimum(found.low, 1 - np.minimum(most, 1.0)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The dislike that it touches, or the circumstance that it spares the client."""
        told = []
        if scene.query.dislikes:
            touched = scene.once(_touched)[:, place]
            if touched.max() >= _TOLD:
                told.append(Telling(False, "touches", {"phrase": scene.query.dislikes[int(touched.argmax())].phrase}))
        limits, causes = scene.own(_checks)
        for limit in limits:
            if float(scene.once(LIMIT_CHECKS[limit]).expected[place]) <= TOLD_LIMIT:
                told.append(Telling(False, "told" if limit in ABOUT_THEM else "limit", {"limit": limit}))
        return told + [_as_limit(one, scene.query) for one in tellings(scene, place, causes, "spares", "dreaded")]

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """Whether what the client's own words named as a limit can be done here, where that is not told."""
        limits = open_limits(scene, place) if scene.query.limits else ()
        return ("limit", {"limits": limits}) if limits else None


def _checks(scene: Scene) -> tuple[tuple[str, ...], dict[FailureCause, float]]:
    """The limits and the dreaded circumstances of this client that can be checked."""
    return limits_of(scene.query), checked(scene.query.dreads)


def _as_limit(one: Telling, query: Query) -> Telling:
    """What is dreaded because the client's own words named it as a limit, with the question whether it can be done."""
    named = (limit for limit in sorted(query.limits) if LIMIT_CAUSE.get(limit) == one.params.get("cause"))
    limit = None if one.is_for else next(named, None)
    return one if limit is None else Telling(False, "limit", {"limit": limit})

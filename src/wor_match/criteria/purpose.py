"""Is what it is meant for something that this client comes for: help with money, learning Dutch, a group on grief."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Criterion, Telling, Values, known
from wor_match.criteria.doubts import KIND_IS_OPEN, is_silent, lowered, raised
from wor_match.criteria.harm import does_no_harm
from wor_match.criteria.meant_for import PURPOSES, called, useful
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import Role

#: For something else than this client comes for.
UNCALLED = 0.05
#: For what would be of use to this client, who did not ask for it: hardly anybody comes for that alone.
USEFUL = 0.4
#: ... but someone who wants to help may be just the volunteer that such a thing needs; that is to be asked.
AS_VOLUNTEER = 0.6
#: Purposes at which volunteers work with people one to one or at a table.
_HELPED_BY_VOLUNTEERS = frozenset(
    {
        "dutch_language",
        "basic_skills",
        "digital_skills",
        "forms_help",
        "practical_help",
        "newcomers_meeting",
        "phone_circle",
    }
)


class PurposeCriterion(Criterion):
    """1 for what has no purpose of its own, or one that the client comes for; 0.4 for what may be of use to who did not
    ask for it, 0.05 for another purpose. What would harm this client, by their own words, is no purpose of theirs."""

    name = "purpose"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always: what is meant for something else speaks against."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """Once for every distinct set of purposes; one purpose that is called for is enough."""
        wanted, helper = called(scene.query), Role.HELP in scene.query.roles
        of_use = useful(scene.query)

        def value(found: frozenset[str]) -> float:
            if not found or found & wanted:
                return 1.0
            if helper and found & _HELPED_BY_VOLUNTEERS:
                return AS_VOLUNTEER
            return USEFUL if found & of_use else UNCALLED

        values, silent = known(scene.rows.answer(PURPOSES, value, np.float64)), is_silent(scene)
        # Volunteering has no purpose for those who help there; a listing without words may have any purpose.
        found = raised(lowered(values, silent, UNCALLED), silent | scene.rows.get(KIND_IS_OPEN), 1.0)
        return Values(*(np.minimum(*pair) for pair in zip(found, scene.once(does_no_harm), strict=True)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """What it is meant for, when the client does not come for that."""
        found = sorted(scene.rows.value(PURPOSES, place))
        # What would harm is told as the limit that it is.
        if not found or value > AS_VOLUNTEER or float(scene.once(does_no_harm).expected[place]) <= value:
            return []
        if value > USEFUL:
            return [Telling(True, "as_volunteer", {"theme": found[0]})]
        if value > UNCALLED:
            of_use = [theme for theme in found if theme in useful(scene.query)]
            return [Telling(True, "useful", {"theme": theme}) for theme in of_use[:1]]
        return [Telling(False, "other", {"theme": found[0]})]

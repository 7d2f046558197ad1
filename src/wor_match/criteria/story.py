"""Do the words of an activity also stand in the client's story: the shed, the dog, the harbour."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Criterion, OpenFacts, Telling, Values
from wor_match.criteria.doubts import is_silent
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.story import Told

#: So much of shared words is all that it can give: two words of the title, or four of the description.
ENOUGH = 2.0
#: A word that says less is counted, but not told.
_TELLS = 0.5
_MOST_TOLD = 3


class StoryCriterion(Criterion):
    """How much of what the story tells stands in the activity's own words, up to ``ENOUGH``.

    A word of the title counts whole, one of its category words or description less; how much a word says by itself is
    a fixed table (``word_weights.csv``), so that no activity weighs on another. It reads no wish in the words and is
    no link: what only shares words is not suggested for that. That it helps, and how much to make of it, was found on
    seven collections of judgements; plain text search alone is far worse than the themes.
    """

    name = "story"
    prior = 0.1
    reducer = "max"

    def applies(self, query: Query) -> bool:
        """When the client told anything."""
        return bool(query.story)

    def evaluate(self, scene: Scene) -> Values:
        """Values in [0, 1]; of a listing with no words but its title more may be shared."""
        index, activity = scene.rows.catalogue.words, scene.rows.activity
        shared = np.zeros(len(index.has_words))
        for one in scene.query.story:
            if (posting := index.posting(one.stem)) is not None:
                activities, says = posting
                shared[activities] += one.says * says
        value = np.minimum(shared[activity] / ENOUGH, 1.0)
        silent = is_silent(scene)
        expected = np.where(silent, np.maximum(value, self.unknown(scene.query)), value)
        return Values(value, expected, np.where(silent, 1.0, value))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The words that say most, in the order of the story."""
        if value <= 0:
            return []
        number = int(scene.rows.activity[place])
        shared = [(one.says * says, one) for one in scene.query.story if (says := _says(scene, one, number)) > 0]
        best = sorted(shared, key=lambda pair: -pair[0])[:_MOST_TOLD]
        words = [one.word for _, one in shared if any(one is other for _, other in best) and one.says >= _TELLS]
        return [Telling(True, "shared", {"phrase": ", ".join(dict.fromkeys(words))})] if words else []

    def open_facts(self, scene: Scene, place: int) -> OpenFacts | None:
        """None that a provider can be asked in one question."""
        return OpenFacts(())


def _says(scene: Scene, told: Told, activity: int) -> float:
    """How much a stem says in one activity's words; 0 when it does not stand there."""
    posting = scene.rows.catalogue.words.posting(told.stem)
    if posting is None:
        return 0.0
    activities, says = posting
    at = int(activities.searchsorted(activity))
    return float(says[at]) if at < len(activities) and activities[at] == activity else 0.0

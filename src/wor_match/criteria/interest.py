"""Does it answer what this client likes, liked once, or hopes for: by theme, and by their own words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import UNKNOWN
from wor_match.criteria.activities import gather, gather_helping, overlaps
from wor_match.criteria.base import Criterion, Telling, Values, spread
from wor_match.criteria.cause import least_by_cause, of_another_cause
from wor_match.criteria.doubts import is_silent
from wor_match.criteria.limits import can_do
from wor_match.criteria.own_kind import own_kind
from wor_match.criteria.standing import Standing, as_told_least_most
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.wants import Want, helping_places, theme_place
from wor_match.rules.gender import GENDER_RULE
from wor_match.rules.gender import fits as gender_fits
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import Gender

Floats = npt.NDArray[np.float64]
#: Shared words say less than a shared theme, and add to it rather than replace it.
WORDS = 0.5
#: What is left of a match with a group for people in other circumstances.
OF_OTHERS = 0.1
#: ... when only its category words name them.
ALSO_OF_OTHERS = 0.5
#: ... with a gender rule of which it is not known whether the client meets it: a question, so it must not sink it.
OF_AN_OPEN_RULE = 0.7
#: ... with what, by the client's own words, the client cannot do.
UNABLE = 0.5
#: Genders of which that is so. Where it was not asked there is a question, and nothing weighs.
_OPEN = frozenset({Gender.NON_BINARY, Gender.UNDISCLOSED})
_LONG = 400
#: A theme with less than this part of what a wish names most is only near to it.
NAMED = 0.3
#: How much a second and third interest add to the best one.
MORE = 0.35
#: What being meant for people like oneself is worth beside wishes.
OWN_KIND = 0.25
#: From here on a match is worth telling as a reason; below the second it is a remark against.
CLEAR, WEAK = 0.28, 0.12


def matches(scene: Scene) -> Floats:
    """How well each row answers each want, (wants, rows) in [0, 1], before strength."""
    return np.asarray(scene.once(_answers).match * scene.once(_of_others) * scene.once(of_another_cause))


class _Answers(NamedTuple):
    """What rows are about, against what is wanted, (wants, rows): by themes; by words that both say; and all in all."""

    themes: Floats
    shared: Floats
    match: Floats


def _answers(scene: Scene) -> _Answers:
    themes, shared = gather(scene).best(_wanted(scene)), overlaps(scene, scene.query.wants)
    return _Answers(themes, shared, _matched(themes, shared))


def _wanted(scene: Scene) -> Floats:
    """How well each theme answers each want, (wants, themes)."""
    return np.array([one.wanted for one in scene.query.wants])


def _matched(themes: Floats, shared: Floats) -> Floats:
    return sharpened(1 - (1 - np.minimum(themes, 1.0)) * (1 - WORDS * shared))


def _of_others(scene: Scene) -> Floats:
    """What is left of a match: "painting for people with a brain injury" hardly answers "painting" for another.

    So it is with a gender rule of which nobody knows whether the client meets it.
    """
    return np.asarray(scene.once(_left)[0] * _feasible(scene.once(can_do).expected))


def _most_of_others(scene: Scene) -> Floats:
    """The same if it turns out that one comes to help them, or that it is for people like this client."""
    return np.asarray(scene.once(_left)[2] * _feasible(scene.once(can_do).high))


def _feasible(can: Floats) -> Floats:
    """What is left of a match with what the client says to be no longer able to do ("dansen, maar niet draaien")."""
    return UNABLE + (1 - UNABLE) * can


def _least_of_others(scene: Scene) -> Floats:
    """The part of it that is left if it turns out that it is for others."""
    told, least, _ = scene.once(_left)
    return np.asarray(least / told)


def _left(scene: Scene) -> Floats:
    """What is left of a match where something is for others: as told, at least and at most, (3, rows)."""
    gender = scene.query.client.gender
    found = as_told_least_most(scene, _share)
    if gender not in _OPEN:
        return found
    open_rule = scene.rows.answer(GENDER_RULE, lambda rule: gender_fits(rule[0], False, gender) == UNKNOWN, np.bool_)
    return np.where(open_rule, np.minimum(found, OF_AN_OPEN_RULE), found)


def _share(found: Standing) -> Floats:
    """What is left of a match with something for others, (ways, audiences)."""
    return np.where(found.is_other, np.where(found.is_named, OF_OTHERS, ALSO_OF_OTHERS), 1.0)


def sharpened(match: Floats) -> Floats:
    """A half match is worth less than half, because people go to what they really like: to the power 1.5.

    The power was chosen by cross-validation; by way of the root, which every machine rounds alike.
    """
    return np.asarray(match * np.sqrt(match))


def combined(strengths: Floats, match: Floats) -> Floats:
    """One value a row: the best want, and a part of what the others add.

    Raising any match never lowers the value: with more than one want, ``best + (1 - best) * MORE * others`` grows
    in each, because the derivative of the best one is at least ``1 - MORE``.
    """
    *others, best = _ascending(strengths[:, None] * match)
    left = np.ones(len(best))
    for other in others:
        left *= 1 - other
    return np.asarray(best + (1 - best) * MORE * (1 - left))


def _ascending(rows: Floats) -> list[Floats]:
    """The rows with each column in ascending order; long ones are exchanged whole, which is quicker than to sort."""
    if rows.shape[1] < _LONG:
        rows.sort(axis=0)
        return list(rows)
    found = list(rows)
    for last in range(len(found) - 1, 0, -1):
        for one in range(last):
            pair = found[one], found[one + 1]
            found[one], found[one + 1] = np.minimum(*pair), np.maximum(*pair)
    return found


def _strengths(scene: Scene) -> Floats:
    return np.array([one.strength for one in scene.query.wants])


def _quick_best(scene: Scene) -> Floats:
    """No less than the best weighed match of each row, (n,): all wants as one, each theme as the want that it suits
    best; 1 where words are shared.

    Without shared words it is that match: of ``strength * sharpened(best)`` over wants the strength is drawn inside.
    """
    words, activity = scene.rows.catalogue.words, scene.rows.activity
    inside = np.cbrt(_strengths(scene))[:, None] ** 2
    of_themes = sharpened(gather(scene).best((inside * _wanted(scene)).max(axis=0)))
    shared = words.any_of(stem for one in scene.query.wants for stem in one.stems)
    return np.where(shared[activity], 1.0, of_themes * scene.once(_of_others))


def _quick_combined(strengths: Floats, best: Floats) -> Floats:
    """No less than :func:`combined`, from the best weighed match only: no other is above it, nor above its strength."""
    others = np.sort(strengths)[:-1, None]
    left = np.multiply.reduce(1 - np.minimum(others, best), axis=0)
    return np.asarray(best + (1 - best) * MORE * (1 - left))


def beside(value: Floats, other: float) -> Floats:
    """A value and another one beside it, as :func:`combined` has it of two wishes.

    >>> beside(np.array([0.0, 0.4, 1.0]), 0.4).round(3).tolist()
    [0.4, 0.484, 1.0]
    """
    best = np.maximum(value, other)
    return np.asarray(best + (1 - best) * MORE * np.minimum(value, other))


def _is_only_near(wish: Want, theme: str) -> bool:
    """Whether it answers by a theme that is only related to what the wish names: a walk for who likes birds."""
    if not theme:
        return False
    return float(wish.themes[theme_place()[theme]]) < NAMED * float(wish.themes.max())


class InterestCriterion(Criterion):
    """Best answer to a wish, with something for further wishes that it answers too.

    That something is meant for people like oneself (one's own circumstances or language) counts as one more wish:
    hardly anybody names it, and people stay where they are understood. How much was chosen on four collections of
    judgements; each is the better for it.

    A listing with no words but its title is unknown: it may answer every wish. What it is about is known by its words;
    that one comes to help there may still turn out. Wishes count by strength: very much 1, yes 0.75, a little 0.5; what
    gives energy 0.75, goals 0.5, what was only read in free text as the profile says (0.5).
    """

    name = "interest"
    prior = 0.1
    reducer = "max"
    is_link = True

    def applies(self, query: Query) -> bool:
        """When there is any wish in words that says something."""
        return any(one.is_understood or one.stems for one in query.wants)

    def evaluate(self, scene: Scene) -> Values:
        """Values in [0, 1]; see the class."""
        return scene.once(answered)

    def answered(self, scene: Scene) -> Values:
        """The same, worked out anew."""
        strengths = _strengths(scene)
        values = self._of_wishes(scene, strengths)
        is_own = scene.once(own_kind)
        if not is_own.perhaps.any():
            return values
        return Values(*(np.where(own, beside(one, OWN_KIND), one) for own, one in zip(is_own, values, strict=True)))

    def at_most(self, scene: Scene) -> Floats:
        """From all wishes as one; see :func:`_quick_best`."""
        strengths = _strengths(scene)
        value = _quick_combined(strengths, np.minimum(_quick_best(scene), 1.0))
        value = np.where(is_silent(scene), np.maximum(value, self._guess(scene, strengths)), value)
        return np.where(scene.once(own_kind).as_told, beside(value, OWN_KIND), value)

    def _guess(self, scene: Scene, strengths: Floats) -> float:
        """The expected value of a listing without words."""
        return self.unknown(scene.query) * float(strengths.max())

    def _of_wishes(self, scene: Scene, strengths: Floats) -> Values:
        value = combined(strengths, scene.once(matches))
        most = self._as_helper(scene, self._at_most(scene, value, strengths), strengths)
        low = self._in_doubt(scene, value, strengths)
        silent = is_silent(scene)
        if not silent.any():
            return Values(low, value, most)
        guessed = np.maximum(value, self._guess(scene, strengths))
        expected = np.where(silent & (value < WEAK), guessed, value)
        return spread(low, expected, np.where(silent, combined(strengths, np.ones((len(strengths), 1))), most))

    def _in_doubt(self, scene: Scene, value: Floats, strengths: Floats) -> Floats:
        """The value if what is in doubt turns out badly: a gender rule for whom it is open whether they meet it, whom
        it is for, whether what they cannot do is done there, and what it is that one helps with.
        """
        can = scene.once(can_do)
        left = scene.once(_least_of_others) * _feasible(can.low) / _feasible(can.expected)
        if scene.query.client.gender in _OPEN:
            may = scene.rows.answer(GENDER_RULE, lambda rule: rule[0] is None and rule[1], np.bool_)
            left = np.where(may, left * OF_AN_OPEN_RULE, left)
        left = left * scene.once(least_by_cause)
        less = (left < 1).any(axis=0)
        return np.where(less, combined(strengths, scene.once(matches) * left), value) if less.any() else value

    def _at_most(self, scene: Scene, value: Floats, strengths: Floats) -> Floats:
        """The value if those whom it names are whom one helps, where it is not told what one comes for."""
        left, most = scene.once(_of_others), scene.once(_most_of_others)
        if (left == most).all():
            return value
        return np.maximum(value, combined(strengths, scene.once(_answers).match * most))

    def _as_helper(self, scene: Scene, value: Floats, strengths: Floats) -> Floats:
        """At least this value, and the one if it turns out that one comes to help there, where that is not told."""
        wanted = _wanted(scene)
        rows = scene.rows.catalogue.words.may_help[scene.rows.activity].nonzero()[0]
        if not len(rows) or not wanted[:, helping_places()].any():
            return value
        themes, shared, _ = (one.take(rows, axis=1) for one in scene.once(_answers))
        match = _matched(np.maximum(themes, gather_helping(scene, rows).best(wanted)), shared)
        helped = combined(strengths, match * scene.once(_most_of_others)[rows])
        most = value.copy()
        most[rows] = np.maximum(value[rows], helped)
        return most

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The one or two wishes that it answers best, or that it answers none."""
        wants = scene.query.wants
        match = scene.once(matches)[:, place].tolist()
        weighed = [one.strength * value for one, value in zip(wants, match, strict=True)]
        told = []
        for number in sorted(range(len(wants)), key=weighed.__getitem__, reverse=True)[:2]:
            one = wants[number]
            if match[number] >= CLEAR and weighed[number] >= WEAK:
                theme = self._theme(scene, place, number)
                case = "near" if one.kind == "interest" and _is_only_near(one, theme) else one.kind
                told.append(Telling(True, case, {"phrase": one.phrase, "theme": theme}))
        if not told and value < WEAK:
            told.append(Telling(False, "none", {}))
        return told

    def _theme(self, scene: Scene, place: int, number: int) -> str:
        """The activity's theme through which it answers a want; empty when only words did."""
        ids, strengths = scene.rows.catalogue.words.themes_of(int(scene.rows.activity[place]))
        if not len(ids):
            return ""
        answer = scene.query.wants[number].wanted[ids] * strengths
        best = int(answer.argmax())
        return default_reader().theme_ids[ids.item(best)] if answer.item(best) >= WEAK else ""


_INTEREST = InterestCriterion()


def answered(scene: Scene) -> Values:
    """How well each row answers all wishes together, for whoever else needs to know."""
    return _INTEREST.answered(scene)

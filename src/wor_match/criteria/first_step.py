"""How big the first step is: signing up, going alone, a companion, trying first, welcome."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import YES, CategoryColumn, Column, tri
from wor_match.criteria.base import Criterion, OpenFacts, Telling, Values, known, weighted, where_known
from wor_match.criteria.doubts import MAY_BE_ONE_TO_ONE, raised
from wor_match.domain.client import Client
from wor_match.query.in_touch import reach_of
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.company import IS_ONE_TO_ONE
from wor_match.rules.dislikes import MAIN_THEMES
from wor_match.rules.reach import SETTING
from wor_match.vocabulary.enums import ActivityKind, ContactWay, DigitalSkill, GoesAlone, Setting, SignUp

SIGN_UP = CategoryColumn("sign_up", lambda row: row.activity.first_step.sign_up)
COMPANION = Column(
    "companion",
    np.int8,
    lambda row: max(tri(row.activity.first_step.companion_welcome), tri(row.activity.first_step.buddy_available)),
)
TRIAL = Column(
    "trial",
    np.int8,
    lambda row: max(tri(row.activity.first_step.trial_possible), tri(row.activity.first_step.look_in_possible)),
)
SKIP = Column("free_to_skip", np.int8, lambda row: tri(row.activity.first_step.free_to_skip))
WELCOME = Column(
    "welcome",
    np.int8,
    lambda row: (
        max(tri(row.activity.group.welcomes_newcomers), 1 if row.activity.group.welcomed_by else -1)
        if row.activity.group.welcomes_newcomers is not None or row.activity.group.welcomed_by
        else 0
    ),
)
BEGINNERS = Column("for_beginners", np.int8, lambda row: -tri(row.activity.group.experience_needed))
#: Below this readiness (0 to 10) a small step counts for more.
LOW_READINESS = 5
#: With a buddy of one's own: where nobody may come in, and where it is not told.
_TO_THE_DOOR, _LIKELY = 0.4, 0.8
#: So many facts are asked at once.
_MOST_ASKED = 3
#: Where it makes no sense to ask about a fact.
_SINGLE = (ActivityKind.SERVICE, ActivityKind.ONE_OFF, ActivityKind.ONE_TO_ONE)
_NOT_ASKED = {
    "trial": _SINGLE,
    "skip": (*_SINGLE, ActivityKind.DROP_IN),
    "welcome": _SINGLE,
    "beginners": (*_SINGLE, ActivityKind.DROP_IN, ActivityKind.PEER_GROUP),
}
#: What one may have to be able to do already.
_SKILLS = frozenset(
    ("running", "cycling", "swimming", "gymnastics", "yoga", "tai_chi", "dance", "ball_sports", "racket_sports",
     "martial_arts", "water_sports", "drawing_painting", "ceramics", "sewing", "knitting", "woodwork", "repair",
     "technology", "model_building", "photography", "film_making", "crafts", "singing", "making_music", "theatre",
     "writing", "foreign_languages", "card_games", "board_games", "chess", "billiards", "digital_skills", "vehicles",
     "volunteering_practical", "volunteering_admin", "volunteering_teaching")
)  # fmt: skip
_DIGITAL = {DigitalSkill.OWN: 0.85, DigitalSkill.WITH_HELP: 0.5, DigitalSkill.NONE: 0.2}


def sign_up_value(way: SignUp | None, client: Client) -> float:
    """How easy one way of joining is for this client; nan when it is not told.

    >>> sign_up_value(SignUp.WALK_IN, Client(reference="c"))
    1.0
    """
    no_calls = bool(client.contact) and ContactWay.CALL not in client.contact
    no_mail = bool(client.contact) and ContactWay.EMAIL not in client.contact
    values = {
        None: np.nan,
        SignUp.WALK_IN: 1.0,
        SignUp.CALL: 0.4 if no_calls else 0.75,
        SignUp.EMAIL: 0.45 if no_mail or client.needs_help_reading else 0.7,
        SignUp.ONLINE: _DIGITAL.get(client.digital, 0.7) if client.digital else 0.7,
        SignUp.INTAKE: 0.55,
    }
    return float(values[way])


def _hurdle(way: SignUp, by: SignUp | None) -> Telling:
    """What speaks against a way of signing up; where the plan goes by another, that is told with it."""
    if by is None or by is way:
        return Telling(False, "hard_sign_up", {"way": way.value})
    return Telling(False, "other_sign_up", {"way": way.value, "by": by.value})


def _step(fact: np.ndarray, yes: float, no: float, unknown: float) -> Values:
    by_fact = np.array([(no, yes, no), (min(max(unknown, no), yes), yes, no), (yes, yes, no)])
    return Values(*by_fact.take(fact, axis=1))  # in the order of UNKNOWN, YES, NO: 0, 1 and -1, which is the last


def _together(scene: Scene) -> np.ndarray:
    """Whether somebody can go along; one to one, somebody always does."""
    return np.where(scene.rows.get(IS_ONE_TO_ONE), YES, scene.rows.get(COMPANION))


def company(scene: Scene, prior: float) -> Values:
    """With a buddy of their own the client is brought to the door also where nobody may come along."""
    if scene.query.client.has_buddy is True:
        found = _step(scene.once(_together), 1.0, _TO_THE_DOOR, max(prior, _LIKELY))
    else:
        found = _step(scene.once(_together), 1.0, 0.05, prior)
    return raised(found, scene.rows.get(MAY_BE_ONE_TO_ONE), 1.0)


class FirstStepCriterion(Criterion):
    """Mean over sign-up and, as far as this client needs them, company, trying, freedom and welcome.

    Going along matters most to those who do not go alone; the rest weighs more at low readiness.
    """

    name = "first_step"

    def applies(self, query: Query) -> bool:
        """When going alone, readiness, digital skill or contact was asked."""
        client = query.client
        asked = (client.goes_alone, client.readiness, client.digital)
        return any(one is not None for one in asked) or bool(client.contact)

    def evaluate(self, scene: Scene) -> Values:
        """Not told is the prior."""
        return weighted(list(self._parts(scene).values()))

    def _parts(self, scene: Scene) -> dict[str, tuple[float, Values]]:
        """Each fact that this client needs, with its weight."""
        client, rows, prior = scene.query.client, scene.rows, self.unknown(scene.query)
        ways = rows.answer(SIGN_UP, lambda way: sign_up_value(way, client), np.float64)
        careful = client.readiness is not None and client.readiness <= LOW_READINESS
        parts = {"sign_up": (1.0, where_known(ways, ~np.isnan(ways), prior, worst=min(_DIGITAL.values())))}
        if client.goes_alone in (GoesAlone.FIRST_TIME_TOGETHER, GoesAlone.NO):
            parts["companion"] = (1.5, company(scene, prior))
        parts["trial"] = (1.0 if careful else 0.5, _step(rows.get(TRIAL), 1.0, 0.3, prior))
        parts["skip"] = (0.8 if careful else 0.3, _step(rows.get(SKIP), 1.0, 0.2, prior))
        parts["welcome"] = (0.8 if careful else 0.4, _step(rows.get(WELCOME), 1.0, 0.3, prior))
        parts["beginners"] = (0.6, _step(rows.get(BEGINNERS), 1.0, 0.1, 0.8))
        return parts

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """The facts that are not told and that this kind of activity can have, at most three: those that weigh most."""
        parts = scene.own(self._parts)
        spans = {name: weight * float((each.high - each.low)[place]) for name, (weight, each) in parts.items()}
        found = [name for name in spans if spans[name] > 0 and self._can_ask(name, scene, place)]
        asked = sorted(sorted(found, key=lambda name: -spans[name])[:_MOST_ASKED], key=list(parts).index)
        turns = [(weight, each if name in asked else known(each.expected)) for name, (weight, each) in parts.items()]
        low, _, high = (float(each[place]) for each in weighted(turns))
        return OpenFacts(tuple(f"first_step.{name}" for name in asked), low, high)

    def _can_ask(self, name: str, scene: Scene, place: int) -> bool:
        """Nobody goes along to an online course, and with one volunteer there is no group to look at first."""
        rows = scene.rows
        if name == "sign_up":
            return True
        if name == "companion":
            may_come = rows.source(place).activity.first_step.companion_welcome
            return (
                may_come is None and rows.value(SETTING, place) is Setting.ONSITE and not scene.once(_together)[place]
            )
        kind, way = rows.source(place).activity.kind, rows.value(SIGN_UP, place)
        if name == "trial" and way is SignUp.WALK_IN:
            return False  # whoever walks in has a look
        if name == "beginners" and _SKILLS.isdisjoint(rows.value(MAIN_THEMES, place)):
            return False
        online_course = kind is ActivityKind.COURSE and rows.value(SETTING, place) is Setting.ONLINE
        return not (rows.at(IS_ONE_TO_ONE, place) or online_course or kind in _NOT_ASKED[name])

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """What makes the step small, and what makes it large."""
        client, rows = scene.query.client, scene.rows
        told = []
        way = rows.source(place).activity.first_step.sign_up
        if way is SignUp.WALK_IN:
            told.append(Telling(True, "walk_in", {}))
        elif way is not None and sign_up_value(way, client) < 0.5:
            told.append(_hurdle(way, reach_of(scene.query, rows.source(place).activity).by))
        if client.goes_alone in (GoesAlone.FIRST_TIME_TOGETHER, GoesAlone.NO):
            together = int(scene.once(_together)[place])
            if together:
                told.append(Telling(together == 1, "together" if together == 1 else "alone", {}))
        told += self._facts(scene, place)
        return told

    def _facts(self, scene: Scene, place: int) -> list[Telling]:
        rows, told = scene.rows, []
        if rows.at(TRIAL, place) == 1:
            told.append(Telling(True, "trial", {}))
        if rows.at(WELCOME, place) == 1:
            told.append(Telling(True, "welcome", {"by": rows.source(place).activity.group.welcomed_by}))
        if rows.at(BEGINNERS, place) == -1:
            told.append(Telling(False, "experience", {}))
        if rows.at(SKIP, place) == -1 and (scene.query.client.readiness or LOW_READINESS) <= LOW_READINESS:
            told.append(Telling(False, "every_time", {}))
        return told

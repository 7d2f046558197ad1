"""What the questions promise: nothing known is asked, few at a time, and each effect is what the answer would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial, reduce
from typing import Any

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import UNKNOWN, YES
from wor_match.catalogue.location import LAT, LON
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.next_question import AnswerEffect
from wor_match.domain.offer import FirstStep, Group
from wor_match.domain.wishes import Home, Interest
from wor_match.explain.intake_facts import ASKS
from wor_match.explain.questions_text import NextQuestion, NextQuestions
from wor_match.explain.wording.forms import several
from wor_match.matcher import Matcher
from wor_match.pipeline import Run
from wor_match.pipeline import run as run_pipeline
from wor_match.query import Query
from wor_match.query.scene import Scene
from wor_match.ranking import tie_break
from wor_match.rules.base import Rule, Verdicts
from wor_match.scoring import EXPECTED, HIGH, LOW
from wor_match.vocabulary.enums import Setting, SignUp

#: Less than this is not asked; of one fact no more than so many; homes that are all tried, and draws of more.
_LEAST, _EACH, _HOMES, _DRAWS = 0.1, 2, 50, 20


def check_questions(matcher: Matcher, client: Client, k: int = 5, most: int = 5) -> NextQuestions:
    """Everything that is promised of the questions, against a slow reference that gives each answer and asks again.

    An answer of the client goes through the pipeline as a client of their own, and so does a rule of which a provider
    gave a good answer. Where a listing falls out, or one criterion turns out well or badly, all scores are sorted anew.

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(60, seed=1)), as_of=TODAY)
    >>> len(check_questions(matcher, Client(reference="c", interests=["wandelen"]))) <= 5
    True
    """
    found, run = matcher.questions(client, k, most), matcher.run(client, k)
    assert found.is_stopped == run.gates.is_stopped
    assert len(found) <= most, "at most a handful"
    changes = [one.expected_change - one.sampling_error for one in found]
    assert changes == sorted(changes, reverse=True), "what changes most for certain comes first"
    assert not (found.is_all and _left_out(found, matcher, run, k)), "all that matters is asked"
    if any(one.kind == "enough" for one in found):
        assert len(found) == 1
        assert found.is_all
        return found
    # Of one fact there may be two questions: where a place is, and whether one can get in.
    asked = [(one.fact, one.activity_id, one.question.code) for one in found]
    assert len(asked) == len(set(asked)), "nothing twice"
    assert all(sum(fact == other for other, *_ in asked) <= _EACH for fact, *_ in asked)
    for one in found:
        _check_effects(one, run, k)
        _check_is_open(one, matcher, client, run)
        _check_answers(one, matcher, client, run, k)
        assert NextQuestion.model_validate_json(one.model_dump_json()) == one
    return found


def _check_effects(one: NextQuestion, run: Run, k: int) -> None:
    """The change that is expected is that of the answers by their chance, and what is exact is told to be."""
    assert abs(sum(answer.chance for answer in one.answers) - 1) < 1e-9
    assert abs(one.expected_change - sum(answer.chance * answer.changed for answer in one.answers)) < 1e-6
    assert one.expected_change >= _LEAST
    assert one.how in (("sample", "exact") if one.fact == "home" else ("exact",))
    before = set(top(run, k))
    for answer in one.answers:
        assert set(answer.leaves) <= before
        assert not set(answer.enters) & before


def _check_is_open(one: NextQuestion, matcher: Matcher, client: Client, run: Run) -> None:
    """What is asked is not known: absent in the intake, or in doubt in the listing."""
    if one.activity_id is None:
        value: Any = reduce(getattr, one.fact.split("."), client)
        told = value.size if one.fact == "group" else value
        is_empty = told in (None, (), frozenset())
        assert is_empty or (one.kind == "choice" and _says_nothing(run)), f"{one.fact} is known"
        return
    place = _place(run, one.activity_id)
    assert run.chosen is not None
    rule = next((each for each in matcher.rules if each.name == one.fact), None)
    if rule is not None and {answer.name for answer in one.answers} == {"yes", "no"}:
        scene = Scene(run.scene.query, run.scene.rows.take(np.asarray(run.chosen.rows_of(place))))
        assert UNKNOWN in rule.check(scene), f"{one.fact} is known"
        return
    number = [each.name for each in run.scored.criteria].index(one.fact)
    points = run.chosen.contributions[:, place, number]
    assert points[LOW] < points[HIGH], f"{one.fact} is known"
    told = _effective(matcher.catalogue[one.activity_id])
    for fact in _asked(one):
        assert not any(is_told(told) for is_told in _TOLD.get(fact, ())), f"{fact} is known"


def _says_nothing(run: Run) -> bool:
    """Whether the intake names wishes of which none says anything."""
    return not any(one.is_understood or one.stems for one in run.scene.query.wants)


def _check_answers(one: NextQuestion, matcher: Matcher, client: Client, run: Run, k: int) -> None:
    before = top(run, k)
    if one.fact == "home" and one.activity_id is None:
        _check_homes(one, matcher)
    for number, answer in enumerate(one.answers):
        if one.activity_id is None:
            after = top(matcher.run(answered(matcher, client, one.fact, answer.name, number), k), k)
        else:
            after = _after_yes(matcher, one, run, k) if answer.name == "yes" else _moved(run, one, answer, k)
        assert set(answer.enters) == set(after) - set(before), (one.fact, answer.name)
        assert set(answer.leaves) == set(before) - set(after), (one.fact, answer.name)


def answered(matcher: Matcher, client: Client, fact: str, name: str, number: int) -> Client:
    """The client who gave one of the answers of a question."""
    if fact == "interests":
        liked = Interest(phrase=name.replace("_", " "), themes=(name,))
        return client.model_copy(update={"interests": (*client.interests, liked)})
    if fact == "home":
        return client.model_copy(update={"home": _homes(matcher)[number][0]})
    ask = next(one for one in ASKS if one.fact == fact)
    return next(apply for label, _, apply in ask.answers if label == name)(client)


def _homes(matcher: Matcher) -> list[tuple[Home, int]]:
    """Each place that is known with how many activities are there; of many places draws with seed 0."""
    lats, lons = matcher.catalogue.column(LAT), matcher.catalogue.column(LON)
    known = [(float(lat), float(lon)) for lat, lon in zip(lats, lons, strict=True) if lat == lat and lon == lon]
    counts = sorted(Counter(known).items())
    if len(counts) > _HOMES:
        counts = [(known[int(one) % len(known)], 1) for one in np.random.PCG64(0).random_raw(_DRAWS)]
    return [(Home(lat=lat, lon=lon), count) for (lat, lon), count in counts]


def _check_homes(one: NextQuestion, matcher: Matcher) -> None:
    """Every place is tried, by what is there, or it is told to be a sample."""
    counts = [count for _, count in _homes(matcher)]
    assert len(one.answers) == len(counts)
    assert all(abs(each.chance - n / sum(counts)) < 1e-9 for each, n in zip(one.answers, counts, strict=True))
    places = {(home.lat, home.lon) for home, _ in _homes(matcher)}
    known = np.isfinite(matcher.catalogue.column(LAT)) & np.isfinite(matcher.catalogue.column(LON))
    assert one.how == ("exact" if sum(counts) == known.sum() and len(places) == len(counts) else "sample")


def _left_out(found: NextQuestions, matcher: Matcher, run: Run, k: int) -> list[tuple[str, str]]:
    """Open rules that were not asked about, where a no of a provider alone would change enough."""
    if run.chosen is None:
        return []
    asked, scores, left = {(one.fact, one.activity_id) for one in found}, _scores(run), []
    for name in _sorted(run, scores)[:k]:
        scene = Scene(run.scene.query, run.scene.rows.take(np.asarray(run.chosen.rows_of(_place(run, name)))))
        for rule in matcher.rules:
            if (rule.name, name) in asked or rule.risk < _LEAST or not rule.applies(scene.query):
                continue
            unknown = np.flatnonzero(rule.check(scene) == UNKNOWN)
            if len(unknown) and rule.question(scene, int(unknown[0])) is not None:
                left.append((rule.name, name))
    return left


def _moved(run: Run, one: NextQuestion, answer: AnswerEffect, k: int) -> list[str]:
    """The first k when one activity falls out, or gets what the answer is worth: all scores sorted anew."""
    assert run.chosen is not None
    assert one.activity_id is not None
    scores = _scores(run)
    if answer.name == "no":
        del scores[one.activity_id]
    else:
        number = [each.name for each in run.scored.criteria].index(one.fact)
        points = run.chosen.contributions[:, _place(run, one.activity_id), number]
        turned = _turned(run, one, number)
        low, high = turned if turned else (int(points[LOW]), int(points[HIGH]))
        scores[one.activity_id] += (high if answer.name == "good" else low) - int(points[EXPECTED])
    return _sorted(run, scores)[:k]


def _asked(one: NextQuestion) -> tuple[str, ...]:
    """The facts that a question names."""
    return several(one.question.params.get("facts"))


def _effective(activity: Activity) -> Activity:
    """With what its own words add."""
    return Catalogue.from_activities([activity]).all_rows.source(0).activity


def _turned(run: Run, one: NextQuestion, number: int) -> tuple[int, int] | None:
    """Points of the first step when the facts that are asked, and no others, turn out badly, and well.

    They are filled in, and the criterion asked again of that activity alone. Of the ways of signing up the worst for
    anybody counts, also where this client has no trouble with it: it is drawn from two others, as the value is linear.
    """
    asked = _asked(one)
    assert run.chosen is not None
    rows = run.chosen.rows_of(_place(run, str(one.activity_id)))
    if one.fact != "first_step" or not asked or len(rows) != 1:
        return None
    activity = run.scene.rows.source(int(rows[0])).activity
    good, bad = (dict(pair for fact in asked for pair in _TURNS[fact][turn].items()) for turn in ("good", "bad"))
    value = partial(_first_step, run, number, activity)
    low, high = value(bad), value(good)
    if "first_step.sign_up" in asked:
        easy, harder = value({**bad, "sign_up": "walk_in"}), value({**bad, "sign_up": "intake"})
        low = harder - (easy - harder) * (_HARDER - _HARDEST) / (1 - _HARDER)
    weight = int(run.scored.weights[number])
    return int(np.rint(low * weight)), int(np.rint(high * weight))


def _first_step(run: Run, number: int, activity: Activity, facts: dict[str, Any]) -> float:
    """What the criterion expects of one activity with these facts told."""
    step = activity.first_step.model_copy(update={k: v for k, v in facts.items() if k in FirstStep.model_fields})
    group = activity.group.model_copy(update={k: v for k, v in facts.items() if k in Group.model_fields})
    if "sign_up" in facts:
        step = step.model_copy(update={"sign_up": SignUp(facts["sign_up"])})
    told = activity.model_copy(update={"first_step": step, "group": group, "description": "", "summary": ""})
    alone = Catalogue.from_activities([told])
    rows = alone.all_rows
    return float(run.scored.criteria[number].evaluate(Scene(run.scene.query, rows)).expected[0])


#: Fact -> the fields that tell it when it turns out well, and badly.
_TURNS: dict[str, dict[str, dict[str, Any]]] = {
    "first_step.sign_up": {"good": {"sign_up": "walk_in"}, "bad": {"sign_up": "intake"}},
    "first_step.companion": {
        "good": {"companion_welcome": True},
        "bad": {"companion_welcome": False, "buddy_available": False},
    },
    "first_step.trial": {"good": {"trial_possible": True}, "bad": {"trial_possible": False, "look_in_possible": False}},
    "first_step.skip": {"good": {"free_to_skip": True}, "bad": {"free_to_skip": False}},
    "first_step.welcome": {
        "good": {"welcomes_newcomers": True},
        "bad": {"welcomes_newcomers": False, "welcomed_by": ""},
    },
    "first_step.beginners": {"good": {"experience_needed": False}, "bad": {"experience_needed": True}},
}
#: Values of signing up by an intake, and of the hardest way for who does nothing digital.
_HARDER, _HARDEST = 0.55, 0.2
#: Fact -> whether the effective activity tells it.
_TOLD: dict[str, tuple[Callable[[Activity], bool], ...]] = {
    "first_step.sign_up": (lambda told: told.first_step.sign_up is not None,),
    "first_step.companion": (
        lambda told: told.first_step.companion_welcome is not None, lambda told: told.setting is not Setting.ONSITE,
    ),
    "first_step.trial": (lambda told: bool(told.first_step.trial_possible or told.first_step.look_in_possible),),
    "first_step.skip": (lambda told: told.first_step.free_to_skip is not None,),
    "first_step.beginners": (lambda told: told.group.experience_needed is not None,),
    "group.size": (lambda told: told.group.size is not None,),
    "effort.pace": (lambda told: told.effort.pace is not None,),
    "money.price": (lambda told: told.cost.amount_eur is not None and not told.parts,),
    "places.room": (lambda told: told.capacity.places_free is not None and told.capacity.places_free > 0,),
}  # fmt: skip


def _after_yes(matcher: Matcher, one: NextQuestion, run: Run, k: int) -> list[str]:
    """The first k when a rule says yes of one activity: the whole pipeline again, with that rule answered."""
    assert one.activity_id is not None
    number = matcher.catalogue.number(one.activity_id)
    rules = [_Answered(each, number) if each.name == one.fact else each for each in matcher.rules]
    after = run_pipeline(matcher.query(run.scene.query.client), matcher.catalogue, rules, matcher.criteria, k)
    return top(after, k)


class _Answered(Rule):
    """A rule of which the provider of one activity gave the answer, and it was good."""

    def __init__(self, rule: Rule, number: int) -> None:
        self._rule, self._number = rule, number
        vars(self).update(name=rule.name, field=rule.field, urgency=rule.urgency, risk=rule.risk)

    def applies(self, query: Query) -> bool:
        return self._rule.applies(query)

    def check(self, scene: Scene) -> Verdicts:
        found = self._rule.check(scene)
        return np.where((scene.rows.activity == self._number) & (found == UNKNOWN), YES, found).astype(np.int8)


def top(run: Run, k: int) -> list[str]:
    """Ids of the first k by score, before variety."""
    return _sorted(run, _scores(run))[:k]


def _scores(run: Run) -> dict[str, int]:
    """Score of each activity that stands in the list."""
    if run.chosen is None:
        return {}
    ids, chosen = run.scene.rows.catalogue.activities, run.chosen
    return {ids[int(chosen.activity[p])].id: int(chosen.contributions[EXPECTED, p].sum()) for p in run.ranked}


def _sorted(run: Run, scores: dict[str, int]) -> list[str]:
    client, day = run.scene.query.client.reference, run.scene.query.as_of.isoformat()
    return sorted(scores, key=lambda name: (-scores[name], tie_break(client, day, name)))


def _place(run: Run, activity_id: str) -> int:
    assert run.chosen is not None
    ids: Iterable[int] = (int(number) for number in run.chosen.activity)
    return [run.scene.rows.catalogue.activities[number].id for number in ids].index(activity_id)

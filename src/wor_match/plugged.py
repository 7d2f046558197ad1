"""What a host plugs in: its own rules, criteria and router, each call of which may fail or give a wrong answer.

Ours are called as they are, so that a fault of our own is seen for what it is. Of a host's the error becomes a
:class:`~wor_match.errors.PluginError`, which names the plug-in and the place in its code, and never what it said: the
message of another's error may hold a client's values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from os.path import basename
from typing import Any, TypeVar

import numpy as np

from wor_match.catalogue.columns import NO, YES
from wor_match.criteria import CRITERIA, Criterion
from wor_match.criteria.base import OpenFacts, Telling, Values
from wor_match.domain.records import Exclusion, Param, Question, Record
from wor_match.errors import InputError, PluginError
from wor_match.geo import StraightLineTravel, TravelEstimate, TravelTime
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules import RULES, Rule
from wor_match.rules.base import Verdicts
from wor_match.vocabulary.enums import TravelMode

Told = TypeVar("Told")
_OURS = frozenset(type(one) for one in (*RULES, *CRITERIA))


def asked_rules(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The same rules; a host's own behind a guard."""
    return tuple(rule if type(rule) in _OURS else _HostRule(rule) for rule in rules)


def asked_criteria(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The same criteria; a host's own behind a guard."""
    return tuple(one if type(one) in _OURS else _HostCriterion(one) for one in criteria)


def asked_travel(travel: TravelTime) -> TravelTime:
    """The same router; a host's own behind a guard."""
    return travel if type(travel) is StraightLineTravel else _HostTravel(travel)


def _asked(plugin: str, call: str, function: Callable[..., Told], *given: Any) -> Told:
    try:
        return function(*given)
    except (PluginError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is that another's code raises
        failed = PluginError(plugin, call, type(error).__name__, _where(error))
    raise failed  # here, so that the other's error is not its context


def _where(error: Exception) -> str:
    """File and line in which an error was raised."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return "" if step is None else f"{basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}"


def _wrong(plugin: str, call: str, must_be: str) -> PluginError:
    return PluginError(plugin, call, "", must_be=must_be)


def _named(kind: str, plugin: Rule | Criterion) -> None:
    """Refuse a plug-in without a name, by which it stands in answers and profiles."""
    if not isinstance(plugin.name, str) or not plugin.name:
        raise _wrong(f"{kind} {type(plugin).__name__}", "name", "must be a text that is not empty")


def _checked(plugin: str, call: str, params: object) -> None:
    """Refuse parameters that a record cannot hold, or that are not the same again when they were stored as JSON."""
    if not isinstance(params, Mapping):
        raise _wrong(plugin, call, "must give its parameters as a dict")
    wrong = [name for name, value in params.items() if not _is_param(name, value)]
    if wrong:
        named = ", ".join(name if isinstance(name, str) and name.isidentifier() else "(an odd name)" for name in wrong)
        must_be = (
            f"must give each parameter as text, a finite number, a bool, None or texts, which is not so of: {named}"
        )
        raise _wrong(plugin, call, must_be)


def _is_param(name: object, value: object) -> bool:
    try:
        held = Record.model_validate({"code": "", "params": {name: value}}).params
    except InputError:
        return False
    return not any(isinstance(one, float) and not math.isfinite(one) for one in held.values())


def _case(plugin: str, call: str, found: Any) -> tuple[str, dict[str, Param]]:
    """A case with its parameters, as a rule or criterion gives it."""
    if not (isinstance(found, tuple) and len(found) == 2 and isinstance(found[0], str)):
        raise _wrong(plugin, call, "must give a case and its parameters")
    case, params = found
    _checked(plugin, call, params)
    return case, params


def _are_long(arrays: Sequence[Any], n: int) -> bool:
    return all(isinstance(one, np.ndarray) and one.shape == (n,) for one in arrays)


class _HostRule(Rule):
    """A rule of a host's own."""

    def __init__(self, rule: Rule) -> None:
        _named("rule", rule)
        self._rule = rule
        self._plugin = f"rule {rule.name}"
        self.__dict__.update(name=rule.name, field=rule.field, urgency=rule.urgency, risk=rule.risk)

    def applies(self, query: Query) -> bool:
        """As the rule itself."""
        return bool(_asked(self._plugin, "applies", self._rule.applies, query))

    def check(self, scene: Scene) -> Verdicts:
        """As the rule itself: one verdict a row."""
        found = _asked(self._plugin, "check", self._rule.check, scene)
        # No booleans: False would be UNKNOWN, and whoever wrote it meant NO. No masks: a NO may lie under one.
        is_whole = _are_long([found], len(scene)) and found.dtype.kind == "i" and not np.ma.isMaskedArray(found)
        if not is_whole or np.any((found < NO) | (found > YES)):
            raise _wrong(self._plugin, "check", "must give one YES, UNKNOWN or NO a row, as int8")
        return found

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """As the rule itself."""
        return _case(self._plugin, "why_not", _asked(self._plugin, "why_not", self._rule.why_not, scene, place))

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """As the rule itself."""
        found = _asked(self._plugin, "ask", self._rule.ask, scene, place)
        return None if found is None else _case(self._plugin, "ask", found)

    def asks_about(self, scene: Scene, places: Sequence[int]) -> int:
        """As the host has it."""
        found = _asked(self._plugin, "asks_about", self._rule.asks_about, scene, places)
        if not isinstance(found, int | np.integer) or found not in places:
            raise _wrong(self._plugin, "asks_about", "must give one of the places")
        return found

    def exclusion(self, scene: Scene, place: int) -> Exclusion:
        """Of what :meth:`why_not` gives, or as the host makes it itself."""
        if type(self._rule).exclusion is Rule.exclusion:
            return super().exclusion(scene, place)
        found = _asked(self._plugin, "exclusion", self._rule.exclusion, scene, place)
        if not isinstance(found, Exclusion):
            raise _wrong(self._plugin, "exclusion", "must give an Exclusion")
        _checked(self._plugin, "exclusion", found.params)
        return found

    def question(self, scene: Scene, place: int) -> Question | None:
        """Of what :meth:`ask` gives, or as the host makes it itself."""
        if type(self._rule).question is Rule.question:
            return super().question(scene, place)
        found = _asked(self._plugin, "question", self._rule.question, scene, place)
        if not isinstance(found, Question | None):
            raise _wrong(self._plugin, "question", "must give a Question or None")
        _checked(self._plugin, "question", {} if found is None else found.params)
        return found


class _HostCriterion(Criterion):
    """A criterion of a host's own."""

    def __init__(self, criterion: Criterion) -> None:
        _named("criterion", criterion)
        self._criterion = criterion
        self._plugin = f"criterion {criterion.name}"
        same = {name: getattr(criterion, name) for name in ("name", "prior", "reducer", "is_link")}
        self.__dict__.update(same)

    def applies(self, query: Query) -> bool:
        """As the criterion itself."""
        return bool(_asked(self._plugin, "applies", self._criterion.applies, query))

    def evaluate(self, scene: Scene) -> Values:
        """As the criterion itself: low, expected and high of each row, in this order and in [0, 1]."""
        found = _asked(self._plugin, "evaluate", self._criterion.evaluate, scene)
        if not isinstance(found, Values) or not _are_long(found, len(scene)) or not _in_order(found):
            raise _wrong(self._plugin, "evaluate", "must give Values with 0 <= low <= expected <= high <= 1 a row")
        return found

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """As the criterion itself; what it gives one by one is gathered here, where it may fail."""
        found = _asked(self._plugin, "tell", lambda: list(self._criterion.tell(scene, place, value)))
        if not all(isinstance(one, Telling) for one in found):
            raise _wrong(self._plugin, "tell", "must give a list of Telling")
        for one in found:
            _checked(self._plugin, "tell", one.params)
        return found

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """As the criterion itself."""
        found = _asked(self._plugin, "ask", self._criterion.ask, scene, place)
        return None if found is None else _case(self._plugin, "ask", found)

    def open_facts(self, scene: Scene, place: int) -> OpenFacts | None:
        """As the criterion itself."""
        found = _asked(self._plugin, "open_facts", self._criterion.open_facts, scene, place)
        if found is not None and not _are_facts(found):
            must_be = "must give OpenFacts with names of facts, and low and high in order and in [0, 1], or None"
            raise _wrong(self._plugin, "open_facts", must_be)
        return found

    def unknown(self, query: Query) -> float:
        """As the criterion itself."""
        return _asked(self._plugin, "unknown", self._criterion.unknown, query)


def _are_facts(found: Any) -> bool:
    if not isinstance(found, OpenFacts) or not all(isinstance(one, str) for one in found.names):
        return False
    ends = [one for one in (found.low, found.high) if one is not None]
    return all(isinstance(one, float) and 0 <= one <= 1 for one in ends) and ends == sorted(ends)


def _in_order(found: Values) -> bool:
    if any(one.dtype.kind not in "fiub" for one in found):
        return False
    within = (found.low >= 0) & (found.low <= found.expected) & (found.expected <= found.high) & (found.high <= 1)
    return bool(within.all())


def _is_trip(found: TravelEstimate, modes: int) -> bool:
    """Whether minutes are numbers in order, or not known at all, and whether a mode that is told was asked."""
    spans = (found.low, found.expected, found.high)
    if any(one.dtype.kind not in "fi" for one in (*spans, found.km)) or found.mode.dtype.kind != "i":
        return False
    unknown = np.isnan(spans)
    ordered = (found.low >= 0) & (found.low <= found.expected) & (found.expected <= found.high)
    told = (found.mode >= 0) | ~np.isfinite(found.expected)
    within = (found.mode >= -1) & (found.mode < max(modes, 1))
    return bool(np.all((ordered | unknown.all(axis=0)) & told & within) and not np.any(found.km < 0))


class _HostTravel:
    """A router of a host's own."""

    def __init__(self, travel: TravelTime) -> None:
        self._travel = travel
        self._plugin = f"travel {type(travel).__name__}"

    @property
    def name(self) -> str:
        """As the router itself."""
        return _asked(self._plugin, "name", lambda: str(self._travel.name))

    @property
    def version(self) -> str:
        """As the router itself."""
        return _asked(self._plugin, "version", lambda: str(self._travel.version))

    def minutes(
        self, home: tuple[float, float], modes: Sequence[TravelMode], lats: Any, lons: Any, error_km: Any
    ) -> TravelEstimate:
        """As the router itself: one answer a place."""
        found = _asked(self._plugin, "minutes", self._travel.minutes, home, modes, lats, lons, error_km)
        names = ("low", "expected", "high", "mode", "km")
        if not _are_long([getattr(found, name, None) for name in names], len(lats)):
            raise _wrong(self._plugin, "minutes", "must give a TravelEstimate with one number a place")
        if not _is_trip(found, len(modes)):
            must_be = "must give 0 <= low <= expected <= high a place, or nan for all three, and which of the modes"
            raise _wrong(self._plugin, "minutes", must_be)
        return found

    def reach_km(self, modes: Sequence[TravelMode], max_minutes: float) -> float:
        """As the router itself."""
        return _asked(self._plugin, "reach_km", lambda: float(self._travel.reach_km(modes, max_minutes)))

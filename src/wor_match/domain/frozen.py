"""A mapping that never changes, for the fields of frozen models: to all else it is a dict."""

from __future__ import annotations

from copy import deepcopy
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar

from pydantic import AfterValidator

from wor_match.errors import InputError, Problem

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dict that refuses every change; a copy with ``dict(...)`` or ``|`` can be changed.

    Equal to a dict with the same items, hashable when its values are, and it survives JSON, pickling and copying.

    Examples
    --------
    >>> points = FrozenDict(interest=27.0)
    >>> points == {"interest": 27.0}, hash(points) == hash(FrozenDict(interest=27.0)), points | {"need": 5.0}
    (True, True, {'interest': 27.0, 'need': 5.0})
    >>> points["interest"] = 100.0
    Traceback (most recent call last):
    wor_match.errors.InputError: FrozenDict: 1 problem
      (whole): cannot be changed; make a copy of the model with replaced() [frozen]
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        must_be = "cannot be changed; make a copy of the model with replaced()"
        raise InputError(type(self).__name__, [Problem("(whole)", "frozen", must_be)])

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none; this one cannot change
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    def __copy__(self) -> FrozenDict[K, V]:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> FrozenDict[K, V]:
        return type(self)(deepcopy(dict(self), memo))


#: A field with a mapping: in JSON and its schema an object, as any dict.
Frozen: TypeAlias = Annotated[dict[K, V], AfterValidator(FrozenDict)]

"""What every model here shares: frozen, strict about names, errors without values, labels in the schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wor_match.errors import InputError, Problem

_MUST_BE = {
    "missing": "must be given",
    "extra_forbidden": "is not a field of this model; check the spelling against the JSON schema",
}


def told(default: Any, *, nl: str, en: str, meaning: str, unit: str | None = None, **limits: Any) -> Any:
    """Declare a field together with its Dutch and English label, meaning and unit.

    They end up in the JSON schema (``title``, ``description``, ``x-label``, ``x-unit``), so that a host can build
    its form from it. ``default=...`` makes the field required; a callable default makes a factory.
    """
    extra: dict[str, Any] = {"x-label": {"nl": nl, "en": en}}
    if unit:
        extra["x-unit"] = unit
    keyword = {"default_factory": default} if callable(default) else {"default": default}
    return Field(title=en, description=meaning, json_schema_extra=extra, **keyword, **limits)


#: Of any text; what can be shorter says so itself.
_LONGEST = 50_000_000
#: Stands for a name that is no field.
_UNKNOWN_KEY = "(an unknown key)"
_FIELD = re.compile(r"[A-Za-z_][\w\-.\[\]]{0,60}")


def problems_of(error: ValidationError, record: str = "", *, hide_keys: bool = False) -> list[Problem]:
    """Turn pydantic's errors into ours: field, code and what it must be, never the input.

    With ``hide_keys`` a key that somebody made up is not named either: under a client it may hold their words.
    """
    found: list[Problem] = []
    for item in error.errors(include_input=False, include_url=False, include_context=True):
        code = str(item["type"])
        own = (item.get("ctx") or {}).get("error")
        if isinstance(own, InputError):
            found += own.problems
            continue
        # pydantic's own messages name limits and allowed words, never the input, but for a few parsing errors
        must_be = str(own) if own is not None else _MUST_BE.get(code, _plain(code, str(item["msg"])))
        location = item["loc"]
        if hide_keys and code == "extra_forbidden":
            location = (*location[:-1], _UNKNOWN_KEY)
        found.append(Problem(_path(location), code, must_be, record))
    return found


def _problems(build: Callable[[], object], *, hide_keys: bool) -> list[Problem] | None:
    """Run something that may fail to validate. Our error is raised after this, so that pydantic's, which holds
    the input, is not its context."""
    try:
        build()
    except ValidationError as error:
        return problems_of(error, hide_keys=hide_keys)
    return None


def _plain(code: str, message: str) -> str:
    """Drop the part after a colon or comma of parsing messages, which may quote the input."""
    if code.endswith("_parsing"):
        return message.split(",")[0].split(":")[0]
    return message


def _path(location: tuple[int | str, ...]) -> str:
    text = ""
    for step in location:
        if isinstance(step, str) and not _FIELD.fullmatch(step):
            step = _UNKNOWN_KEY  # a key that somebody made up may hold a client's words
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text or "(whole)"


class Model(BaseModel):
    """A frozen value. Wrong input raises :class:`~wor_match.errors.InputError` with all problems at once."""

    _error: ClassVar[type[InputError]] = InputError
    _hides_keys: ClassVar[bool] = False
    # A limit, however high, makes pydantic refuse text that is no Unicode (half a surrogate pair): it cannot be stored.
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False, str_max_length=_LONGEST
    )

    def __init__(self, **data: Any) -> None:
        # Same call as pydantic's own __init__, so that a nested model is not slowed down by ours. Ours is raised after
        # it, so that pydantic's error, which holds the input, is not its context.
        try:
            self.__pydantic_validator__.validate_python(data, self_instance=self)
            return
        except ValidationError as error:
            problems = problems_of(error, hide_keys=self._hides_keys)
        raise type(self)._error(type(self).__name__, problems)

    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # nested models keep the fast path

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Build from a mapping or an instance; raises InputError with all problems, never a value."""
        return cls._checked(lambda: super(Model, cls).model_validate(obj, **options))

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Build from JSON text; raises InputError with all problems, never a value."""
        return cls._checked(lambda: super(Model, cls).model_validate_json(json_data, **options))

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """Build from texts, as of a form; raises InputError with all problems, never a value."""
        return cls._checked(lambda: super(Model, cls).model_validate_strings(obj, **options))

    @classmethod
    def made(cls, **values: Any) -> Self:
        """Build from values that were worked out here: checked all the same, in half the time.

        Not for input of others: an error is pydantic's own.
        """
        found: Self = cls.__pydantic_validator__.validate_python(values)
        return found

    @classmethod
    def _checked(cls, build: Callable[[], Self]) -> Self:
        built: list[Self] = []
        problems = _problems(lambda: built.append(build()), hide_keys=cls._hides_keys)
        if problems is not None:
            raise cls._error(cls.__name__, problems)
        return built[0]

    def __setattr__(self, name: str, value: object) -> None:
        if name in type(self).model_fields:
            raise self._error(
                type(self).__name__, [Problem(name, "frozen", "cannot be changed; make a copy with replaced()")]
            )
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        if name in type(self).model_fields:
            raise self._error(type(self).__name__, [Problem(name, "frozen", "cannot be removed")])
        super().__delattr__(name)

    def replaced(self, **changes: Any) -> Self:
        """A copy with some fields changed, checked again (frozen models never change in place)."""
        data = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(data | changes)


class Private(Model):
    """A model that holds what is known of a client: its repr tells no value, nor which fields are filled.

    That somebody has a list of what to avoid, or a clearance, is health data by itself, and notebooks get shared.
    """

    _hides_keys = True

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<private>)"

    __str__ = __repr__

    def __repr_args__(self) -> Any:
        return cast("list[tuple[str, Any]]", [])

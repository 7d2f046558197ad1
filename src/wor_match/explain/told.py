"""Sentences put together into the text of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema

from wor_match.domain.base import problems_of
from wor_match.domain.stored import refuse_other_version
from wor_match.errors import InputError, Problem
from wor_match.explain.address import Address, check_address, check_audience
from wor_match.explain.text import plain
from wor_match.explain.wording.table import Audience, Language, wording

One = TypeVar("One", covariant=True)
#: Of what :meth:`Answers.to_json` gives.
ANSWERS_VERSION = "1.0"


def told(
    sentences: Iterable[str], language: Language, audience: Audience = "coach", address: Address = "u",
    *, between: str = "\n",
) -> str:  # fmt: skip
    """A text of the sentences that are there, without control characters.

    Raises
    ------
    InputError
        If there is no such language, audience or address.

    Examples
    --------
    >>> told(["Past dat?", "", "Dat is goed."], "nl", between=" ")
    'Past dat? Dat is goed.'
    """
    check_audience(audience)
    check_address(address)
    wording(language)
    return between.join("\n".join(plain(line) for line in one.split("\n")) for one in sentences if one)


class Answers(tuple[One, ...]):
    """Several answers to one question, best first: a tuple that can be read, and stored with what is true of it.

    It never changes. It equals another of which answers and flags are the same, and a plain tuple of the same answers.
    As a field of a pydantic model it is what :meth:`to_json` gives.

    Parameters
    ----------
    found : iterable
    is_stopped : bool
        Whether a safety gate stopped it: then there are none.
    """

    #: What an answer is, and what is told of them together.
    one: ClassVar[type[Any]]
    flags: ClassVar[tuple[str, ...]] = ("is_stopped",)
    is_stopped: bool

    def __new__(cls, found: Iterable[One] = (), *, is_stopped: bool = False) -> Self:
        """Answers, with what is true of them together."""
        return cls._made(found, is_stopped=is_stopped)

    @classmethod
    def _made(cls, found: Iterable[Any], **flags: bool) -> Self:
        made = super().__new__(cls, tuple(found))
        made.__dict__.update(flags)
        return made

    def to_json(self, *, indent: int | None = None) -> str:
        """All answers and what is true of them together, as JSON. It is health data: store it as such."""
        return TypeAdapter(type(self)).dump_json(self, indent=indent).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read what :meth:`to_json` gave.

        Raises
        ------
        StoredVersionError
            If it was stored with another schema version.
        InputError
            If it is something else.
        """
        refuse_other_version(cls.__name__, text, ANSWERS_VERSION)
        try:
            return TypeAdapter(cls).validate_json(text)
        except ValidationError as error:
            problems = problems_of(error, hide_keys=True)
        raise InputError(cls.__name__, problems)  # here, so that pydantic's error, with the input, is not its context

    def _told(self) -> dict[str, bool]:
        return {name: self.__dict__[name] for name in self.flags}

    def __eq__(self, other: object) -> bool:
        same_flags = not isinstance(other, Answers) or self._told() == other._told()
        return same_flags and tuple.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return tuple.__hash__(self)

    def __setattr__(self, name: str, value: object) -> None:
        raise InputError(type(self).__name__, [Problem(name, "frozen", "cannot be changed; make another")])

    def __delattr__(self, name: str) -> None:
        raise InputError(type(self).__name__, [Problem(name, "frozen", "cannot be removed; make another")])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        version = core_schema.with_default_schema(
            core_schema.literal_schema([ANSWERS_VERSION]), default=ANSWERS_VERSION
        )
        flag = core_schema.with_default_schema(core_schema.bool_schema(), default=False)
        several = core_schema.tuple_variable_schema(handler.generate_schema(cls.one))
        fields = {"schema_version": version, **dict.fromkeys(cls.flags, flag), "found": several}
        stored = core_schema.typed_dict_schema(
            {name: core_schema.typed_dict_field(field) for name, field in fields.items()}, extra_behavior="forbid"
        )
        read = core_schema.no_info_after_validator_function(cls._read, stored)
        same = core_schema.union_schema([core_schema.is_instance_schema(cls), read])
        written = core_schema.plain_serializer_function_ser_schema(cls._written, return_schema=stored)
        return core_schema.json_or_python_schema(read, same, serialization=written)

    @classmethod
    def _read(cls, stored: dict[str, Any]) -> Self:
        return cls._made(stored["found"], **{name: stored[name] for name in cls.flags})

    def _written(self) -> dict[str, Any]:
        return {"schema_version": ANSWERS_VERSION, **self._told(), "found": tuple(self)}

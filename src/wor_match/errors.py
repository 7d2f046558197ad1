"""The tree of errors, so that a host can catch as wide or as narrow as it wants.

::

    WorMatchError
    ├── InputError (ValueError)            something that was handed in is not usable; .problems lists all of it
    │   ├── UnknownIdError (LookupError)   an id that is not in the catalogue or the advice
    │   ├── ProfileError                   weights or limits that do not make a profile
    │   └── FormatError                    a file that is not what it says
    ├── PluginError (RuntimeError)         a host's own rule, criterion or router failed, or gave a wrong answer
    ├── StoredVersionError (ValueError)    stored JSON of a schema version that this library does not read
    └── MissingExtraError (ImportError)    a part needs an optional package; the message names the extra

No message, attribute or cause ever holds a client's value: what we hold is health data, and logs travel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one field.

    Parameters
    ----------
    field : str
        Path of the field, as ``home.postcode`` or ``interests[2].strength``.
    code : str
        What is wrong, in a stable word such as ``out_of_range``.
    must_be : str
        What the field must be, for a person to read. Never the value that was given.
    record : str
        Which record: an activity's id, a row number. Empty for a single object.
    """

    field: str
    code: str
    must_be: str
    record: str = ""

    def __str__(self) -> str:
        where = f"{self.record}: {self.field}" if self.record else self.field
        return f"{where}: {self.must_be} [{self.code}]"


class WorMatchError(Exception):
    """Root of every error that this library raises on purpose."""


class InputError(WorMatchError, ValueError):
    """Something handed in cannot be used; ``problems`` holds all that is wrong with it, not the first only.

    Examples
    --------
    >>> str(InputError("Client", [Problem("reference", "missing", "must be given")]))
    'Client: 1 problem\\n  reference: must be given [missing]'
    """

    def __init__(self, what: str, problems: Sequence[Problem]) -> None:
        self.what = what
        self.problems: tuple[Problem, ...] = tuple(problems)
        count = len(self.problems)
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(f"{what}: {count} problem{'' if count == 1 else 's'}{lines}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, tuple[Problem, ...]]]:
        return type(self), (self.what, self.problems)


class UnknownIdError(InputError, LookupError):
    """An id that is not known here."""


class ProfileError(InputError):
    """Weights or limits that do not make a profile."""


class FormatError(InputError):
    """A file or frame that is not what it says it is."""


class PluginError(WorMatchError, RuntimeError):
    """A host's own rule, criterion or router failed, or gave an answer of which nothing can be made.

    What it said itself is left out, because it may hold a client's values; the host finds it by the place.

    Parameters
    ----------
    plugin : str
        Which one, as ``rule my_rule``.
    call : str
        Which of its methods.
    cause : str
        Class of the error that it raised; empty for a wrong answer.
    where : str
        File and line in which it was raised.
    must_be : str
        What the answer must be.

    Examples
    --------
    >>> str(PluginError("travel MyRouter", "minutes", "TimeoutError", "router.py:42"))
    'travel MyRouter: minutes failed with TimeoutError at router.py:42 [plugin_failed]'
    """

    def __init__(self, plugin: str, call: str, cause: str, where: str = "", must_be: str = "") -> None:
        self.plugin, self.call, self.cause, self.where, self.must_be = plugin, call, cause, where, must_be
        failed = f"failed with {cause} at {where} [plugin_failed]" if cause else f"{must_be} [plugin_answer]"
        super().__init__(f"{plugin}: {call} {failed}")

    def __reduce__(self) -> tuple[type[PluginError], tuple[str, ...]]:
        return type(self), (self.plugin, self.call, self.cause, self.where, self.must_be)


class StoredVersionError(WorMatchError, ValueError):
    """Stored JSON carries a schema version that this library does not read."""


class MissingExtraError(WorMatchError, ImportError):
    """A part needs an optional package that is not installed.

    Examples
    --------
    >>> str(MissingExtraError("reading Excel files", "excel"))
    "reading Excel files needs an extra: pip install 'wor-match[excel]'"
    """

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(f"{what} needs an extra: pip install 'wor-match[{extra}]'")

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.what, self.extra)

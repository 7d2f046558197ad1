"""Lists of names of places in a text: "Capelle aan den IJssel, Zeist en 's-Graveland"."""

import re

#: The first letter of a name.
CAPITAL = r"[^\W\d_a-z]"
#: One name, as a pattern.
NAME = rf"(?:'s-)?{CAPITAL}[\w'’-]*(?: (?:(?:aan|op|bij) )?(?:den? )?{CAPITAL}[\w'’-]*)*"
_AND = r"\s*(?:,|&|/|\ben\b|\band\b)\s*"
#: Several names, or one, as a pattern.
NAMES = rf"{NAME}(?:{_AND}{NAME})*"
#: Several names.
SEVERAL_NAMES = rf"{NAME}(?:{_AND}{NAME})+"


def names_of(listed: str) -> tuple[str, ...]:
    """The names of a list; none where it holds anything that is no name.

    >>> names_of("Capelle aan den IJssel, Zeist en 's-Graveland"), names_of("Zeist en de dorpen")
    (('Capelle aan den IJssel', 'Zeist', "'s-Graveland"), ())
    """
    names = tuple(one.strip(" .()") for one in re.split(_AND, listed))
    return names if all(re.fullmatch(NAME, name) for name in names) else ()

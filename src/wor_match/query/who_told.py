"""How old somebody says to be, and whether man or woman, where that was not filled in.

Only plain words count: "ik ben 74", "mevrouw (86)", "een man van 68". It leaves nothing out; it weighs, and is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wor_match.query.so_long import is_of_others
from wor_match.text.fold import fold
from wor_match.vocabulary.enums import Gender

#: The ids of the limits.
OWN_AGE, OWN_GENDER = "own_age", "own_gender"
#: What is told of the client themselves, and is no limit of theirs.
ABOUT_THEM = frozenset((OWN_AGE, OWN_GENDER))
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_NUMBERS = {
    **{ten: 20 + 10 * place for place, ten in enumerate(_TENS)},
    **{f"{one}en{ten}": 21 + 10 * place + unit for place, ten in enumerate(_TENS) for unit, one in enumerate(_ONES)},
    "achttien": 18,
    "negentien": 19,
}
_AGE = rf"(?P<age>1[89]|[2-9]\d|10\d|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEARS = r"(?: jaar(?: oud)?| years old)?"
#: Nothing that makes it a number of something else: "ik ben 20 kilo kwijt", "ik ben 40 jaar getrouwd".
_END = r"(?=\s*(?:[.,;:!?)]|$|(?:en|maar|met|and|but|inmiddels|geworden|sinds|alleenstaand|gepensioneerd|weduwe)\b))"
_WOMAN = r"mevrouw|mevr\.?|mw\.?|vrouw|dame|weduwe|moeder|oma|meid|transvrouw|woman|widow|mother"
_MAN = r"meneer|dhr\.?|man|heer|weduwnaar|vader|opa|jongen|transman|gentleman|widower|father"
_WHO = rf"(?:{_WOMAN}|{_MAN})"
_AGES = tuple(
    re.compile(order)
    for order in (
        r"\b(?:ik ben|(?:en|,) ben|i am|i'm|(?:ze|zij|hij|she|he|mevrouw|meneer)(?: [a-z-]+)? (?:is|wordt))"
        rf" (?:nu |al |net |bijna |inmiddels |pas |now )?{_AGE}{_YEARS}{_END}",
        rf"\b(?:een |alleenstaande |jonge |oudere |a )*{_WHO} (?:van|of) {_AGE}(?: jaar)?\b(?! (?:kilo|jaar geleden))",
        rf"^\W*{_WHO}(?: [a-z-]+){{0,3}} ?[(,] ?{_AGE}(?: jaar)? ?[),]",
    )
)
_GENDERS = tuple(
    re.compile(order)
    for order in (
        r"\b(?:ik ben|i am|i'm) (?:een |nu |als |a )?(?:jonge |alleenstaande |single |young )?"
        rf"(?P<who>{_WHO})\b",
        rf"^\W*(?P<who>mevrouw|meneer|(?:een |a )?(?:{_WOMAN}|{_MAN})(?= ?[(,]| van \d| of \d))",
        r"^\W*(?P<who>mevrouw|meneer|mevr\.?|mw\.?|dhr\.?)(?!\w)",
        r"\bandere (?P<who>moeder|vader)s\b",
        r"\bmet andere (?P<who>vrouw|man)(?:n?en)\b",
    )
)
_IS_WOMAN = re.compile(rf"\b(?:{_WOMAN})(?!\w)")


class Who(NamedTuple):
    """What was told of the client, each with the words that say it; None and empty where it was not."""

    age: int | None = None
    age_said: str = ""
    gender: Gender | None = None
    gender_said: str = ""


def who_told(story: Iterable[tuple[str, Sequence[bool]]]) -> Who:
    """Read it in the sentences of a story, each with whether its words tell of somebody else; the first of each counts.

    Examples
    --------
    >>> who_told([("Mevrouw (86) woont alleen.", [])])
    Who(age=86, age_said='Mevrouw (86)', gender=<Gender.WOMAN: 'woman'>, gender_said='Mevrouw')
    >>> who_told([("Ik ben 40 jaar getrouwd.", []), ("Mijn zoon is 12.", [])])
    Who(age=None, age_said='', gender=None, gender_said='')
    """
    found = Who()
    for sentence, of_others in story:
        text = fold(sentence.lower()).replace("’", "'").replace("‘", "'")
        if len(text) != len(sentence):
            continue
        if found.age is None and (match := _first(_AGES, text, of_others)):
            number = match["age"]
            age = _NUMBERS.get(number) or int(number)
            found = found._replace(age=age, age_said=sentence[match.start() : match.end()].strip(" ,"))
        if found.gender is None and (match := _first(_GENDERS, text, of_others)):
            gender = Gender.WOMAN if _IS_WOMAN.search(match["who"]) else Gender.MAN
            found = found._replace(gender=gender, gender_said=sentence[match.start() : match.end()].strip(" ,"))
    return found


def _first(orders: Iterable[re.Pattern[str]], text: str, of_others: Sequence[bool]) -> re.Match[str] | None:
    for order in orders:
        match = order.search(text)
        if match and not is_of_others(text, match.span(), of_others):
            return match
    return None

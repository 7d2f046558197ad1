"""Read whether an activity is plainly for children or young people, where no age is told.

Only what can be nothing else: "Kinderkoor", "alleen voor kinderen", "voor jongeren van 12 tot 18". Not what is there
for parents with their children, nor a play corner, a lower price or a helper's job. The highest ages are wide on
purpose: a limit that is too narrow takes an option away.
"""

from __future__ import annotations

import re
from functools import cache

from wor_match.text.fold import fold
from wor_match.vocabulary.tables import read_table

_HEADS = (
    r"koor|clubs?|yoga|dans\w*|gym\w*|turnen|sport(?!fonds)\w*|judo|instuif|disco|atelier|middag|ochtend|theater\w*|toneel\w*"
    r"|zwem\w*|les|lessen|cursus\w*|workshops?|kamp(?:en)?|kook\w*|bingo|soos|inloop|voetbal\w*|hockey|tennis|atletiek"
    r"|groep(?:en)?|vakantie\w*|speel(?!goed)\w*|spelen|knutsel\w*|teken\w*|schilder\w*|muziek\w*|orkest|hiphop|schaak\w*"
    r"|boekenclub|leesclub|activiteit(?:en)?|choir|dance|group|class(?:es)?|camps?|football|soccer|swimming|theatre|art|music"
)
#: Grown-ups in the same breath: then it is not for the young alone.
_GROWN_UP = re.compile(
    r"\bouder|moeder|vader|papa|mama|\bopa\b|\boma\b|gezin|\bfamil|volwassen|opvoed|verzorger|kleinkind|senior"
    r"|jong en oud|alle leeftijden|iedereen|parent|mother|father|adult|\belder|all ages|everyone|everybody"
    r"|carers?\b|18\+"
)
#: What there is for children while the others take part.
_BESIDE = re.compile(r"(?:kinder)?opvang|oppas|speelhoek|creche|childcare|creche|play corner")
_FOR_ALL = re.compile(r"volwassenen|jong en oud|alle leeftijden|\b18\+|adults|all ages|young and old")
_HELPERS = re.compile(
    r"(?:vrijwilligers?|begeleiders?|helpers?|leiding|trainers?|coaches) (?:gezocht|gevraagd|nodig)|vrijwilligerswerk"
    r"|zoeken (?:wij |we )?(?:nog )?(?:een |enkele )?(?:vrijwilliger|begeleider|trainer|coach)"
    r"|\bvrijwilliger\b|volunteers? (?:needed|wanted)|\bvolunteer\b|volunteering"
)
_DONE = re.compile(rf"\b(?:{_HEADS}) $")
#: Before "voor kinderen" in a title: something is done for them, or it is not theirs alone.
_FOR_THEIR_SAKE = re.compile(
    r"(?:niet|geen|ook|hulp|zorg|steun|kleding|speelgoed|opvang|oppas\w*|\w*maatjes?|breien|haken|naaien|maken|\w*lezen|koken"
    r"|\w*coach|\w*begeleid\w+|not|also|help|care|support|clothes|toys|reading|knitting|services?) $"
)
_SENTENCE_END = re.compile(r"[.!?;\n]+")
_STRONG = (
    r"(?:alleen|uitsluitend|enkel|speciaal|bedoeld|bestemd|only|exclusively|especially|designed|meant|is|zijn|are)"
)
_AGES = re.compile(r" ?(?:\(?(?:van|tussen|vanaf|tot|t/m|from|aged?|between|up)[^,.;:]{0,30}|\(?\d{1,2}[^,;:]{0,20})")
#: "Voor kinderen van gescheiden ouders (6-12)": the parents are not the ones who come.
_OF_PARENTS = re.compile(
    r"\b(?:voor|for) (?:kinderen|jongeren|children) (?:van|met|of|with) (?:\w+ )?(?:ouders?|parents?|broers?)"
    r"[^;()]{0,30}"
    r"\(\d{1,2} ?(?:-|t/m|tot|to) ?(\d{1,2})(?: jaar| years)?\)"
)
_STILL_YOUNG = 24
#: What follows shows that the sentence tells something else: "voor kinderen is er een speelhoek".
_ASIDE = re.compile(
    r"[ ,]*(?:is|zijn|hebben|heeft|staat|ligt|geldt|kost|kosten|betaal\w*|mogen|kunnen|een|er|ook|wel|gratis|korting"
    r"|met een|there|have|has|free|pay|may|can)\b"
)


def for_young(title: str, description: str) -> int | None:
    """The highest age of those whom an activity is plainly for; None when it is not plainly for the young.

    Examples
    --------
    >>> for_young("Kinderkoor", ""), for_young("Knutselen", "Alleen voor peuters en kleuters.")
    (14, 7)
    >>> for_young("Ik mis je", "Voor kinderen van gescheiden ouders (6-12).")
    12
    >>> for_young("Inloop", "Voor ouders met kinderen. Kinderopvang aanwezig.") is None
    True
    """
    head, body = _plain(title), _plain(description)
    if not (_mentions(head) or _mentions(body)) or _FOR_ALL.search(body) or _HELPERS.search(f"{head}. {body}"):
        return None
    if _GROWN_UP.search(head):
        return None
    found = [*_in_title(head), *(age for one in _SENTENCE_END.split(body) for age in _in_sentence(one.strip()))]
    return max(found, default=None)


def _plain(text: str) -> str:
    return fold(text.lower()).replace("’", "'")


def _mentions(plain: str) -> bool:
    return any(stem in plain for stem in _stems())


def _in_title(plain: str) -> list[int]:
    compound = [_compounds()[match[1]] for match in _compound().finditer(plain)]
    return compound + [_highest(match[1]) for match in _for_whom().finditer(plain) if _is_theirs(plain, match)]


def _is_theirs(title: str, match: re.Match[str]) -> bool:
    """Whether it is something for them to do. An English name such as "Lawyers for children" must say what is done."""
    before = title[: match.start()]
    return not _FOR_THEIR_SAKE.search(before) and (match[0].startswith("voor") or bool(_DONE.search(before)))


def _in_sentence(plain: str) -> list[int]:
    if not _mentions(plain):
        return []
    if (of_parents := _OF_PARENTS.search(plain)) and int(of_parents[1]) <= _STILL_YOUNG:
        return [int(of_parents[1])]
    if _GROWN_UP.search(plain) or _BESIDE.search(plain):
        return []
    matches = [match for match in _for_whom_only().finditer(plain) if not _is_aside(plain, match.end())]
    return [_highest(match[1]) for match in matches]


def _is_aside(plain: str, end: int) -> bool:
    ages = _AGES.match(plain, end)
    return bool(_ASIDE.match(plain, end) or (ages and _ASIDE.search(ages[0])))


def _highest(words: str) -> int:
    """The highest age of "peuters en kleuters"."""
    return max(age for word, age in _words().items() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words))


@cache
def _words() -> dict[str, int]:
    return {row["word"]: int(row["highest"]) for row in read_table("young_words", "wor_match.text")}


@cache
def _compounds() -> dict[str, int]:
    rows = read_table("young_words", "wor_match.text")
    return {row["compound"]: int(row["highest"]) for row in rows if row["compound"]}


@cache
def _stems() -> tuple[str, ...]:
    """Strings of which one must be there; "kinder" holds for "kinderen" too."""
    every = sorted({*_words(), *_compounds()}, key=len)
    return tuple(word for word in every if not any(other != word and other in word for other in every))


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_either(_compounds())})[- ]?(?:{_HEADS})(?!\w)")


@cache
def _for_whom() -> re.Pattern[str]:
    one = f"(?:{_either(_words())})"
    several = rf"({one}(?:(?:,| en| of| and| or|/) ?{one})*)(?![\w'])"
    return re.compile(rf"(?<!\w)(?:voor|for)(?: de| alle| onze| all| jonge| young)? {several}")


@cache
def _for_whom_only() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[(:] ?|(?<!\w){_STRONG} (?:bedoeld |bestemd |speciaal |only )?){_for_whom().pattern}")


def _either(words: dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

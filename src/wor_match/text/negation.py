"""Which words of a clause are denied: "geen koor", "ik zing niet", "no singing"."""

from collections.abc import Sequence

from wor_match.text.small_words import small_words

_REACH = 3
_WITHOUT = frozenset({"zonder", "without"})
_DENIALS = small_words("denial")
# "niet alleen zingen", "not just singing": the denial is of the second word.
_VOID_AFTER = small_words("not_denied_after")
# "geen ervaring met tuinieren nodig" is still about gardening.
_DENIED_ALONE = small_words("denied_alone")
# "niet te ver wandelen" is about how far. With a verb ("hoeft niet te praten") it is a denial.
_DEGREES = small_words("degree")
_SMALL = small_words("small")
_TURNS = small_words("turn")
_HELPERS = small_words("helper")
#: "Zwemmen nee": at the end of a clause it denies what stands before it.
_NO = "nee"
_REFUSALS = frozenset({"niet", "nee", "nooit", "no", "not", "never"})
#: What may stand before a refusal that is a clause of its own.
_MILD = frozenset(
    {"alsjeblieft", "asjeblieft", "liever", "absoluut", "zeker", "dus", "please", "rather", "definitely", "dat", "echt"}
)
_AFTERTHOUGHTS = small_words("afterthought")
#: What does so as well, alone or after a refusal.
_THANKS = frozenset(
    tuple(said.split())
    for said in ("dank je", "dank u", "dankjewel", "dankje", "bedankt", "hoor", "laat maar", "thanks", "thank you",
                 "zeg", "joh", "dank je wel", "dank je de koekoek")
)  # fmt: skip


def denied(clause: Sequence[str]) -> list[bool]:
    """Return for each word of a clause whether it is denied.

    A denial reaches three content words ahead, up to a turn such as "maar"; a Dutch "niet" that
    ends the clause reaches back to the verb.

    Examples
    --------
    >>> denied(["geen", "koor", "maar", "fietsen"])
    [False, True, False, False]
    >>> denied(["ik", "zing", "niet"])
    [False, True, False]
    >>> denied(["niet", "alleen", "zingen"])
    [False, True, False]
    """
    return [denier is not None for denier in deniers(clause)]


def deniers(clause: Sequence[str]) -> list[int | None]:
    """Return for each word of a clause the place of the word that denies it, or None.

    With the place one can tell that a phrase holds its own denial: "het lukt niet meer" is not denied.

    Examples
    --------
    >>> deniers(["geen", "koor"])
    [None, 0]
    """
    marks: list[int | None] = [None] * len(clause)
    if clause[-1:] == [_NO]:
        marks[-3:-1] = [len(clause) - 1] * len(marks[-3:-1])
    if _DENIALS.isdisjoint(clause):
        return marks
    for place, word in enumerate(clause):
        if word in _DENIALS and not _is_undone(clause, place):
            _mark_ahead(clause, place, marks)
            _mark_back(clause, place, marks)
    return marks


def takes_back(clause: Sequence[str]) -> bool:
    """Return whether a clause says no more than that what stood before it is denied: "bingo, alsjeblieft niet".

    Examples
    --------
    >>> takes_back(["nee", "dank", "je"]), takes_back(["laat", "maar"])
    (True, True)
    >>> takes_back(["alsjeblieft", "niet"]), takes_back(["niet", "in", "de", "avond"]), takes_back(["liever"])
    (True, False, False)
    """
    said = clause[1:] if clause[0] in _REFUSALS and len(clause) > 1 else clause
    if tuple(said) in _THANKS:
        return True
    return clause[-1] in _REFUSALS and all(word in _REFUSALS or word in _MILD for word in clause)


def _is_undone(clause: Sequence[str], place: int) -> bool:
    """Return whether another denial takes this one back: "niet zonder muziek"."""
    before, after = clause[max(place - 1, 0) : place], clause[place + 1 : place + 2]
    if clause[place] in _WITHOUT:
        return bool(before) and before[0] in _DENIALS
    return bool(after) and after[0] in _WITHOUT


def _mark_ahead(clause: Sequence[str], place: int, marks: list[int | None]) -> None:
    """Mark the words that follow a denial, as far as it reaches."""
    ahead = clause[place + 1 :]
    if ahead and ahead[0] in _VOID_AFTER | _DENIED_ALONE:
        marks[place + 1] = place
        return
    if _is_of_degree(ahead):
        return
    reach = _REACH
    for step, word in enumerate(ahead, start=place + 1):
        if reach == 0 or word in _TURNS:
            return
        marks[step] = place
        reach -= word not in _SMALL


def _is_of_degree(ahead: Sequence[str]) -> bool:
    """Return whether a denial is about how much: "niet te ver", "niet zo lang", "nooit te oud"."""
    return len(ahead) > 1 and ahead[0] in {"te", "zo", "too", "so"} and ahead[1] in _DEGREES


def _mark_back(clause: Sequence[str], place: int, marks: list[int | None]) -> None:
    """Mark what stands before a "niet" that closes its clause: "ik zing niet meer", "wandelen lukt niet"."""
    if clause[place] not in {"niet", "nooit", "not"} or not place:
        return
    ahead = clause[place + 1 :]
    if ahead and ahead[0] not in _AFTERTHOUGHTS | _TURNS:
        return
    marks[place - 1] = place
    if place > 1 and clause[place - 1] in _HELPERS:
        marks[place - 2] = place

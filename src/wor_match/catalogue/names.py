"""The name of a place or club in a title: "Koffie-inloop De Lindeboom" is not about trees."""

from __future__ import annotations

import re

_MOST_WORDS = 3
_WORD = re.compile(r"[^\W_][\w'’-]*")
_ARTICLE = r"(?:De|Het|['’]t|Den|[Dd]['’]n|Ons|Onze)"
#: An article with a few words, at the end or before a mark that separates.
_NAME = re.compile(rf"(?<=\S ){_ARTICLE}(?: [^\W\d_][\w'’-]*){{1,{_MOST_WORDS}}}(?=\s*(?:$|[–—:,()|/]| - ))")
#: A choir, garden or open house with its name: "Wereldkoor Mozaïek". After other words a capital may be its subject.
_CALLED = re.compile(
    r"(?<=\w)(?<=koor|kest|fare|onie|soos|loop|tuin|amer) (?!De |Het |Den |On[sz]e? )"
    r"(?!Nederland|Engel|Duits|Fran|Spaan|Turk|Arab|Pool|Oekra)"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"(?=\s*(?:$|[–—:,()|/]| - ))"
)
#: A quarter or street by its ending, after what one does there: "Klaverjassen Kleibeek".
_QUARTER = re.compile(
    r"(?<=\w) (?P<name>[A-Z][\w'’-]*(?:beek|hof|dijk|kade|wijk|dorp|veld|weg|straat|plein|burg|dal))"
    r"(?=\s*(?:$|[–—:,()|/]| - ))"
)
#: After these an article belongs to what it is about: "Nieuw: Het Grote Bingo Feest", "Workshop De Blues".
_LEADS_ON = re.compile(
    r"cursus(?:sen)?|workshops?|les|lezing|leer|nieuwe?|training|course|new|learn|thema"
    r"|aan|achter|bij|door|in|langs|met|na|naar|naast|om|onder|op|over|per|rond|sinds|te|tegen|tot|uit|van|voor|zonder"
    r"|en|of|and|or|at|by|for|from|on|the|to|with"
    r"|beleef|bezoek|doe|dans|draag|eet|fiets|ga|geniet|help|kijk|kom|kook|lees|loop|maak|ontdek|ontmoet|proef|samen|speel"
    r"|sta|swing|vier|volg|wandel|werk|word|zing|zet|zoek",
    re.IGNORECASE,
)


def without_names(title: str) -> tuple[str, tuple[str, ...]]:
    """What a title says without the names at its end or before a mark, and those names.

    A title in which other words have a capital too is left whole: there it says nothing. So is what follows upon a
    preposition or a verb, and "Het" with a verb ("Het Klaverjassen"): that is what one does.

    >>> without_names("Koffie-inloop De Lindeboom"), without_names("Leer De Tango")
    (('Koffie-inloop  ; ', ('De Lindeboom',)), ('Leer De Tango', ()))
    >>> without_names("Wereldkoor Mozaïek"), without_names("Atelier Mozaïek")
    (('Wereldkoor ; ', ('Mozaïek',)), ('Atelier Mozaïek', ()))
    """
    called = _CALLED.search(title) or _QUARTER.search(title)
    if called:
        before, others = without_names(title[: called.start()])
        return f"{before} ; {title[called.end() :].strip()}".rstrip() + " ", (*others, called["name"])
    rest, at, names = "", 0, []
    for found in _NAME.finditer(title):
        before = rest + title[at : found.start()]
        if _is_name(found[0].split()) and not _leads_on(_WORD.findall(before)):
            rest, at = f"{before} ; ", found.end()
            names.append(found[0])
    return rest + title[at:], tuple(names)


def _is_name(words: list[str]) -> bool:
    article, *name = words
    does = article in ("Het", "'t", "’t") and name[-1].endswith("en")
    return all(word[0].isupper() for word in name) and not does


def _leads_on(before: list[str]) -> bool:
    """Whether the words before an article go on with it, or capitals say nothing here."""
    if not before or before[-1].endswith("en") or any(word[0].isupper() for word in before[1:]):
        return True
    return any(map(_LEADS_ON.fullmatch, (before[0], before[-1])))

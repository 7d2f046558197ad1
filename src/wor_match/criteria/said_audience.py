"""Whom prose says that something is for: only what follows directly upon "voor mensen met", and no guess beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wor_match.domain.clean import readable
from wor_match.query.circumstances import circumstances_in
from wor_match.text.reading import DIRECTORY, Reading

_KIN = (
    r"ouders?|partners?|naasten?|mantelzorgers?|familie(?:leden)?|moeders?|vaders?|parents?|carers?|relatives?|family"
)
_PEOPLE = (
    rf"mensen|iedereen|iemand|jongeren|ouderen|mannen|vrouwen|(?:jong)?volwassenen|senioren|deelnemers|bewoners|gasten"
    rf"|people|those|everyone|anyone|adults|women|men|{_KIN}"
)
#: What is said of a group ends before these: "met dementie, maar", "met kanker en hun naasten", "die zelf".
_ENDS = (
    r"en|of|maar|waar\w*|zonder|om|door|als|over|aan|tegen|bij|op|voor|die|dat|zoals|samen|begeleid\w*|wil\w*|hart|werk\w*"
    r"|interesse|belangstelling|affiniteit|and|or|but|where|without|by|for|their"
)
_WORD = r"[\w’'/-]+"
_SOME = rf"{_WORD}(?: (?!(?:{_ENDS})\b){_WORD}){{0,4}}"
_END = r"(?= (?:en|of|maar|and|or|but)\b| ?(?:[^\w\s’'/-]|$))"
#: "Met reuma, artrose en langdurige pijn": each of a list is short, and ends as an item of a list does.
_LIST = (
    rf"(?P<list>(?:, {_WORD}(?: {_WORD})?(?=,| en | of | and | or ))*(?: (?:en|and) {_WORD}(?: {_WORD}){{0,2}}{_END})?)"
)
_LINK = r"met|na|in|van|with|after|in|of|living with|who have|who had|who are"
_HAS = (
    r"(?:(?:heeft|hebben|had|hadden|is|zijn)(?: (?:gehad|verloren|meegemaakt))?|verloor|verloren|verliest|verliezen"
    r"|kreeg|kregen|lost)"
)
_FOR = re.compile(
    r"\b(?:voor|for) (?:"
    rf"(?:(?:de|alle|all|{_WORD}e) )?(?P<head>{_PEOPLE}) (?P<link>{_LINK}) "
    rf"(?!(?:of|en|én|or|and)\b)(?P<one>{_SOME}){_LIST}"
    rf"|(?:wie|(?:{_PEOPLE}) die)(?P<who>(?: (?!(?:en|wil\w*|graag|voor|over|aan|hart)\b){_WORD}){{1,5}}?) {_HAS}\b)",
    re.IGNORECASE,
)
#: "Voor slechthorenden en plotsdoven, acht ochtenden": groups by name, at the beginning of a sentence.
_GROUPS = re.compile(
    rf"^(?:(?:speciaal|alleen|uitsluitend|bedoeld|only) )?(?:voor|for) (?:(?:de|alle|all) )?"
    rf"(?P<groups>{_WORD}(?: {_WORD})?(?:(?:, {_WORD}(?: {_WORD})?)* (?:en|of|and|or) {_WORD}(?: {_WORD})?)?)"
    rf"(?=[:(–]| -|$| (?:die|who|vanaf|boven)\b|,(?! (?:en|of|maar|ook|and|or|but|also)\b"
    rf"| {_WORD}(?: {_WORD}){{0,2}}(?:,| en | of | and | or )))",
    re.IGNORECASE,
)
#: "Voor slechthorenden: er is een ringleiding", "voor mantelzorgers, gratis": what there is for them beside others.
_FACILITY = re.compile(
    r"\b(?:er (?:is|zijn|staa[nt]|ligt)|hebben (?:we|wij)|aanwezig|beschikbaar|gratis|korting|kost\w*|ringleiding"
    r"|lift|letters|there (?:is|are)|we have|available|free|discount)\b",
    re.IGNORECASE,
)
#: "Voor studenten: halve prijs", "voor rolstoelgebruikers: ingang achter": on what terms, or where they come in.
_TERMS = re.compile(
    r"^(?:voor|for) [^:]{3,40}: ?(?:ingang|toegang|toilet|parkeer\w*|lift|gratis|halve prijs|half geld|korting"
    r"|€|free|half price|entrance|discount|gebarentolk|ringleiding)",
    re.IGNORECASE,
)
#: "Ook voor" leaves all others in, "een uur voor" is a part of it, and what one knits for others is for others.
_OTHERWISE = re.compile(
    r"\b(?:niet(?!-)|niets|geen|nooit|ook|bijvoorbeeld|helaas|naast|behalve|soms|toegankelijk|geschikt|gezocht|zoeken"
    r"|(?:ge)?brei(?:en|t|d)?|haken|haakt|naai\w*|(?:ge)?kookt?|koken|bak(?:ken|t)|maakt?|maken|(?:in|ge)?zamel\w*"
    r"|inzamel\w*|ingezameld|collect\w*|donee?r\w*|geld|opbrengst|optre\w*|zorgen|zorgt|als (?:vrijwilliger|maatje)"
    r"|not?|also|never|unfortunately|besides|suitable|accessible|knit\w*|cook\w*|bak(?:e|es|ing)|mak(?:e|es|ing)|money"
    r"|rais\w*|collecting|wanted)\b"
    r"|(?<=\S )(?:een|an?) (?:\w+ )?"
    r"(?:groep(?:je)?|uur(?:tje)?|les(?:uur)?|ochtend|middag|avond|group|hour|class|session)\b",
    re.IGNORECASE,
)
#: Where all are welcome nobody is said to be meant.
_FOR_ALL = re.compile(
    r"\b(?:voor|en|of|for|and|or) (?:iedereen|anderen|everyone|anyone|everybody|others)\b(?! (?:met|with)\b)"
    r"|\b(?:iedereen|anderen|everyone|everybody|all)(?: \w+){0,3} (?:welkom|welcome)\b|\bopen (?:to|for) all\b"
    r"|\b(?:of|en|én|or|and) (?:zonder|without)\b",
    re.IGNORECASE,
)
_ABLE = r"(?:kan|kunt|kun|kunnen)"
_NO_MORE = r"(?:niet meer (?:zelf(?:standig)?|alleen)|zelf(?:standig)? niet meer)"
#: "Zelf niet meer kunnen fietsen?": whom a duo bike or a walk with an arm to lean on is for.
_CANNOT = re.compile(
    rf"\b{_NO_MORE} {_ABLE} (?:goed |veilig |ver )?(?:fietsen|lopen|wandelen)\b"
    rf"|\b{_NO_MORE} (?:goed |veilig |ver )?(?:op de fiets|fietsen|lopen|wandelen) {_ABLE}\b"
    rf"|\b{_ABLE} (?:u |je |jij )?(?:zelf niet meer|niet meer zelf) (?:fietsen|lopen|wandelen)\b"
    r"|\b(?:zelf niet meer|niet meer zelf) (?:fietsen|lopen|wandelen),? maar (?:wel|toch)\b",
    re.IGNORECASE,
)
_UNABLE = frozenset({"physical_disability"})
#: New in the country; who is new "here" is so where it is about Dutch as well.
_NEW = re.compile(
    r"\b(?:voor|for) [^.!?;]{0,40}\b(?:nieuw|net|pas|kort|new)(?: \w+)? (?:in nederland|in the netherlands)\b"
    r"|\b(?:voor|for) [^.!?;]{0,30}\bhier (?:nog )?(?:nieuw|pas|net) (?:is|zijn|bent|wonen|komen)\b",
    re.IGNORECASE,
)
_DUTCH = re.compile(r"\bnederlands\b|\btaal\b|\bdutch\b", re.IGNORECASE)
_NEWCOMERS = frozenset({"newcomer"})
#: How people live says who mostly come, and is no target group when prose mentions it.
_JUST_LIFE = frozenset({"retired", "unemployed", "low_income", "unfit_for_work"})
#: "Voor partners van mensen met", "voor mensen met een kind met": what the other one has is not theirs.
_OF_SOMEBODY = re.compile(
    rf"\b(?:{_KIN}) (?:van|of)\b"
    rf"|(?<=\s)(?:{_KIN}|kind(?:eren)?|zoon|dochter|man|vrouw|child(?:ren)?) (?:met|with|die|who)\b",
    re.IGNORECASE,
)
_OF_RELATIVES = frozenset(
    {
        "carer", "young_carer", "dementia_partner", "relative_of_addict", "relative_mental_health", "single_parent",
        "parent_of_special_child", "parent_young_children", "bereaved", "widowed", "bereaved_parent",
        "bereaved_by_suicide",
    }
)  # fmt: skip
_SHORTENED = re.compile(r"\b(?:o\. ?a|bijv|bv|evt|e\.g)\.", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;]+|\n(?=\s{0,8}(?:[^\w\s]|[A-ZÀ-Þ]))")
_LIST_BREAK = re.compile(r", | en | of | and | or ")


def said_to_be_for(prose: str) -> frozenset[str]:
    """Circumstances of the people whom prose says that something is for; none where it says that all are welcome.

    Only what follows directly is taken, and nothing that is said to be so too, at times, or of those whom one gives
    to: what is not read is not known, what is read wrongly makes a place for all one for others.

    >>> sorted(said_to_be_for("Zingen voor mensen met parkinson en hun naasten. Ook voor mensen met reuma."))
    ['parkinson']
    >>> said_to_be_for("Zelf niet meer kunnen fietsen? Een vrijwilliger trapt."), said_to_be_for("Voor iedereen.")
    (frozenset({'physical_disability'}), frozenset())
    """
    sentences = [" ".join(one.split()) for one in _SENTENCE.split(_SHORTENED.sub("bijvoorbeeld", readable(prose)))]
    if any(map(_FOR_ALL.search, sentences)):
        return frozenset()
    found = frozenset[str]().union(*(named for one in sentences for named in _named_in(one))) - _JUST_LIFE
    if any("ederland" in said[0] or _DUTCH.search(prose) for one in sentences if (said := _NEW.search(one))):
        found |= _NEWCOMERS
    return found | _UNABLE if any(map(_CANNOT.search, sentences)) else found


def _named_in(sentence: str) -> Iterator[frozenset[str]]:
    """What each "voor" of a sentence names, up to where it says something else of whom it is for."""
    groups = _GROUPS.match(sentence)
    if groups and not (_FACILITY.search(sentence) or _TERMS.search(sentence)):
        each = [circumstances_in(Reading(one, DIRECTORY)) for one in _LIST_BREAK.split(groups["groups"])]
        if all(each):  # "voor buurtgenoten en mantelzorgers" is for anybody
            yield frozenset[str]().union(*each)
    otherwise = _OTHERWISE.search(sentence)
    if _TERMS.search(sentence):
        return
    for said in _FOR.finditer(sentence, 0, otherwise.start() if otherwise else len(sentence)):
        for part in _parts(said):
            # "Hun partner verloren" is told by the verb too.
            named = circumstances_in(Reading(part, DIRECTORY))
            yield named & _OF_RELATIVES if _OF_SOMEBODY.search(part) else named


def _parts(said: re.Match[str]) -> Iterator[str]:
    """What is read of it: the whole of "wie X heeft"; of a list each one, with the word that leads it."""
    if said["who"]:
        yield said[0]
        return
    yield f"{said['head']} {said['link']} {said['one']}"
    yield from (f"{said['link']} {one}" for one in _LIST_BREAK.split(said["list"]) if one)

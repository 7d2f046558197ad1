"""Services that come to those who cannot go themselves: books at home, a bike for two, a call in the morning."""

from __future__ import annotations

import re

from wor_match.domain.clean import readable
from wor_match.query.getting_out import HOMEBOUND, NO_CYCLING
from wor_match.text.words import SENTENCE_BREAK

_PEOPLE = (
    r"(?:wie|(?:(?:de|alle|veel|\w+e) )?(?:mensen|ouderen|senioren|bewoners|buurtgenoten|dorpsgenoten|lezers"
    r"|\d+-plussers) die)"
)
_HARDLY = (
    r"(?:niet|moeilijk|lastig|slecht|nauwelijks|amper|bijna nooit|haast niet"
    # Who seldom goes out may well be able to; not who does so by illness or age.
    r"|(?<=ziekte )weinig|(?<=leeftijd )weinig|(?<=beperking )weinig|(?<=ziekte )zelden|(?<=leeftijd )zelden)"
    r"(?: (?:meer|goed|makkelijk|gemakkelijk|zelf|zelfstandig|alleen|vaak|veel|altijd|zo|langer|\(meer\)|\(goed\)))*"
)
_OUT = (
    r"(?:de deur (?:meer )?uit|het huis uit|buitenshuis|de straat op|(?:zelf )?naar (?:de|een|het) "
    r"(?:bieb|bibliotheek|winkels?|supermarkt|markt|kapper|buurthuis|wijkcentrum|dorpshuis|cursus|inloop))"
)
_CAN = r"(?:kan|kunt|kun|kunnen|komt|kom|komen|lukt|gaat|gaan|mag|mogen|durft|durven)"
#: "Voor wie niet naar de bieb kan", "voor mensen die door ziekte weinig de deur uit komen".
_HOMEBOUND = re.compile(
    rf"\bvoor {_PEOPLE} (?:[\w,]+ ){{0,8}}?(?:{_CAN} {_HARDLY} {_OUT}|{_HARDLY} {_OUT}(?: {_CAN}| te)\b)"
    rf"|\b{_CAN} (?:u|je|jij) (?:zelf )?{_HARDLY} (?:zelf )?{_OUT}"
    rf"|\b{_HARDLY} {_OUT} {_CAN}\?"
    r"|\bvoor (?:\w+ ){0,3}(?:aan huis|aan bed|huis)gebonden\b|\baan (?:huis|bed) gebonden (?:mensen|ouderen"
    r"|senioren)\b"
    r"|\bfor (?:people|those|anyone) who (?:can(?:no|['’])t|can hardly|find it hard to"
    r"|rarely) (?:leave the house|get out)\b",
    re.IGNORECASE,
)
_FETCHED = (
    r"(?:bieb|bibliotheek|boek(?:en)?|maaltijd(?:en)?|warme maaltijd|boodschappen|kapper|kapster|pedicure|winkel)"
)
#: What is brought home by its name is for who cannot fetch it.
_BROUGHT = re.compile(
    rf"\b{_FETCHED}(?:service|dienst)? (?:aan|bij (?:u|je|jou)) (?:huis|thuis)\b|\btafeltje[ -]?dek[ -]?je\b"
    r"|\bmaaltijd(?:bezorging|service|voorziening aan huis)\b|\bboodschappen(?:dienst|hulp|service)\b"
    r"|\bboekendienst\b"
    r"|\b(?:books?|library|meals) (?:at|on) (?:home|wheels)\b",
    re.IGNORECASE,
)
#: "Zelf niet meer kunnen fietsen?", "voor mensen die niet meer alleen op de fiets kunnen".
_ALONE = (
    r"(?:niet meer (?:zelf(?:standig)?|alleen|veilig)|zelf(?:standig)? niet meer"
    r"|niet \(?meer\)? (?:zelf|alleen)|niet zelf)"
)
_CYCLE = r"(?:fietsen|op de fiets|op een fiets)"
_NO_CYCLING = re.compile(
    rf"\b{_ALONE} (?:{_CAN} )?(?:goed |veilig |ver )?{_CYCLE}(?: {_CAN}| durv\w+|\?|,? maar)"
    rf"|\b{_ALONE} {_CAN} (?:goed |veilig |ver )?{_CYCLE}\b|\b{_CAN} (?:u|je|jij) {_ALONE} {_CYCLE}\b"
    rf"|\bzelf {_CYCLE} (?:niet meer )?(?:lukt|gaat|kan) niet(?: meer)?\b|\bfor people who can(?:no|['’])t cycle\b",
    re.IGNORECASE,
)
#: "De vrijwilliger stuurt, u trapt mee zoveel u wilt": on a bike for two, by its title, one is taken along.
_DUO_BIKE = re.compile(r"\bduo-? ?fiets|\briksja|\bfietstaxi|\b(?:side-by-side|duo) (?:bike|bicycle)", re.IGNORECASE)
_TAKEN_ALONG = re.compile(
    r"\b(?:een|de|onze|uw|vaste) vrijwillig\w+ (?:fietsers? )?(?:stuurt|sturen|trapt|trappen)\b"
    r"|\b(?:u|je|jij) trapt? mee\b|\bnaast een vrijwilliger\b|\bmee ?trappen mag\b"
    r"|\bvrijwillig\w+ (?:fietsers )?hal(?:en|t) (?:u|je|jou)\b|\bvolunteers? (?:steers?|drives?|pedals?)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\b(?:gezocht|zoeken|zoekt|gevraagd|word(?:t|en)?)\b", re.IGNORECASE)
#: Where others come as well nobody is left out.
_OTHERS_TOO = re.compile(
    r"\b(?:ook|bijvoorbeeld|juist ook|iedereen|of (?:gewoon|wil|graag|durft)|also|everyone)\b"
    r"|\ben (?:voor )?wie\b",
    re.IGNORECASE,
)
#: Who cannot come this once; and who cannot cycle yet, or safely, and learns it here or goes along with others.
_ONCE = re.compile(
    r"\b(?:een keer|(?:meld|bel|zeg) (?:(?:u|je|dan) ){0,2}af|af(?:melden|bellen|zeggen)|laat het)\b", re.IGNORECASE
)
_RIDES = re.compile(
    r"\b(?:leer|leert|leren|oefen\w*|\w*training\w*|\w*cursus\w*|\w*les|\w*lessen|verkeer\w*|e-?bikes?|nog niet"
    r"|fiets(?:club|groep)\w*|(?:fiets|rijd|rij|ga) (?:\w+ ){0,2}mee)\b",
    re.IGNORECASE,
)


def meant_for_who_cannot(title: str, prose: str) -> frozenset[str]:
    """Circumstances of those for whom it is because they cannot go, or cycle, themselves.

    >>> sorted(meant_for_who_cannot("Boekenbrenger", "Voor wie niet naar de bieb kan."))
    ['homebound']
    >>> sorted(meant_for_who_cannot("Duofiets", "Zelf niet meer kunnen fietsen maar er wel graag uit?"))
    ['no_cycling']
    >>> meant_for_who_cannot("Belmaatje", "Ook prettig als u niet de deur uit kunt.")
    frozenset()
    """
    found = {HOMEBOUND} if _BROUGHT.search(title) else set()
    sentences = [" ".join(one.split()) for one in SENTENCE_BREAK.split(readable(prose))]
    for sentence, after in zip(sentences, (*sentences[1:], ""), strict=True):
        if _OTHERS_TOO.search(sentence):
            continue
        if _HOMEBOUND.search(sentence) and not _ONCE.search(f"{sentence} {after}"):
            found.add(HOMEBOUND)
        if _NO_CYCLING.search(sentence) and not _RIDES.search(f"{title} {sentence} {after}"):
            found.add(NO_CYCLING)
    return frozenset(found)


def takes_along(title: str, prose: str) -> bool:
    """Whether one is taken along there on a bike for two: mostly those come who do not cycle, but nobody said so.

    >>> takes_along("Duofiets", "De vrijwilliger stuurt, u trapt mee zoveel u wilt.")
    True
    >>> takes_along("Riksja", "De vrijwilliger trapt. Iedereen mag mee."), takes_along("Duofiets te huur", "Twee uur.")
    (False, False)
    """
    plain = " ".join(readable(prose).split())
    is_open = _OTHERS_TOO.search(plain) or _WANTED.search(title)
    return bool(_DUO_BIKE.search(title) and _TAKEN_ALONG.search(plain)) and not is_open

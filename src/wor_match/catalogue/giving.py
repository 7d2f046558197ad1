"""Who gives and who receives: a listing that looks for people who come to help, as its own words say.

"Taalmaatje worden" is for who gives; "bibliotheek aan huis, ook brengers gezocht" is for both. What seeks members
("tenoren gezocht"), or seeks somebody for the one who asks ("wij zoeken een vrijwilliger die bij u past"), is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wor_match.catalogue.kinds import kind_in, names_volunteering
from wor_match.domain.activity import Activity
from wor_match.domain.clean import readable
from wor_match.text.words import SENTENCE_BREAK
from wor_match.vocabulary.enums import ActivityKind, Role

#: Who gives, whatever it is called.
_GIVER = (
    r"(?:[\w-]{0,20}vrijwillig(?:st)?ers?|vrijwilligsters?|hulpkrachten|[\w-]{0,20}helpers?|[\w-]{0,20}helpsters?"
    r"|[\w-]{0,20}handen|handjes|[\w-]{0,20}chauffeurs?|rijders?|[\w-]{0,20}bezorgers?|[\w-]{0,20}brengers?|[\w-]{0,20}koks?"
    r"|[\w-]{0,20}gastvrouw(?:en)?"
    r"|gastheer|gastheren|gastgezin(?:nen)?|barmensen|bardienst(?:en)?|barkeepers?|penningmeesters?"
    r"|secretaris(?:sen)?"
    r"|bestuurs(?:lid|leden)|reparateurs?|klussers?|[\w-]{0,20}voorlezers?|[\w-]{0,20}begeleid(?:st)?ers"
    r"|rondleid(?:st)?ers?|gids(?:en)?"
    r"|[\w-]{0,20}coaches|trainers?|[\w-]{0,20}uitlaters|[\w-]{0,20}duwers|[\w-]{0,20}loodsen|schenkers|koffieschenkers?|oppassers"
    r"|redacteur(?:en)?|collectant(?:en)?|verkeersregelaars?|suppoosten|operateurs|[\w-]{0,20}medewerkers|co[oö]rdinator"
    r"|kosters?|webmaster|trekker|spelbegeleiders?|sorteerders|sjouwers|scheidsrechters|mentoren|steunouders?"
    r"|steungezin(?:nen)?|peetouders?|fietsmaatjes|volunteers?|helpers?)"
)
#: Who goes along with one other: "maatje worden" gives, but "maatje gezocht" may be either.
_COMPANION = (
    r"(?:[\w-]{0,20}maatjes?|[\w-]{0,20}buddy['’]?s?|[\w-]{0,20}vrienden|pleeg(?:opa|oma)['’]?s?|[\w-]{0,20}coach"
    r"|[\w-]{0,20}ambassadeurs?)"
)
_OR = r"(?: ?(?:/|,|&|en|of) ?-?[\w-]{1,20}){0,2}"
_MORE = (
    r"(?:(?:ook|zelf|nog|altijd|steeds|dringend|hard|wel|verder|momenteel|daarnaast|daarvoor|graag|enkele|een"
    r"|paar|aantal|tweede|derde|kleine|goede|ervaren|jonge|oud|we|wij"
    r"|nieuwe|extra|meer|handige|enthousiaste|vaste|creatieve|sterke|lieve|gezellige|actieve|betrokken|twee"
    r"|drie|vier|op"
    r"|dit|moment|voor|het|team|ons|onze|also|more|new|extra|always) ){0,6}"
)
_SEEK = r"(?:zoek(?:t|en)?|op zoek naar|behoefte aan|vraagt|verlegen om|plek voor|ruimte voor|looking for|needs?)"
#: What is asked of who gives.
_DOES = (
    r"(?:(?:mee|uit|een handje )?help(?:en|t)|(?:voor)?koken|kookt|rijden|rijdt|vervoer\w*|ophalen|bezorg\w*"
    r"|uitlaat|uitlaten"
    r"|voorlees\w*|voorlezen|voorleest|bezoek(?:t|en)|op bezoek|lesge\w+|les (?:geven|geeft)|uitleg\w*"
    r"|begeleid(?:t|en)"
    r"|schenk(?:t|en)|opbouw\w*|afwas\w*|versier\w*|organiseren|klus(?:t|sen)|opknapp\w*|sjouw\w*|zwaar werk"
    r"|zware werk"
    r"|boodschappen|bestuur|repareren|repareert|soldeer\w*|solderen|decor|grime|kaartverkoop|bediening|administratie"
    r"|verkop\w+|ontvangen|ontvangt|bezoekers|koffie (?:zet|zetten)|interviews|verstand van"
    r"|(?:avond|nacht|slaap)?dienst(?:en)?|schmink\w*|vervullen|fluister\w*|bijles|wens\w*|plannen|ondersteun\w*)"
)
#: Who is sought so comes to take part: "mensen die samen koken", "die boodschappen doen lastig vinden".
_TAKES_PART = r"[^.!?]{0,60}\b(?:samen|leren|lastig|moeilijk|hulp (?:willen|kunnen|krijgen))\b"
#: How many more can be used: "handen" alone are one's own.
_SOME = r"(?:(?:nog|altijd|steeds|ook|wel|goed|best|wat|meer|extra|nieuwe|enkele|een|paar|helpende|some|more|always) )"
_WE_CAN = r"(?:(?:wij|we) kunnen|kunnen (?:wij|we))"
#: A team of people who help; of a bare "team" see :data:`_PLAYS`.
_TEAM = r"(?:vrijwilligers|keuken|kook|bar|klus|tuin|organisatie|bezorg|chauffeurs|onderhouds)-?(?:team|ploeg|groep)"
_STRENGTHEN = (
    r"(?:\bwie (?:(?:wil|komt|kan|gaat) )?|\bkom(?:t|en)? (?:(?:je|jij|u|jullie|ook|nu) ){0,2}"
    r"|\bwil(?:t|len)? (?:je|jij|u|jullie) )"
)
#: No sentence without one of these calls anybody; to look for them first is quicker.
_HINT = re.compile(
    r"gezocht|gevraagd|nodig|welkom|welcome|wanted|need|zoek|behoefte|vraagt|verlegen|plek|ruimte|looking|word"
    r"|als \w*begel|als vrij|helpen|gebruiken|versterk|te ?kort|use",
    re.IGNORECASE,
)
_CALLS = re.compile(
    rf"\b{_GIVER}{_OR} (?:zijn |is |worden |wordt |are )?{_MORE}"
    rf"(?:gezocht|gevraagd|nodig|welkom|wanted|needed|welcome)\b"
    rf"|\b{_GIVER}\)? (?:\w+ ){{0,4}}(?:gezocht|gevraagd|wanted|needed)\b"
    rf"|\b{_GIVER} (?:voor|om|in|bij|aan) (?:[\w-]{{1,20}} ){{1,5}}(?:altijd|ook|nog|zeer) (?:welkom|nodig)\b"
    rf"|\b{_SEEK}(?: (?:wij|we))? {_MORE}{_GIVER}\b|\bhulp (?:is )?(?:ook |altijd )*(?:gevraagd|gezocht|welkom)\b"
    rf"|\b{_SEEK}(?: (?:wij|we))? {_MORE}(?:[\w-]{{1,20}} )?(?:mensen|iemand|man|vrouw|dames|studenten|leraren|people"
    rf"|someone)\b(?!{_TAKES_PART})[^.!?]{{0,60}}\b{_DOES}\b"
    rf"|\b(?:gevraagd|gezocht|nodig|wanted) ?: ?(?:\w+ ){{0,2}}{_GIVER}\b"
    rf"|\b(?:scoor|werk|draai mee|aan de slag) als (?:\w+ )?{_GIVER}\b"
    rf"|\bword (?:ook |zelf |nu |jij |onze? )*{_GIVER}\b|\b(?:ook|zelf) {_GIVER} worden\b"
    r"|\bals vrijwillig(?:st)?er (?:mee|aan|helpen|willen|wil|komen|iets|een)\b"
    r"|\b(?:wil|wilt|kom) (?:(?:je|jij|u|ons|ook|zelf|graag|komen) )*(?:mee)?helpen\b"
    r"|\bmeehelpen (?:mag|kan|is (?:altijd )?welkom)\b"
    rf"|\b{_WE_CAN} (?:{_SOME}*(?:{_GIVER})(?<!handen)|{_SOME}+(?:handen|hulp)) [^.!?]{{0,30}}\bgebruiken\b"
    rf"|\b{_WE_CAN} (?:{_SOME}*(?:{_GIVER})(?<!handen)|{_SOME}+(?:handen|hulp)) gebruiken\b"
    rf"|\b(?:{_GIVER}|hulp) kunnen (?:wij|we) [^.!?]{{0,20}}\bgebruiken\b"
    rf"|\b(?:wij|we) komen {_SOME}*{_GIVER} te ?kort\b|\bnieuwe {_GIVER} zijn van harte welkom\b"
    rf"|\bwe (?:can|could) (?:really )?{_SOME}*use {_SOME}*(?:volunteers|helpers|hands|help)\b"
    rf"|{_STRENGTHEN}(?:ons|het|onze|de) {_TEAM} (?:komen )?versterken\b|\bversterking\b[^.!?]{{0,20}} {_TEAM}\b"
    r"|\bteam van vrijwilligers (?:komen )?versterken\b",
    re.IGNORECASE,
)
#: A team that is to be made stronger: of people who help, unless anything in the listing tells of a game or a choir.
_TEAM_CALLS = re.compile(
    rf"{_STRENGTHEN}(?:ons|het) team (?:komen )?versterken\b|\bwie versterkt ons team\b", re.IGNORECASE
)
_PLAYS = re.compile(
    r"elftal|wedstrijd|competitie|speler|spelen|sport|bal\b|ballen|toernooi|training|zang|zing|koor|orkest|muzikant|quiz"
    r"|darts|bridge|biljart|schaak|estafette|\bkaart(?:en|t|club|middag|avond)\b|klaverjas|petanque|jeu de boules",
    re.IGNORECASE,
)
#: ... unless nobody is sought, or somebody is sought for the one who asks.
_NO_CALL = re.compile(
    r"\b(?:geen|genoeg|voldoende|niet|niets|nooit|enough|no)\b"
    r"|\b(?:die|dat) (?:het beste |goed )?bij (?:u|je|jou|jullie|elkaar|iemand) pas"
    r"|\b(?:passende?|geschikte?|klik|match)\b"
    r"|\bvoor (?:u|jou|je)\b(?! (?:buur|dorp|wijk))|\bmet u\b|\bbij u\b|\b(?:hulp|begeleiding) nodig\b"
    r"|\bnodig (?:heb|heeft)"
    r"|\bbegeleid(?:st)?ers?\b[^.!?]{0,30}\bwelkom\b|\b(?:bijdrage|fooi|gift)\b|\bgevonden\b"
    r"|^(?:op zoek|hulp (?:gevraagd|gezocht))\b[^?]*\?"
    r"|\b(?:uw|je|jouw|eigen|schone|beide) handen\b"
    r"|\btot er\b|\b(?:heeft|hebt|zoekt|bent) u\b|\b(?:heb|zoek|ben) (?:je|jij)\b",
    re.IGNORECASE,
)
#: A title that calls those who give, in words that are used for nobody else.
_SURE_TITLE = re.compile(
    rf"\b(?:{_GIVER}|{_COMPANION}) worden\b|\bword (?:ook |zelf |nu |jij )*(?:een |onze? )?(?:{_GIVER}"
    rf"|{_COMPANION})\b"
    r"|\bals vrijwillig(?:st)?er\b",
    re.IGNORECASE,
)
_SURE_START = re.compile(rf"^\W*word (?:ook |nu |jij )*(?:een |onze? )?(?:{_GIVER}|{_COMPANION})\b", re.IGNORECASE)
#: ... and one that does, unless the words below it tell of somebody who comes to the reader. "Chauffeur nodig?" asks
#: who wants one.
_IS_ASKED = r"(?![^?.!:–—]*\?)"
_OF_ONESELF = r"(?! (?:jezelf|uzelf|elkaar|je (?:kind|zelf|lichaam|lijf)|uw kind))"
_TITLE = re.compile(
    rf"\b{_GIVER}{_OR} (?:\w+ )?(?:gezocht|gevraagd|nodig|wanted|needed)\b{_IS_ASKED}"
    rf"|\bgezocht:? (?:\w+ )?{_GIVER}\b{_IS_ASKED}"
    rf"|\b(?:zoek(?:t|en)|vraagt|needs) {_MORE}{_GIVER}\b{_IS_ASKED}|\bhulp (?:gevraagd|gezocht)\b{_IS_ASKED}"
    rf"|\b(?:zoekt|gezocht:?) (?:een )?(?:loper|uitlater|wandelaar|oppas|baasje|hulp)\b{_IS_ASKED}"
    rf"|\b(?:jij|je) helpt\b{_OF_ONESELF}|\bhelp (?:jij|je(?! (?:kind|lichaam|lijf))|u|mee)\b{_OF_ONESELF}"
    r"|[:–—(-] ?vrijwilligers?\W*$"
    rf"|^\W*(?:(?:bezoek)?vrijwilliger|gastvrouw|gastheer|chauffeur)\b{_IS_ASKED}",
    re.IGNORECASE,
)
#: Who comes to whom tells that it is for who receives, whatever the title says.
_COMES_TO_YOU = re.compile(
    r"\bvrijwilliger\b[^.!?]{0,40}\buw (?:naaste|man|vrouw|partner|moeder|vader)\b"
    r"|\b(?:vrijwillig(?:st)?er|maatje|buddy|iemand)\b[^.!?]{0,50}"
    r"\b(?:komt|gaat|haalt|brengt|belt|helpt|bezoekt|neemt|past|rijdt|blijft)\b[^.!?]{0,40}\b(?:u|je|jou|jullie|uw)\b"
    r"|\b(?:(?:wij|we) (?:halen|rijden|bezoeken)"
    r"|onze (?:vrijwilligers|chauffeurs|maatjes|buddy['’]?s) (?:komen|halen|rijden|bezoeken|doen|helpen))\b"
    r"[^.!?]{0,20}\b(?:u|je|jou|jullie|uw)\b",
    re.IGNORECASE,
)
#: One who comes along with one other.
_ONE_COMES = re.compile(
    r"\b(?:een|de|onze|vaste|a) (?:[\w-]+ ){0,2}(?:vrijwillig(?:st)?er|maatje|buddy|volunteer)\b"
    r"[^.!?]{0,60}\b(?:komt|gaat|loopt|denkt|belt|haalt|comes|goes)\b[^.!?]{0,60}"
    r"\b(?:langs|bij (?:u|je|jou|gezinnen|uw)|met (?:u|je|jou)|thuis|mee|op bezoek|with you|your home)\b"
    r"|\b(?:bezoek van een (?:\w+ )?vrijwillig(?:st)?er|gekoppeld aan (?:één|een) )\b",
    re.IGNORECASE,
)
#: What only who gives is asked or offered.
_ASKED_OF_GIVERS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"\b(?:vragen|regelen|betalen|vergoeden|nodig)\b[^.!?]{0,25}\bvog\b"
        r"|(?<!hebben )(?<!hebben een )\b(?:vog|verklaring omtrent \w+)\b[^.!?]{0,20}"
        r"\b(?:nodig|vereist|verplicht|regelen|betalen|vergoed\w*|gratis)\b",
        r"\b(?:reis|on)kosten(?:vergoeding)?\b(?: \w+)? ?(?:vergoed|krijg|beschikbaar)|\bvergoeding van (?:reis"
        r"|on)kosten",
        r"\b(?:(?:je|jij|u) (?:krijgt|volgt)|krijg (?:je|jij)|krijgt u|wij (?:geven|bieden))\b[^.!?]{0,30}"
        r"\b(?:training|scholing|cursusavond|inwerk\w*)|\b(?:training|scholing) vooraf\b",
        r"\b(?:training|scholing|inwerk\w*) van (?:\w+ )?(?:avond|middag|ochtend|dagde|dag)\w*",
        r"\bkoppelen (?:we |wij )?(?:u|je|jou) aan\b"
        r"(?! (?:een |je |uw )?[\w-]{0,20}(?:maatje|buddy|vrijwillig|coach|gids))",
        r"\b(?:wij|we) (?:zijn|zitten)(?: \w+)? (?:op zoek|te springen)\b|\bje hoeft geen (?:juf|vakman|kok"
        r"|deskundige|leraar)",
        r"\b(?:bij|met|voor) (?:iemand|een (?:oudere|nieuwkomer|gezin|dorpsgenoot|buurtgenoot|bewoner)|ouderen"
        r"|bewoners)\b"
        r"[^.!?]{0,20}\bdie\b",
    )
)
#: ... and more of it: each alone may stand in a course or a club as well.
_SIGNS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"\b(?:onkosten|reiskosten|vrijwilligers)vergoeding\b|\bexpenses (?:paid|covered)\b",
        r"\bdraai\w* (?:\w+ ){0,2}op (?:\d+ )?vrijwilligers\b|\bzonder vrijwilligers geen\b"
        r"|\bniet zonder (?:helpers|vrijwilligers)\b",
        r"\b(?:je|jij) (?:begeleidt|helpt|bezoekt|ondersteunt|ontvangt|schenkt|brengt)\b"
        r"(?! (?:jezelf|elkaar|je|mee|ook|vrienden|iemand mee|eigen))"
        r"|\bu (?:begeleidt|bezoekt|ontvangt|schenkt|haalt)\b",
        r"\b(?:\d+|[eé][eé]n|twee|drie|vier) (?:uur|diensten?|x|keer|klusjes|dagde(?:el|len))"
        r" (?:per |p/)(?:week|maand|w|m)\b",
        r"\b(?:basistraining|trainingsdagen|gedegen opleiding|intervisie|e-learning|certificering|training van"
        r"|korte training|training (?:krijg|vooraf))\b",
        r"\bmisschien (?:iets voor jou|geschikt)\b"
        r"|\bben (?:je|jij|u) (?:handig|nieuwsgierig|geduldig|sociaal|stressbestendig)\b",
        r"\b(?:koppelt|koppelen) (?:jullie|je|u) aan een (?:klus|gezin|bewoner|oudere|deelnemer)\b",
        r"\bkennis van \w+ (?:komt|leren)\b|\bgeen (?:diploma'?s?|papieren) nodig\b"
        r"|\b(?:je|u) hoeft (?:zelf )?geen \w+ te zijn\b",
        r"\bvoor de voedselbank\b|\bvoor gezinnen die\b|\bmet de bewoners\b",
    )
)
#: A vacancy, wherever it stands; and titles of those who do a job.
_VACANCY = re.compile(r"(?<!\w)(?:m/v(?:/x)?|v/m(?:/x)?|onbezoldigd|\(vrijwillig\))(?!\w)", re.IGNORECASE)
_JOB = re.compile(
    r"^\W*(?:[\w-]+ ){0,1}(?:suppoost|bestuurslid|penningmeester|secretaris|redacteur|koster|webmaster|collectant"
    r"|verkeersregelaar|(?:buurt)?bemiddelaar|souffleu[rs]\w*|sjouwers?|sorteerders?|peetouders?"
    r"|[\w-]+vrijwilligers?|leiding gezocht|vrijwillige \w+)\b(?![^?.!:–—]*\?)",
    re.IGNORECASE,
)
_ENOUGH = 2
#: To who comes to learn or to work the same is offered: a training, travel costs.
_COURSE = re.compile(r"training|cursus|workshop|opleiding|traject|werkervaring|werkplek|re-?integratie", re.IGNORECASE)
#: Kinds that a listing may be taken for while it seeks givers: it is named after what they do.
_TAKEN_FOR = (None, ActivityKind.ONE_TO_ONE)


def is_for_givers(title: str, prose: str) -> bool:
    """Whether a listing addresses those who come to help, and not those who are helped.

    >>> is_for_givers("Taalmaatje worden", ""), is_for_givers("Taalmaatje", "Een vrijwilliger komt bij u thuis.")
    (True, False)
    """
    words = readable(prose)
    if _SURE_TITLE.search(title) or _SURE_START.search(words):
        return True
    if _COMES_TO_YOU.search(words):
        return False
    if _ONE_COMES.search(words):
        return False
    if _TITLE.search(title) or _JOB.search(title) or _VACANCY.search(f"{title} {words}"):
        return True
    if _COURSE.search(title):
        return False
    asked = sum(bool(one.search(words)) for one in _ASKED_OF_GIVERS)
    signs = sum(bool(one.search(words)) for one in _SIGNS)
    return asked >= _ENOUGH or (signs > 0 and asked + signs + seeks_givers(prose, title) >= _ENOUGH)


def seeks_givers(prose: str, title: str = "") -> bool:
    """Whether any sentence seeks people who come to help.

    >>> seeks_givers("Samen eten. Ook koks gezocht!"), seeks_givers("Wij zoeken een vrijwilliger die bij u past.")
    (True, False)
    """
    return any(
        _HINT.search(one)
        and (_CALLS.search(one) or _calls_a_team(one, f"{title} {prose}"))
        and not _NO_CALL.search(one)
        for one in _sentences(prose)
    )


def _calls_a_team(sentence: str, listing: str) -> bool:
    return bool(_TEAM_CALLS.search(sentence)) and not _PLAYS.search(listing)


def _sentences(prose: str) -> Iterator[str]:
    for one in SENTENCE_BREAK.split(readable(prose)):
        yield " ".join(one.split())


def kind_of_giving(activity: Activity, kind: ActivityKind | None) -> ActivityKind | None:
    """The kind that was read, or volunteering where the listing is for those who give.

    A title that names a volunteer who comes to the reader ("Vrijwilliger aan huis") does not make it volunteering; one
    who comes along with one other is one to one.
    """
    if activity.kind is not None or activity.roles:
        return kind
    if kind is ActivityKind.VOLUNTEERING and _only_names_who_comes(activity):
        kind = None
    elif kind not in _TAKEN_FOR:
        return kind
    elif _is_listed_so(activity) or is_for_givers(activity.title, activity.prose):
        return ActivityKind.VOLUNTEERING
    return ActivityKind.ONE_TO_ONE if kind is None and _ONE_COMES.search(readable(activity.prose)) else kind


def _is_listed_so(activity: Activity) -> bool:
    return names_volunteering(activity.kind_words) and not _COMES_TO_YOU.search(readable(activity.prose))


def _only_names_who_comes(activity: Activity) -> bool:
    is_listed_so = bool(activity.kind_words) and kind_in("", activity.kind_words) is ActivityKind.VOLUNTEERING
    calls = _SURE_TITLE.search(activity.title) or _CALLS.search(activity.title)
    return not (is_listed_so or calls) and bool(_COMES_TO_YOU.search(readable(activity.prose)))


def roles_told(activity: Activity, kind: ActivityKind | None) -> tuple[Role, ...]:
    """Both roles where something that one takes part in seeks people who help as well; else what was told."""
    if activity.roles or kind is ActivityKind.VOLUNTEERING or not seeks_givers(activity.prose, activity.title):
        return activity.roles
    return (Role.TAKE_PART, Role.HELP)

"""Invented activities and clients of any number, spread over the Netherlands; the same seed gives the same.

Where people live is approached with the library's own postcode table: municipalities are drawn by Zipf's law
(exponent 0.7) in order of how built-up they are, postcode areas within them by how dense they are, and places fall
evenly in a circle as large as the area. Facts are given, denied or missing at about the shares of the sample.

Texts are composed from word lists: five thousand different listings, of which three in four are shared by many
rows, as chains and municipalities copy theirs; every fourth has a name of its own, so that titles are many.
All activities go through the same validation as a host's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from wor_match import Activity, Client
from wor_match.geo.postcode import Located, _places

AS_OF = date(2026, 11, 23)
LISTINGS = 5_000
_ZIPF = 0.7
_KM_PER_DEGREE = 111.2
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_SHARES = (0.19, 0.19, 0.19, 0.19, 0.16, 0.05, 0.03)

# what: (titles, what one does there, kind, physical effort, social effort)
_SUBJECTS: tuple[tuple[tuple[str, ...], str, str, int, int], ...] = (
    (("Wandelgroep", "Samen wandelen", "Ommetje in het park"), "We wandelen een uur door de buurt.", "activity", 2, 1),
    (("Koffie-inloop", "Bakkie en praatje", "Open inloop"), "De koffie staat klaar aan de lange tafel.", "drop_in", 0, 1),
    (("Buurtkoor", "Zangkoor", "Samen zingen"), "We zingen liedjes van vroeger en nu.", "activity", 0, 1),
    (("Schilderclub", "Aquarel en acryl", "Tekenen en schilderen"), "Ieder schildert aan eigen werk.", "activity", 0, 0),
    (("Moestuin", "Buurttuin", "Tuinieren voor de wijk"), "We wieden, zaaien en oogsten samen.", "activity", 2, 1),
    (("Eettafel", "Samen koken en eten", "Buurtrestaurant"), "We eten met elkaar een warme maaltijd.", "drop_in", 0, 1),
    (("Breicafé", "Handwerkgroep", "Haken en breien"), "Neem je breiwerk mee en schuif aan.", "activity", 0, 1),
    (("Repair Café", "Klusclub", "Houtwerkplaats"), "We repareren wat stuk is en maken wat moois.", "activity", 1, 0),
    (("Stoelyoga", "Yoga", "Ontspannen bewegen"), "Rustige oefeningen voor lichaam en hoofd.", "activity", 1, 0),
    (("Zwemmen", "Aquafit", "Baantjes trekken"), "We zwemmen in warm water.", "activity", 2, 0),
    (("Fietsclub", "Rondje fietsen", "Fietstochten"), "We fietsen twintig kilometer door het groen.", "activity", 3, 1),
    (("Schaakclub", "Dammen en schaken", "Denksport"), "We schaken of dammen tegen elkaar.", "activity", 0, 0),
    (("Bingo", "Spelletjesmiddag", "Kaartclub"), "We kaarten, sjoelen en doen een spel.", "activity", 0, 1),
    (("Leesclub", "Boeken en koffie", "Leescafé"), "We lezen een boek en praten erover.", "activity", 0, 2),
    (("Schrijven", "Levensverhalen", "Gedichten maken"), "We schrijven over herinneringen.", "course", 0, 2),
    (("Taalcafé", "Nederlands oefenen", "Praten in het Nederlands"), "We oefenen samen Nederlands.", "activity", 0, 2),
    (("Computerhulp", "Digitaal café", "Tablet en telefoon"), "Vragen over je telefoon of tablet.", "course", 0, 1),
    (("Mantelzorgcafé", "Mantelzorgers onder elkaar"), "Voor wie voor een ander zorgt.", "peer_group", 0, 2),
    (("Rouwgroep", "Verder na verlies"), "Praten met mensen die ook iemand missen.", "peer_group", 0, 3),
    (("Maatje", "Samen op pad met een maatje"), "Een vrijwilliger gaat met je mee.", "one_to_one", 0, 1),
    (("Gastvrouw of gastheer", "Vrijwilliger in de keuken"), "Help mee met koffie schenken.", "volunteering", 1, 1),
    (("Voedselbank", "Helpen bij de kringloop"), "Vrijwilligers sorteren spullen.", "volunteering", 2, 1),
    (("Geldzaken", "Hulp bij formulieren"), "Een vrijwilliger kijkt mee met post en geld.", "service", 0, 1),
    (("Dansen", "Volksdansen", "Stijldansen"), "We dansen op muziek van alle tijden.", "activity", 2, 1),
    (("Gitaar", "Samen muziek maken", "Djembé"), "We maken muziek, noten lezen hoeft niet.", "course", 0, 1),
    (("Film in het buurthuis", "Filmmiddag"), "We kijken een film en praten na.", "activity", 0, 1),
    (("Museum en kunst", "Kunst kijken"), "We bezoeken een museum met een gids.", "activity", 1, 1),
    (("Vogels kijken", "Natuur in", "Natuurwerkgroep"), "We gaan met de verrekijker op pad.", "activity", 2, 0),
    (("Honden uitlaten", "Dierenweide"), "We verzorgen de dieren.", "volunteering", 1, 0),
    (("Klei en keramiek", "Pottenbakken"), "We maken potten en beelden van klei.", "course", 1, 0),
    (("Naaiatelier", "Kleding maken"), "We naaien en vermaken kleding.", "course", 0, 1),
    (("Fotografie", "Fotoclub"), "We fotograferen en bekijken elkaars foto's.", "activity", 1, 1),
    (("Mindfulness", "Minder stress"), "Oefeningen om tot rust te komen.", "course", 0, 1),
    (("Beter slapen", "Minder piekeren"), "Een cursus over slaap en piekeren.", "course", 0, 2),
    (("Vrouwengroep", "Vrouwen ontmoeten"), "Thee en gesprek voor vrouwen.", "activity", 0, 2),
    (("Mannen aan de koffie", "Mannenwerkplaats"), "Een tafel vol mannen.", "activity", 0, 1),
    (("Jeu de boules", "Biljart"), "We spelen een partij.", "activity", 1, 1),
    (("Tafeltennis", "Badminton"), "We slaan een balletje.", "activity", 2, 1),
    (("Valpreventie", "In balans"), "Oefenen met opstaan en evenwicht.", "course", 1, 1),
    (("Bellen met elkaar", "Telefooncirkel"), "Elke ochtend een telefoontje.", "service", 0, 1),
)  # fmt: skip
_ADDED = (
    "Er is een lift.", "De ingang is rolstoeltoegankelijk.", "Er is een ringleiding.", "Het is boven, zonder lift.",
    "Geen ervaring nodig.", "Je mag iemand meenemen.", "De eerste keer is gratis.", "Kom gerust een keer kijken.",
    "Vanaf 55 jaar.", "Alleen voor leden.", "Een vrijwilliger ontvangt je.", "We zijn met z'n twaalven.",
    "Vaste groep.", "Er is een wachtlijst van zes weken.", "Korting met de stadspas.", "We halen je op als het nodig is.",
    "Rustige ruimte.", "Het kan er druk zijn.", "Voor iedereen uit de wijk.", "Nederlands is niet nodig.",
    "Meld je aan bij de balie.", "Binnenlopen mag altijd.", "We praten niet over ziekte.", "Elke week een ander thema.",
    "Onder leiding van een docent.", "In overleg ook op een ander moment.", "Aanmelden via de website.", "Tempo rustig.",
)  # fmt: skip
_TOUCHES = ("", "", " voor senioren", " voor beginners", " op dinsdag", " in de buurt", " voor iedereen")
_HOUSES = (
    "De Linde", "De Brug", "Het Anker", "De Wiel", "De Molen", "De Hoeksteen", "Het Trefpunt", "De Schakel", "De Spil",
    "De Kern", "Het Baken", "De Meent", "De Wilg", "De Eik", "Het Kompas", "De Haven", "De Poort", "De Bron",
)  # fmt: skip
_PROVIDERS = ("Welzijn", "Buurtwerk", "Stichting Samen", "Humanitas", "Bibliotheek", "Sportservice", "De Zonnebloem")
_COSTS = ((0.0, None), (2.5, "time"), (5.0, "time"), (12.0, "month"), (25.0, "month"), (60.0, "year"), (45.0, "once"))

_INTERESTS = (
    "vroeger zong ik in een koor", "koffie drinken met een praatje", "breien", "timmeren en hout bewerken",
    "kapotte dingen maken", "buiten bezig zijn", "koken", "naaien", "wandelen in het bos", "schilderen", "gamen",
    "zwemmen", "dammen", "vogels", "museum en kunst", "boeken", "praten over vroeger", "fietsen repareren", "tekenen",
    "schaken", "hardlopen", "dansen", "met dieren bezig zijn", "gitaar spelen", "tuinieren", "muziek luisteren",
    "bloemen en tuin", "handwerken", "thee met andere vrouwen", "samen eten", "fotograferen", "iets voor een ander doen",
)  # fmt: skip
_DISLIKES = ("bingo", "praatgroep", "huiswerk", "gymnastiek", "zingen", "grote groepen", "drukte")
_GOALS = ("weer ergens bij horen", "een reden om op te staan", "mensen leren kennen", "fitter worden", "beter slapen")
_WORDS = (
    "Sinds mijn man er niet meer is zijn de dagen lang.", "Ik hou van de natuur en van stilte.", "De trap op gaat niet.",
    "In grote groepen klap ik dicht.", "Ik heb jaren in de bouw gewerkt.", "Ik zou best weer willen zingen.",
    "Mijn pensioen is klein.", "Ik hoor slecht in een volle zaal.", "Vroeger las ik veel.", "Ik wil iets met mijn handen doen.",
)  # fmt: skip
_COMPLAINTS = (
    "loneliness",
    "low_mood",
    "worrying",
    "stress",
    "grief",
    "loss_of_meaning",
    "boredom_no_structure",
    "pain",
)
_TRAVEL = ((("walk",), 0.25), (("bike", "walk"), 0.35), (("bus", "walk"), 0.20), (("car",), 0.20))


@dataclass(frozen=True)
class _Areas:
    """Postcode areas with the share of the people who live there."""

    codes: tuple[str, ...]
    places: tuple[Located, ...]
    shares: np.ndarray


def _areas() -> _Areas:
    """A postcode area holds about as many people wherever it is, so a small one is a dense one."""
    codes, places = zip(*sorted(_places().items()), strict=True)
    dense = np.array([min(1.0, 1 / (math.pi * place.error_km**2)) for place in places])
    towns = sorted({place.municipality for place in places if place.municipality})
    town = np.array([towns.index(place.municipality) if place.municipality else -1 for place in places])
    built_up = np.array([dense[town == number].sum() for number in range(len(towns))])
    rank = np.argsort(np.argsort(-built_up, kind="stable"), kind="stable") + 1
    zipf = rank ** -float(_ZIPF)
    shares = np.where(town >= 0, zipf[town] * dense / built_up[town], 0.0)
    return _Areas(codes, places, shares / shares.sum())


def _points(areas: _Areas, number: int, rng: np.random.Generator) -> list[tuple[int, float, float]]:
    """(area, latitude, longitude) of so many places."""
    chosen = rng.choice(len(areas.codes), size=number, p=areas.shares)
    far, angle = np.sqrt(rng.random(number)), rng.random(number) * 2 * math.pi
    found = []
    for area, share, turn in zip(chosen, far, angle, strict=True):
        place = areas.places[area]
        km = share * place.error_km
        lat = place.lat + km * math.sin(turn) / _KM_PER_DEGREE
        lon = place.lon + km * math.cos(turn) / (_KM_PER_DEGREE * math.cos(math.radians(place.lat)))
        found.append((int(area), round(lat, 5), round(lon, 5)))
    return found


class _Chance:
    """Draws from one generator."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def one(self, things: Sequence[Any]) -> Any:
        return things[int(self.rng.random() * len(things))]

    def some(self, things: Sequence[Any], count: int) -> list[Any]:
        return [things[int(place)] for place in self.rng.permutation(len(things))[:count]]

    def maybe(self, share: float, value: Any) -> Any:
        """The value at this chance, else not told."""
        return value if self.rng.random() < share else None

    def tri(self, told: float, yes: float) -> bool | None:
        """Yes, no, or not told."""
        return None if self.rng.random() >= told else bool(self.rng.random() < yes)

    def whole(self, low: int, high: int) -> int:
        return int(self.rng.integers(low, high + 1))


def _listings(chance: _Chance) -> list[dict[str, Any]]:
    """The texts and what belongs to them, without place, hours and price."""
    found = []
    for _ in range(LISTINGS):
        titles, sentence, kind, physical, social = chance.one(_SUBJECTS)
        added = " ".join(chance.some(_ADDED, chance.whole(1, 4)))
        found.append(
            {
                "title": chance.one(titles) + chance.one(_TOUCHES),
                "description": f"{sentence} {added}",
                "kind": kind if chance.rng.random() < 0.9 else None,
                "effort": {"physical": chance.maybe(0.75, physical), "social": chance.maybe(0.85, social)},
                "group": {
                    "size": chance.maybe(0.7, chance.whole(4, 30)),
                    "age_min": chance.maybe(0.1, 55),
                    "gender_rule": chance.maybe(0.06, chance.one(("women", "men"))),
                    "is_fixed": chance.tri(0.15, 0.5),
                },
            }
        )
    return found


def _schedule(chance: _Chance) -> dict[str, Any]:
    if chance.rng.random() < 0.12:
        return {}
    if chance.rng.random() < 0.1:
        return {"is_flexible": True}
    rules = []
    for _ in range(chance.one((1, 1, 1, 2, 2, 3))):
        begin = chance.one((9, 10, 10, 13, 14, 14, 15, 19, 19, 20))
        rules.append(
            {
                "weekday": _DAYS[int(chance.rng.choice(7, p=_DAY_SHARES))],
                "start": f"{begin:02d}:00",
                "end": chance.maybe(0.9, f"{begin + chance.one((1, 2, 2)):02d}:30"),
                "every_weeks": chance.one((1, 1, 1, 1, 2)),
            }
        )
    return {"rules": rules, "season": chance.maybe(0.04, {"start": "09-01", "end": "05-31"})}


def _place(chance: _Chance, areas: _Areas, point: tuple[int, float, float]) -> dict[str, Any]:
    """One in ten has a postcode only."""
    area, lat, lon = point
    access = {name: chance.tri(0.6, 0.75) for name in ("step_free", "accessible_toilet", "parking")}
    access |= {name: chance.tri(0.25, 0.5) for name in ("hearing_loop", "quiet_space")}
    place = {"postcode": areas.codes[area], "municipality": areas.places[area].municipality, "access": access}
    if chance.rng.random() < 0.9:
        place |= {"lat": lat, "lon": lon, "geo_precision": chance.one(("address", "address", "unknown"))}
    return place


def _where(chance: _Chance, areas: _Areas, point: tuple[int, float, float]) -> dict[str, Any]:
    """Setting and places: 1.5% online, 4% at home, 0.5% nobody knows where, 2% at two places, 1% in two parts."""
    draw = chance.rng.random()
    if draw < 0.015:
        return {"setting": "online"}
    if draw < 0.055:
        return {"setting": "home_visit", "service_area": [areas.places[point[0]].municipality]}
    if draw < 0.06:
        return {}
    found: dict[str, Any] = {"places": [_place(chance, areas, point)]}
    if draw < 0.08:
        found["places"].append(_place(chance, areas, (point[0], point[1] + 0.01, point[2])))
    elif draw < 0.09:
        found["parts"] = [
            {"title": "Wandelen en koffie", "schedule": _schedule(chance)},
            {"title": "Workshop ontspannen", "description": "Samen oefenen.", "cost": {"amount_eur": 5, "per": "time"}},
        ]
        found["parts_require"] = chance.one(("all", "all", "any"))
    return found


def _activity(
    number: int, chance: _Chance, listing: dict[str, Any], areas: _Areas, point: tuple[int, float, float]
) -> Activity:
    amount, per = chance.one(_COSTS)
    town = areas.places[point[0]].municipality
    named = f" in {chance.one(_HOUSES)} {town}" if number % 4 == 0 else ""
    return Activity.model_validate(
        listing
        | _where(chance, areas, point)
        | {
            "id": f"s{number:07d}",
            "title": listing["title"] + named,
            "provider": f"{chance.one(_PROVIDERS)} {town}",
            "schedule": _schedule(chance),
            "cost": {"amount_eur": amount, "per": per} if chance.rng.random() < 0.9 else {},
            "language": {"languages": chance.one(((), (), (), (), ("nl",), ("nl", "en"), ("nl", "ar")))},
            "first_step": {
                "sign_up": chance.maybe(0.85, chance.one(("walk_in", "call", "email", "online", "intake"))),
                "companion_welcome": chance.tri(0.15, 0.9),
                "trial_possible": chance.tri(0.12, 0.9),
                "free_to_skip": chance.tri(0.35, 0.7),
                "transport_offered": chance.tri(0.1, 0.5),
            },
            "capacity": {"waiting_weeks": chance.maybe(0.08, chance.whole(0, 20)), "is_full": chance.tri(0.05, 0.6)},
            "contact": {"phone": "0900-0000"},
            "status": chance.one(("active",) * 16 + (None,) * 3 + ("ended",)),
            "last_verified": chance.maybe(0.95, AS_OF - timedelta(days=chance.whole(1, 900))),
        }
    )


def activities(number: int, seed: int = 1) -> list[Activity]:
    """So many activities."""
    rng = np.random.default_rng([seed, number])
    chance, areas = _Chance(rng), _areas()
    listings = _listings(chance)
    points = _points(areas, number, rng)
    return [_activity(n, chance, chance.one(listings), areas, point) for n, point in enumerate(points)]


def clients(number: int, seed: int = 2) -> list[Client]:
    """So many clients, who live where the activities are: 25% walk, 35% cycle, 20% take the bus, 20% drive."""
    rng = np.random.default_rng([seed, number])
    chance, areas = _Chance(rng), _areas()
    return [_client(n, chance, areas, point) for n, point in enumerate(_points(areas, number, rng))]


def _client(number: int, chance: _Chance, areas: _Areas, point: tuple[int, float, float]) -> Client:
    modes = _TRAVEL[int(chance.rng.choice(len(_TRAVEL), p=[share for _, share in _TRAVEL]))][0]
    area, lat, lon = point
    slots = [
        {"weekday": day, "part": part}
        for day in _DAYS
        for part in ("morning", "afternoon", "evening")
        if chance.rng.random() < 0.45
    ]
    data = {
        "reference": f"b-{number:05d}",
        "interests": [
            {"phrase": phrase, "strength": chance.whole(1, 3)} for phrase in chance.some(_INTERESTS, chance.whole(1, 4))
        ],
        "dislikes": chance.some(_DISLIKES, chance.whole(0, 2)),
        "goals": chance.some(_GOALS, chance.whole(0, 2)),
        "own_words": " ".join(chance.some(_WORDS, chance.whole(0, 4))),
        "complaints": [
            {"term": term, "severity": chance.whole(3, 9)} for term in chance.some(_COMPLAINTS, chance.whole(1, 3))
        ],
        "home": {
            "postcode": areas.codes[area],
            "municipality": areas.places[area].municipality,
            "lat": lat,
            "lon": lon,
        },  # fmt: skip
        "travel": {
            "modes": modes,
            "max_minutes": chance.one((15, 20, 25, 30, 45, 60)),
            "evening": chance.tri(0.7, 0.6),
        },  # fmt: skip
        "access_needs": chance.some(("step_free", "accessible_toilet", "hearing_loop"), chance.one((0, 0, 0, 1, 2))),
        "availability": {"slots": slots} if chance.rng.random() < 0.9 else None,
        "budget_eur_per_month": chance.maybe(0.8, float(chance.one((0, 5, 10, 20, 30, 50)))),
        "dutch_level": chance.maybe(0.3, chance.one(("A1", "A2", "B1", "B2"))),
        "digital": chance.maybe(0.8, chance.one(("none", "with_help", "own"))),
        "contact": ["call"],
        "group": {"size": chance.maybe(0.5, chance.one(("small", "any", "large")))},
        "goes_alone": chance.maybe(0.8, chance.one(("yes", "first_time_together", "no"))),
        "readiness": chance.maybe(0.8, chance.whole(2, 9)),
        "max_physical_effort": chance.maybe(0.7, chance.whole(0, 3)),
        "max_social_effort": chance.maybe(0.6, chance.whole(1, 3)),
        "avoid": chance.maybe(0.1, [chance.one(_PROVIDERS), chance.one(_HOUSES)]),
        "current": chance.maybe(0.2, [chance.one(chance.one(_SUBJECTS)[0])]),
        "age": chance.whole(18, 92),
        "gender": chance.one(("woman", "woman", "man")),
    }
    return Client.model_validate({name: value for name, value in data.items() if value is not None})

"""A small made-up supply around PC4 3430-3439: what is offered, by whom, where, and on which day it is today."""

from __future__ import annotations

from datetime import date

#: The day of asking for everything here, a Monday.
TODAY = date(2026, 11, 23)

#: Title, kind, category words and description.
OFFERS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("Wandelgroep", "activity", ("wandelen",), "Samen een ommetje door het park, daarna koffie."),
    ("Buurtkoor", "activity", ("zingen", "koor"), "We zingen Nederlandse liedjes. Noten lezen hoeft niet."),
    ("Schilderclub", "activity", ("schilderen",), "Schilderen en tekenen naar eigen idee."),
    ("Koffie-inloop", "drop_in", ("ontmoeten",), "Loop binnen voor koffie en een praatje."),
    ("Moestuin", "volunteering", ("tuinieren",), "Samen zaaien, schoffelen en oogsten."),
    ("Yoga", "course", ("yoga",), "Rustige houdingen en ademhaling."),
    ("Leesclub", "activity", ("lezen",), "We lezen elke maand een boek."),
    ("Breicafe", "drop_in", ("breien", "haken"), "Breien en haken in de huiskamer."),
    ("Kookclub", "activity", ("koken",), "Samen koken en eten."),
    ("Fietsgroep", "activity", ("fietsen",), "Een tocht van twintig kilometer."),
    ("Biljartclub", "activity", ("biljarten",), "Elke week een potje biljart."),
    ("Cursus Computer", "course", ("computerles",), "Leren omgaan met de computer."),
    ("Bingo", "activity", ("bingo",), "Drie rondes met kleine prijzen."),
    ("Schaakclub", "activity", ("schaken",), "Schaken op eigen niveau."),
    ("Rouwgroep", "peer_group", ("rouw",), "Praten over verlies met wie het ook meemaakte."),
    ("Maatje", "one_to_one", ("maatje",), "Een vrijwilliger gaat elke week met u op pad."),
    ("Samen Muziek Luisteren", "activity", ("muziek",), "Platen luisteren en erover vertellen."),
    ("Lotgenotencontact", "peer_group", ("lotgenoten",), "Ervaringen delen na een ziekte."),
    ("Hulp bij Formulieren", "service", ("administratie",), "Hulp bij brieven en formulieren."),
)
PROVIDERS = ("De Zilveren Hoek", "Buurtkracht Zuid", "Sportpunt", "Atelier Noord", "Vrij Spel", "Humanitair Huis", "")
PLACE_NAMES = ("Buurthuis De Kern", "Wijkcentrum Het Veer", "Sporthal Oost", "Bibliotheek", "Kerkzaal", "")
#: What clients of this region like, liked, or do not want, as they say it.
PHRASES = (
    "wandelen",
    "vroeger zong ik in een koor",
    "schilderen",
    "koffie drinken met anderen",
    "tuinieren",
    "yoga",
    "boeken lezen",
    "breien",
    "koken",
    "fietsen",
    "biljarten",
    "bingo",
    "schaken",
    "naar muziek luisteren",
    "iets met computers",
    "xyzzy",
)

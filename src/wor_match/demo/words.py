"""What the demo says itself."""

from __future__ import annotations

INTRO = {
    "nl": """Dit is een voorbeeld. De gemeente Waterhoven, de activiteiten en de mensen zijn verzonnen. Vandaag is het
maandag 23 november 2026. Een welzijnscoach heeft met een cliënt gepraat: wat iemand graag doet, waar iemand woont, en
wat wel en niet kan. Het programma zoekt daar activiteiten bij en legt elke keus uit. U leest per activiteit waarom
die past, wat ertegen spreekt, wat u eerst moet vragen, en hoe de eerste stap eruitziet. Onderaan staat waarom andere
activiteiten afvielen. Bij een zorg over veiligheid komt er geen lijst, maar staat er wie u kunt bellen. Tot slot leest
u een gesprek: de coach stelt vragen over een lijst, en het programma antwoordt.""",
    "en": """This is an example. The municipality of Waterhoven, the activities and the people are invented. Today is
Monday 23 November 2026. A link worker has talked with a client: what someone likes to do, where they live, and what
they can and cannot do. The program finds activities that fit and explains every choice. For each activity you read why
it fits, what speaks against it, what to ask first, and what the first step looks like. At the end you read why other
activities fell out. When there is a worry about safety there is no list, but you read whom to call. Last comes a
conversation: the link worker asks about a list, and the program answers.""",
}
NEXT = {
    "nl": "Meer zien? Kies een van de twintig cliënten: wor-match demo --client c-01 (tot en met c-20). "
    "Het gesprek over die cliënt: wor-match demo --conversation --client c-01. "
    "Zo leest de cliënt het zelf: wor-match demo --client c-01 --audience client.",
    "en": "More? Choose one of the twenty clients: wor-match demo --language en --client c-01 (up to c-20). "
    "The conversation about that client: wor-match demo --language en --conversation --client c-01. "
    "What the client reads: wor-match demo --language en --client c-01 --audience client.",
}
LIKES = {"nl": "De cliënt houdt van", "en": "The client likes"}
SAID = {"nl": "In eigen woorden", "en": "In their own words"}

#: What is said in the conversation.
TALK = {
    "nl": {
        "title": "Een gesprek over cliënt {reference}, maandag 23 november 2026",
        "coach": "Coach",
        "list": "Wat past er bij deze cliënt?",
        "item": "{rank}. {title} ({points} van {possible} punten)",
        "contrast": "Waarom staat ‘{first}’ boven ‘{second}’?",
        "why_not": "En waarom niet ‘{title}’?",
        "what_if": "Wat als er een maatje was? Of als er iets anders kon?",
        "questions": "Wat kan ik het best nog vragen?",
        "stability": "Hoe zeker is deze volgorde?",
        "overrule": "Ik zet ‘{title}’ bovenaan. De cliënt kent daar iemand.",
        "reason": "de cliënt kent daar iemand",
        "leaflet": "Wat krijgt de cliënt mee naar huis?",
        "and_so_on": "(Zo ook de andere ideeën, in grote letters op papier of om voor te lezen.)",
        "letter": "De cliënt kiest dit, en vindt het goed dat de huisarts het hoort.",
        "replay": "En als iemand over een jaar vraagt hoe deze lijst tot stand kwam?",
    },
    "en": {
        "title": "A conversation about client {reference}, Monday 23 November 2026",
        "coach": "Link worker",
        "list": "What fits this client?",
        "item": "{rank}. {title} ({points} of {possible} points)",
        "contrast": "Why does ‘{first}’ stand above ‘{second}’?",
        "why_not": "And why not ‘{title}’?",
        "what_if": "What if there were a buddy? Or if something else were possible?",
        "questions": "What can I best ask next?",
        "stability": "How sure is this order?",
        "overrule": "I put ‘{title}’ first. The client knows someone there.",
        "reason": "the client knows someone there",
        "leaflet": "What does the client take home?",
        "and_so_on": "(And so the other ideas, in large type on paper or to read aloud.)",
        "letter": "The client chooses this, and agrees that the GP hears of it.",
        "replay": "And if someone asks in a year how this list came about?",
    },
}

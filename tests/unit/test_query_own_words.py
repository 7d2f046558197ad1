"""What a client's own words add."""

from time import perf_counter

import pytest

from making import query
from wor_match.domain.client import Client
from wor_match.query.own_words import OwnWords, read_client, read_own_words, sentences_of
from wor_match.text.themes import default_reader
from wor_match.vocabulary.tables import read_table


def interests(text):
    return read_own_words(text).interests


def limits(text):
    return dict(read_own_words(text).limits)


def test_nothing_said_is_nothing_read():
    assert read_own_words("") == read_own_words(" \n ") == OwnWords()
    assert read_own_words("Plorkwiz.") == OwnWords()


@pytest.mark.parametrize(
    "text",
    [
        "Ze hield van tuinieren.",
        "Hij zou graag weer schaken.",
        "Ik wil graag leren schilderen.",
        "I love gardening and would like to do it again.",
    ],
)
def test_a_sentence_in_which_something_is_liked(text):
    assert interests(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Op dinsdag is er schaken.",  # nobody likes it
        "Ik heb een hekel aan schaken.",
        "Schaken lukt niet meer.",
        "Mijn man hield van schaken.",
        "Ze hield van plorkwiz.",
        "",
    ],
)
def test_a_sentence_that_is_no_interest(text):
    assert interests(text) == ()


def test_only_the_sentence_that_says_so_counts():
    text = "Ze hield van tuinieren. De trap op gaat niet meer. Haar dochter houdt van dansen!\nZij houdt van zingen"
    assert interests(text) == ("Ze hield van tuinieren.", "Zij houdt van zingen")


@pytest.mark.parametrize(
    "text",
    [
        "Ze ging met haar man graag dansen.",
        "Mijn man en ik gingen graag dansen.",
        "Ik houd van dansen met mijn dochter.",
    ],
)
def test_what_is_liked_together_counts(text):
    assert interests(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Mijn hond is vorige maand overleden.",
        "Een nieuwe hond durf ik niet aan.",
        "Als kind verloor ik mijn moeder.",
        "Als kind was ik vaak ziek.",
        "Ik heb paniekaanvallen in de trein.",
    ],
)
def test_grief_and_fear_are_no_interest(text):
    read = read_own_words(text)
    assert (read.interests, read.pastimes) == ((), ())
    missed = "Sinds mijn man is overleden mis ik het koor."
    assert read_own_words(missed).interests == (missed,)


@pytest.mark.parametrize("text", ["Zwemmen nee.", "Bingo, alsjeblieft niet.", "Zingen, dat niet.", "Niet... zingen."])
def test_what_is_refused_in_a_word_is_no_interest(text):
    found = read_own_words(text)
    assert found.interests == found.pastimes == ()


def test_only_what_stands_before_a_refusal_is_refused():
    assert read_own_words("Dansen, liever niet. Zingen vindt ze heerlijk.").interests == ("Zingen vindt ze heerlijk.",)
    assert "gardening" in read_own_words("Ze houdt van tuinieren, niet in de avond.").themes.popitem()[1]


def test_a_cupboard_is_no_coming_out():
    assert read_own_words("Hij haalde uit de kast een map.").circumstances == ()
    assert dict(read_own_words("Op zijn zestigste kwam hij uit de kast.").circumstances).keys() == {"lgbtq"}


def test_quotes_do_not_hide_a_sentence():
    assert interests("“Ik houd van tuinieren.” zei ze.")[0].strip(" .") == "Ik houd van tuinieren"


@pytest.mark.parametrize("row", [dict(row) for row in read_table("limit_words")][::9], ids=lambda row: row["phrase"])
def test_limits_are_read_also_those_that_are_denials_themselves(row):
    lead = "Wel: " if row["language"] == "nl" else "Yes, I said: "
    if row["limit"] == "nothing":
        assert limits(row["phrase"]) == limits(f"{lead}{row['phrase']}.") == {}
    else:
        assert row["limit"] in limits(f"{lead}{row['phrase']}.") or row["limit"] in limits(row["phrase"])


def test_a_limit_that_is_denied_is_none():
    assert "hard_of_hearing" in limits("Hij is slechthorend.")
    assert "hard_of_hearing" not in limits("Hij is niet slechthorend.")


@pytest.mark.parametrize(
    ("story", "is_limit"),
    [
        ("Meer dan tien minuten lopen lukt niet.", True),
        ("Hij kan hooguit een kwartier lopen.", True),
        ("Lopen gaat tien minuten, dan is het op.", True),
        ("Ze woont vijf minuten lopen van het park.", False),
        ("Het buurthuis is maar tien minuten lopen.", False),
        ("Een kwartier lopen lukt prima.", False),
        ("Ze loopt een kwartier naar haar werk.", False),
    ],
)
def test_a_distance_is_no_limit_of_the_legs(story, is_limit):
    assert ("short_walks" in dict(read_own_words(story).limits)) is is_limit


def test_of_several_phrases_of_a_limit_the_first_is_told():
    read = read_own_words("Hij is slechthorend. Hij is slechthorend en hoort slecht.")
    assert len([name for name, _ in read.limits if name == "hard_of_hearing"]) == 1


@pytest.mark.parametrize(
    "text",
    ["Ik wil niet meer leven.", "Ik denk niet aan zelfmoord.", "I do not want to die.", "IK WIL NIET MEER LEVEN"],
)
def test_alarms_are_kept_also_when_they_are_denied(text):
    assert "suicidal_thoughts" in dict(read_own_words(text).alarms)


def test_alarms_tell_each_signal_once_in_order():
    found = read_own_words("Ik wil niet meer leven. Ik wilde niet meer leven. Hij slaat mij.").alarms
    names = [name for name, _ in found]
    assert names == sorted(set(names))
    assert read_own_words("Ik houd van tuinieren.").alarms == ()


def test_a_very_long_story_is_read_to_the_end_of_what_is_kept():
    story = ("Ze hield van tuinieren. Op dinsdag is er schaken. " * 500)[:20_000]
    read = read_own_words(story)
    assert set(read.interests) == {"Ze hield van tuinieren."}


@pytest.mark.parametrize(
    "text",
    [
        "Vroeger deed ik van alles maar nu heb ik nergens zin in.",
        "Ik weet het niet, ik heb nergens zin in.",
        "Liefst niet te veel praten over gevoelens.",
        "Ik wil graag iets doen, maar niet zo veel praten over gevoelens.",
    ],
)
def test_having_no_answer_or_wanting_little_of_it_is_no_interest(text):
    assert interests(text) == ()


def test_what_is_named_besides_is_one():
    text = "Ik heb nergens zin in, misschien wil ik iets met honden."
    assert interests(text) == (text,)
    themes = query(own_words=text).wants[0].themes
    assert [default_reader().theme_ids[place] for place in themes.nonzero()[0]] == ["dogs"]


@pytest.mark.parametrize(
    "client", [{"interests": ["nergens zin in"]}, {"own_words": "Vroeger van alles, nu nergens zin in."}]
)
def test_no_answer_gets_choices_rather_than_a_course_for_low_mood(client):
    assert not query(**client).wants


@pytest.mark.parametrize(
    ("story", "is_alarm"),
    [
        ("Ik kan niet meer fietsen.", False),
        ("Ze kan niet meer zo goed horen.", False),
        ("Mijn man kan niet meer alleen blijven.", False),
        ("Lopen kan ik niet meer.", False),
        ("Ik kan niet meer.", True),
        ("Ik kan gewoon niet meer, zegt ze.", True),
        ("Ik kan het niet meer aan.", True),
        ("Hij kan niets meer.", True),
    ],
)
def test_what_someone_cannot_do_any_more_is_no_alarm_but_being_at_an_end_is(story, is_alarm):
    assert bool(read_own_words(story).alarms) is is_alarm


@pytest.mark.parametrize(
    ("story", "limit", "quoted"),
    [
        ("Ik drink niet meer.", "no_alcohol", "drink niet meer"),
        ("Ik werk in Ploegendienst.", "no_fixed_times", "Ploegendienst"),
        ("Nee, de Trap op gaat niet meer.", "no_stairs", None),
        ("Café? Ik drink  niet\tmeer, echt.", "no_alcohol", None),
    ],
)
def test_a_limit_is_quoted_in_the_words_in_which_it_was_said(story, limit, quoted):
    found = dict(read_own_words(story).limits)[limit]
    assert found in " ".join(story.split()) or found in story
    assert quoted in (None, found)


def test_of_a_dislike_that_is_a_limit_only_the_dislike_is_quoted():
    asked = query(dislikes=["Alcohol"])
    assert dict(asked.words.limits) == {"no_alcohol": "Alcohol"}


def test_a_complaint_may_name_a_limit():
    client = Client(reference="c", complaints=[{"term": "kan niet lang staan"}, {"term": "fatigue"}])
    assert dict(read_client(client).limits) == {"no_long_standing": "kan niet lang staan"}
    told = client.replaced(own_words="Ze kan niet lang staan.")
    assert len(read_client(told).limits) == 1


def test_a_phrase_with_a_break_in_it_is_two_sentences():
    assert sentences_of("zingen<br>wandelen") == ["zingen", "wandelen"]
    assert sentences_of(" zingen ") == ["zingen"]
    assert sentences_of(" ") == []


@pytest.mark.parametrize("said", ["." * 19_000, "… " * 9_000], ids=["dots", "pauses"])
def test_a_text_of_dots_is_cut_at_once(said):
    began = perf_counter()
    assert sentences_of(f"{said} Zingen. Lezen")[-1] == "Lezen"
    assert perf_counter() - began < 0.5  # letter by letter it took longer than a second


@pytest.mark.parametrize(
    ("story", "signal"),
    [
        ("Soms denk ik dat het voor iedereen beter is als ik er niet meer ben.", "suicidal_thoughts"),
        ("Ik ben er liever niet meer.", "suicidal_thoughts"),
        ("Ik heb pillen opgespaard.", "suicidal_thoughts"),
        ("Vorige maand heb ik een overdosis genomen.", "suicidal_thoughts"),
        ("Niemand zou me missen als ik er niet meer was.", "suicidal_thoughts"),
        ("Ik drink veel te veel.", "addiction"),
        ("De laatste tijd drink ik te veel.", "addiction"),
        ("Ik drink elke avond een fles wijn.", "addiction"),
        ("Mijn man wordt agressief als hij gedronken heeft.", "violence"),
        ("Ik durf niet meer naar huis vanwege mijn man.", "violence"),
        ("Mijn ex valt me nog steeds lastig, ik ben bang.", "violence"),
        ("Ik zit in de vrouwenopvang.", "violence"),
        ("Ik verblijf in een blijf-van-mijn-lijfhuis.", "violence"),
        ("Mijn ex mag niet weten waar ik ben.", "violence"),
        ("Ik heb al drie dagen niks gegeten want er is geen geld meer.", "debts"),
        ("Er is geen eten meer in huis.", "debts"),
        ("Soms denk ik: het hoeft voor mij niet meer.", "suicidal_thoughts"),
        ("Van mij hoeft het niet meer.", "suicidal_thoughts"),
        ("Ik wil echt niet meer leven.", "suicidal_thoughts"),
        ("Ik wou dat ik er niet meer was.", "suicidal_thoughts"),
        ("Ik zou er het liefst niet meer zijn.", "suicidal_thoughts"),
        ("Als ik morgen niet wakker word, vind ik het ook best.", "suicidal_thoughts"),
        ("Soms word ik zo kwaad dat ik mijn kind wil slaan.", "child_or_elder_abuse"),
        ("Sinds de bevalling huil ik alleen maar.", "severe_low_mood"),
        ("Ik ben bang dat ik mijn huis uit moet.", "housing"),
        ("Ik slaap in mijn auto.", "housing"),
        ("De stroom is afgesloten.", "debts"),
        ("Het heeft allemaal geen zin meer.", "suicidal_thoughts"),
        ("Ik zou het niet erg vinden als ik morgen niet wakker werd.", "suicidal_thoughts"),
        ("Laatst gaf hij me een duw.", "violence"),
        ("Mijn man bepaalt met wie ik omga.", "violence"),
        ("Laatst stond het gas nog aan.", "memory_decline"),
        ("Ik eet bijna niks.", "self_neglect"),
    ],
)
def test_alarms_as_people_say_them(story, signal):
    assert signal in dict(read_own_words(story).alarms)


@pytest.mark.parametrize(
    "story",
    [
        "Ik zag een film over een man die agressief wordt.",
        "Wie past er op de hond als ik er volgende week niet ben?",
        "Ik drink elke avond een kop thee.",
        "Ik wil meer water gaan drinken.",
        "Ik drink graag een glas wijn.",
        "Ik werk als vrijwilliger bij de vrouwenopvang.",
        "Ik heb vanochtend nog niks gegeten.",
    ],
)
def test_what_only_sounds_like_an_alarm(story):
    assert read_own_words(story).alarms == ()


@pytest.mark.parametrize(
    "story",
    [
        "Aan zingen heb ik een hekel.",
        "Bingo? Nee, dank je.",
        "Zingen? Alsjeblieft niet.",
        "Zingen? Nee hoor.",
        "Koor? Niks voor mij.",
        "Voor een koor ben ik te oud.",
        "Voetbal interesseert me geen bal.",
        "Sportschool is niks.",
        "Sportschool met harde muziek is niks",
    ],
)
def test_what_is_refused_is_neither_an_interest_nor_a_pastime(story):
    read = read_own_words(story)
    assert read.interests == read.pastimes == ()


@pytest.mark.parametrize(
    ("story", "theme"),
    [
        ("Sporten? Graag!", "gymnastics"),
        ("Zingen? Waarom niet!", "singing"),
        ("Bingo? Laat maar. Ik houd van zingen.", "singing"),
        ("Ik kook graag.", "cooking"),
        ("Ik luister graag naar oude liedjes.", "listening_music"),
    ],
)
def test_what_is_asked_and_answered_or_said_in_plain_words_is_a_wish(story, theme):
    named = [one for one in query(own_words=story).wants if one.kind == "own_words"]
    assert theme in {default_reader().theme_ids[place] for one in named for place in one.themes.nonzero()[0]}


def test_what_was_always_cooked_is_a_pastime():
    assert read_own_words("Ik kookte altijd voor het hele gezin.").pastimes
    assert not read_own_words("Mijn vrouw kookte altijd.").pastimes


@pytest.mark.parametrize(
    ("story", "limit"),
    [
        ("Ik wil geen groep.", "no_crowds"),
        ("Niet in een groep.", "no_crowds"),
        ("Ik houd niet van grote groepen.", "no_crowds"),
        ("Geen groepsgedoe.", "no_crowds"),
        ("Mijn knie is kapot.", "no_impact"),
        ("Ik moet om de haverklap naar de wc.", "needs_toilet"),
        ("'s Avonds ga ik de deur niet uit.", "no_evening"),
    ],
)
def test_limits_in_plain_words(story, limit):
    assert limit in limits(story)
    assert not {"no_crowds", "no_impact"} & limits("Er was geen groep meer vrij en mijn fiets is kapot.").keys()

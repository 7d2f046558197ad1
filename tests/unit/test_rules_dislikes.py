"""What a client wishes, so that a dislike beside it only weighs."""

import pytest

from making import catalogue, query
from wor_match.query.scene import Scene
from wor_match.rules.dislikes import DislikesRule, wished_themes


def test_the_themes_that_named_interests_are_clearly_about():
    assert wished_themes(query()) == frozenset()
    assert wished_themes(query(goals=["zingen"])) == frozenset()
    one, other = (wished_themes(query(interests=[wish])) for wish in ("zingen", "tuinieren"))
    assert "singing" in one
    assert "gardening" in other
    assert "singing" not in other
    assert wished_themes(query(interests=["zingen", "tuinieren"])) == one | other
    assert len(one | other) < 10


def verdict(dislike, **offer):
    scene = Scene(query(dislikes=[dislike]), catalogue(offer).all_rows)
    return int(DislikesRule().check(scene)[0])


@pytest.mark.parametrize(
    ("title", "dislike"),
    [
        ("LHBTI+ borrel 50 plus", "ouderensoos"),
        ("Computerles 65+", "ouderensoos"),
        ("Fietsen voor senioren", "bejaardensoos"),
        ("Zingen met 60-plussers", "ouderensoos"),
        ("Schilderen voor jongeren", "jongerengroep"),
        ("Zangmiddag voor senioren", "ouderensoos"),
    ],
)
def test_an_age_beside_a_pastime_is_not_what_it_is_about(title, dislike):
    assert verdict(dislike, title=title) > 0


@pytest.mark.parametrize(
    ("title", "dislike"),
    [
        ("Ouderensoos", "ouderensoos"),
        ("Ouderensoos met schilderen", "ouderensoos"),
        ("Seniorenclub: zingen", "ouderensoos"),
        ("Soos voor ouderen", "ouderensoos"),
        ("50 plus borrel", "ouderensoos"),
        ("Koffie voor 65+", "ouderensoos"),
        ("Koffie en bingo voor ouderen", "ouderensoos"),
        ("Jongerensoos met schilderen", "jongerengroep"),
        ("Computerles 65+", "computerles"),
        ("LHBTI+ borrel 50 plus", "roze borrel voor homo's"),
    ],
)
def test_what_is_a_meeting_by_age_or_about_the_dislike_is_still_left_out(title, dislike):
    assert verdict(dislike, title=title) < 0


def test_a_declared_theme_is_what_it_is_about_whatever_the_title_says():
    told = {"title": "Computerles 65+", "themes": ["digital_skills", "seniors_meeting"]}
    assert verdict("ouderensoos", **told) < 0


def outcome(title, dislikes, interests):
    scene = Scene(query(dislikes=dislikes, interests=interests), catalogue({"title": title}).all_rows)
    return int(DislikesRule().check(scene)[0])


@pytest.mark.parametrize(
    ("title", "is_out"),
    [("Duofietsen met een vrijwilliger", False), ("Fietsen in het bos", False), ("Driewielers voor iedereen", True)],
)
def test_one_sort_of_what_is_wished_leaves_out_that_sort_only(title, is_out):
    assert (outcome(title, ["driewieler"], ["fietsen"]) == -1) is is_out
    assert outcome(title, ["driewieler", "driewieler"], ["zingen"]) == -1
    assert outcome(title, ["fietsen"], ["fietsen"]) == -1


@pytest.mark.parametrize("title", ["Koor", "Zangkoor De Lijster"])
def test_who_sings_but_not_in_a_choir_gets_no_choir(title):
    assert outcome(title, ["koor"], ["zingen"]) == -1
    assert outcome("Samen zingen", ["koor"], ["zingen"]) > 0

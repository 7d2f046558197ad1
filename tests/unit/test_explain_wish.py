"""What a client would have to like for an activity to be in the list."""

import pytest

from wor_match import Catalogue, Matcher
from wor_match.testing import TODAY, a_client, an_activity
from wor_match.testing.conversation import check_why_not

CHESS = an_activity(id="chess", title="Schaakclub", description="Wij schaken elke week.", themes=["chess"])
CHOIR = an_activity(id="choir", title="Koor", description="Wij zingen elke week.", themes=["singing"])
PEERS = an_activity(id="peers", title="Xqz", description="Wat er is.", themes=["mental_peers"])
MATCHER = Matcher(Catalogue.from_activities([CHESS, CHOIR, PEERS]), as_of=TODAY)


def test_a_wish_brings_in_what_has_nothing_to_do_with_the_others():
    found = check_why_not(MATCHER, a_client(interests=["zingen"]), "chess")
    assert found.outcome == "below_floor"
    (way,) = found.ways
    (change,) = way.changes
    assert (change.code, dict(change.params), way.is_shown) == ("change.wish", {"theme": "chess"}, True)
    assert "De cliënt wil dit zelf graag: schaken en dammen. Dan staat het in de lijst." in found.to_text()
    assert "The client would like this themselves" in found.to_text(language="en")


@pytest.mark.parametrize(
    ("client", "asked", "theme"), [({"dislikes": ["schaken"]}, "chess", "chess"), ({}, "peers", "mental_peers")]
)
def test_what_is_disliked_or_about_distress_is_not_proposed_as_a_wish(client, asked, theme):
    found = check_why_not(MATCHER, a_client(interests=["zingen"], **client), asked)
    assert found.outcome != "shown"
    assert theme not in [change.params.get("theme") for way in found.ways for change in way.changes]

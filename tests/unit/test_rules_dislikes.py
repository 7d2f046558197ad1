"""What a client wishes, so that a dislike beside it only weighs."""

from making import query
from wor_match.rules.dislikes import wished_themes


def test_the_themes_that_named_interests_are_clearly_about():
    assert wished_themes(query()) == frozenset()
    assert wished_themes(query(goals=["zingen"])) == frozenset()
    one, other = (wished_themes(query(interests=[wish])) for wish in ("zingen", "tuinieren"))
    assert "singing" in one
    assert "gardening" in other
    assert "singing" not in other
    assert wished_themes(query(interests=["zingen", "tuinieren"])) == one | other
    assert len(one | other) < 10

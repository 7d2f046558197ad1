"""What a client would have to like for an activity to have to do with them: the only way in where no wish leads there.

It is put to the client as a question, never read into what they said.
"""

from __future__ import annotations

from collections.abc import Iterator

from wor_match.catalogue.catalogue import Catalogue
from wor_match.domain.change import Change
from wor_match.explain.discretion import may_name
from wor_match.explain.wording.labels import label
from wor_match.query.query import Query
from wor_match.text.themes import default_reader

#: The strength of a wish that is named as a plain yes, of 1 to 3.
_YES = 2
_MOST = 3
#: What an activity is only a little about is not why one would go there.
_CLEARLY = 0.5


def wishes(query: Query, catalogue: Catalogue, number: int) -> Iterator[Change]:
    """One more interest, for what an activity is clearly about; not what they dislike, nor health or distress."""
    ids, strengths = catalogue.words.themes_of(number)
    disliked = {int(one) for dislike in query.dislikes for one in dislike.themes.nonzero()[0]}
    names = default_reader().theme_ids
    about = sorted(zip((-strengths).tolist(), ids.tolist(), strict=True))
    told = [one for strength, one in about if -strength >= _CLEARLY and one not in disliked and may_name(names[one])]
    had = [one.model_dump(mode="json") for one in query.client.interests]
    for one in told[:_MOST]:
        theme = names[one]
        wish = {"phrase": label("theme", theme, "nl"), "themes": [theme], "strength": _YES}
        yield Change(code="change.wish", params={"theme": theme}, of="client", facts={"interests": [*had, wish]})

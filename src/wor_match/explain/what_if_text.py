"""What a small change opens up, in words. Without a row in the local table a text asks and promises nothing."""

from __future__ import annotations

from collections.abc import Iterator

from wor_match.domain.records import Record
from wor_match.domain.what_if import WhatIfFacts
from wor_match.explain.address import Address, addressing
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.told import Answers, told
from wor_match.explain.wording.table import Audience, Language

NOTHING = Record(code="what_if.nothing", params={})
STOPPED = Record(code="shortfall.stopped", params={})


class WhatIf(WhatIfFacts):
    """One or two changes and what they open up. With them applied, ``recommend`` gives just that."""

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """What it opens up, and how to come by it; without a known remedy whether there is one.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client no points, and nothing where it has to be asked first if they can do with it.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> found = Matcher(catalogue, as_of=SAMPLE_DATE).what_if(clients[5])
        >>> print(found[1].to_text())
        Ook vrij op dinsdagavond? Dan komt op de lijst: ‘Modelspoorclub De Wissel’. Van de lijst gaat dan:
        ‘Wij Samen 18-30’. Vraag of de cliënt dat wil en kan.
        """
        if audience == "client" and any(change.ask is not None for change in self.changes):
            return ""
        language = addressing(language, address, audience)
        return told(_sentences(self, language, audience), language, audience, address, between=" ")


class WhatIfs(Answers[WhatIf]):
    """Small changes that open something up, best first.

    Examples
    --------
    >>> stopped = WhatIfs(is_stopped=True)
    >>> stopped.to_json()
    '{"schema_version":"1.0","is_stopped":true,"found":[]}'
    >>> WhatIfs.from_json(stopped.to_json()) == stopped, WhatIfs() == stopped
    (True, False)
    """

    one = WhatIf

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """One point a change; one sentence when there is none.

        Examples
        --------
        >>> print(WhatIfs().to_text())
        Er is geen kleine verandering gevonden die iets nieuws op de lijst brengt.
        """
        points = [one.to_text(language=language, audience=audience, address=address) for one in self]
        if not any(points):
            only = STOPPED if self.is_stopped else NOTHING
            return told([sentence(only, language, audience, address)], language, audience, address)
        return "\n".join(f"- {text}" for text in points if text)


def _sentences(one: WhatIfFacts, language: Language, audience: Audience) -> Iterator[str]:
    yield sentence(one.summary, language, audience)
    if one.instead:
        yield phrase("what_if_instead", language, audience, moments=one.moments)
    if one.leaving:
        yield phrase("what_if_leaves", language, audience, titles=one.leaving)
    yield from (sentence(change.ask, language, audience) for change in one.changes if change.ask is not None)
    yield from (sentence(change.how, language, audience) for change in one.changes if change.how is not None)
    if any(change.how is None for change in one.changes):
        yield phrase("what_if_ask", language, audience)

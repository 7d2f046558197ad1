"""How sure an order is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from wor_match.domain.records import Record
from wor_match.domain.stability import StabilityFacts
from wor_match.explain.address import Address, addressing
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.told import told
from wor_match.explain.wording.table import Audience, Language, wording

#: A share below this is not worth a word.
_LEAST = 0.005
STOPPED = Record(code="shortfall.stopped", params={})


class Stability(StabilityFacts):
    """How sure the order by points is (variety, which comes after it, is left out)."""

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """One honest sentence, and for a coach what it rests on.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client the one sentence only.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> found = Matcher(catalogue, as_of=SAMPLE_DATE).stability(clients[8])
        >>> found.to_text(audience="client", address="je")
        'De eerste twee passen ongeveer even goed bij jou.'
        >>> print(found.to_text())
        De eerste twee zijn ongeveer even goed.
        Op punten staat ‘Gastvrouw/gastheer in het museum’ bovenaan, met daarna ‘Rondleiding op maat, kleine groep’.
        De eerste twee staan gelijk als ‘het tempo en hoe zwaar het is’ voor 15,7 van de 100 punten telt. Nu is dat 2.
        - ‘Rondleiding op maat, kleine groep’: in 99% van de keren op de lijst, in 43% bovenaan.
        ...
        """
        language = addressing(language, address, audience)
        first = sentence(self.summary, language, audience)
        rest = self._details(language) if audience == "coach" and self.leaders else ()
        return told([first, *rest], language, audience, address)

    def _details(self, language: Language) -> Iterator[str]:
        names = [one.title for one in self.leaders]
        yield phrase("stability_leaders", language, first=names[0], second="".join(names[1:]))
        if len(names) > 1:
            yield self._swap(language)
        leaders = {one.activity_id for one in self.leaders}
        for one in (
            each for place, each in enumerate(self.activities) if place < self.k or each.activity_id in leaders
        ):
            first = one.share_first if one.share_first >= _LEAST else None
            told_of = {"title": one.title, "in_top": one.share_in_top, "first": first}
            yield f"- {phrase('stability_activity', language, **told_of)}"
        yield phrase("stability_method", language, draws=self.draws)

    def _swap(self, language: Language) -> str:
        """The smallest change of one weight that makes the first two equal."""
        if not self.swaps:
            return phrase("stability_no_swap", language)
        one, number = self.swaps[0], wording(language).grammar.number
        if number(one.points_now) == number(one.points_then):
            return phrase("stability_swap_close", language, criterion=one.criterion)
        return phrase("stability_swap", language, criterion=one.criterion, now=one.points_now, then=one.points_then)

"""``wor-match recommend``: suggestions as text, as a page, as a leaflet or as JSON."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from wor_match.cli.read import clients, matcher
from wor_match.cli.write import as_json, exit_code, unusable, warn, write

if TYPE_CHECKING:
    from wor_match.advice import Advice

FORMATS = ("text", "json", "html", "leaflet")
#: A page is about one client.
_PAGES = ("html", "leaflet")


def recommend(chosen: argparse.Namespace) -> int:
    """Suggest for every client of the file."""
    from wor_match.advice import Advice

    if chosen.format == "json" and chosen.audience == "client":
        raise unusable("recommend", "--audience", "must be coach with --format json, which holds all there is")
    found = matcher(chosen)
    asked = clients(chosen.client)
    if chosen.format in _PAGES and len(asked) > 1:
        raise unusable("recommend", "--format", "must be text or json for several clients: a page is about one")
    advices = found.recommend_many([client for _, client in asked.good], chosen.k).advices
    good = [one for one in advices if isinstance(one, Advice)]
    for (number, _), one in zip(asked.good, advices, strict=True):
        if not isinstance(one, Advice):
            warn(f"{chosen.client}, client {number}: {one}")
    if good or chosen.format == "json":
        write(_written(good, asked.is_list, chosen), chosen.output)
    return exit_code(len(good), len(asked))


def _written(good: list[Advice], is_list: bool, chosen: argparse.Namespace) -> str:
    if chosen.format == "json":
        dumped = [one.model_dump(mode="json") for one in good]
        return as_json(dumped if is_list or not dumped else dumped[0])
    return "\n\n\n".join(_told(one, chosen) for one in good)


def _told(one: Advice, chosen: argparse.Namespace) -> str:
    if chosen.format == "leaflet":
        return one.leaflet(language=chosen.language, address=chosen.address)
    told = one.to_html if chosen.format == "html" else one.to_text
    return told(language=chosen.language, audience=chosen.audience, address=chosen.address)

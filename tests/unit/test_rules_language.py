"""Another shared language where fluent Dutch is asked as well."""

import pytest

from wor_match.catalogue.columns import UNKNOWN, YES
from wor_match.domain.client import Client
from wor_match.domain.offer import Language
from wor_match.rules.language import fits


@pytest.mark.parametrize(
    ("needed", "level", "verdict"),
    [("B2", "B1", UNKNOWN), ("B2", "B2", YES), ("B2", "C1", YES), ("B1", "A1", YES), ("B2", None, YES)],
)
def test_fluent_dutch_beside_a_shared_language(needed, level, verdict):
    offer = Language(languages=("nl", "tr"), dutch_level_needed=needed)
    assert fits(offer, Client(reference="c", languages=["tr"], dutch_level=level)) == verdict

"""Whether a provider who comes to people's homes comes to this one."""

import pytest

from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.rules.reach import serves


@pytest.mark.parametrize(
    ("area", "postcode", "municipality", "verdict"),
    [
        ((), "3434AB", "Nieuwegein", UNKNOWN),
        (("34",), None, None, UNKNOWN),
        (("34",), "3434 AB", None, YES),
        (("35",), "3434AB", None, NO),
        (("Nieuwegein",), None, "nieuwegein", YES),
        (("Utrecht",), None, "Nieuwegein", NO),
        (("34",), None, "Nieuwegein", UNKNOWN),
        (("Utrecht",), "3434AB", None, UNKNOWN),
        (("Utrecht", "34"), "3434AB", None, YES),
        (("Utrecht", "35"), "3434AB", "Nieuwegein", NO),
    ],
)
def test_an_area_is_postcodes_or_municipalities(area, postcode, municipality, verdict):
    assert serves(area, postcode, municipality) == verdict

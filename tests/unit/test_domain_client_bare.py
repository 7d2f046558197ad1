"""What a client tells may be given as bare words; what cannot be so is refused with its place."""

import pytest

from wor_match import Client, InputError


def test_bare_words_are_what_they_stand_for():
    bare = Client(
        reference="c", interests=["zingen"], dislikes=["bingo"], goals=["ritme"], complaints=["bad_sleep", "moe"],
        tried=["koor"], home="3434",
    )  # fmt: skip
    whole = Client(
        reference="c", interests=[{"phrase": "zingen"}], dislikes=[{"phrase": "bingo"}], goals=[{"phrase": "ritme"}],
        complaints=[{"term": "bad_sleep"}, {"term": "moe"}], tried=[{"what": "koor"}], home={"postcode": "3434"},
    )  # fmt: skip
    assert bare == whole
    assert Client.model_validate_json(bare.model_dump_json()) == bare


@pytest.mark.parametrize("field", ["interests", "complaints", "tried"])
def test_anything_else_is_refused_with_its_place_and_without_its_value(field):
    with pytest.raises(InputError) as error:
        Client(reference="c", **{field: [12345]})
    assert f"{field}[0]" in str(error.value)
    assert "12345" not in str(error.value)
    with pytest.raises(InputError, match=field):
        Client(reference="c", **{field: "slecht slapen"})

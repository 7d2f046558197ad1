"""What comes first is told to a client as calmly as the rest: no shouting, and not that there is something."""

from __future__ import annotations

import pytest

from making import matcher
from wor_match import Client


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Bespreek deze ideeën eerst met uw coach."),
        ("en", "Talk these ideas over with your coach first."),
    ],
)
def test_a_client_is_asked_to_talk_first_without_alarm(language: str, told: str) -> None:
    client = Client(reference="c-1", interests=["zingen"], safety=[{"signal": "debts"}])
    advice = matcher({"title": "Buurtkoor", "themes": ["singing"]}).recommend(client)
    text = advice.to_text(language=language, audience="client")
    assert told in " ".join(text.split())
    assert "!!" not in text
    assert 'class="banner"' not in advice.to_html(language=language, audience="client")
    assert "!!" in advice.to_text(language=language)

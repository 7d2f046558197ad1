"""Words from a directory or a client are never more than words."""

from __future__ import annotations

from datetime import date

import pytest

from html_page import Page
from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.explain.card.safe import esc, href, leading, linked

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>x()</script>",
    "<!-- --!><svg onload=x()>",
    "&lt;b&gt; &amp; <b>",
    "\u202egnp.exe\x00\x08\x1b[31m\u2028",
    "]]><![CDATA[<iframe src=//x>",
    "{interest} [deel] {0} %s",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_gets_out_of_its_place(text):
    offer = Activity(
        id=f"a{text}"[:200], title=f"Koor {text}", provider=f"Zangclub {text}",
        description=f"Zingen {text}", status="active",
        places=[{"name": text, "street": text, "town": text, "lat": 52.09, "lon": 5.12}],
        schedule={"rules": [{"weekday": "tue", "start": "10:00"}]},
        contact={"phone": f"030-1 {text}", "email": f"a@b.nl{text}", "url": f"https://b.nl/{text}", "name": text},
        parts=[{"title": f"Deel {text}"}],
        group={"residents_of": [text]},
    )  # fmt: skip
    other = offer.replaced(id="b", title=f"Zingen {text}", schedule={"rules": [{"weekday": "mon", "start": "20:00"}]})
    client = Client(
        reference=text[:200].replace("\x00", "") or "c",
        interests=[f"zingen {text}"],
        goals=[f"zingen {text}"],
        own_words=f"Ik houd van zingen {text}. Ik wil niet meer leven {text}.",
        home={"lat": 52.09, "lon": 5.12},
        availability=[{"weekday": "tue"}],
        safety=[{"signal": "debts"}],
    )
    advice = Matcher(Catalogue.from_activities([offer, other]), as_of=date(2026, 11, 23)).recommend(client)
    assert advice.suggestions
    pages = [
        advice.to_html(), advice.to_html(language="en"), advice.leaflet(), advice.leaflet(address="je"),
        advice._repr_html_(), advice.letter([offer.id], consent=True, style="html", to=text, sender=text),
    ]  # fmt: skip
    for made in pages:
        page = Page(made)
        assert page.wrong == []
        assert "script" not in page.tags
        assert "\u202e" not in made
        assert "\x00" not in made
        assert all(one.startswith(("https://", "http://", "mailto:", "tel:")) for one in page.hrefs)
    texts = [
        advice.to_text(), advice.to_text(audience="client"), advice.read_aloud(),
        advice.letter([offer.id], consent=True, to=text, sender=text),
    ]  # fmt: skip
    for told in texts:
        assert not {"\u202e", "\x00", "\x08", "\x1b", "\u2028"} & set(told)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " data:text/html,x", "vbscript:x", "file:///etc/passwd", "//x.nl",
        "https://", "http://<b>", "https://a b", "https://x.nl/\" onclick=\"y", "ftp://x.nl", "a@b", "a@b.nl?cc=c@d.nl",
        "mailto:a@b.nl", "tel:1", "12", "bel 112 of 113", "",
    ],
)  # fmt: skip
def test_what_is_not_a_plain_address_leads_nowhere(text):
    assert href(text) == ""


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("http://koor.nl", "http://koor.nl"),
        ("https://koor.nl:8443/a/b?c=d&e=f#g", "https://koor.nl:8443/a/b?c=d&e=f#g"),
        ("www.koor.nl/zingen", "https://www.koor.nl/zingen"),
        ("riet.de-vries+koor@koor.example", "mailto:riet.de-vries+koor@koor.example"),
        ("+31 (0)30 123 45 67", "tel:+310301234567"),
        ("113", "tel:113"),
    ],
)
def test_where_an_address_leads(text, target):
    assert href(text) == target


def test_links_are_escaped_and_stand_once():
    found = leading(["https://koor.nl/?a=1&b=2", "koor@koor.nl", "030-1 23 45"])
    told = linked("Kijk op https://koor.nl/?a=1&b=2 of bel  030-1 23 45. <b> 030-1 23 45", found)
    assert told == (
        ['Kijk op <a href="https://koor.nl/?a=1&amp;b=2">https://koor.nl/?a=1&amp;b=2</a> of bel ', ':030-1">x</a>'][0]
        + '<a href="tel:03012345">030-1 23 45</a>. &lt;b&gt; 030-1 23 45'
    )
    assert linked("2112 en 112-a", {"112": "tel:112"}) == "2112 en 112-a"


def test_unseen_characters_go():
    assert esc("a\u202eb\x07c\ufeff&") == "abc&amp;"

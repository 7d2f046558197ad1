"""A page taken apart, for tests: elements, attributes, headings, text; and complaints about its structure."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "img", "br", "hr"}
#: Of SVG; these close themselves.
DRAWN = {"rect", "path", "circle"}
TAGS = {
    "html", "head", "title", "style", "body", "header", "main", "footer", "section", "article", "details", "summary",
    "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dt", "dd", "div", "span", "strong", "a", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "defs", "pattern", *VOID, *DRAWN,
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "role", "scope", "style", "alt", "src",
    "aria-label", "aria-labelledby", "aria-hidden", "viewbox", "width", "height", "x", "y", "cx", "cy", "r", "d",
    "fill", "patternunits",
}  # fmt: skip


class Page(HTMLParser):
    """Reads a page; ``wrong`` lists what should not be there."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        self.text = " ".join(" ".join(self.texts).split())
        self.wrong += [f"not closed: {tag}" for tag in self.open]
        steps = zip([0, *self.levels], self.levels, strict=False)
        self.wrong += [f"heading skips from {before} to {after}" for before, after in steps if after > before + 1]
        self.wrong += [f"twice: {one}" for one in set(self.ids) if self.ids.count(one) > 1]
        self.wrong += [f"no such id: {one}" for one in self.named if one not in self.ids]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in TAGS:
            self.wrong.append(f"tag {tag}")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
        if tag not in VOID | DRAWN:
            self.open.append(tag)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            self.wrong.append(f"attribute {name} of {tag}")
        if name == "id":
            self.ids.append(value)
        if name == "aria-labelledby":
            self.named.append(value)
        if name == "href":
            self.hrefs.append(value)
        if name == "aria-label":
            self.texts.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID | DRAWN:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"closed out of turn: {tag}")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.texts.append(data)

"""Turn what a directory stores as a description into plain text."""

import html
import re
import unicodedata

from wor_match.domain.visible import JOINERS, well_joined

LIMIT = 20_000
"""Characters that are read; a longer text is a pasted document and tells nothing more."""

# Each repair can lay bare another one (``&amp;lt;``), so they are repeated until nothing changes.
_ROUNDS = 4

_ESCAPED_BREAK = re.compile(r"\\r\\n|\\[nr]")
_LINE_END = re.compile(r"\r\n?")
# The text inside these is code, not prose. ``[^<]`` keeps the search linear.
_CODE = re.compile(r"<(script|style)\b[^<]*</\1\s*>", re.IGNORECASE)
_BLOCK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article|blockquote))\b[^<>]{0,300}>", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>|<![^<>]{0,300}>", re.IGNORECASE)
_TAG_NAME = re.compile(r"<([a-z][a-z0-9:-]*)(?=[\s/>])", re.IGNORECASE)
_ADDRESS = re.compile(r"<(?:https?://[^\s<>\"']+|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
_ELEMENTS = frozenset(
    {
        "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont",
        "bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
        "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl",
        "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "g",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input",
        "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "math", "menu", "meta",
        "meter", "nav", "nobr", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "path",
        "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "slot",
        "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
        "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var",
        "video", "wbr", "xml",
    }
)  # fmt: skip
_MARKUP = re.compile(r"[<&]")
_NOT_PLAIN = re.compile(r"[<&\\]|  ")
_SPACES = re.compile(r" {2,}")
_BLANK_LINES = re.compile(r" ?\n[ \n]*")


class _Characters(dict[int, str | None]):
    """Replacement per character, filled as characters are met: odd spaces to a space, invisible ones away."""

    def __missing__(self, code: int) -> str | None:
        self[code] = replacement = _replacement(chr(code))
        return replacement


def _replacement(character: str) -> str | None:
    """Return what stands for one character in plain text; None removes it."""
    if character in "\n\x0b\x0c\x85\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if character in JOINERS:  # whether they join something is seen when all is clean
        return character
    if category == "Co":  # bullets of office fonts live in the private-use area
        return "\n"
    return None if category in {"Cc", "Cf", "Cs"} else character


_CHARACTERS = _Characters()


def is_cut(text: str) -> bool:
    """Return whether `clean` reads only the beginning of this text.

    Examples
    --------
    >>> is_cut("kort")
    False
    """
    return len(text) > LIMIT


def clean(text: str) -> str:
    r"""Return the text as a person would read it: no markup, no invisible characters, single spaces.

    Joiners stay where they join something, as in Persian words and emoji of several people.

    Parameters
    ----------
    text : str of any length; characters after `LIMIT` are not read.

    Returns
    -------
    str : at most `LIMIT` characters; blocks of the source stand on lines of their own.

    Notes
    -----
    Entities may be escaped twice, as in the Amsterdam feeds. ``clean(clean(x)) == clean(x)``.
    Cost: O(characters), and constant beyond the limit.

    Examples
    --------
    >>> clean("Samen &amp;lt;b&amp;gt;koken&amp;lt;/b&amp;gt;<br />in&nbsp;&nbsp;de buurt\\nElke week")
    'Samen koken\nin de buurt\nElke week'
    """
    if _is_plain(text):
        return text.strip()
    plain = _once(text[:LIMIT])
    for _ in range(_ROUNDS):
        again = _once(plain)
        if again == plain:
            return plain
        plain = again
    # Nested deeper than any honest text: take the markup characters away, so that nothing is left to decode.
    return _once(_MARKUP.sub(" ", plain).replace("\\", " "))


def _is_plain(text: str) -> bool:
    """Return whether there is nothing to repair, as in most short texts."""
    if len(text) > LIMIT or not text.isprintable() or _NOT_PLAIN.search(text):
        return False
    return unicodedata.is_normalized("NFC", text)


def readable(text: str) -> str:
    """The text without markup and at most as long as is read; most texts are so already.

    >>> readable("Samen &amp;lt;b&amp;gt;koken"), len(readable("a" * (LIMIT + 1))) == LIMIT
    ('Samen koken', True)
    """
    return clean(text) if is_cut(text) or "<" in text or "&" in text or "\\" in text else text


def plain(text: str) -> str:
    """The text cleaned where it holds anything to clean; one that is longer than is read stays as it was given.

    >>> plain("Samen &amp;lt;b&amp;gt;koken"), plain("a  b"), len(plain("<b>" * LIMIT))
    ('Samen koken', 'a  b', 60000)
    """
    return text if is_cut(text) or _holds_no_markup(text) else clean(text)


def one_line(text: str) -> str:
    """The same on one line.

    >>> one_line("Koor<br>in de wijk")
    'Koor in de wijk'
    """
    if is_cut(text) or (_holds_no_markup(text) and "\n" not in text):
        return text
    return " ".join(clean(text).split())


def name_line(text: str) -> str:
    """The same of what must have a name; nothing but markup is refused."""
    if text and not (found := one_line(text)):
        raise ValueError("must say something besides spaces and markup")
    return found if text else text


def _holds_no_markup(text: str) -> bool:
    return not ("<" in text or "&" in text or "\\" in text) and text.replace("\n", "").isprintable()


def _once(text: str) -> str:
    """Apply every repair one time."""
    text = _ESCAPED_BREAK.sub("\n", html.unescape(html.unescape(text)))
    text = _LINE_END.sub("\n", text.replace("\\t", " "))
    if "<" in text:
        text = _TAG.sub(_without_tag, _BLOCK.sub("\n", _CODE.sub(" ", text)))
    text = unicodedata.normalize("NFC", well_joined(text.translate(_CHARACTERS)))
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", text))[:LIMIT].strip()


def _without_tag(match: re.Match[str]) -> str:
    """A space for a tag; what only stands between such brackets ("Jan <jan@x.nl>") loses them."""
    text = match[0]
    if _ADDRESS.fullmatch(text):
        return f" {text[1:-1]} "
    name = _TAG_NAME.match(text)
    is_words = name is not None and name[1].lower() not in _ELEMENTS and not re.search(r"[=:-]", text)
    return f" {text[1:-1]} " if is_words else " "

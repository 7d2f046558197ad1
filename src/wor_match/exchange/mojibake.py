"""Text that was decoded wrongly before it reached us: "cafÃ©", "itâ€™s", "GÇô"."""

from __future__ import annotations

import re

# Only pairs that no language writes: É» may end a French quotation, Ã© cannot.
_BROKEN = re.compile(
    r"[ÂÃ][\x80-\xbf\u0152-\u0161\u017d\u017e\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[^\s\w]?[œ]?"
)
#: UTF-8 shown as DOS code page 437, of which a later export lost the Greek capital gamma.
_DOS = {
    "GÇô": "–", "GÇö": "—", "GÇÖ": "’", "GÇÿ": "‘", "GÇ£": "“", "GÇ¥": "”", "GÇó": "•", "GÇª": "…",
    "ΓÇô": "–", "ΓÇö": "—", "ΓÇÖ": "’", "ΓÇÿ": "‘", "ΓÇ£": "“", "ΓÇ¥": "”", "ΓÇó": "•", "ΓÇª": "…",
}  # fmt: skip
_DOS_BROKEN = re.compile("|".join(map(re.escape, _DOS)))


def mended(text: str) -> str:
    """The text with wrongly decoded characters as they were meant; the same text if there are none.

    Examples
    --------
    >>> mended("cafÃ© â€“ 9:00GÇô17:00"), mended("CAFÉ»")
    ('café – 9:00–17:00', 'CAFÉ»')
    """
    if "Ç" in text:
        text = _DOS_BROKEN.sub(lambda match: _DOS[match[0]], text)
    if "Ã" in text or "Â" in text or "â€" in text:
        text = _BROKEN.sub(_decoded, text)
    return text


def _decoded(match: re.Match[str]) -> str:
    raw = bytearray()
    for sign in match[0]:
        try:
            raw += sign.encode("cp1252")
        except UnicodeEncodeError:
            if ord(sign) > 255:
                return match[0]
            raw.append(ord(sign))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]

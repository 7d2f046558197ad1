"""Take the accents off letters."""

import unicodedata


class _Folded(dict[int, str]):
    """Each character without its accents, filled as characters are met; never changes the length."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = folded = base if base.isascii() else chr(code)
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return the text without accents, of the same length, so that positions stay valid.

    Examples
    --------
    >>> fold("café, reünie, één")
    'cafe, reunie, een'
    """
    return text if text.isascii() else text.translate(_FOLDED)

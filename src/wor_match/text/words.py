"""Cut a text into clauses and words."""

import re
import unicodedata

# A clause ends where a negation can no longer reach: "geen pijn, wel moe".
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]\n…•·|–—]+")
# "'s avonds", "'t huis": the clipped article says nothing. Otherwise letters and digits, apostrophes inside.
_WORD = re.compile(r"(?<!\w)['’‘´`][stnm]\b|([^\W_]+(?:['’‘´`][^\W_]+)*\+?)")
_APOSTROPHE = re.compile(r"['’‘´`]")
_SPECIAL = re.compile(r"['’‘´`+]")  # without any of these words are plain
_SHORT_NOT = {"can": "can", "ca": "can", "wo": "will", "sha": "shall"}

_LONGEST_CLAUSE = 40
_LONGEST_WORD = 40
_PLAIN = re.compile(rf"([^\W_]{{1,{_LONGEST_WORD}}})[^\W_]*")
#: Between the sentences of prose: after the mark that ends one, or a new line.
SENTENCE_BREAK = re.compile(r"(?<=[.!?;])\s+|\n+")


def clauses(text: str) -> list[list[str]]:
    """Return the words of each clause: what stands between two marks of punctuation.

    Examples
    --------
    >>> clauses("Geen koor, wel foto's!")
    [['geen', 'koor'], ['wel', 'foto']]
    """
    lowered = (text if text.isascii() else unicodedata.normalize("NFC", text)).lower()
    words_in = _special_words if _SPECIAL.search(lowered) else _PLAIN.findall
    found = [clause for piece in _CLAUSE_END.split(lowered) if (clause := words_in(piece))]
    return _in_pieces(found) if max(map(len, found), default=0) > _LONGEST_CLAUSE else found


def _in_pieces(several: list[list[str]]) -> list[list[str]]:
    """A clause of hundreds of words is no prose; in pieces, reading stays linear in the text."""
    steps = [(clause, at) for clause in several for at in range(0, len(clause), _LONGEST_CLAUSE)]
    return [clause[at : at + _LONGEST_CLAUSE] for clause, at in steps]


def _special_words(piece: str) -> list[str]:
    """Return the words of what stands between two marks, some of which have an apostrophe or a plus."""
    return [word[:_LONGEST_WORD] for part in _WORD.findall(piece) if part for word in _whole(part)]


def words(text: str) -> list[str]:
    """Return the lower-cased words of a text; a hyphen separates, an apostrophe ending falls off.

    Examples
    --------
    >>> words("'s Avonds koffie-inloop met foto's van 50-plussers")
    ['avonds', 'koffie', 'inloop', 'met', 'foto', 'van', '50', 'plussers']
    >>> words("I don't sing")
    ['i', 'do', 'not', 'sing']
    """
    return [word for clause in clauses(text) for word in clause]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each of ``words(text)`` stands in the text.

    Examples
    --------
    >>> [text[begin:end] for text in ["Ik DON'T, foto's"] for begin, end in word_spans(text)]
    ['Ik', "DON'T", "DON'T", "foto's"]
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a Turkish capital I with a dot becomes two characters
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if not _SPECIAL.search(lowered):
        return [match.span() for match in _PLAIN.finditer(lowered)]
    return [match.span(1) for match in _WORD.finditer(lowered) if match[1] for _ in _whole(match[1])]


def _whole(part: str) -> tuple[str, ...]:
    """Return the word or words behind one written form: foto's, zo'n, don't, o'clock, 55+."""
    if part.isalnum():
        return (part,)
    if part.endswith("+"):
        # "55+" says an age, "lhbti+" or "c++" nothing more than the letters.
        return (part,) if part[:-1].isdigit() else _whole(part[:-1])
    base, *endings = _APOSTROPHE.split(part)
    if endings and endings[-1] == "t" and base.endswith("n"):
        verb = base.removesuffix("n")
        return (_SHORT_NOT.get(verb, verb), "not")
    return (base,) if len(base) > 1 else (base + "".join(endings),)

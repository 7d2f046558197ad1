"""Open a file and tell by its content what it is; a file that is not what it says is a FormatError."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from wor_match.errors import FormatError, Problem
from wor_match.exchange.mojibake import mended

_EXPECTED = "must be CSV, Excel (.xlsx), JSON, or a folder or zip of HSDS tables"
#: A national directory is far below this; more, or packed this tightly, is no directory.
_LARGEST = 500_000_000
_TIGHTEST = 200
#: So much of a name is said of what turns out to be no path, but perhaps a file's content.
_NAME = 100
#: Without these a package tells nothing; any other table may be missing or unreadable.
CORE_TABLES = frozenset({"services", "service", "organizations", "organization"})
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"PAR1", b"SQLite", b"\x7fELF")


@dataclass(frozen=True)
class Content:
    """What a file holds: text, a workbook's bytes, or the tables of a package by name.

    Parameters
    ----------
    name : str
        Of the file, without its folder.
    text : str, optional
        Of a text file.
    workbook : bytes, optional
        Of an Excel file.
    tables : mapping of str to str
        Text of each CSV of a package, by its name without ``.csv``.
    is_guessed, is_mended : bool
        The text was not UTF-8; it held characters that had been decoded wrongly before.
    unread : tuple of str
        Tables of a package that could not be read.
    """

    name: str
    text: str | None = None
    workbook: bytes | None = None
    tables: Mapping[str, str] = field(default_factory=dict)
    is_guessed: bool = False
    is_mended: bool = False
    unread: tuple[str, ...] = ()


def refuse(name: str, code: str, must_be: str = _EXPECTED) -> NoReturn:
    """Refuse a file by name.

    Raises
    ------
    FormatError
        Always.
    """
    raise FormatError(name, [Problem("(file)", code, must_be)])


def open_content(path: Path) -> Content:
    """Read a file or folder.

    Raises
    ------
    FormatError
        If it is missing, empty, or nothing that can be read; it names the file and what was expected.
    """
    name = path.name or str(path)
    if str(path) == ".":
        refuse("(no path)", "not_found", "must be the path of a file or folder; this one is empty")
    if is_folder(path):
        return _package(name, {str(file.relative_to(path)): file.read_bytes() for file in _csv_files(path)})
    try:
        is_stream = path.exists() and not path.is_file()
        data = b"" if is_stream else path.read_bytes()
    except (OSError, ValueError):  # ValueError: a null byte in the path
        refuse(name[:_NAME], "not_found", "must be a file or folder that exists and can be read")
    if is_stream:  # a pipe would never end
        refuse(name[:_NAME], "not_a_file", "must be a file or folder, and no pipe or device")
    return content_of(name, data)


def is_folder(path: Path) -> bool:
    """Whether a path is that of a folder; one that cannot be a path at all is none.

    >>> is_folder(Path("a" * 5000))
    False
    """
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def content_of(name: str, data: bytes) -> Content:
    """Tell what bytes are, by what they are and not by the file's name.

    Examples
    --------
    >>> content_of("a.json", b"titel;kosten").text
    'titel;kosten'
    >>> content_of("a.csv", b"%PDF-1.7")
    Traceback (most recent call last):
    ...
    wor_match.errors.FormatError: a.csv: 1 problem
      (file): must be CSV, Excel (.xlsx), JSON, or a folder or zip of HSDS tables [is_binary]
    """
    if not data.strip():
        refuse(name, "empty", "must not be empty")
    if data.startswith(b"PK\x03\x04"):
        return _zip(name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        refuse(name, "old_excel", "is Excel of before 2007; save it as .xlsx or CSV")
    text, is_guessed = decoded(name, data)
    if not text.strip():
        refuse(name, "empty", "must not be empty")
    if text.lstrip()[:1] == "<":
        refuse(name, "is_markup", f"is HTML or XML; {_EXPECTED}")
    whole = mended(text)
    return Content(name, text=whole, is_guessed=is_guessed, is_mended=whole != text)


def decoded(name: str, data: bytes) -> tuple[str, bool]:
    """Text of bytes: UTF-8, UTF-16, else Windows-1252; and whether that was guessed.

    Examples
    --------
    >>> decoded("a.csv", "caf\u00e9".encode("cp1252"))
    ('café', True)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), False
    if half := _utf_16_without_mark(data[:400]):
        return data.decode(half, errors="replace"), True
    if data.startswith(_BINARY) or b"\x00" in data[:8192]:
        refuse(name, "is_binary")
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    control = sum(byte < 32 and byte not in (9, 10, 13) for byte in data[:4096])
    if control > len(data[:4096]) // 50:
        refuse(name, "is_binary")
    return data.decode("cp1252", errors="replace"), True


def _utf_16_without_mark(data: bytes) -> str:
    """Which UTF-16 it is, where every second byte is empty as in Latin letters; empty if it is none."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        empty, told = data[start::2], data[1 - start :: 2]
        if len(empty) >= 8 and empty.count(0) > 0.9 * len(empty) and told.count(0) == 0:
            return encoding
    return ""


def _zip(name: str, data: bytes) -> Content:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
            if unpacked > _LARGEST or unpacked > max(_TIGHTEST * len(data), 10_000_000):
                refuse(name, "too_large", "must unpack to less than 500 MB, and to at most 200 times its size")
            if "xl/workbook.xml" in archive.namelist():
                return Content(name, workbook=data)
            wanted = [item for item in archive.infolist() if item.filename.lower().endswith(".csv")]
            files = {item.filename: _member(archive, item) for item in wanted}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error):
        refuse(name, "broken_zip", "must be a whole zip or Excel file without a password")
    return _package(name, files)


def _member(archive: zipfile.ZipFile, item: zipfile.ZipInfo) -> bytes | None:
    """One file of a zip; None when just this one is broken or locked, and the rest can be read without it."""
    try:
        return archive.read(item)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error):
        if Path(item.filename).stem.lower() in CORE_TABLES:
            raise
        return None


def _text_of(path: str, data: bytes | None) -> tuple[str, bool] | None:
    """The text of one table; None when it cannot be read and the package can do without it."""
    try:
        return None if data is None else decoded(path, data)
    except FormatError:
        if Path(path).stem.lower() in CORE_TABLES:
            raise
        return None


def _package(name: str, files: Mapping[str, bytes | None]) -> Content:
    tables: dict[str, str] = {}
    unread: list[str] = []
    is_guessed = is_mended = False
    for path in sorted(files):
        data = files[path]
        if (data is None or data.strip()) and not path.startswith("__MACOSX"):
            table = Path(path).stem.lower()
            if table in tables:
                refuse(name, "double_table", f"must hold each table once; {table}.csv stands in it twice")
            read = _text_of(path, data)
            if read is None:
                unread.append(table)
                continue
            text, guessed = read
            whole = tables[table] = mended(text)
            is_guessed |= guessed
            is_mended |= whole != text
    if "services" not in tables:
        refuse(name, "no_services", "must hold a table services.csv (HSDS)")
    return Content(name, tables=tables, is_guessed=is_guessed, is_mended=is_mended, unread=tuple(unread))


def _csv_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".csv" and file.is_file())

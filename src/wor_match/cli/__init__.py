"""The command line: a demo, recommending, the conversation, checking a directory, and the JSON schemas.

Exit codes: 0 all went well, 1 problems were found, 2 the input cannot be used. Messages name the field and the
record, never what a client's field holds.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from wor_match.cli.options import parser
from wor_match.cli.write import OK, UNUSABLE, write_utf8
from wor_match.errors import WorMatchError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    write_utf8()
    try:
        chosen = parser().parse_args(arguments)
    except SystemExit as stopped:  # argparse has told what is wrong, or printed the help
        return stopped.code if isinstance(stopped.code, int) else UNUSABLE
    try:
        return int(chosen.run(chosen))
    except WorMatchError as error:
        print(f"wor-match: {error}", file=sys.stderr)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        sys.stderr.close()
        return OK
    return UNUSABLE

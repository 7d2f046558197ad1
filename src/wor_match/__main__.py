"""``python -m wor_match`` is the command line."""

import sys

from wor_match.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""Runs the desk: ``python -m ui``."""

import sys

from ui.app import main

if __name__ == "__main__":
    sys.exit(main())

"""Where the frozen console program begins."""

import sys

from kwaicompare.__main__ import main

if __name__ == "__main__":
    sys.exit(main())

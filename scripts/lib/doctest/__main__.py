"""`nn -m doctest FILE…` tests the examples of modules and texts."""

import sys

from doctest import _main

sys.exit(_main())

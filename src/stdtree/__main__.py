"""`python -m stdtree`: the same as the command `stdtree`."""

import sys

from stdtree.cli.main import main

sys.exit(main())

"""Draw docs/pictures/: what docs/concepts.md shows, from the sample, in both languages.

python tools/draw_pictures.py           draws what is stale
python tools/draw_pictures.py --check   draws nothing; exit 1 if something is stale
"""

from __future__ import annotations

import sys

from pages import DOCS, SUFFIXES, keep
from pictures import correspondence, lineage, release, saving, system

from stdtree.label import LANGUAGES

PICTURES = (system, release, lineage, correspondence, saving)


if __name__ == "__main__":
    sys.exit(
        keep(
            {
                DOCS / "pictures" / f"{name}{SUFFIXES[language]}.svg": drawn.picture(language)
                for drawn in PICTURES
                for name in [drawn.__name__.rpartition(".")[2]]
                for language in LANGUAGES
            }
        )
    )

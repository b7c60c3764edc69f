"""The usual form of a text: NFC, and plain forms of what only typesetting tells apart.

NFKC would go too far: it turns full-width punctuation, ①, ㎡ and superscripts into others.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_WIDE = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
_NARROW = "[\uff61-\uff9f\uffa0-\uffdc]+"
_RADICALS = "[\u2f00-\u2fd5\u2e9f\u2ef3]"
_LIGATURES = "[\ufb00-\ufb06]"
_COMPATIBLE = re.compile(f"{_WIDE}|{_NARROW}|{_RADICALS}|{_LIGATURES}")


def usual(text: str) -> str:
    """The text with wide letters and digits, narrow kana, radicals and ligatures in plain form."""
    plain = _COMPATIBLE.sub(lambda found: normalize("NFKC", found[0]), text)
    return normalize("NFC", plain.translate(_PARTS))


_PARTS = str.maketrans(
    "⺅⺉⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺞⺠⺡⺢⺣⺤⺦⺨⺫⺭⺯⺱⺲⺹⺺⺾⺿⻀⻁⻂⻃⻄⻅⻈⻉⻋⻌⻍⻏⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻤⻥⻨⻩⻫⻬⻭⻮⻯⻰⻲",
    "亻刂兀尣尢巳幺彑忄扌攵旡歺民氵氺灬爫丬犭罒礻糹罓罒耂肀艹艹艹虎衤覀西见讠贝车辶辶阝钅長镸长门阝青韦页风飞食飠饣马鬼鱼麦黄斉齐歯齿竜龙亀",
)
"""Parts of characters (CJK Radicals Supplement) with the characters that they look like, from
`confusables.txt` of Unicode UTS #39 (15.1, Unicode licence V3): PDF gives ⻚ for 页.
"""

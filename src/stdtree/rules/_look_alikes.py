"""Characters that look alike: two texts with one `skeleton` can hardly be told apart.

Letters and kana from `confusables.txt` of Unicode UTS #39 (15.1, Unicode licence V3), as far as
they occur in titles: Greek, Cyrillic, Armenian and Latin letters like ASCII ones, kana like Chinese
characters. Added are Chinese characters that are often taken for each other (形近字).
"""

from __future__ import annotations

import re
import unicodedata

_ALIKE = """
aɑαа bƄЬ cϲс dԁ eеҽ fք gƍɡց hһհ iıɩɪιіӏ jϳј lƖǀ nոռ oοσоօ pρϱр qԛգզ rг sƽѕ uʋυս vνѵ wɯѡԝա xх
yɣʏγуү AΑА BΒВ CϹС EΕЕ FϜ GԌ HΗН IΙІӀ JͿЈ KΚК MΜϺМ NΝ OΟОՕ PΡР RƦ SЅՏ TΤТ UՍ VѴ WԜ XΧХ YΥϒУҮ ZΖ
一ー 二ニ 八ハ 力カ刀 卜ト 口ロ囗 夕タ 工エ へヘ 人入 土士 未末 日曰 己已巳 戊戌戍 千干 大太 天夭
晴睛 侯候 拔拨 汩汨 祇衹 茶荼 崇祟 券卷 壁璧 辨辩辫 徒徙 梁粱 密蜜 像象
"""
"""What a character stands for, followed by what looks like it."""
_TABLE = {ord(other): group[0] for group in _ALIKE.split() for other in group[1:]}
MARKED = re.compile(f"[{''.join(map(chr, _TABLE))}]")
"""What two titles that look alike differ by: at least one of them holds such a character."""


def plain(text: str) -> str:
    """The text as readers see it: width and capitals do not count."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def skeleton(text: str) -> str:
    """One spelling for all texts that look like this one."""
    return plain(unicodedata.normalize("NFKC", text).translate(_TABLE))

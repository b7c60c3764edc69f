"""Prefixes of Chinese standard numbers: which industries and places issue standards.

Facts that change: an industry code is approved or given up now and then. What is missing here is
therefore a warning (`unknown-prefix`), never an error.
"""

from __future__ import annotations

from collections.abc import Mapping

INDUSTRIES: Mapping[str, str] = {
    "AQ": "安全生产",
    "BB": "包装",
    "CB": "船舶",
    "CH": "测绘",
    "CJ": "城镇建设",
    "CY": "新闻出版",
    "DA": "档案",
    "DB": "地震",
    "DL": "电力",
    "DZ": "地质矿产",
    "EJ": "核工业",
    "FZ": "纺织",
    "GA": "公共安全",
    "GH": "供销",
    "GM": "密码",
    "GY": "广播电影电视",
    "HB": "航空",
    "HG": "化工",
    "HJ": "环境保护",
    "HS": "海关",
    "HY": "海洋",
    "JB": "机械",
    "JC": "建材",
    "JG": "建筑工业",
    "JR": "金融",
    "JT": "交通",
    "JY": "教育",
    "LB": "旅游",
    "LD": "劳动和劳动安全",
    "LS": "粮食",
    "LY": "林业",
    "MH": "民用航空",
    "MT": "煤炭",
    "MZ": "民政",
    "NY": "农业",
    "QB": "轻工",
    "QC": "汽车",
    "QJ": "航天",
    "QX": "气象",
    "SB": "国内贸易",
    "SC": "水产",
    "SH": "石油化工",
    "SJ": "电子",
    "SL": "水利",
    "SN": "商检",
    "SY": "石油天然气",
    "TB": "铁道",
    "TD": "土地管理",
    "TJ": "铁道交通",
    "TY": "体育",
    "WB": "物资管理",
    "WH": "文化",
    "WJ": "兵工民品",
    "WM": "外经贸",
    "WS": "卫生",
    "WW": "文物保护",
    "XB": "稀土",
    "YB": "黑色冶金",
    "YC": "烟草",
    "YD": "通信",
    "YS": "有色冶金",
    "YY": "医药",
    "YZ": "邮政",
    "ZY": "中医药",
    "DY": "电影",
    "RB": "认证认可",
    "NB": "能源",
    "SF": "司法行政",
    "YJ": "应急管理",
    "XF": "消防救援",
    "GC": "国家物资储备",
}
"""Industry codes (行业标准代号) and what they stand for.

The lists of metanorma/gb-agencies and relaton-gb, and codes seen in use since.
"""

PROVINCES: Mapping[str, str] = {
    "11": "北京市",
    "12": "天津市",
    "13": "河北省",
    "14": "山西省",
    "15": "内蒙古自治区",
    "21": "辽宁省",
    "22": "吉林省",
    "23": "黑龙江省",
    "31": "上海市",
    "32": "江苏省",
    "33": "浙江省",
    "34": "安徽省",
    "35": "福建省",
    "36": "江西省",
    "37": "山东省",
    "41": "河南省",
    "42": "湖北省",
    "43": "湖南省",
    "44": "广东省",
    "45": "广西壮族自治区",
    "46": "海南省",
    "50": "重庆市",
    "51": "四川省",
    "52": "贵州省",
    "53": "云南省",
    "54": "西藏自治区",
    "61": "陕西省",
    "62": "甘肃省",
    "63": "青海省",
    "64": "宁夏回族自治区",
    "65": "新疆维吾尔自治区",
    "71": "台湾省",
    "81": "香港特别行政区",
    "82": "澳门特别行政区",
}
"""Provinces that issue local standards (地方标准), by the first two digits of GB/T 2260."""

PREFECTURES: Mapping[str, str] = {
    "13": "01 02 03 04 05 06 07 08 09 10 11",
    "14": "01 02 03 04 05 06 07 08 09 10 11",
    "15": "01 02 03 04 05 06 07 08 09 22 25 29",
    "21": "01 02 03 04 05 06 07 08 09 10 11 12 13 14",
    "22": "01 02 03 04 05 06 07 08 24",
    "23": "01 02 03 04 05 06 07 08 09 10 11 12 27",
    "32": "01 02 03 04 05 06 07 08 09 10 11 12 13",
    "33": "01 02 03 04 05 06 07 08 09 10 11",
    "34": "01 02 03 04 05 06 07 08 10 11 12 13 15 16 17 18",
    "35": "01 02 03 04 05 06 07 08 09",
    "36": "01 02 03 04 05 06 07 08 09 10 11",
    "37": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17",
    "41": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17",
    "42": "01 02 03 05 06 07 08 09 10 11 12 13 28",
    "43": "01 02 03 04 05 06 07 08 09 10 11 12 13 31",
    "44": "01 02 03 04 05 06 07 08 09 12 13 14 15 16 17 18 19 20 51 52 53",
    "45": "01 02 03 04 05 06 07 08 09 10 11 12 13 14",
    "46": "01 02 03 04",
    "51": "01 03 04 05 06 07 08 09 10 11 13 14 15 16 17 18 19 20 32 33 34",
    "52": "01 02 03 04 05 06 23 26 27",
    "53": "01 03 04 05 06 07 08 09 23 25 26 28 29 31 33 34",
    "54": "01 02 03 04 05 21 22 23 24 25 26",
    "61": "01 02 03 04 05 06 07 08 09 10",
    "62": "01 02 03 04 05 06 07 08 09 10 11 12 29 30",
    "63": "01 02 22 23 25 26 27 28",
    "64": "01 02 03 04 05",
    "65": "01 02 04 05 21 22 23 27 28 29 30 31 32 40 42 43",
}
"""Third and fourth digit of the prefectures of each province (GB/T 2260, year ends 2013–2016)."""


def is_industry(code: str) -> bool:
    """Whether an industry code is known: JB; engineering construction adds a J: JGJ."""
    return code in INDUSTRIES or (code.endswith("J") and code[:-1] in INDUSTRIES)


def is_local(area: str) -> bool:
    """Whether a place issues local standards: a province (11) or a prefecture (3206)."""
    province, prefecture = area[:2], area[2:]
    if not prefecture:
        return province in PROVINCES
    return prefecture in PREFECTURES.get(province, "").split()

"""Japanese numbers: figures with 万, 億 and 兆, and the common characters."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator

JAPANESE = Language(
    code="ja",
    telltale="の は を に が で と も た し て い る 円 約 年",
    numbers={
        0: "零|〇", 1: "一", 2: "二", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九",
    },
    scales={
        4: "万", 8: "億", 12: "兆", 3: "千", 2: "百", 1: "十",
    },
    point="点",
    minus="マイナス",
    denominators={
        2: "半",
    },
    fraction_link="分の",
    before={
        Comparator.ABOUT: "約|およそ|おおよそ", Comparator.AT_LEAST: "少なくとも|最低", Comparator.AT_MOST: "最大|最高", Comparator.NEARLY: "ほぼ",
        Comparator.EXACT: "わずか|計|合計",
    },
    after={
        Comparator.AT_LEAST: "以上", Comparator.AT_MOST: "以下", Comparator.LESS_THAN: "未満|弱", Comparator.MORE_THAN: "超|余り|強",
        Comparator.ABOUT: "程度|前後|ほど",
    },
    range_to="から",
    percent="%|パーセント",
    percentage_point="ポイント|%ポイント",
    times="倍|回",
    currencies={
        "JPY": "円", "USD": "ドル|米ドル", "EUR": "ユーロ", "CNY": "元|人民元", "GBP": "ポンド", "KRW": "ウォン", "CHF": "スイスフラン", "CAD": "カナダドル",
        "AUD": "豪ドル|オーストラリアドル", "HKD": "香港ドル", "INR": "ルピー", "RUB": "ルーブル",
    },
    subunits={
        "USD 0.01": "セント", "JPY 0.01": "銭",
    },
    units={
        "m": "メートル", "cm": "センチ|センチメートル", "mm": "ミリ|ミリメートル", "km": "キロ|キロメートル", "kg": "キログラム", "g": "グラム", "t": "トン", "m2": "平方メートル",
        "km2": "平方キロ|平方キロメートル", "ha": "ヘクタール", "l": "リットル", "s": "秒", "min": "分", "h": "時間", "day": "日|日間", "week": "週間",
        "month": "か月|カ月|ヶ月|ヵ月", "year": "年|年間|歳", "Cel": "度", "W": "ワット", "kW": "キロワット", "bbl": "バレル", "mi": "マイル", "ft": "フィート",
        "in": "インチ",
    },
    per="/",
    stops="の|は|を|に|が|で|と|も",
    noun="first",
)  # fmt: skip

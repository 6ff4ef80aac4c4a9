"""Chinese numbers: figures with 万 and 亿, and the common characters."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator

CHINESE = Language(
    code="zh",
    telltale="的 是 在 了 和 年 有 为 中 国 人 万 亿 超 过 约 达 到 与 个",
    numbers={
        0: "零|〇", 1: "一", 2: "二|两|兩", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九",
    },
    scales={
        4: "万|萬", 8: "亿|億", 12: "兆|万亿|萬億", 3: "千", 2: "百", 1: "十",
    },
    joiners="零|〇",
    point="点|點",
    minus="负|負",
    denominators={
        2: "半",
    },
    fraction_link="分之",
    before={
        Comparator.MORE_THAN: "超过|超過|多于|高于|大于|逾|超", Comparator.AT_LEAST: "至少|不少于|不低于|最少", Comparator.LESS_THAN: "不到|不足|少于|低于|小于|未满",
        Comparator.AT_MOST: "最多|不超过|至多|不超過", Comparator.ABOUT: "约|約|大约|大約|约为|左右|大概|约合", Comparator.NEARLY: "近|接近|将近|將近|几乎",
        Comparator.EXACT: "仅|只有|仅有|共|总计|達|达",
    },
    after={
        Comparator.MORE_THAN: "多|余|餘", Comparator.ABOUT: "左右|上下", Comparator.AT_LEAST: "以上", Comparator.AT_MOST: "以下",
    },
    range_to="至|到",
    percent="%",
    percentage_point="个百分点|百分点|個百分點",
    basis_point="个基点|基点",
    times="倍|次",
    currencies={
        "CNY": "元|人民币|块|圆", "USD": "美元|美金", "EUR": "欧元|歐元", "JPY": "日元|日圆", "GBP": "英镑|英鎊", "HKD": "港元|港币", "KRW": "韩元", "TWD": "新台币|台币",
        "INR": "卢比", "RUB": "卢布", "CHF": "瑞士法郎", "CAD": "加元|加拿大元", "AUD": "澳元",
    },
    subunits={
        "CNY 0.1": "角|毛", "CNY 0.01": "分钱",
    },
    units={
        "m": "米", "cm": "厘米|公分", "mm": "毫米", "km": "公里|千米", "kg": "公斤|千克", "g": "克", "t": "吨|噸", "m2": "平方米", "km2": "平方公里|平方千米",
        "ha": "公顷", "m3": "立方米", "l": "升", "s": "秒", "min": "分钟|分鐘", "h": "小时|小時|个小时", "day": "天|日", "week": "周|星期|个星期", "month": "个月|個月",
        "year": "年|岁|歲", "Cel": "摄氏度|度", "kW": "千瓦", "MW": "兆瓦", "kWh": "千瓦时|度电", "bbl": "桶", "km/h": "公里每小时|公里/小时", "mi": "英里",
        "ft": "英尺", "in": "英寸",
    },
    per="每|/",
    stops="的|是|在|了|和|有|为|与|及|，|。",
    noun="first",
)  # fmt: skip

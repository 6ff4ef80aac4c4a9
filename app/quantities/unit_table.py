"""Units as data: code, family, factor to the family's base, exact; symbols as they are printed (case matters).

Factors are those of the SI brochure and NIST SP 811; calendar years and months are the Gregorian means (365.2425 days).
"""

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: `factor` times a value (plus `offset`, for temperatures) gives the family's base unit."""

    code: str
    family: str
    factor: Decimal
    symbols: tuple[str, ...]
    offset: Decimal = Decimal(0)


# code | family | factor | symbols
_TABLE = """
nm|length|1e-9|nm
um|length|1e-6|μm
pm|length|1e-12|pm
mm|length|0.001|mm ㎜
cm|length|0.01|cm ㎝
dm|length|0.1|dm
m|length|1|m
hm|length|100|hm
km|length|1000|km ㎞ Km KM км 公里 千米
in|length|0.0254|in. ″
ft|length|0.3048|ft ft. ′
yd|length|0.9144|yd yds yd.
mi|length|1609.344|mi mi.
nmi|length|1852|nmi
au|length|149597870700|AU
ly|length|9460730472580800|ly
pc|length|30856775814913673|pc
ug|mass|1e-9|μg mcg ug
mg|mass|1e-6|mg ㎎
g|mass|0.001|g gr gm
kg|mass|1|kg kgs ㎏ Kg KG кг 公斤
t|mass|1000|t тонн 吨
kt|mass|1000000|kt
Mt|mass|1000000000|Mt
Gt|mass|1000000000000|Gt
oz|mass|0.028349523125|oz oz.
lb|mass|0.45359237|lb lbs lb. lbs.
st|mass|6.35029318|stone
ton_us|mass|907.18474|
ton_uk|mass|1016.0469088|
ct|mass|0.0002|ct
dr|mass|0.0017718451953125|
cwt|mass|50.80234544|cwt
mm2|area|1e-6|mm2 mm² mm^2
cm2|area|1e-4|cm2 cm² cm^2
m2|area|1|m2 m² m^2 ㎡ qm sqm 平方米
ha|area|10000|ha
km2|area|1000000|km2 km² km^2 ㎢ sqkm
in2|area|0.00064516|in2 in²
ft2|area|0.09290304|ft2 ft² sqft
yd2|area|0.83612736|yd2 yd²
acre|area|4046.8564224|ac
mi2|area|2589988.110336|mi2 mi²
ul|volume|1e-6|μl μL
ml|volume|0.001|ml mL ㎖
cl|volume|0.01|cl cL
dl|volume|0.1|dl dL
l|volume|1|l L
hl|volume|100|hl hL
cm3|volume|0.001|cm3 cm³ cc ccm
m3|volume|1000|m3 m³ cbm
hm3|volume|1000000000|hm3 hm³
km3|volume|1000000000000|km3 km³
ft3|volume|28.316846592|ft3 ft³
gal|volume|3.785411784|gal gal.
gal_uk|volume|4.54609|
qt|volume|0.946352946|qt
pt|volume|0.473176473|
cup|volume|0.2365882365|
fl_oz|volume|0.0295735295625|
tbsp|volume|0.01478676478125|tbsp
tsp|volume|0.00492892159375|tsp
bbl|volume|158.987294928|bbl bbls
acre_ft|volume|1233481.83754752|
ns|duration|1e-9|ns
us|duration|1e-6|μs
ms|duration|0.001|ms
s|duration|1|s sec secs sec. 秒
min|duration|60|min mins min. мин 分钟
h|duration|3600|h hr hrs hr. hrs. 小时
day|duration|86400|天
week|duration|604800|wk wks 周
month|duration|2629746|mo mos 个月
year|duration|31556952|yr yrs yr. yrs.
K|temperature|1|
km/h|speed|0.2777777777777777777777777778|km/h kmh kph km·h⁻¹ км/ч
m/s|speed|1|m/s
mi/h|speed|0.44704|mph mi/h
kn|speed|0.5144444444444444444444444444|kn
ft/s|speed|0.3048|ft/s
J|energy|1|J
kJ|energy|1000|kJ
MJ|energy|1000000|MJ
GJ|energy|1000000000|GJ
TJ|energy|1000000000000|TJ
PJ|energy|1000000000000000|PJ
EJ|energy|1000000000000000000|EJ
cal|energy|4.184|cal
kcal|energy|4184|kcal
Wh|energy|3600|Wh
kWh|energy|3600000|kWh KWh kwh
MWh|energy|3600000000|MWh
GWh|energy|3600000000000|GWh
TWh|energy|3600000000000000|TWh
eV|energy|1.602176634e-19|eV
BTU|energy|1055.05585262|BTU Btu
mW|power|0.001|mW
W|power|1|W
kW|power|1000|kW
MW|power|1000000|MW
GW|power|1000000000|GW
TW|power|1000000000000|TW
hp|power|745.6998715822702|hp bhp
PS|power|735.49875|PS
bit|data|0.125|
kbit|data|125|kbit Kbit
Mbit|data|125000|Mbit Mb
Gbit|data|125000000|Gbit Gb
B|data|1|
kB|data|1000|kB KB
MB|data|1000000|MB
GB|data|1000000000|GB
TB|data|1000000000000|TB
PB|data|1000000000000000|PB
EB|data|1000000000000000000|EB
ZB|data|1000000000000000000000|ZB
KiB|data|1024|KiB
MiB|data|1048576|MiB
GiB|data|1073741824|GiB
TiB|data|1099511627776|TiB
kbit/s|data_rate|125|kbps kbit/s
Mbit/s|data_rate|125000|Mbps Mbit/s Mb/s
Gbit/s|data_rate|125000000|Gbps Gbit/s Gb/s
Pa|pressure|1|Pa
hPa|pressure|100|hPa
kPa|pressure|1000|kPa
MPa|pressure|1000000|MPa
bar|pressure|100000|
mbar|pressure|100|mbar
psi|pressure|6894.757293168|psi
atm|pressure|101325|atm
mmHg|pressure|133.322387415|mmHg
Hz|frequency|1|Hz
kHz|frequency|1000|kHz
MHz|frequency|1000000|MHz
GHz|frequency|1000000000|GHz
THz|frequency|1000000000000|THz
rpm|frequency|0.0166666666666666666666666667|rpm
V|voltage|1|V
mV|voltage|0.001|mV
kV|voltage|1000|kV
A|current|1|
mA|current|0.001|mA
Ah|charge|3600|Ah
mAh|charge|3.6|mAh
N|force|1|N
kN|force|1000|kN
Nm|torque|1|Nm N·m N⋅m
ohm|resistance|1|Ω
deg|angle|1|°
rad|angle|57.295779513082320876798154814|rad
turn|angle|360|
arcmin|angle|0.0166666666666666666666666667|
mol|amount|1|mol
mmol|amount|0.001|mmol
umol|amount|0.000001|μmol
nmol|amount|1e-9|nmol
IU|dose|1|IU
mSv|radiation|0.001|mSv
uSv|radiation|0.000001|μSv
Sv|radiation|1|Sv
Gy|absorbed|1|Gy
Bq|activity|1|Bq
dB|level|1|dB dBA
px|pixels|1|px
MP|pixels|1000000|MP
lm|light|1|lm
ppm|fraction|1e-6|ppm
ppb|fraction|1e-9|ppb
per_mille|fraction|0.001|‰
pH|acidity|1|
"""

_TEMPERATURES = (
    Unit("Cel", "temperature", Decimal(1), ("°C", "℃", "° C", "ºC", "º C"), Decimal("273.15")),
    Unit("[degF]", "temperature", Decimal(5) / Decimal(9), ("°F", "℉", "° F", "ºF", "º F"), Decimal("255.3722222222222222222222222")),
)


def _rows() -> tuple[Unit, ...]:
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return tuple(Unit(code, family, Decimal(factor), tuple(symbols.split())) for code, family, factor, symbols in rows)


UNITS: dict[str, Unit] = {unit.code: unit for unit in (*_rows(), *_TEMPERATURES)}

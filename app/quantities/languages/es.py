"""Spanish numbers. Decimal marks differ by country, so the language alone never makes a guess sure."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

SPANISH = Language(
    code="es",
    telltale="el la los las de que y en un una por con para del se al es son más como su sus lo está fue ha han según pero este esta entre "
    "desde también unos cerca",
    decimal_mark=",",
    mixed_marks=True,
    numbers={
        0: "cero", 1: "uno|un|una", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve",
        10: "diez", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciséis|dieciseis", 17: "diecisiete",
        18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiuno|veintiún|veintiun|veintiuna", 22: "veintidós|veintidos",
        23: "veintitrés|veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiséis|veintiseis", 27: "veintisiete",
        28: "veintiocho", 29: "veintinueve", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta",
        90: "noventa", 100: "cien|ciento", 200: "doscientos|doscientas", 300: "trescientos|trescientas",
        400: "cuatrocientos|cuatrocientas", 500: "quinientos|quinientas", 600: "seiscientos|seiscientas", 700: "setecientos|setecientas",
        800: "ochocientos|ochocientas", 900: "novecientos|novecientas",
    },
    scales={
        3: "mil", 5: "lakh|lakhs", 7: "crore|crores", 6: "millón|millones|millon", 9: "millardo|millardos", 12: "billón|billones|billon",
        18: "trillón|trillones|trillon",
    },
    short_scales={
        6: "mill|mill.|mdd|mm", 9: "mm",
    },
    dozens={
        12: "docena|docenas|dz|doz|dozs", 10: "decena", 20: "veintena", 15: "quincena", 100: "centenar|centena", 1000: "millar",
    },
    joiners="y",
    glued=True,
    glue="i",
    point="coma|punto|con",
    minus="menos|negativo",
    articles="un|una",
    half_adjectives="medio|media|medios",
    denominators={
        2: "medio|media|medios|mitad", 3: "tercio|tercios|tercera parte", 4: "cuarto|cuartos|cuarta parte",
        5: "quinto|quintos|quinta|quintas|quinta parte", 6: "sexto|sextos|sexta parte", 7: "séptimo|séptimos|septimos",
        8: "octavo|octavos", 9: "noveno|novenos", 10: "décimo|décimos|decimo|decimos|décima parte|décimas",
        100: "centésimo|centésimos|centesimo|centesimos|centésimas|centesima", 1000: "milésimo|milésimos|milesimo|milesimos|milésimas",
        1000000: "millonésimo|millonésimos|millonesimo|millonesimos|millonésimas",
        1000000000000: "billonésimo|billonésimos|billonesimo|billonesimos|billonesimas|billonésimas",
    },
    denominator_endings="avo|avos|ava|avas|ésimo|ésimos|esimo|esimos|ésima|ésimas|esima|esimas",
    share_in="de",
    share_over="sobre",
    share_out_of="de cada|por cada|entre|entre cada",
    ordinals={
        1: "primer|primero|primera|primeros|primeras", 2: "segundo|segunda|segundos", 3: "tercer|tercero|tercera", 4: "cuarto|cuarta",
        5: "quinto|quinta", 6: "sexto|sexta", 7: "séptimo|séptima", 8: "octavo|octava", 9: "noveno|novena", 10: "décimo|décima",
        11: "undécimo|undécima", 12: "duodécimo|duodécima", 20: "vigésimo|vigésima", 100: "centésimo|centésima",
    },
    ordinal_suffixes="º|ª|er|ero|era|o|a|°",
    every="cada",
    vague={
        (20, 99): "decenas de|decenas", (24, 99): "docenas de|docenas", (100, 999): "cientos de|cientos|centenares de|centenares",
        (1000, 9999): "miles de|miles|millares de", (10000, 99999): "decenas de miles de|decenas de miles",
        (100000, 999999): "cientos de miles de|cientos de miles|centenares de miles de", (1000000, 9999999): "millones de|millones",
        (10000000, 99999999): "decenas de millones de|decenas de millones",
        (100000000, 999999999): "cientos de millones de|cientos de millones|centenares de millones de",
        (1000000000, 9999999999): "miles de millones de|miles de millones",
        (10000000000, 99999999999): "decenas de miles de millones de|decenas de miles de millones",
        (100000000000, 999999999999): "cientos de miles de millones de|cientos de miles de millones",
    },
    countless="varios|varias|algunos|algunas|muchos|muchas|pocos|numerosos",
    before={
        Comparator.MORE_THAN: "más de|más que|mas de|superior a|superiores a|por encima de|supera|superó|superan|superaron|superando"
        "|mayor que|mayor a|mayores de|excede|sobrepasa|arriba de|por encima del|más del|mayor de",
        Comparator.AT_LEAST: "al menos|por lo menos|como mínimo|no menos de|un mínimo de|mínimo|cuando menos|mayor o igual a"
        "|mayor o igual que|a partir de",
        Comparator.LESS_THAN: "menos de|menos que|inferior a|inferiores a|por debajo de|menor que|menor a|menores de|debajo de|menos del"
        "|por debajo del|menor de",
        Comparator.AT_MOST: "como máximo|a lo sumo|hasta|no más de|máximo|un máximo de|a lo más|menor o igual a|menor o igual que",
        Comparator.ABOUT: "unos|unas|alrededor de|aproximadamente|cerca de|en torno a|más o menos|aprox.|aprox|sobre|hacia|del orden de"
        "|rondando|alrededor del|en torno al|cerca del|un estimado de|estimados",
        Comparator.NEARLY: "casi|prácticamente|poco menos de|apenas por debajo de|cerca de los|próximo a",
        Comparator.EXACTLY: "exactamente|precisamente|igual a",
        Comparator.EXACT: "solo|sólo|solamente|tan solo|apenas|únicamente|un total de|en total|total de",
    },
    after={
        Comparator.AT_LEAST: "o más|y más|o mas|como mínimo|por lo menos|al menos|o mayores|+|en adelante",
        Comparator.AT_MOST: "o menos|y menos|como máximo|a lo sumo",
        Comparator.ABOUT: "aproximadamente|más o menos|o así|y pico|y tantos",
    },
    softeners="muy|un poco|ligeramente|bastante|mucho|tan|solo|sólo|incluso|ya",
    between_articles="el|la|los|las|un|una|del|al",
    between="entre",
    range_from="de|desde|entre",
    range_to="a|hasta|al",
    range_and="y|e",
    range_or="o|u",
    percent="%|por ciento|por cien|porciento|porcentaje|por cientos",
    percentage_point="punto porcentual|puntos porcentuales|puntos de porcentaje",
    basis_point="punto básico|puntos básicos|puntos base|punto base",
    index_point="punto|puntos",
    multiples={
        200: "duplicado|duplicó|duplicaron|duplica|duplican|duplicar|duplicarse|duplicando",
        300: "triplicado|triplicó|triplicaron|triplica|triplicar", 400: "cuadruplicado|cuadruplicó|cuadruplicaron",
        500: "quintuplicado|quintuplicó",
    },
    multiples_if={
        200: "doble|el doble", 300: "triple|el triple", 400: "cuádruple|el cuádruple",
    },
    times="veces|vez|×|x",
    times_ratio="más|menos|mayor|menor|superior|inferior|de|que|el|la|los|las|su",
    magnitude="orden de magnitud|órdenes de magnitud",
    all_but="todos menos|todas menos|todos excepto",
    rank_second_to="solo por detrás de|sólo por detrás de|solo superado por|solo superada por|sólo superado por",
    superlatives="más alto|más alta|más bajo|más baja|más grande|mayor|menor|mejor|peor",
    superlative_scope="de todos los|de todas las|de la historia|jamás registrado|jamás registrada",
    rank_nouns="lugar|puesto|posición|plaza",
    currencies={
        "EUR": "euro|euros|eur",
        "USD": "dólar estadounidense|dólares estadounidenses|dólares de eeuu|dólares de estados unidos|dólar americano"
        "|dólares americanos|usd|dólares usd",
        "GBP": "libra esterlina|libras esterlinas|libras británicas|gbp", "JPY": "yen|yenes|yenes japoneses",
        "CNY": "yuan|yuanes|yuan chino|renminbi", "CHF": "franco suizo|francos suizos|chf", "CAD": "dólar canadiense|dólares canadienses",
        "AUD": "dólar australiano|dólares australianos", "NZD": "dólar neozelandés|dólares neozelandeses",
        "HKD": "dólar de hong kong|dólares de hong kong", "MXN": "peso mexicano|pesos mexicanos|mxn|mxn $",
        "ARS": "peso argentino|pesos argentinos", "CLP": "peso chileno|pesos chilenos", "COP": "peso colombiano|pesos colombianos",
        "UYU": "peso uruguayo|pesos uruguayos", "CUP": "peso cubano|pesos cubanos", "PEN": "sol|soles|nuevos soles",
        "BOB": "boliviano|bolivianos", "PYG": "guaraní|guaraníes", "VES": "bolívar|bolívares", "CRC": "colón|colones",
        "GTQ": "quetzal|quetzales", "HNL": "lempira|lempiras", "NIO": "córdoba|córdobas",
        "BRL": "real brasileño|reales brasileños|reales", "INR": "rupia india|rupias indias", "RUB": "rublo|rublos",
        "TRY": "lira turca|liras turcas", "SEK": "corona sueca|coronas suecas", "NOK": "corona noruega|coronas noruegas",
        "DKK": "corona danesa|coronas danesas", "KRW": "won|wones", "ESP": "peseta|pesetas", "FRF": "franco francés|francos franceses",
        "DEM": "marco alemán|marcos alemanes|marcos", "FIM": "marco finlandés|marcos finlandeses",
        "NLG": "florín neerlandés|florines neerlandeses|florines", "ITL": "liras italianas", "ZAR": "rand|rands", "PLN": "zloty|eslotis",
        "MAD": "dirham marroquí|dirhams", "BTC": "bitcoin|bitcoines|bitcoins",
    },
    shared_currencies={
        "$": "dólar|dólares|dolar|dolares|de dólares", "rupee": "rupia|rupias", "franc": "franco|francos", "peso": "peso|pesos",
        "crown": "corona|coronas", "dinar": "dinar|dinares", "rial": "rial|riales", "pound": "libra|libras",
    },
    subunits={
        "USD 0.01": "centavo|centavos", "EUR 0.01": "céntimo|céntimos|centimos|centimo", "GBP 0.01": "penique|peniques",
    },
    units={
        "mm": "milímetro|milímetros", "cm": "centímetro|centímetros", "dm": "decímetro|decímetros", "m": "metro|metros",
        "km": "kilómetro|kilómetros|kilometros", "in": "pulgada|pulgadas", "ft": "pie|pies", "yd": "yarda|yardas", "mi": "milla|millas",
        "nmi": "milla náutica|millas náuticas", "um": "micrómetro|micrómetros|micra|micras", "nm": "nanómetro|nanómetros",
        "ly": "año luz|años luz", "ug": "microgramo|microgramos", "mg": "miligramo|miligramos", "g": "gramo|gramos",
        "kg": "kilogramo|kilogramos|kilo|kilos", "t": "tonelada|toneladas|tonelada métrica|toneladas métricas|t.métrica|toneladas",
        "oz": "onza|onzas", "cm2": "centímetro cuadrado|centímetros cuadrados", "m2": "metro cuadrado|metros cuadrados",
        "ha": "hectárea|hectáreas", "km2": "kilómetro cuadrado|kilómetros cuadrados", "ft2": "pie cuadrado|pies cuadrados",
        "mi2": "milla cuadrada|millas cuadradas", "acre": "acre|acres", "ml": "mililitro|mililitros", "cl": "centilitro|centilitros",
        "l": "litro|litros", "hl": "hectolitro|hectolitros", "cm3": "centímetro cúbico|centímetros cúbicos|c.c.",
        "m3": "metro cúbico|metros cúbicos", "km3": "kilómetros cúbicos", "ft3": "pie cúbico|pies cúbicos", "gal": "galón|galones",
        "bbl": "barril|barriles", "tsp": "cucharadita|cucharaditas", "tbsp": "cucharada|cucharadas", "cup": "taza|tazas",
        "ms": "milisegundo|milisegundos", "s": "segundo|segundos", "min": "minuto|minutos", "h": "hora|horas", "day": "día|días|dia|dias",
        "week": "semana|semanas", "month": "mes|meses", "year": "año|años", "decade": "década|décadas|decenio|decenios",
        "century": "siglo|siglos", "millennium": "milenio|milenios",
        "Cel": "grado celsius|grados celsius|grado centígrado|grados centígrados|grados c",
        "[degF]": "grado fahrenheit|grados fahrenheit", "K": "kelvin",
        "km/h": "kilómetro por hora|kilómetros por hora|km por hora|kilómetros a la hora", "m/s": "metro por segundo|metros por segundo",
        "mi/h": "milla por hora|millas por hora", "kn": "nudo|nudos", "J": "julio|julios", "cal": "caloría|calorías",
        "kcal": "kilocaloría|kilocalorías", "kWh": "kilovatio hora|kilovatios hora", "MWh": "megavatio hora|megavatios hora",
        "GWh": "gigavatio hora|gigavatios hora", "TWh": "teravatio hora|teravatios hora", "W": "vatio|vatios|watt|watts",
        "kW": "kilovatio|kilovatios", "MW": "megavatio|megavatios", "GW": "gigavatio|gigavatios", "hp": "caballos de fuerza|caballos",
        "bit": "bit|bits", "B": "byte|bytes", "kB": "kilobyte|kilobytes", "MB": "megabyte|megabytes|megas",
        "GB": "gigabyte|gigabytes|gigas", "TB": "terabyte|terabytes", "Hz": "hercio|hercios", "MHz": "megahercio|megahercios",
        "GHz": "gigahercio|gigahercios", "V": "voltio|voltios", "A": "amperio|amperios", "deg": "grado|grados", "rad": "radián|radianes",
        "turn": "vuelta|vueltas", "dB": "decibelio|decibelios|decibeles", "lb": "libra|libras",
    },
    below_zero="bajo cero",
    per="por|al|a la|cada|/|el|la|a",
    per_adverbs={
        "day": "al día|por día|diario|diarios|diaria|diarias|diariamente", "week": "a la semana|por semana|semanal|semanales",
        "month": "al mes|por mes|mensual|mensuales|mensualmente", "year": "al año|por año|anual|anuales|anualmente|a el año",
        "hour": "la hora|por hora|a la hora", "each": "cada uno|cada una",
    },
    months=(
        "enero|ene.", "febrero|feb.", "marzo|mar.", "abril|abr.", "mayo", "junio|jun.", "julio|jul.", "agosto|ago.",
        "septiembre|setiembre|sept.|sep.", "octubre|oct.", "noviembre|nov.", "diciembre|dic.",
    ),
    weekdays="lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    times_of={
        TimeRole.SINCE: "desde|desde el año", TimeRole.BY: "para|para el año|antes de finales de|para finales de",
        TimeRole.AS_OF: "a fecha de|a|al cierre de|a finales de", TimeRole.FROM: "desde el|a partir de", TimeRole.UNTIL: "hasta|hasta el",
        TimeRole.IN: "en|el|durante|en el año|de|en el|a principios de|a mediados de", TimeRole.AFTER: "después de|tras|después del",
        TimeRole.BEFORE: "antes de|antes del",
    },
    date_links="de|del|el",
    early_late="principios de|mediados de|finales de|comienzos de|inicios de|fines de|año|el año|verano de|invierno de|otoño de"
    "|primavera de|principios del",
    fiscal="año fiscal|ejercicio|ejercicio fiscal|año presupuestario",
    quarters="trimestre",
    halves="semestre",
    clock="horas gmt|a.m.|p.m.|am|pm",
    year_before="en|desde|hasta|año|de|antes|después|tras|durante|principios|mediados|finales|©|para",
    determiners="el|la|los|las|del|al|este|esta|de",
    rise="aumentó|aumentaron|aumenta|aumentan|aumentado|aumento|subió|subieron|sube|subido|subida|creció|crecieron|crece|crecido"
    "|crecimiento|incrementó|incrementaron|incremento|ganó|ganaron|alza|repunte|repuntó|avanzó|más|pasó|pasaron|elevó|elevaron|escaló"
    "|trepó|aumentar|adicionales|incrementado",
    fall="cayó|cayeron|cae|caen|caído|caída|bajó|bajaron|baja|bajado|disminuyó|disminuyeron|disminución|descendió|descendieron|descenso"
    "|redujo|redujeron|reducido|reducción|perdió|perdieron|pérdida|retroceso|retrocedió|menos|recortó|recorte|desplomó|recortar|reducir"
    "|contrajo|contracción",
    by="un|en|en un|de",
    to="a|al|hasta|alcanzó|alcanzar|alcanzando",
    from_="de|del|desde",
    name_words="sección|artículo|artículos|art.|capítulo|cap.|figura|fig.|tabla|cuadro|página|páginas|pág.|p.|pp.|tomo|volumen|vol."
    "|versión|parte|apartado|párrafo|anexo|ruta|carretera|línea|canal|boeing|airbus|covid|apolo|windows|iphone|tipo|fase|nivel|etapa"
    "|paso|fórmula|grupo|sala|puerta|episodio|temporada|lección|isbn|iso|nota|problema|pregunta|ley|decreto|resolución|momento|top",
    numbering="n.º|nº|n°|no.|núm.|número|num.|#|№|t +",
    idioms="en primer lugar|en primer término|en segundo lugar|en tercer lugar|uno de|una de|uno de los|una de las|un día|una vez"
    "|por un lado|por una parte|una vez más|una a una|uno a uno|uno mismo|la una|el uno|cada uno|cada una|una y otra|de una|una sola"
    "|un solo|otro|un poco",
    one="un|una|uno",
    definite="los|las|estos|estas|esos|esas|sus|nuestros|ambos",
    scores="ganó|venció|derrotó|victoria|perdió|derrota|empate|marcador|votos|votación",
    stops="el|la|los|las|lo|un|una|unos|unas|de|del|y|e|o|u|pero|que|quien|cual|donde|en|a|al|para|por|con|sin|sobre|entre|hacia|hasta"
    "|desde|según|contra|es|son|era|eran|fue|fueron|ha|han|había|será|ser|está|están|no|ni|se|su|sus|más|menos|muy|también|como|si"
    "|cuando|mientras|porque|ya|este|esta|estos|estas|ese|esa|le|les|nos|me|te|él|ella|ellos|hay|así|aunque|durante|tras|mediante|cada"
    "|vez|otro|otra",
    noun="first",
)  # fmt: skip

"""Portuguese numbers; in Brazil a "bilhão" is 10⁹, in Portugal a "bilião" 10¹²: the spelling tells."""

from dataclasses import replace

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

PORTUGUESE = Language(
    code="pt",
    telltale="o os as de que e do da dos das em um uma para com não por mais no na nos nas foi são ao à pelo pela seu sua entre cerca "
    "segundo até também são está mil",
    decimal_mark=",",
    numbers={
        0: "zero", 1: "um|uma", 2: "dois|duas", 3: "três|tres", 4: "quatro", 5: "cinco", 6: "seis", 7: "sete", 8: "oito", 9: "nove",
        10: "dez", 11: "onze", 12: "doze", 13: "treze", 14: "catorze|quatorze", 15: "quinze", 16: "dezesseis|dezasseis",
        17: "dezessete|dezassete", 18: "dezoito", 19: "dezenove|dezanove", 20: "vinte", 30: "trinta", 40: "quarenta",
        50: "cinquenta|cinqüenta", 60: "sessenta", 70: "setenta", 80: "oitenta", 90: "noventa", 100: "cem|cento",
        200: "duzentos|duzentas", 300: "trezentos|trezentas", 400: "quatrocentos|quatrocentas", 500: "quinhentos|quinhentas",
        600: "seiscentos|seiscentas", 700: "setecentos|setecentas", 800: "oitocentos|oitocentas", 900: "novecentos|novecentas",
    },
    scales={
        3: "mil", 5: "lakh|lakhs", 7: "crore|crores", 6: "milhão|milhões|milhao|milhoes", 9: "bilhão|bilhões|bilhao|bilhoes",
        12: "bilião|biliões|trilhão|trilhões|trilhao|trilhoes|biliao", 18: "trilião|triliões",
    },
    short_scales={
        6: "mi|mi.|mm", 9: "bi|bi.", 12: "tri",
    },
    dozens={
        12: "dúzia|dúzias|duzia|duzias", 10: "dezena", 20: "vintena", 100: "centena", 1000: "milhar",
    },
    joiners="e",
    point="vírgula|virgula|ponto",
    minus="menos|negativo|negativos",
    articles="um|uma",
    denominators={
        2: "meio|meia|meios|metade", 3: "terço|terços", 4: "quarto|quartos", 5: "quinto|quintos", 6: "sexto|sextos",
        7: "sétimo|sétimos|setimo|setimos", 8: "oitavo|oitavos", 9: "nono|nonos", 10: "décimo|décimos|decimo|decimos",
        20: "vigésimo|vigésimos", 100: "centésimo|centésimos|centesimo|centesimos", 1000: "milésimo|milésimos|milesimo|milesimos",
        1000000: "milionésimo|milionésimos|milionesimo|milionesimos", 1000000000: "bilionésimo|bilionésimos|bilionesimo|bilionesimos",
        1000000000000: "trilionésimo|trilionésimos|trilionesimo|trilionesimos",
    },
    half_adjectives="meio|meia|meios",
    denominator_endings="avo|avos",
    share_in="em",
    share_over="sobre",
    share_out_of="em cada|de cada|entre|a cada",
    ordinals={
        1: "primeiro|primeira|primeiros|primeiras", 2: "segundo|segunda|segundos", 3: "terceiro|terceira", 4: "quarto|quarta",
        5: "quinto|quinta", 6: "sexto|sexta", 7: "sétimo|sétima", 8: "oitavo|oitava", 9: "nono|nona", 10: "décimo|décima",
        20: "vigésimo|vigésima", 100: "centésimo|centésima",
    },
    ordinal_suffixes="º|ª|o|a|°",
    every="cada",
    vague={
        (20, 99): "dezenas de|dezenas", (24, 99): "dúzias de", (100, 999): "centenas de|centenas", (1000, 9999): "milhares de|milhares",
        (10000, 99999): "dezenas de milhares de|dezenas de milhares", (100000, 999999): "centenas de milhares de|centenas de milhares",
        (1000000, 9999999): "milhões de|milhões", (10000000, 99999999): "dezenas de milhões de|dezenas de milhões",
        (100000000, 999999999): "centenas de milhões de|centenas de milhões",
        (1000000000, 9999999999): "bilhões de|bilhões|milhares de milhões de|milhares de milhões",
        (10000000000, 99999999999): "dezenas de bilhões de|dezenas de bilhões",
        (100000000000, 999999999999): "centenas de bilhões de|centenas de bilhões",
    },
    countless="vários|várias|alguns|algumas|muitos|muitas|poucos|numerosos|diversos|diversas",
    before={
        Comparator.MORE_THAN: "mais de|mais que|mais do que|superior a|superiores a|acima de|supera|superou|superam|ultrapassa"
        "|ultrapassou|maior que|maiores que|além de|mais alto que|mais alto do que|mais do|mais dos|mais da|acima do|acima da|mais velho que|maior do que|para além de|acima dos|excede",
        Comparator.AT_LEAST: "pelo menos|ao menos|no mínimo|não menos de|não menos que|um mínimo de|mínimo de|a partir de"
        "|maior ou igual a|maior ou igual que|maior ou igual do que|igual ou maior que|igual ou superior a|superior ou igual a|não inferior a|não menor que|nada menos que",
        Comparator.LESS_THAN: "menos de|menos que|menos do que|inferior a|inferiores a|abaixo de|abaixo do|menos do|menos dos|mais baixo que|mais jovem que|menor que|menores que|abaixo dos"
        "|menor do que",
        Comparator.AT_MOST: "no máximo|até|não mais de|não mais que|máximo de|um máximo de|quando muito|menor ou igual a|menor ou igual que|menor ou igual do que|igual ou menor que|igual ou inferior a|inferior ou igual a|não superior a|não maior que",
        Comparator.ABOUT: "cerca de|aproximadamente|em torno de|por volta de|mais ou menos|uns|umas|perto de|ao redor de|na casa dos"
        "|na ordem de|estimado em|estimados|à volta de|próximo de|aprox.",
        Comparator.NEARLY: "quase|praticamente|pouco menos de|próximo a|beirando",
        Comparator.EXACTLY: "exatamente|exactamente|precisamente|igual a",
        Comparator.EXACT: "apenas|só|somente|um total de|ao todo|no total|total de",
    },
    after={
        Comparator.AT_LEAST: "ou mais|ou maior|ou superior a isso|e mais|ou superior|no mínimo|pelo menos|+|para cima",
        Comparator.AT_MOST: "ou menos|ou menor|ou inferior|no máximo|e menos",
        Comparator.ABOUT: "aproximadamente|mais ou menos|ou coisa assim|e poucos|e tantos",
    },
    softeners="muito|um pouco|ligeiramente|bem|pouco|só|apenas|já|bastante",
    between_articles="o|a|os|as|um|uma|dos|das|do|da|aos|ao",
    between="entre|entre os|entre as|entre o",
    range_from="de|entre|desde",
    range_to="a|até|ao|à|aos|às",
    range_and="e",
    range_or="ou",
    percent="%|por cento|porcento|porcentagem|percentagem|por centos",
    percentage_point="ponto percentual|pontos percentuais|p.p.|ponto porcentual|pontos porcentuais",
    basis_point="ponto base|pontos base|ponto básico|pontos básicos",
    index_point="ponto|pontos",
    multiples={
        200: "dobrou|dobraram|dobra|dobrar|dobrado|dobrando|duplicou|duplicaram|duplicar|duplicado|o dobro|ao dobro",
        300: "triplicou|triplicaram|triplicar|triplicado|o triplo", 400: "quadruplicou|quadruplicaram", 500: "quintuplicou",
    },
    multiples_if={
        200: "dobro", 300: "triplo", 400: "quádruplo|o quádruplo",
    },
    times="vezes|vez|×|x",
    times_ratio="mais|menos|maior|menor|superior|inferior|o|a|que|do",
    magnitude="ordem de grandeza|ordens de grandeza|ordem de magnitude|ordens de magnitude",
    all_but="todos menos|todas menos|todos exceto",
    rank_second_to="atrás apenas de|atrás apenas do|atrás apenas da|só atrás de",
    superlatives="mais alto|mais alta|mais baixo|mais baixa|maior|menor|melhor|pior",
    superlative_scope="de todos|de todas|da história|já registrado|já registrada",
    rank_nouns="lugar|posto|posição|colocado|colocada",
    currencies={
        "PLN": "zloty|zlotys|zlótis", "THB": "baht|bahts", "UAH": "hryvnia|hryvnias|grívnia|grívnias",
        "ILS": "shekel|shekels|séquel|séqueles", "RON": "leu|leus", "MAD": "dirham marroquino|dirhams marroquinos", "AED": "dirham|dirhams",
        "NGN": "naira|nairas", "VND": "dong|dongs", "GHS": "cedi|cedis", "KZT": "tenge|tenges", "KHR": "riel|riels", "BDT": "taka|takas",
        "CZK": "coroa checa|coroas checas", "IDR": "rupia indonésia|rupias indonésias",
        "HUF": "forint|forints|forint húngaro|forints húngaros|florim húngaro|florins húngaros",
        "EUR": "euro|euros|eur", "BRL": "real|reais|real brasileiro|reais brasileiros|brl",
        "USD": "dólar americano|dólares americanos|dólar norte americano|dólares norte americanos|dólares dos eua|usd"
        "|dólar dos estados unidos",
        "GBP": "libra esterlina|libras esterlinas|gbp|libras", "JPY": "iene|ienes|yen|yens", "CNY": "yuan|yuans|iuan|iuans|renminbi",
        "CHF": "franco suíço|francos suíços|chf", "CAD": "dólar canadense|dólares canadenses|dólares canadianos",
        "AUD": "dólar australiano|dólares australianos", "NZD": "dólar neozelandês|dólares neozelandeses",
        "HKD": "dólar de hong kong|dólares de hong kong", "MXN": "peso mexicano|pesos mexicanos",
        "ARS": "peso argentino|pesos argentinos", "CLP": "peso chileno|pesos chilenos", "AOA": "kwanza|kwanzas",
        "MZN": "metical|meticais", "CVE": "escudos cabo verdianos", "PTE": "escudo|escudos", "INR": "rupia indiana|rupias indianas",
        "RUB": "rublo|rublos", "TRY": "lira turca|liras turcas", "KRW": "won|wons", "SEK": "coroa sueca|coroas suecas",
        "NOK": "coroa norueguesa|coroas norueguesas", "DKK": "coroa dinamarquesa|coroas dinamarquesas", "ZAR": "rand|rands",
        "FRF": "franco francês|francos franceses", "DEM": "marco alemão|marcos alemães|marcos",
        "FIM": "marco finlandês|marcos finlandeses", "ESP": "peseta|pesetas", "NLG": "florim|florins|florins holandeses",
        "ITL": "lira italiana|liras italianas", "PYG": "guarani|guaranis", "BTC": "bitcoin|bitcoins",
    },
    shared_currencies={
        "$": "dólar|dólares|dolar|dolares", "rupee": "rupia|rupias|rúpia|rúpias", "franc": "franco|francos", "peso": "peso|pesos",
        "crown": "coroa|coroas", "dinar": "dinar|dinares", "rial": "rial|riais",
    },
    national_nouns={
        "pound": "libra|libras", "shilling": "xelim|xelins",
    },
    nationalities={
        "CAD": "canadense|canadenses|canadiano|canadianos", "AUD": "australiano|australianos", "NZD": "neozelandês|neozelandeses",
        "HKD": "de hong kong", "SGD": "de singapura|de cingapura|singapurense", "TWD": "taiwanês|taiwaneses|de taiwan",
        "JMD": "jamaicano|jamaicanos", "NAD": "namibiano|namibianos", "MXN": "mexicano|mexicanos", "ARS": "argentino|argentinos",
        "CLP": "chileno|chilenos", "COP": "colombiano|colombianos", "PHP": "filipino|filipinos", "UYU": "uruguaio|uruguaios",
        "DOP": "dominicano|dominicanos", "CUP": "cubano|cubanos", "SEK": "sueca|suecas", "NOK": "norueguesa|norueguesas",
        "DKK": "dinamarquesa|dinamarquesas", "CZK": "tcheca|tchecas|checa|checas", "ISK": "islandesa|islandesas",
        "KWD": "kuwaitiano|kuwaitianos|do kuwait", "IQD": "iraquiano|iraquianos", "RSD": "sérvio|sérvios", "DZD": "argelino|argelinos",
        "TND": "tunisino|tunisinos|tunisiano", "JOD": "jordaniano|jordanianos", "BHD": "do bahrein", "LYD": "líbio|líbios",
        "SAR": "saudita|sauditas", "IRR": "iraniano|iranianos", "QAR": "catariano|do catar", "OMR": "omanense|omanenses",
        "YER": "iemenita|iemenitas", "EGP": "egípcia|egípcias", "LBP": "libanesa|libanesas", "SYP": "síria|sírias",
        "SDG": "sudanesa|sudanesas", "IEP": "irlandesa|irlandesas", "INR": "indiana|indianas", "PKR": "paquistanesa|paquistanesas",
        "LKR": "cingalesa|cingalesas|do sri lanka", "NPR": "nepalesa|nepalesas", "MUR": "mauriciana", "CHF": "suíço|suíços",
        "FRF": "francês|franceses", "BEF": "belga|belgas", "XOF": "cfa", "RWF": "ruandês", "KES": "queniano|quenianos",
        "UGX": "ugandense|ugandenses", "TZS": "tanzaniano|tanzanianos",
    },
    subunits={
        "BRL 0.01": "centavo|centavos", "EUR 0.01": "cêntimo|cêntimos|cent|cents", "GBP 0.01": "pêni|pence|penny",
    },
    units={
        "mm": "milímetro|milímetros", "cm": "centímetro|centímetros", "dm": "decímetro|decímetros", "m": "metro|metros",
        "hm": "hectômetro|hectômetros", "km": "quilômetro|quilômetros|quilómetro|quilómetros|kilometros", "in": "polegada|polegadas",
        "ft": "pé|pés", "yd": "jarda|jardas", "mi": "milha|milhas", "nmi": "milha náutica|milhas náuticas",
        "um": "micrômetro|micrômetros|mícron|micra", "nm": "nanômetro|nanômetros|nanómetros", "ly": "ano luz|anos luz",
        "ug": "micrograma|microgramas", "mg": "miligrama|miligramas", "g": "grama|gramas", "kg": "quilograma|quilogramas|quilo|quilos",
        "t": "tonelada|toneladas|tonelada métrica|toneladas métricas", "oz": "onça|onças", "lb": "libras peso",
        "cm2": "centímetro quadrado|centímetros quadrados", "m2": "metro quadrado|metros quadrados", "ha": "hectare|hectares",
        "km2": "quilômetro quadrado|quilômetros quadrados|quilómetros quadrados", "acre": "acre|acres", "ft2": "pés quadrados",
        "ml": "mililitro|mililitros", "cl": "centilitro|centilitros", "l": "litro|litros", "hl": "hectolitro|hectolitros",
        "cm3": "centímetro cúbico|centímetros cúbicos", "m3": "metro cúbico|metros cúbicos", "ft3": "pé cúbico|pés cúbicos",
        "gal": "galão|galões", "bbl": "barril|barris", "tsp": "colher de chá|colheres de chá", "tbsp": "colher de sopa|colheres de sopa",
        "cup": "xícara|xícaras|chávena|chávenas", "s": "segundo|segundos", "min": "minuto|minutos", "h": "hora|horas",
        "per_mille": "por mil", "ms": "milissegundo|milissegundos", "day": "dia|dias", "week": "semana|semanas", "month": "mês|meses", "year": "ano|anos",
        "decade": "década|décadas", "century": "século|séculos", "millennium": "milênio|milênios|milénio|milénios",
        "Cel": "grau celsius|graus celsius|graus centígrados|grau centígrado", "[degF]": "graus fahrenheit|grau fahrenheit",
        "K": "kelvin", "km/h": "quilômetros por hora|quilómetros por hora|km por hora|quilômetro por hora",
        "m/s": "metros por segundo|metro por segundo", "mi/h": "milhas por hora", "kn": "nó|nós", "J": "joule|joules",
        "cal": "caloria|calorias", "kcal": "quilocaloria|quilocalorias", "kWh": "quilowatt hora|quilowatts hora|quilowatt horas",
        "MWh": "megawatt hora|megawatts hora|megawatt horas", "GWh": "gigawatt hora|gigawatts hora|gigawatt horas",
        "TWh": "terawatt hora|terawatts hora|terawatt horas", "W": "watt|watts", "kW": "quilowatt|quilowatts|kilowatts",
        "MW": "megawatt|megawatts", "GW": "gigawatt|gigawatts", "hp": "cavalos de potência|cavalos vapor|cavalos|cv", "bit": "bit|bits",
        "B": "byte|bytes", "MB": "megabyte|megabytes", "GB": "gigabyte|gigabytes", "TB": "terabyte|terabytes", "kB": "kilobyte|kilobytes",
        "Hz": "hertz", "MHz": "megahertz", "GHz": "gigahertz", "V": "volt|volts", "A": "ampère|ampères|ampere|amperes",
        "deg": "grau|graus", "rad": "radiano|radianos", "turn": "volta|voltas|turno", "dB": "decibel|decibéis",
    },
    below_zero="abaixo de zero|negativos",
    sides="por",
    per="por|ao|à|a cada|cada|/|a|o",
    per_adverbs={
        "day": "por dia|ao dia|diários|diárias|diário|diariamente", "week": "por semana|semanais|semanal",
        "month": "por mês|ao mês|mensais|mensal|mensalmente", "year": "por ano|ao ano|anuais|anual|anualmente", "hour": "por hora|a hora",
        "each": "cada um|cada uma",
    },
    months=(
        "janeiro|jan.", "fevereiro|fev.", "março|mar.", "abril|abr.", "maio", "junho|jun.", "julho|jul.", "agosto|ago.", "setembro|set.",
        "outubro|out.", "novembro|nov.", "dezembro|dez.",
    ),
    weekdays="segunda feira|terça feira|quarta feira|quinta feira|sexta feira|sábado|domingo",
    times_of={
        TimeRole.SINCE: "desde|desde o ano", TimeRole.BY: "até ao final de|até o fim de|até o final de",
        TimeRole.AS_OF: "no final de|em fins de|ao final de", TimeRole.FROM: "a partir de", TimeRole.UNTIL: "até",
        TimeRole.IN: "em|no|durante|no ano de|de|durante o|no início de|em meados de", TimeRole.AFTER: "depois de|após",
        TimeRole.BEFORE: "antes de",
    },
    date_links="de|do|d",
    early_late="início de|meados de|final de|fins de|fim de|começo de|verão de|inverno de|outono de|primavera de|ano|ano de",
    decade_words="anos|década de|décadas de",
    fiscal="ano fiscal|exercício|exercício fiscal|ano financeiro",
    quarters="trimestre",
    halves="semestre",
    clock="horas gmt",
    year_before="em|desde|até|ano|de|após|antes|durante|início|meados|final|fim|©|no",
    determiners="o|a|os|as|do|da|no|na|este|esta|de",
    rise="aumentou|aumentaram|aumenta|aumentam|aumentado|aumento|subiu|subiram|sobe|subido|alta|cresceu|cresceram|cresce|crescido"
    "|crescimento|incremento|ganhou|ganharam|ganho|avançou|avanço|saltou|salto|mais|passou|passaram|elevou|elevaram|elevação|disparou"
    "|aumentar|subida",
    fall="caiu|caíram|cai|caem|caído|queda|baixou|baixaram|baixa|diminuiu|diminuíram|diminuição|desceu|desceram|descida|reduziu"
    "|reduziram|redução|perdeu|perderam|perda|recuou|recuaram|recuo|menos|cortou|corte|encolheu|despencou|retração|contração|reduzir"
    "|cortar",
    by="em|por|de",
    to="a|para|até|atingiu|atingindo|ao",
    from_="de|do|dos|desde",
    name_words="seção|secção|artigo|artigos|art.|capítulo|cap.|figura|fig.|tabela|quadro|página|páginas|pág.|p.|pp.|volume|vol.|versão"
    "|parte|parágrafo|anexo|rodovia|estrada|linha|canal|boeing|airbus|covid|apollo|windows|iphone|tipo|fase|nível|etapa|passo|fórmula"
    "|grupo|sala|episódio|temporada|lição|isbn|iso|nota|lei|decreto|resolução|br|inciso",
    numbering="n.º|nº|n°|no.|núm.|número|num.|#|№",
    idioms="em primeiro lugar|em segundo lugar|um dos|uma das|um de|uma de|um dia|uma vez|por um lado|um pouco|uma vez mais|cada um"
    "|cada uma|um ao outro|uma parte|um certo|uma certa|um outro|uma outra|nenhum|mais uma vez|por uma",
    one="um|uma",
    definite="os|as|estes|estas|esses|essas|seus|suas|nossos|ambos",
    scores="venceu|derrotou|vitória|perdeu|derrota|empate|placar|votos|votação|bateu|ganhou",
    stops="o|a|os|as|um|uma|uns|umas|de|do|da|dos|das|e|ou|mas|que|quem|qual|onde|em|no|na|nos|nas|ao|aos|à|às|para|por|pelo|pela|com"
    "|sem|sobre|entre|até|desde|segundo|contra|é|são|era|eram|foi|foram|tem|têm|tinha|será|ser|está|estão|não|nem|se|seu|sua|seus|suas"
    "|mais|menos|muito|também|como|quando|enquanto|porque|já|este|esta|esse|essa|lhe|me|te|ele|ela|eles|há|assim|embora|durante|após"
    "|cada|vez|vezes|outro|outra",
    adjectives="novos|novas|novo|nova|outros|outras|grandes|pequenos|pequenas|jovens|principais|supostos|diferentes|maiores|menores",
    noun="first",
)  # fmt: skip

# In Portugal "bilhão" is hardly written; where it is, a newspaper there means 10⁹ as well, so both share one table.
PORTUGUESE_BRAZIL = replace(PORTUGUESE, code="pt-br")

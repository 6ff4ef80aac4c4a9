"""Dutch."""

from app.claims.languages.language import Language, words

DUTCH = Language(
    code="nl",
    function_words=words(
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door naar uit over dan wordt worden "
        "werd nog heeft hebben had tot deze die dit meer kan zich of wat hun geen we ze hij zij volgens jaar wel onder tussen"
    ),
    abbreviations=words(
        "dhr mevr mw dr drs ir ing prof mr bijv bv ca circa d.w.z d.m.v i.p.v m.b.t o.a t.a.v t.o.v z.g zgn incl excl max min "
        "resp evt jl ll nl afb gem jan feb mrt apr jun jul aug sept okt nov dec ma wo vr za red vert"
    ),
    before_number=words("nr nrs no p pp blz art hfst fig tab dl jg aant afl lid par"),
    may_end=words("e.d v.chr n.chr a.u.b mln mld b.v n.v p.m"),
    mostly_end=words("enz etc"),
    ordinal_dot=False,
    starters=words(
        "de het een dit dat deze die er hij zij ze we wij ik in op aan bij met naar van voor uit over onder tussen en of maar "
        "want als toen terwijl hoewel omdat volgens sinds tot na om te ook nog al zo dus daarom daarnaast bovendien echter toch "
        "dan nu wie wat waar hoe waarom niet geen alle veel sommige elke ieder meer minder slechts"
    ),
    note_titles=words(
        "bronnen bron noten voetnoten referenties literatuur bronvermelding externe_links verwijzingen eindnoten "
        "literatuurlijst bronnen_en_noten noten_en_bronnen bronnen,_noten_en/of_referenties"
    ),
    supposing=words("stel stel_dat veronderstel neem_aan laten_we_zeggen wat_als stel_je_voor"),
    conditions=words("als indien wanneer mocht"),
    modals=words("zou zouden kan kunnen zou_kunnen misschien wellicht"),
    examples=words("bijvoorbeeld bijv"),
    example_marks=words("bijvoorbeeld bijv bijv. bv bv. zeg zoals"),
    instructions=words(
        "zie lees klik kies selecteer voer_in gebruik_de gebruik_een gebruik_het download_de abonneer schrijf let_op bekijk"
    ),
    proposals=words("wij_stellen_voor ik_stel_voor een_mogelijkheid we_zouden men_zou"),
    text_nouns=words(
        "manieren manier redenen reden stappen stap opties optie antwoorden vragen vraag delen deel ideeën soorten soort vormen "
        "vorm benaderingen methoden principes regels punten problemen voorbeelden secties hoofdstukken categorieën aspecten "
        "factoren doelen lessen dingen scenario's mogelijkheden fasen definities criteria eigenschappen argumenten elementen "
        "niveaus oplossingen varianten zinnen andere"
    ),
    pointing=words("deze die de beide alle hun zijn haar onze"),
    numbered=words(
        "laag niveau type fase klas stap optie versie pagina regel punt artikel sectie hoofdstuk vraag categorie ronde seizoen "
        "aflevering nummer kamer spoor modus poort code fout methode model scenario les module"
    ),
    idioms=words("100%_zeker 100_procent_zeker duizend_dank duizend-en-een"),
    following=words("dan dus in_dat_geval in_dit_geval"),
    months=words("januari februari maart april mei juni juli augustus september oktober november december"),
    source_nouns=words(
        "volgens rapport studie analyse gegevens data onderzoek enquête cijfers statistieken schatting bron berekeningen peiling"
    ),
    ifs=words("indien"),
    persons=words(
        "mensen personen mannen vrouwen kinderen jongens meisjes werknemers soldaten agenten burgers leerlingen studenten "
        "patiënten slachtoffers doden gewonden gevangenen inwoners leden raadsleden rechters journalisten boeren artsen leraren"
    ),
    reminders=words("vergeet_niet"),
    pasts=words("was waren had hadden werd werden"),
    woulds=words("zou zouden"),
    shoulds=words("zou_moeten zouden_moeten"),
    later=words("geleden later eerder"),
    named_by_number=words("aanval aanvallen regel"),
)

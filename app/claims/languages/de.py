"""German."""

from app.claims.languages.language import Language, words

GERMAN = Language(
    code="de",
    function_words=words(
        "der die das und ist nicht ein eine einen dem den des im mit von auf für zu sich auch als sind wird werden wurde bei "
        "nach aus wie über dass oder haben hat einer eines zum zur noch nur aber vor durch mehr um kann am es war sie ich wir"
    ),
    abbreviations=words(
        "z b z.b d.h u.a dr prof hr fr bzw ca evtl ggf inkl exkl max min rd sog u usw vgl zzgl abzgl dipl ing mag str tel gest "
        "geb verh ehem allg bes einschl entspr etc.pp i.d.r o.ä s.o s.u v.a z.t z.zt m.e u.u st jan feb mär apr jun jul aug sep "
        "sept okt nov dez mo di mi do sa so mind insb schätzungsw hrsg verf übers erw erg franz engl lat griech phil"
    ),
    before_number=words("nr s art abs bd kap abb tab ziff aufl rn rz z jg h heft satz anm fn vol no pos nrn lit buchst"),
    may_end=words("u.s mio mrd tsd std min sek jh jhd jahrh co n.chr v.chr o.j p.a bd abs"),
    mostly_end=words("usw etc u.s.w"),
    ordinal_dot=True,
    starters=words(
        "der die das ein eine es er sie wir ich in im am auf bei mit nach von zu für aus an um und aber oder doch denn wenn als "
        "während dies diese dieser dieses damit dabei dort hier so auch nur noch schon zudem außerdem allerdings jedoch dagegen "
        "laut seit bis über unter zwischen was wer wie wo warum nicht kein keine alle viele manche einige mehr man ob nun dann "
        "daher deshalb dennoch trotzdem insgesamt"
    ),
    note_titles=words(
        "quellen quelle quellenangaben quellenverzeichnis einzelnachweise fußnoten fussnoten anmerkungen literatur "
        "literaturverzeichnis belege nachweise weblinks endnoten verweise links literatur_und_quellen quellen_und_literatur "
        "anmerkungen_und_quellen referenzen"
    ),
    supposing=words("angenommen nehmen_wir_an stellen_wir_uns_vor stellen_sie_sich_vor gesetzt_den_fall was_wäre_wenn man_stelle_sich"),
    conditions=words("wenn falls sollte würde wäre hätte sofern"),
    modals=words("würde würden könnte könnten dürfte dürften müsste müssten sollte sollten wäre wären hätte hätten vielleicht"),
    examples=words("zum_beispiel beispielsweise z.b z._b"),
    example_marks=words("z.b z.b. z._b. z._b beispielsweise zum_beispiel sagen_wir"),
    instructions=words(
        "siehe lesen_sie klicken_sie wählen_sie geben_sie stellen_sie setzen_sie verwenden_sie beachten_sie abonnieren_sie bitte vgl"
    ),
    proposals=words("wir_schlagen_vor ich_schlage_vor eine_möglichkeit ein_vorschlag denkbar_wäre man_könnte wir_könnten"),
    text_nouns=words(
        "wege weg gründe grund schritte schritt optionen option antworten fragen frage teile teil ideen arten formen form "
        "ansätze ansatz methoden prinzipien regeln punkte probleme problem themen beispiele abschnitte kapitel kategorien "
        "aspekte faktoren ziele lehren dinge szenarien möglichkeiten phasen definitionen kriterien kennzahlen eigenschaften "
        "annahmen argumente elemente ebenen lösungen varianten seite sätze bedingungen stufen bereiche bereichen weitere andere anderen"
    ),
    pointing=words("diese diesen dieser die den der beide beiden alle jene jenen ihre seine unsere"),
    numbered=words(
        "ebene stufe typ phase klasse schritt option version seite zeile punkt paragraph artikel abschnitt kapitel band frage "
        "kategorie runde staffel folge nummer nr zimmer gleis linie buslinie modus port fehler methode modell szenario lektion "
        "modul"
    ),
    idioms=words("100_%_sicher 100%_sicher hundert_prozent_sicher hundertprozentig tausend_dank tausendundeine"),
    following=words("dann in_diesem_fall in_dem_fall somit daher folglich"),
    months=words("januar februar märz april mai juni juli august september oktober november dezember jänner"),
    source_nouns=words(
        "laut bericht studie analyse daten umfrage zahlen statistik schätzung erhebung untersuchung auswertung quelle berechnung zufolge"
    ),
    ifs=words("falls"),
    persons=words(
        "menschen personen männer frauen kinder jungen mädchen arbeiter soldaten polizisten zivilisten schüler studenten "
        "patienten opfer tote todesfälle verletzte häftlinge bürger einwohner mitglieder abgeordnete richter journalisten "
        "bauern ärzte lehrer"
    ),
    reminders=words("vergessen_wir_nicht vergessen_sie_nicht man_bedenke"),
    pasts=words("war waren hatte hatten wurde wurden"),
    woulds=words("würde würden könnte könnten wäre wären hätte hätten"),
    shoulds=words("sollte sollten"),
    later=words("später früher zuvor"),
    ago=words("vor"),
    named_by_number=words("angriff angriffe attacke attacken regel"),
)

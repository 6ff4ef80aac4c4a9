"""Italian."""

from app.claims.languages.language import Language, words

ITALIAN = Language(
    code="it",
    function_words=words(
        "il lo la i gli le di a da in con su per tra fra e o ma che non è un una uno del della dei delle degli al alla ai alle "
        "dal dalla nel nella nei sul sulla si come più anche sono essere ha hanno suo sua questo questa quello ci se quando "
        "dove stato stata secondo"
    ),
    abbreviations=words(
        "sig sigg sig.ra dott dott.ssa prof prof.ssa ing avv arch on sen gen col ca es p.es ecc.. cfr pag tel max min feb mar "
        "apr mag giu lug ago sett ott nov dic ed vol trad cap s.p.a s.r.l spett egr"
    ),
    before_number=words("n nr no p pp pag pagg art artt cap fig tab vol c co sez all"),
    may_end=words("a.c d.c s.p.a s.r.l u.s.a p.m a.m etc"),
    mostly_end=words("ecc"),
    starters=words(
        "il lo la i gli le un una uno questo questa questi queste quello quella in nel nella a al alla di del della da dal "
        "dalla per con su tra fra e o ma se quando mentre come che chi dove anche inoltre non già si è sono ha hanno più meno "
        "tutto tutti ogni altro altri così poi dopo prima durante secondo oggi ieri solo infine tuttavia"
    ),
    note_titles=words(
        "note fonti fonte riferimenti bibliografia note_e_riferimenti collegamenti_esterni riferimenti_bibliografici "
        "fonti_e_note sitografia link note_e_fonti"
    ),
    supposing=words("supponiamo supponete immaginiamo immagina immaginate si_immagini poniamo mettiamo ipotizziamo e_se"),
    conditions=words("se quando qualora"),
    modals=words("potrebbe potrebbero dovrebbe dovrebbero sarebbe sarebbero avrebbe avrebbero potremmo forse"),
    examples=words("per_esempio ad_esempio p._es p.es"),
    example_marks=words("per_esempio ad_esempio p.es p.es. es. diciamo come"),
    instructions=words(
        "vedi leggi_anche leggi_il leggi_la leggi_qui clicca scegli seleziona inserisci utilizza "
        "aggiungi scarica iscriviti abbonati consulta nota si_veda si_noti"
    ),
    proposals=words("proponiamo propongo una_possibilità si_potrebbe potremmo un'opzione"),
    text_nouns=words(
        "modi modo ragioni ragione motivi passi passo opzioni risposte domande domanda parti parte idee tipi tipo forme forma "
        "approcci metodi principi regole punti punto problemi problema esempi sezioni capitoli categorie aspetti fattori "
        "obiettivi lezioni cose scenari possibilità fasi definizioni criteri proprietà argomenti elementi livelli soluzioni "
        "varianti frasi altri altre"
    ),
    pointing=words("questi queste i gli le quei quelle entrambi entrambe loro tutti tutte"),
    numbered=words(
        "livello tipo fase classe tappa passo opzione versione pagina riga punto articolo sezione capitolo volume domanda "
        "categoria turno stagione episodio numero stanza binario modo porta codice errore metodo modello scenario lezione "
        "modulo"
    ),
    idioms=words("100%_sicuro 100_%_sicuro mille_grazie mille_e_una"),
    following=words("allora quindi in_questo_caso in_quel_caso"),
    months=words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    source_nouns=words("secondo rapporto studio analisi dati indagine cifre statistiche stima fonte calcoli ricerca sondaggio"),
    ifs=words("qualora"),
    persons=words(
        "persone uomini donne bambini bambine lavoratori soldati poliziotti civili alunni studenti pazienti vittime morti "
        "feriti detenuti cittadini abitanti membri deputati senatori giudici giornalisti agricoltori medici insegnanti"
    ),
    reminders=words("non_dimentichiamo"),
    pasts=words("era erano fu furono aveva avevano"),
    woulds=words("sarebbe sarebbero avrebbe avrebbero potrebbe potrebbero"),
    shoulds=words("dovrebbe dovrebbero dovremmo"),
    later=words("fa dopo prima più_tardi"),
    named_by_number=words("attacco attacchi regola"),
)

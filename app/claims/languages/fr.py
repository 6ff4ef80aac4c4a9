"""French."""

from app.claims.languages.language import Language, words

FRENCH = Language(
    code="fr",
    function_words=words(
        "le la les des et est une un du dans que qui pour pas sur par au plus avec ce il ne se sont aux cette ces mais ou comme "
        "nous vous ils elle été être ont leur leurs son ses même entre sans selon ainsi fait très aussi dont où d l qu n s"
    ),
    abbreviations=words(
        "m mm mme mmes mlle dr pr prof me st ste env cf c.-à-d p.ex p ex etc.. av apr j.-c janv févr avr juil sept oct nov déc "
        "éd dir vol coll trad resp max min hab tél bd dépt sté cie mgr gal cdt"
    ),
    before_number=words("n no nos p pp art al chap fig tab vol t § ann sect éq réf"),
    may_end=words("av j.-c h p.m a.m al cie coll"),
    mostly_end=words("etc"),
    starters=words(
        "le la les un une des ce cette ces cet il elle ils elles on nous vous je tu en dans au aux à de du pour par sur avec "
        "sans selon mais et ou donc or car si quand lorsque alors ainsi aussi depuis après avant pendant entre d l c s n qu "
        "toutefois cependant pourtant enfin ensuite plus près seul seuls tous toutes chaque quelque quelques"
    ),
    note_titles=words(
        "références reference notes sources source notes_et_références bibliographie notes_de_bas_de_page liens liens_externes "
        "références_et_notes références_bibliographiques sources_et_références voir_aussi sources_et_notes notes_et_sources "
        "webographie"
    ),
    supposing=words("supposons supposez imaginons imaginez admettons mettons et_si prenons"),
    conditions=words("si quand lorsque au_cas_où"),
    modals=words("pourrait pourraient devrait devraient serait seraient aurait auraient pourrions pourrait-on peut-être pouvait"),
    examples=words("par_exemple à_titre_d'exemple p._ex p.ex"),
    example_marks=words("par_exemple p.ex p.ex. p._ex. disons comme mettons"),
    instructions=words(
        "voir lire cliquez choisissez saisissez utilisez ajoutez téléchargez abonnez-vous inscrivez-vous lisez consultez notez veuillez"
    ),
    proposals=words("nous_proposons je_propose une_possibilité on_pourrait nous_pourrions une_option"),
    text_nouns=words(
        "façons façon manières raisons raison étapes étape options réponses questions question parties partie idées types type "
        "sortes formes forme approches méthodes principes règles points point problèmes problème exemples sections chapitres "
        "catégories aspects facteurs objectifs leçons choses scénarios possibilités choix phases définitions critères "
        "propriétés arguments éléments niveaux solutions variantes phrases volets axes pistes autres"
    ),
    pointing=words("ces les cette deux-ci leurs ses nos tous toutes"),
    numbered=words(
        "niveau type phase classe étape option version page ligne point article section chapitre volume question catégorie "
        "manche saison épisode numéro chambre voie mode port code erreur méthode modèle scénario leçon module"
    ),
    idioms=words("100_%_sûr 100%_sûr à_100_% mille_mercis mille_et_une"),
    following=words("alors donc ainsi dans_ce_cas"),
    months=words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    source_nouns=words(
        "selon rapport étude analyse données enquête chiffres statistiques estimation sondage source calculs d'après recherche"
    ),
    ifs=words("si"),
    persons=words(
        "personnes hommes femmes enfants garçons filles salariés soldats policiers civils élèves étudiants patients victimes "
        "morts décès blessés détenus citoyens habitants membres députés sénateurs juges journalistes agriculteurs médecins "
        "enseignants"
    ),
    reminders=words("n'oublions_pas n'oubliez_pas"),
    pasts=words("était étaient avait avaient fut furent"),
    woulds=words("serait seraient aurait auraient pourrait pourraient devrait devraient"),
    shoulds=words("devrait devraient devrions"),
    later=words("plus_tard plus_tôt auparavant"),
    ago=words("il_y_a"),
    named_by_number=words("attaque attaques règle"),
)

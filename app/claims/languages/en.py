"""English."""

from app.claims.languages.language import Language, words

ENGLISH = Language(
    code="en",
    function_words=words(
        "the of and to in is that for it was on are as with be by this from at have has had were not which but they their its "
        "an or would been more will who when about there than what if can we you he she also into our"
    ),
    abbreviations=words(
        "mr mrs ms dr prof sr jr st messrs gen col lt sgt capt maj cmdr adm rep sen gov pres hon rev fr vs v cf e.g i.e eg ie "
        "viz approx est al ca dept univ assn bros ft mt ave blvd rd dist jan feb mar apr jun jul aug sept sep oct nov dec mon "
        "tue tues wed thu thurs fri sat sun ph ed eds trans repr resp incl excl orig pp vol no nos fig figs eq eqs sec secs ch "
        "chap art para cl ver ex max avg lb op bbl sq cu"
    ),
    before_number=words("no nos p pp vol vols fig figs eq sec ch chap art para pt table bk app ver v s ss cl col l ll n nn rec"),
    may_end=words("u.s u.k u.n e.u inc co corp ltd llc plc jr sr al u.s.a d.c ph.d no b.c a.d est ave st dec sat sun art"),
    mostly_end=words("a.m p.m etc yr yrs hr hrs wk min gal oz lbs"),
    starters=words(
        "the a an this that these those it its they their there he she his her we our you your i in on at by for from with as "
        "if when while after before since but and or so yet however moreover meanwhile although though because according what "
        "which who how why where one two some many most all both each such no not another only even still then thus therefore "
        "to under over about between until"
    ),
    note_titles=words(
        "references reference notes sources source footnotes endnotes bibliography citations links works_cited further_reading "
        "external_links notes_and_references references_and_notes sources_and_notes see_also literature footnotes_and_sources "
        "citations_and_notes literature_cited list_of_references list_of_sources url_list urls"
    ),
    supposing=words(
        "suppose supposing imagine assume assuming let's_say let_us_say say_that say_you say_a say_the say_we say_i "
        "what_if in_this_example in_our_example as_a_toy for_simplicity to_illustrate picture "
        "consider_a consider_an consider_the_case consider_the_following consider_some hypothetically let let's"
    ),
    conditions=words("if should unless were when whenever once as_soon_as provided in_case"),
    modals=words("would could might may can should perhaps"),
    examples=words("for_example for_instance e.g eg say as_an_example"),
    example_marks=words("eg e.g e.g. eg. say for_example for_instance such_as like ex ex. i.e i.e."),
    instructions=words("please don't do_not make_sure how_to be_sure see_also ensure_that check_that verify_that"),
    imperatives=words(
        "set use run install add click select type press enter choose create download ensure see read sign subscribe follow "
        "contact call visit note remember wait try open close save copy paste check verify configure write send go keep replace "
        "insert drag scroll tap enable disable specify pick multiply divide subtract preheat stir bake join mix pour "
        "heat cut lower raise reduce increase share hit reply tell get stop start restart turn put take make let give avoid "
        "leave remove allow reach achieve "
        "establish aim limit require include provide define launch hire"
    ),
    objects=words(
        "the a an your this these those it them for to up out all us me my our at sure each every one two three four five "
        "ten with off down about whether how what which why table figure section chapter page"
    ),
    proposals=words(
        "i_propose we_propose we_suggest i_suggest we_recommend i_recommend "
        "one_possible one_option another_option one_idea we_could i'd_suggest "
        "my_proposal our_proposal the_proposal_is this_pep_proposes this_document_proposes this_proposal one_could you_could "
        "a_possible"
    ),
    text_nouns=words(
        "charts chart graphs maps links ways way reasons reason steps step options option answers answer questions question "
        "parts part ideas idea types type kinds kind sorts forms form approaches approach methods method principles principle "
        "rules rule points point problems problem issues issue examples example sections section chapters chapter categories "
        "category aspects aspect factors factor goals goal lessons lesson things thing scenarios scenario possibilities choices "
        "choice stages phases caveats definitions criteria criterion metrics metric properties property assumptions arguments "
        "ingredients elements components layers levels dimensions perspectives solutions solution alternatives alternative "
        "modes strategies conditions requirements implications conclusions takeaways topics themes columns rows paragraphs "
        "recommendations proposals suggestions sentences variables parameters functions sides versions variants sources directions "
        "respects bullet hand moment side claims"
    ),
    pointing=words("these those the both all other each such its their our his her any"),
    numbered=words(
        "size layer level type phase grade tier stage step option version page line item rule article section chapter volume issue "
        "question problem class category round season episode number room gate platform bus mode port status code error method "
        "model scenario block lesson module exercise exhibit"
    ),
    idioms=words(
        "100%_sure 100%_certain 100%_right 100%_wrong 100%_correct 100%_clear 100%_convinced 100%_honest 100%_consistent "
        "110%_of 110_percent a_million_to_one a_thousand_thanks thousands_separator thousand_and_one 1001_nights 7-eleven "
        "fifty-fifty"
    ),
    following=words("then in_such in_that_case in_this_case in_that_world in_this_world thus hence therefore and_so"),
    months=words(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sept sep oct nov dec"
    ),
    source_nouns=words(
        "according report reports study studies analysis data survey found figures statistics estimates estimate research paper "
        "source calculation calculations dataset poll numbers"
    ),
    ifs=words("if unless"),
    persons=words(
        "people persons men women children boys girls babies workers employees soldiers troops officers policemen civilians "
        "students pupils patients victims deaths injuries survivors passengers prisoners voters citizens residents members "
        "councillors senators ministers lawmakers judges journalists farmers miners nurses doctors teachers users"
    ),
    reminders=words("don't_forget do_not_forget make_no_mistake bear_in_mind keep_in_mind"),
    pasts=words("was were had did"),
    woulds=words("would could might"),
    shoulds=words("should ought"),
    later=words("ago later earlier from_now from_today hence"),
    named_by_number=words("attack attacks rule rules club"),
)

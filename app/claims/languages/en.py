"""English."""

from app.claims.languages.language import Language, words

ENGLISH = Language(
    code="en",
    function_words=words(
        "the of and to in is that for it was on are as with be by this from at have has had were not which but they their its an or would been "
        "more will who when about there than what if can we you he she also into our"
    ),
    abbreviations=words(
        "mr mrs ms dr prof sr jr st messrs gen col lt sgt capt maj cmdr adm rep sen gov pres hon rev fr vs v cf e.g i.e eg ie viz approx est al "
        "ca dept univ assn bros ft mt ave blvd rd dist jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
        "ph ed eds trans repr resp incl excl orig pp vol no nos fig figs eq eqs sec secs ch chap art para cl ver rev ex min max avg gal lb lbs "
        "oz yr yrs hr hrs wk op"
    ),
    before_number=words("no nos p pp vol vols fig figs eq sec ch chap art para pt para table bk app ver v s ss cl col l ll n nn rec"),
    may_end=words(
        "u.s u.k u.n e.u a.m p.m inc co corp ltd llc plc etc jr sr al u.s.a d.c ph.d no b.c a.d yrs lbs oz est ave st dec sat sun art"
    ),
    starters=words(
        "the a an this that these those it its they their there he she his her we our you your i in on at by for from with as if when while "
        "after before since but and or so yet however moreover meanwhile although though because according what which who how why where "
        "one two some many most all both each such no not another only even still then thus therefore to under over about between until"
    ),
    months=words("january february march april may june july august september october november december"),
    note_titles=words(
        "references reference notes sources source footnotes endnotes bibliography citations links works_cited further_reading external_links "
        "notes_and_references references_and_notes sources_and_notes see_also literature works_cited footnotes_and_sources citations_and_notes "
        "literature_cited list_of_references list_of_sources url_list urls"
    ),
)

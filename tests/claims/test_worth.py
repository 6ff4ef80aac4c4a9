"""What is a claim, and the reason why other sentences with numbers are none."""

import pytest

from app import claims
from app.claims import Format

CLAIMS = [
    ("en", "The bridge is 214 metres long."),
    ("en", "Two thirds of all pupils failed."),
    ("en", "Rents doubled within ten years."),
    ("en", "The state's rate is second only to Hawaii."),
    ("en", "Tens of thousands of deaths went unrecorded."),
    ("en", "“We lost 44 of our 60 colonies,” she said."),
    ("en", "For example, the council spent £5 million on one roundabout in 2020."),
    ("en", "If the law passed, 300,000 people would lose cover, according to the budget office."),
    ("en", "Seven members control the wallet."),
    ("en", "A clip of the dance racked up more than 800,000 views."),
    ("en", "Call time fell by 9 percent, and set prices rose by 3."),
    ("en", "Over the last 18 months, use has doubled."),
    ("en", "If you are under 25, you are four times as likely to crash."),
    ("en", "Two million people subscribe, and 40,000 log in every day."),
    ("en", "Only 12% of the sites have a privacy policy."),
    ("en", "“There are only two countries without such a law,” she said."),
    ("en", "Compare this to the 1,000 people who are struck by lightning every year."),
    ("en", "When the plan was drafted, a bus came every 18 minutes, so two would always be on the road."),
    ("en", "Attacks hit 67% of all firms last year."),
    ("en", "The index is drawn from 400 U.S. farmers."),
    ("en", "Less than 20% of all websites use code from the design system."),
    ("en", "Two people died."),
    ("en", "Two of the three databases lost data."),
    ("en", "Don't forget, there were 300,000 users back then."),
    ("en", "Consider the 40 tons of steel that were wasted."),
    ("en", "For example eight years passed before it was fixed."),
    ("en", "The new tool does the same work in less than an hour."),
    ("de", "Etwa 40 Prozent der Leute lesen täglich."),
    ("nl", "Gebruik van pesticiden daalde met 5 procent."),
    ("it", "Leggi come questa costano 3 miliardi di euro."),
    ("de", "Die Werte in Polen (0,34) und Ungarn (0,35) sind höher."),
    ("de", "Rund 51 Prozent der Befragten sind dagegen."),
    ("fr", "Près de 6 millions d’élèves mangent à la cantine."),
    ("es", "Más de 2,1 millones de personas pagan la tarifa social."),
]


@pytest.mark.parametrize(("lang", "sentence"), CLAIMS)
def test_an_assertion_with_a_number_is_a_claim(lang: str, sentence: str) -> None:
    reading = claims.read(sentence, Format.TEXT, lang)
    assert [claim.sentence for claim in reading.claims] == [sentence], reading.rejections


REJECTED = [
    ("en", "Would 300 new homes have been enough?", "question"),
    ("es", "¿Y si el 10 % de los contadores no funciona?", "question"),
    ("en", "Suppose that 300 people buy a ticket.", "supposes"),
    ("en", "If 300 people bought a ticket, we could build the bridge.", "supposes"),
    ("en", "Granted, if he led a party of 51 members, he would be powerful.", "supposes"),
    ("de", "Angenommen, der Preis fiele auf 20 Cent je Einheit.", "supposes"),
    ("fr", "Supposons que 300 personnes achètent un billet.", "supposes"),
    ("en", "For example, one could charge 0.5% of the price.", "example"),
    ("en", "The bid stays open for some time (e.g. 4 weeks).", "example"),
    ("es", "Basta con acordar, por ejemplo, el 5% del gasto.", "example"),
    ("en", "Wait 30 seconds and press the button twice.", "instructs"),
    ("de", "Stellen Sie den Ofen auf 200 Grad.", "instructs"),
    ("en", "We propose a fee of 3 percent on every sale.", "proposes"),
    ("en", "Councils should set aside 2% of their land.", "recommends"),
    ("en", "When a town grows, we recommend 3 percent of its land for parks.", "proposes"),
    ("en", "Reach 2,000 readers a month.", "instructs"),
    ("en", "Consider a town that loses 300 people a year.", "supposes"),
    ("de", "14 Tage unverbindlich, jederzeit kündbar.", "promotion"),
    ("en", "Use code SAVE20 for 10% off the yearly price.", "promotion"),
    ("en", "Births per 1,000 women of the town, from the year 1980 on", "counts parts of the text"),
    ("en", "Establish a cap of $125,000 for all salaries.", "instructs"),
    ("pt", "Imaginem um fazendeiro com 500 hectares de terra.", "supposes"),
    ("en", "Poe and Doe were two of the leading writers of their time.", "counts parts of the text"),
    ("en", "There are three reasons for the delay.", "counts parts of the text"),
    ("de", "Man unterscheidet meist in vier Bereichen: Industrie, Verkehr, Gewerbe und Haushalte.", "counts parts of the text"),
    ("es", "Fue una guerra larga, la de los Cien Años.", "counts parts of the text"),
    ("en", "Each of these three sources has its limits.", "counts parts of the text"),
    ("en", "The bridge was opened in 1974.", "date"),
    ("en", "It was no better in 1994/5 than before.", "date"),
    ("en", "© 2020 The Daily Paper and its 3 licensors.", "rights"),
    ("en", "Posted 12 March by the city desk, 4 min read", "time stamp"),
    ("en", "Sign up to our newsletter and get 5 stories a day.", "promotion"),
    ("en", "Join 20,000 readers of our daily newsletter.", "promotion"),
    ("en", "Get 20% off your first order now.", "promotion"),
    ("en", "The new chip runs 64-bit code on the 6800 series.", "counts parts of the text"),
    ("en", "The network is the layer 2 of a phase 3 plan.", "counts parts of the text"),
    ("de", "Es hatte ein einfaches Paket im Format ELF.", "counts parts of the text"),
    ("en", "I'd buy “Seven Habits of Busy People” for you.", "counts parts of the text"),
    ("en", "The scheduler implements three policies for this:", "counts parts of the text"),
    ("en", "This post was updated on March 5 to raise the number from 16 to 17.", "time stamp"),
    ("en", "0 = perfect equality in this scheme", "formula"),
    ("en", "All sums are in 2018 dollars.", "counts parts of the text"),
    ("en", "I am 100% sure, but the odds are a million to one.", "counts parts of the text"),
    ("en", "In this example, a voter has 10 coins.", "supposes"),
    ("en", "Alice sends Bob 3 coins, so she has 7 left.", "supposes"),
    ("en", "For example, assume that 90% of them are in school.", "supposes"),
    ("en", "Say you earn $50,000 and pay 10% of it.", "supposes"),
    ("en", "Source: Labour survey, 1,200 respondents, our sums.", "credit"),
    ("en", "What it is like to work at a start-up 102,760 Views", "counter"),
    ("en", "MORE: 13 best photos of the flood", "points to other"),
    ("en", "Two years ago he moved to town.", "date"),
    ("de", "Er zog vor zwei Jahren in die Stadt.", "date"),
    ("en", "It was his third album in a row.", "which one"),
    ("en", "If the crust is dark, lower the heat by 20 degrees.", "instructs"),
    ("es", "La cadena se recupera de un ataque del 51%.", "asserts nothing"),
    ("en", "The crash is tracked in issue #9179 of the project.", "asserts nothing"),
    ("en", "FTSE 7,411.2 ▲ 0.6% today and Brent $84.12", "ticker"),
    ("en", "The history of the bridge ........ 45", "table of contents"),
    ("en", "45 / 60 km", "fragment"),
]


@pytest.mark.parametrize(("lang", "sentence", "reason"), REJECTED)
def test_a_sentence_that_asserts_nothing_is_rejected_with_the_reason(lang: str, sentence: str, reason: str) -> None:
    reading = claims.read(sentence, Format.TEXT, lang)
    assert reading.claims == ()
    assert [rejection.reason for rejection in reading.rejections if reason in rejection.reason], reading.rejections


NOTHING = [
    "One lesson is clear to everybody in town.",
    "Web 2.0 and COVID-19 are names.",
    "They walked away.",
    "More on this stands in section C.4.1 of the report.",
    "[Mary Poe, The Modern State, pp. 201-15]",
    "On this the reader may see sections 2 and 3.",
    "The courts follow 410 U.S. 113 and 5 F. 2d 113 to this day.",
    "The cycle of x.0, x.1, x.2 is opaque to most.",
    "Migrate to HTTP/2 on a 5G network of the G 20.",
    "Dates follow ISO 8601 and the mail RFC 5322, as Listing 17-25 shows.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_without_a_quantity_is_not_even_rejected(sentence: str) -> None:
    reading = claims.read(sentence, Format.TEXT, "en")
    assert (reading.claims, reading.rejections) == ((), ())


def test_the_headline_of_another_article_is_rejected() -> None:
    page = '<p>Sales rose 5% in May.</p><p><a href="https://a.example">Mayor spends $2 million on fountain</a></p>'
    reading = claims.read(page, Format.HTML, "en")
    assert [claim.sentence for claim in reading.claims] == ["Sales rose 5% in May."]
    assert "headline" in reading.rejections[0].reason


def test_headings_that_count_what_follows_are_rejected() -> None:
    text = "# Five lessons for business\n\n## Top 10 ways to save\n\n## Prices rose by 5 percent\n"
    assert [claim.sentence for claim in claims.read(text, Format.MARKDOWN, "en").claims] == ["Prices rose by 5 percent"]


def test_items_that_complete_a_condition_are_rejected() -> None:
    text = "As soon as the following hold:\n\n- 100% of the tutorial is done.\n- 80% of the library.\n\nThe team then has 12 members."
    reading = claims.read(text, Format.TEXT, "en")
    assert [claim.sentence for claim in reading.claims] == ["The team then has 12 members."]


def test_items_that_complete_what_must_be_met_are_rejected() -> None:
    text = "We switch to safe mode when the following conditions are met:\n\n- the load is smaller than 20%\n\nThe team has 12 members."
    assert [claim.sentence for claim in claims.read(text, Format.MARKDOWN, "en").claims] == ["The team has 12 members."]


def test_code_and_formulae_hold_no_claim() -> None:
    text = (
        "Set `limit` to 5000 here. The `--jobs 12` option helps.\n\n```\nx = 300 people\n```\n\nThe norm \\(x^2 = 12\\) must be below 50.\n"
    )
    assert claims.read(text, Format.MARKDOWN, "en").claims == ()


def test_small_numbers_beside_the_assertion_are_not_among_its_quantities() -> None:
    claim = claims.read("The two leaders have met over 42 times.", Format.TEXT, "en").claims[0]
    assert [str(quantity.value) for quantity in claim.quantities] == ["42"]


def test_a_dash_before_a_figure_is_a_sign_unless_it_marks_an_item() -> None:
    page, text = (
        "<p>- 2,5 % : le recul est net pour le pays.</p>",
        "Deux chiffres :\n\n- 2,5 % : le recul est net pour le pays.\n- 3 % : la hausse.\n",
    )
    assert [str(quantity.value) for quantity in claims.read(page, Format.HTML, "fr").claims[0].quantities] == ["-2.5"]
    assert [str(quantity.value) for quantity in claims.read(text, Format.TEXT, "fr").claims[0].quantities] == ["2.5"]


def test_a_figure_told_in_words_and_digits_is_listed_once() -> None:
    claim = claims.read("It is present on almost half (43%) of all pages.", Format.TEXT, "en").claims[0]
    assert [str(quantity.value) for quantity in claim.quantities] == ["43"]


def test_decimals_that_number_versions_are_no_claims() -> None:
    text = "Debian 2.1 was new in March. Debian 2.2 runs on Intel.\n\nAt last 2.1 included apt. Some 2,250 packages came with 2.2."
    reading = claims.read(text, Format.TEXT, "en")
    assert [claim.sentence for claim in reading.claims] == ["Some 2,250 packages came with 2.2."]
    assert [quantity.surface for quantity in reading.claims[0].quantities] == ["Some 2,250 packages"]


def test_lines_and_candidates_of_versions_are_no_claims() -> None:
    text = "Every 5.x release is a major one. The kernel that was to be 5.6 will be called 5.6-rc1. It came with 112 fixes."
    assert [claim.sentence for claim in claims.read(text, Format.TEXT, "en").claims] == ["It came with 112 fixes."]


def test_the_first_of_two_days_is_part_of_a_date() -> None:
    text = "The fair ran from 24 to 30 July 2011 and drew 900 people. It rained from 8–14 July 2012."
    (claim,) = claims.read(text, Format.TEXT, "en").claims
    assert [quantity.surface for quantity in claim.quantities] == ["from 24 to 30 July 2011", "900 people"]


def test_code_makes_plain_writing_technical() -> None:
    code = "It calls region_del() first::\n\n    x = 1\n\n"
    text = f"{code}Then size_max is 0. It gives 1 to page_idx. If not, it took 3 of 40 hosts. Of 9,000, 12 ran. It is 14 64-bit steps."
    reading = claims.read(text, Format.TEXT, "en")
    surfaces = [[quantity.surface for quantity in claim.quantities] for claim in reading.claims]
    assert surfaces == [["3", "40 hosts"], ["9,000", "12"], ["14"]]


def test_an_entry_of_a_list_of_options_sets_a_parameter() -> None:
    text = "- `--retries=3`: try 3 times before giving up.\n- `ttl` (in seconds): 3600 seconds\n\nIt takes 3 seconds."
    reading = claims.read(text, Format.MARKDOWN, "en")
    assert [claim.sentence for claim in reading.claims] == ["It takes 3 seconds."]


def test_what_follows_from_a_supposition_supposes_too() -> None:
    text = "Imagine a chain of 10 MB blocks. In such a world, 90% of users are light. Then 5% would pay. Today 12% pay."
    reading = claims.read(f"{text}\n\nThen 3 firms closed.", Format.TEXT, "en")
    assert [claim.sentence for claim in reading.claims] == ["Today 12% pay.", "Then 3 firms closed."]


def test_an_amount_after_a_name_is_no_version() -> None:
    text = "Growth was 2.5 percent. In Chad 6.1 children are born per woman, in Mali 5.9."
    assert len(claims.read(text, Format.TEXT, "en").claims) == 2


def test_small_number_words_of_technical_writing_tell_how_a_thing_is_built() -> None:
    code = "Call `open` first.\n\nThen call `read`.\n\nAt last call `close`.\n\n"
    text = f"{code}The code has four hex digits. It took four out of 5 testers."
    assert [claim.sentence for claim in claims.read(text, Format.MARKDOWN, "en").claims] == ["It took four out of 5 testers."]


def test_a_heading_that_counts_its_charts_claims_nothing() -> None:
    text = "# The myth of the shrinking forest: 7 charts\n\n# Forests lost 7 percent of their trees\n"
    assert [claim.sentence for claim in claims.read(text, Format.MARKDOWN, "en").claims] == ["Forests lost 7 percent of their trees"]

"""Where sentences end, in all languages."""

import pytest

from app.claims.sentences import split

# "|" stands where one sentence ends and the next begins.
CASES = [
    ("en", "He paid $3.5 million. | She paid nothing."),
    ("en", "Dr. Smith met Mr. J. R. Brown at No. 5, St. James St., in the U.S. Senate. | They left."),
    ("en", "It grew in the U.S. | The U.K. followed at 5 p.m. | Nobody saw it."),
    ("en", "See fig. 3 and pp. 4–9, vol. 2, no. 7. | Then stop."),
    ("en", "Really? | Yes! | “We won 5 games.” | They left."),
    ("en", "“We won!” he said. | “We lost?” she asked."),
    ("en", "It fell by 3 %.[1] | It rose again.[2][3] | Nobody knew. [4] | The end."),
    ("en", "It fell by 3 %.¹ | It rose again."),
    ("en", "It fell by 3 %.⁴, ⁵ | It rose again.[1]; [2] | So be it."),
    ("en", "The plan has three parts: build, cap and tax; nothing else."),
    ("en", "He waited … and waited. | Then … | Nothing came."),
    ("en", "It rose . . . to four times its level . . . within a year. | Then it fell."),
    ("en", "It peaked at 94 TWh/yr. | Just before that it was 78."),
    ("en", "It fell from 85 ms to 12 ms. | Then Ms. Poe saw Mt. Hood at 11,000 ft. | It snowed."),
    ("en", "Visit example.com today. | Use Node.js 4.2 now."),
    ("en", "Prices (incl. tax) rose, e.g. by 5 %. | That hurt."),
    ("en", "He took vitamin D. | It helped."),
    ("en", "The firm Acme Inc. reported a loss. | Acme Inc. | The rest is silence."),
    ("de", "Am 3. Oktober kamen 1.200 Gäste, u. a. Prof. Dr. Meier. | Im 19. Jahrhundert war das anders."),
    ("de", "Das sind z. B. 5 Mio. Euro, d. h. ca. 3 Prozent (vgl. Abb. 2). | Der Rest fehlt."),
    ("de", "„Es waren 200.“ | Danach schwieg er."),
    ("fr", "M. Dupont a payé 3,5 millions d’euros, cf. art. 5. | Mme Martin n’a rien payé."),
    ("es", "El Sr. Pérez pagó 3,5 millones en EE. UU. | El resto calló. | ¿Por qué? | ¡Porque sí!"),
    ("it", "Il dott. Rossi, a p. 4, cita l'art. 5. | La S.p.A. tace."),
    ("pt", "O Sr. Silva pagou R$ 3,5 milhões, cf. art. 5. | A Sra. Costa não pagou."),
    ("nl", "Dhr. Jansen betaalde ca. 3,5 mln. euro, zie blz. 4. | Niemand zag het."),
    ("zh", "二〇二〇年有三百万人。| 他们都走了。"),
]


@pytest.mark.parametrize(("lang", "marked"), CASES)
def test_sentences_end_where_a_reader_says(lang: str, marked: str) -> None:
    wanted = [piece.strip() for piece in marked.split("|")]
    text = " ".join(wanted) if lang != "zh" else "".join(wanted)
    assert [text[start:end] for start, end in split(text, lang)] == wanted


def test_a_linked_number_after_the_stop_belongs_to_the_sentence_before() -> None:
    text = "It fell by 3 %.2 It rose again. 3 It stayed."
    spans = split(text, "en", marks=[(15, 16), (32, 33)])
    assert [text[start:end] for start, end in spans] == ["It fell by 3 %.2", "It rose again. 3", "It stayed."]


def test_a_label_is_left_out() -> None:
    assert split("1. One thing.", "en", start=3) == [(3, 13)]

"""The same number, told of somebody else, of another thing, of the contrary, or denied: never support, even in evidence of one sentence."""

from datetime import date

import pytest

from app import verify

TODAY = date(2025, 6, 1)

NEVER_SUPPORTED = [
    ("en", "Halden delivered 435,059 bicycles in the third quarter.", "Brenn delivered 435,059 bicycles in the third quarter."),
    ("en", "In 2019, Ashdown was named Officer of the Order.", "Ivo Brandt was named Officer of the Order in 2019."),
    ("en", "The average household has 2.1 children.", "The average household has 2.1 cars."),
    ("en", "Nearly 60% of households own a dog.", "59.2 per cent of households keep at least one pet; 38 per cent own a dog."),
    ("en", "The city removed 10,000 trees.", "The city has planted 10,000 trees since 2015, and removed 4,000."),
    ("en", "The tech firm lays off 900.", "The tech firm said it had hired 900 people last year."),
    ("en", "Two hostages were freed in Yemen.", "Two aid workers were abducted in Yemen on Sunday, officials said."),
    ("en", "The office rejected 3,400 applications.", "The office accepted 3,400 applications last year."),
    ("en", "The mission cost $980 million.", "Officials denied that the mission had cost $980 million."),
    ("de", "Die Mission kostete 980 Millionen Euro.", "Das Ministerium bestreitet, dass die Mission 980 Millionen Euro kostete."),
    ("de", "Der Konzern entließ 900 Beschäftigte.", "Der Konzern hat 900 Beschäftigte eingestellt."),
    ("fr", "Le groupe a licencié 900 salariés.", "Le groupe a embauché 900 salariés."),
    ("es", "La empresa despidió a 900 trabajadores.", "La empresa contrató a 900 trabajadores."),
    ("en", "Four miners were killed in Chile.", "Four miners were rescued in Chile on Monday after two days underground."),
    ("en", "The factory hires 400 workers.", "The factory's 400 workers went on strike on Monday over pay."),
    ("en", "Seven children rescued from flood", "Seven rescuers searched for children missing in the flood."),
    ("en", "9.1 percent of walkers fell ill.", "Of those who walked, 5.8 percent fell ill, against 9.1 percent of those who did not."),
    ("en", "Profit rose by 9 percent.", "Profit was £418 million, down 9 percent from £459 million a year ago."),
    ("es", "La hostelería creó 12.900 empleos.", "Se crearon 12.900 puestos de trabajo, de ellos 4.100 en la hostelería."),
    ("pt", "Os Estados Unidos compraram 22% do café.", "A Alemanha comprou 22% do total, os Estados Unidos 18%."),
    ("pt", "A safra alcançou 9,3 milhões de sacas.", "A safra deve alcançar 9,3 milhões de sacas em 2025."),
    ("en", "All flights are suspended until 30 April 2020.", "All flights are suspended until 13 April 2020."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "claim", "evidence"), NEVER_SUPPORTED)
def test_the_same_number_of_another_subject_never_supports(lang: str, claim: str, evidence: str) -> None:
    said = verify.judge_text(claim, evidence, lang, TODAY)

    assert said.label is not verify.Label.SUPPORTED, said.trace


STILL_SUPPORTED = [
    ("Airline to cut 1,200 jobs", "Northwind Airways said on Thursday it would shed about 1,200 positions."),
    ("Halden delivered 435,059 bicycles.", "The company delivered 435,059 bicycles in the quarter."),
    ("Halden delivered 435,059 bicycles.", "Chief executive Ivo Brandt said Halden had delivered 435,059 bicycles."),
    ("The train takes 90 minutes.", "The journey by train takes an hour and a half."),
    ("The Senate approved the bill by 51 votes to 49.", "The Senate approved the bill 51-49."),
    ("The rate was raised by 25 basis points.", "The central bank lifted its key rate by a quarter of a percentage point."),
    ("The video was watched 1.5 billion times.", "The video has 1.5 billion views and 9 million likes."),
    ("Actor, 71, dies after fall", "The actor Per Holm has died at the age of 71 after falling at his home."),
    ("In all, 26 Bulgarian provinces reported cases.", "There are 846 confirmed cases in 26 out of 28 Bulgarian provinces."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "evidence"), STILL_SUPPORTED)
def test_pronouns_synonyms_and_other_wordings_still_support(claim: str, evidence: str) -> None:
    said = verify.judge_text(claim, evidence, "en", TODAY)

    assert said.label is verify.Label.SUPPORTED, said.trace

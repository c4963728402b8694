"""Whose document a text is. All sentences are our own."""

from datetime import date

import pytest
from tests.extract.readings import read

from dragoman.resolve.who.issuer import find_issuer

DAY = date(2022, 3, 10)
SIGNED = "Antony J. Blinken, Secretary of State\nWe condemn the attack on the market in Lagos. Our thoughts are with its people."
SPOKEN = "Jane Roe, Department Spokesperson\nProtests over water have spread to many towns. We support the right to assemble."
BEHALF = (
    "Ana Lima, Minister of Foreign Affairs\nOn behalf of the Government of Brazil, I send my congratulations to the people of "
    "Chile as they celebrate their national day. Chile and Brazil are friends."
)
ABROAD = (
    "I applaud the overwhelming vote today in the General Assembly of the United Nations. Norway worked closely with our allies to "
    "drive this vote. Russia has no place on the council. Russia will not be able to take part in it. And we will go on."
)
PUTIN = "We will respond together to President Putin's war. Our resolve is firm. We are united, and we will remain so."

DEPUTY = (
    "Vice President Kamala Harris sat down in Geneva with President Maria Rossi of Chile. The Vice President said that the "
    "United States was grateful. They spoke about our fish. We have much of it."
)
HOUSE = (
    "Ever since those troops took the hills, the United States has stood beside our allies. As I said when I met the "
    "president, Chile has led. Yesterday Chile announced that it would stop. Today I have directed my administration to act."
)
GUEST = (
    "At the invitation of King Faisal bin Abdulaziz, King of Saudi Arabia, the president of Chile paid a visit on Monday. We had "
    "good talks. Our ties are old."
)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (DEPUTY, "USA"),  # "Vice" is nobody's name
        (HOUSE, "USA"),  # its own institutions, whoever else leads
        (GUEST, None),  # a host of whom the text says whose king he is
        (SIGNED, "USA"),
        (SPOKEN, "USA"),
        (BEHALF, "BRA"),
        (ABROAD, "NOR"),  # not the United Nations of which it tells, nor whom it accuses
        (PUTIN, None),  # whose war it is does not say who speaks
        ("The European Union renewed its call on Monday. Ministers met in Brussels.", None),  # the press
        ("OFFICE OF THE SECRETARY-GENERAL\nStatement\nWe welcome the truce. Our envoy will travel soon.", "UNO"),
    ],
)
def test_whose_document_it_is(text, issuer):
    assert find_issuer(read(text, DAY)) == issuer

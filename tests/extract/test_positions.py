"""Where each side stands on what. All sentences are our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook.stances import STANCES
from dragoman.extract.positions import extract_positions
from tests.extract.readings import read


def rows(text):
    return [(p.actor.text, p.stance, p.issue.text) for p in extract_positions(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile opposes the blockade.", ("Chile", "opposes", "blockade")),
        ("Peru called for a ceasefire.", ("Peru", "demands", "ceasefire")),
        ("Ghana refused to withdraw its troops.", ("Ghana", "rejects", "withdraw its troops")),
        ("Norway voiced concern over the arrests.", ("Norway", "concerned", "arrests")),
        ("The plan was rejected by Kenya.", ("Kenya", "rejects", "plan")),
        ("Japan offered to host the talks.", ("Japan", "offers", "host the talks")),
        ("Kenya is opposed to the sanctions.", ("Kenya", "opposes", "sanctions")),
        ("Chile agreed to release the prisoners.", ("Chile", "accepts", "release the prisoners")),
        ("Peru does not support the plan.", ("Peru", "opposes", "plan")),
        ("Kenya's refusal to reopen the border angered Uganda.", ("Kenya", "rejects", "reopen the border")),
        ("Ghana expressed its opposition to the deployment.", ("Ghana", "opposes", "deployment")),
        ("The rebels insisted on direct talks.", ("rebels", "demands", "direct talks")),
        ("Egypt warned against any attack on the port.", ("Egypt", "opposes", "attack on the port")),
        ("Both sides remain divided over the islands.", ("Both sides", "divergent", "islands")),
        ("Russia, which opposes the deployment, offered to mediate.", ("Russia", "offers", "mediate")),
        ("“The sanctions must be lifted,” Ana Soto said.", ("Ana Soto", "demands", "sanctions must be lifted")),
        ("Chile and Peru differ on the fate of the prisoners.", ("Peru", "divergent", "fate of the prisoners")),
        ("Ghana spoke of spies, charges denied by both countries.", ("both countries", "rejects", "charges")),
        ("The head of state refuses to stand down.", ("head of state", "rejects", "stand down")),
        ("Chile is in favour of a referendum.", ("Chile", "supports", "referendum")),
        ("Chile is against the plan.", ("Chile", "opposes", "plan")),
        ("Turkey accused Greece of violating its airspace.", ("Turkey", "opposes", "violating its airspace")),
        ("Norway said the arrests were unacceptable.", ("Norway", "opposes", "arrests")),
        # nouns, also where a tagger may read verbs
        ("Talks broke up following Chile's refusal to reopen the border.", ("Chile", "rejects", "reopen the border")),
        ("Kenya rejected demands that it open its ports.", ("Kenya", "rejects", "demands that it open its ports")),
        ("Peru remains opposed to talks with Chile.", ("Peru", "opposes", "talks with Chile")),
        # what stands between two sides
        ("Chile and Peru remain far apart on the price of gas.", ("Peru", "divergent", "price of gas")),
        ("Chile and Peru are at odds over the price of gas.", ("Chile", "divergent", "price of gas")),
        ("Chile and Peru are deadlocked over the price of gas.", ("Peru", "divergent", "price of gas")),
        # "it" is what another side was told to stand on
        ("Kenya rejected the plan, while Ghana backed it.", ("Ghana", "supports", "plan")),
        ("Kenya opposed the boycott. Ghana supported it.", ("Ghana", "supports", "boycott")),
        ("Kenya rejected the call to arm the rebels, while Ghana backed it.", ("Ghana", "supports", "call to arm the rebels")),
        ("Kenya opposes a no-fly zone over Chad.", ("Kenya", "opposes", "no-fly zone over Chad")),
        # what a side will not do
        ("Ghana will not reopen the border.", ("Ghana", "rejects", "reopen the border")),
        ("Norway would never renegotiate the treaty, Ann Roe said.", ("Norway", "rejects", "renegotiate the treaty")),
        # "it" right behind the saying is who says so
        ("Kenya's foreign ministry said it rejected the map.", ("Kenya's foreign ministry", "rejects", "map")),
        ("The Chadian government said it could not support the plan.", ("Chadian government", "opposes", "plan")),
        ("Chile said Peru had accepted the map because it wanted peace.", ("Peru", "accepts", "map")),
        ("Kenya has always opposed the plan.", ("Kenya", "opposes", "plan")),
        ("Kenya voiced support for the Chadian opposition.", ("Kenya", "supports", "Chadian opposition")),
        ("Chile and Peru disagree over how to share the water.", ("Peru", "divergent", "share the water")),
        # whoever is named for holding it
        ("Ghana has long been a strong critic of the blockade.", ("Ghana", "opposes", "blockade")),
        ("Kenya remains a supporter of the truce.", ("Kenya", "supports", "truce")),
        ("Ghana, an opponent of the blockade, sent a ship.", ("Ghana", "opposes", "blockade")),
        # states that are not recognised, behind what they are said to be
        ("Peru, a country that borders Chile, does not recognise the Republic of Orvana.", ("Peru", "rejects", "Republic of Orvana")),
        # what is wanted done
        ("Chile and Peru want fishing in the bay restricted.", ("Chile", "demands", "fishing in the bay restricted")),
        # what another side is thanked or praised for is its own stance
        ("Norway thanked Ghana for its commitment to the truce.", ("Ghana", "supports", "truce")),
        ("Norway praised Ghana's support for the truce.", ("Ghana", "supports", "truce")),
        # what is put on the table
        ("Norway announced a package of aid for the refugees.", ("Norway", "offers", "package of aid for the refugees")),
        ("Norway will provide an additional $20 million in assistance to Ghana.", (
            "Norway", "offers", "additional $20 million in assistance to Ghana")),
        ("Kenya put forward a compromise text on fishing rights.", ("Kenya", "offers", "compromise text on fishing rights")),
        # aims that are stressed, what is discussed as a trouble, or as what should grow
        ("The minister looks forward to working on ways of advancing regional trade.", ("minister", "supports", "regional trade")),
        ("The ministers discussed the growing threat of famine.", ("ministers", "concerned", "growing threat of famine")),
        ("The ministers discussed closer cooperation on fisheries.", ("ministers", "supports", "closer cooperation on fisheries")),
        ("Minister Berg reaffirmed the strong ties between Norway and Ghana.", (
            "Minister Berg", "supports", "strong ties between Norway and Ghana")),
        ("Minister Berg demonstrated Norway's solidarity and support for Ghana.", ("Norway", "supports", "Ghana")),
        # troubles that no side makes: all are for ending them, none against them
        ("Ghana discussed cooperation on combating climate change.", ("Ghana", "supports", "combating climate change")),
        ("Ghana discussed ways of addressing the cholera pandemic.", (
            "Ghana", "supports", "addressing the cholera pandemic")),
        ("Ghana discussed cooperation on combating piracy.", ("Ghana", "opposes", "piracy")),
        # what both are told to have
        ("Minister Berg reaffirmed the Norwegian and Kenyan commitment to the accord.", ("Kenyan", "supports", "accord")),
        # a text of somebody's own judges with its own voice
        ("We welcome the vote in Orvana. A fair count is essential.", ("We", "demands", "fair count")),
        ("We welcome the vote in Orvana. The gunmen must leave the port.", ("We", "demands", "gunmen must leave the port")),
        # what is condemned in passing, besides
        ("Norway underscored its commitment to hold Ghana accountable for its brutal attack on the port.", (
            "Norway", "opposes", "brutal attack on the port")),
        ("The two discussed the brutal attack on the port.", ("The two", "opposes", "brutal attack on the port")),
        ("The Secretary welcomed the plan.", ("Secretary", "supports", "plan")),
        ("Kenya is interested in joining the customs union.", ("Kenya", "supports", "joining the customs union")),
        ("Kenya is open to a truce.", ("Kenya", "supports", "truce")),
        ("Kenya is grateful for the partnership.", ("Kenya", "supports", "partnership")),
        # stances taken in turns of phrase
        ("Peru is uneasy about the convoy.", ("Peru", "concerned", "convoy")),
        ("Oman feels uncomfortable with the new sanctions.", ("Oman", "concerned", "new sanctions")),
        ("Peru threw its weight behind the Chilean plan.", ("Peru", "supports", "Chilean plan")),
        ("Kenya has given its blessing to the truce.", ("Kenya", "supports", "truce")),
        ("Chile said no to the border plan.", ("Chile", "rejects", "border plan")),
        ("Kenya said yes to the border plan.", ("Kenya", "accepts", "border plan")),
        ("Mali came out against the sanctions.", ("Mali", "opposes", "sanctions")),
        ("Sweden distanced itself from the declaration.", ("Sweden", "opposes", "declaration")),
        ("Kenya bowed to the demand for a vote.", ("Kenya", "accepts", "demand for a vote")),
    ],
)  # fmt: skip
def test_a_stance_its_actor_and_its_issue(text, expected):
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Lima on Monday.",
        "Peru may support the plan.",
        "Chile and Peru agreed to meet again.",
        "The president had a phone call for reporters.",
        "Chile has been under pressure to accept a truce.",
        "The sanctions must be lifted.",
        "If Chile rejects the plan, the talks will fail.",
        # support that is only needed; money that was given, news that are no offer
        "Kenya needs Norway's support for the truce.",
        "Norway provided aid last year.",
        "Norway announced an election.",
        "Norway announced plans to move its embassy.",
        "Ghana expects aid from Norway to fall.",
        # no turn of phrase
        "The minister of Peru put the map behind the desk.",
        "Peru said that no deal was near.",
        "Troops of Peru came against heavy fire.",
        # what lets people in is of nobody's mind
        "Kenya is open to visitors again.",
        # who is spoken to, and thanks to who spoke
        "The minister looks forward to addressing the parliament.",
        "“I am grateful for the time today,” minister Berg said.",
        "“I want to point out we are already there,” minister Berg said.",
        "Chile has a critic.",
        # what it refers to is no issue of another side
        "Chile may reject the plan, while Peru backed it.",
        "The border will not be reopened.",
        "Prices will not extend their fall.",
        "",
        "“ ” ?",
    ],
)
def test_no_stance(text):
    assert rows(text) == []


def test_coordinates_with_their_own_article_or_object_are_issues_apart():
    assert rows("Norway voiced concern over the arrests and the blockade.") == [
        ("Norway", "concerned", "arrests"),
        ("Norway", "concerned", "blockade"),
    ]
    assert [i for _, _, i in rows("Peru called for restraint and dialogue.")] == ["restraint and dialogue"]


def test_a_stance_inside_what_is_demanded_is_not_taken_by_itself():
    assert [stance for _, stance, _ in rows("Chile urged Peru to support the plan.")] == ["demands"]
    assert [stance for _, stance, _ in rows("Chile encouraged Peru to open the port.")] == ["demands"]
    assert [stance for _, stance, _ in rows("Chile encouraged the talks.")] == ["supports"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a means is no aim of its own, nor what an aim serves
        ("Norway underlined its support for Ghana, including by providing aid.", [("Norway", "supports", "Ghana")]),
        ("Norway stressed the importance of joint patrols to protect the bay.", [
            ("Norway", "supports", "joint patrols to protect the bay")]),
        # what is ours, and what should be, nobody demands by that
        ("We welcome the vote. Our friendship is essential to peace. A free press should be in the interest of all.", [
            ("We", "supports", "vote")]),
        # whom somebody is praised with holds the stance alone
        ("Norway thanked Ghana for its support for the truce.", [("Ghana", "supports", "truce")]),
    ],
)  # fmt: skip
def test_these_and_no_others(text, expected):
    assert rows(text) == expected


@pytest.mark.xfail(strict=True, reason="who reads the parties of a conflict out of “the positions” is not told here")
def test_positions_that_remain_apart_are_of_both_sides():
    assert len(rows("Chile met Peru. “The positions on borders remain divergent,” the statement said.")) == 2


def test_toward_is_of_whom_it_is_demanded():
    (row,) = extract_positions(read("Chile urged Peru to reopen the border."))
    assert (row.actor.text, row.stance, [e.text for e in row.toward]) == ("Chile", "demands", ["Peru"])


def test_spans_hold_their_words_and_evidence_is_short():
    text = "“We demand the release of all prisoners,” Norway's foreign minister said on Monday."
    for row in extract_positions(read(text)):
        assert text[row.issue.start : row.issue.end] == row.issue.text
        assert len(row.issue.text.split()) <= 12
        assert all(text[e.start : e.end] == e.text and len(e.text.split()) <= 40 for e in row.evidence)


WORDS = """Peru Chile minister Berg opposes demanded that should must not support for opposition to the plan its two
sides said “ ” , . concern over worried about refused withdraw troops who which by and by them will may unacceptable
unprovoked attack on committed ending war 's there is hope - (""".split()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_whatever_the_text_rows_stand_in_it(text):
    reading = read(text)
    found = extract_positions(reading)
    assert found == extract_positions(reading)
    assert len({(p.actor.text.lower(), p.issue.text.lower(), p.stance) for p in found}) == len(found)
    for row in found:
        assert row.stance in STANCES and 0 < row.confidence < 1
        assert text[row.issue.start : row.issue.end] == row.issue.text
        assert row.issue.text and len(row.issue.text.split()) <= 12
        assert row.actor.span and text[slice(*row.actor.span)] == row.actor.text
        assert all(text[e.start : e.end] == e.text and len(e.text.split()) <= 40 for e in row.evidence)

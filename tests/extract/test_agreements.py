"""Texts that are negotiated: which are named, under what status. All sentences are our own."""

import pytest

from dragoman.extract.agreements import extract_agreements
from tests.extract.readings import read


def rows(text):
    return [(a.name.text, a.status) for a in extract_agreements(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides signed a peace agreement in Lima on Monday.", [("peace agreement", "signed")]),
        ("Peru called for a ceasefire.", [("ceasefire", "proposed")]),
        ("The rebels violated the truce on Friday.", [("truce", "violated")]),
        ("Parliament ratified the Border Treaty on Monday.", [("Border Treaty", "ratified")]),
        ("Negotiators reached a prisoner swap deal.", [("prisoner swap deal", "agreed")]),
        ("The rebels rejected the draft agreement.", [("draft agreement", "rejected")]),
        ("The ministers agreed on some articles of the peace treaty.", [("peace treaty", "partly agreed")]),
        ("The cease-fire collapsed within hours.", [("cease-fire", "collapsed")]),
    ],
)
def test_a_text_and_its_status(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They dealt with the matter and were in agreement.",
        "It took a great deal of time.",
        "Israeli settlements were discussed.",
        "The ministers discussed trade.",
        "The draft was discussed on Monday.",
        "The goalkeeper was picked first in the draft.",
        "The minister said no to a drink.",
        'The novel "The Truce" follows two sisters through a hot summer.',
        'Their new album, "Peace Treaty", was released on Friday.',
        "The film Armistice won a prize in Venice.",
        "The goalkeeper offered his rival a truce after the shouting.",
        "Norway attacked after half-time, and no truce was in sight.",
        "Norway pressed on after half-time, and a truce never looked near.",
        "The theatre and the bank signed a lease agreement.",
    ],
)
def test_no_text(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    ['The ministers signed the "Lima Accord" on Friday.', "The film about the Lima Accord opened in Quito."],
)
def test_a_text_in_quotation_marks_or_beside_a_film_is_one(text):
    assert [name for name, _ in rows(text)] == ["Lima Accord"]


def test_names_of_one_text_are_one_row_and_the_latest_status_wins():
    text = (
        "Peru and Chile negotiated a peace deal for years. On Monday they signed the deal in Lima. "
        "The agreement ends a long war."
    )
    (row,) = extract_agreements(read(text))
    assert row.status == "signed" and row.name.text == "peace deal"
    assert {s.text for s in row.also_called} == {"deal", "agreement"}


def statuses(text):
    return [status for _, status in rows(text)]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        # wanted, called for, offered, foreseen: not there yet
        ("proposed", "Peru called for a ceasefire."),
        ("proposed", "The envoy urged both sides to agree to a truce."),
        ("proposed", "Peru wants a political settlement."),
        ("proposed", "The rebels offered a truce."),
        ("proposed", "The envoy proposed a prisoner swap."),
        ("proposed", "Peru hopes for a peace deal."),
        ("proposed", "The council demanded an immediate ceasefire."),
        ("proposed", "The envoy put forward a peace plan."),
        ("proposed", "The president unveiled a peace initiative on Monday."),
        ("proposed", "Peru supports a two-state solution."),
        ("proposed", "The minister reiterated his support for a two-state solution."),
        ("proposed", "The minister stressed the need for a political settlement."),
        ("proposed", "The plan could be a first step towards a ceasefire."),
        ("proposed", "The envoy backed efforts to achieve a ceasefire."),
        ("proposed", "The leaders are expected to adopt a joint declaration."),
        ("proposed", "A ceasefire is the only way to end the war, the envoy said."),
        ("proposed", "The minister said a ceasefire was needed."),
        ("proposed", "The minister hopes to sign a peace treaty soon."),
        ("proposed", "Chile's proposal for a truce was sent to the rebels."),
        ("proposed", "The rebels said they were ready for a ceasefire."),
        ("proposed", "Peru suggested a prisoner exchange."),
        ("proposed", "The pope appealed for a truce."),
        ("proposed", "The commander offered a ceasefire if the army withdrew."),
        ("proposed", "Brazil suggested a political solution to the crisis."),
        ("proposed", "Ministers called for a negotiated settlement of the conflict."),
        ("proposed", "The general asked for a truce."),
        ("proposed", "The bishops want a ceasefire before Easter."),
        ("proposed", "The secretary general presented a peace plan to both sides."),
        ("proposed", "Both sides must agree to a ceasefire, the envoy said."),
        ("proposed", "There can be no military solution, only a political solution, he said."),
        ("proposed", "The rebel leader is ready to sign a ceasefire."),
        ("proposed", "Sweden put forward a proposal for a ceasefire."),
        ("proposed", "The resolution demands an immediate cessation of hostilities."),
        ("proposed", "The Saudi initiative offers Israel recognition."),
        ("proposed", "The minister welcomed the French proposal."),
        ("proposed", "He repeated his call for an unconditional ceasefire."),
        ("proposed", "The envoy presented a ceasefire plan."),
        ("proposed", "The two armies studied a cease-fire proposal."),
        ("proposed", "The army is considering a truce offer."),
        ("proposed", "The Chinese peace initiative was announced on Friday."),
        ("proposed", "Aid agencies pleaded for a truce."),
        # talks on it are wanted, not held
        ("proposed", "Peru called for talks on a trade treaty with Chile."),
        ("proposed", "A Pakistani spokesman said that Islamabad wanted talks on a no-war pact."),
        ("proposed", "The minister raised the possibility of a truce."),
        ("proposed", "The plan calls for a ceasefire and a withdrawal."),
        ("proposed", "She expressed hope that a ceasefire would be reached soon."),
        ("proposed", "The pope called for an agreement on a truce."),
        ("proposed", "There should be an immediate truce, the envoy said."),
        ("proposed", "Germany is pushing for a Security Council resolution against the regime."),
        ("proposed", "The envoy said a political settlement was the only way out."),
        ("proposed", "It was the first attempt to reach a truce."),
        # talked about, bargained over, close, or tried in vain
        ("under negotiation", "The two sides are negotiating a peace deal."),
        ("under negotiation", "Envoys held talks on a ceasefire."),
        ("under negotiation", "Envoys called for new talks on a trade treaty."),
        ("under negotiation", "The ministers are working on a trade agreement."),
        ("under negotiation", "The two sides are close to a peace deal."),
        ("under negotiation", "The two sides are moving closer to a peace agreement."),
        ("under negotiation", "The ministers made progress towards a trade agreement."),
        ("under negotiation", "The two sides failed to reach a peace deal."),
        ("under negotiation", "Negotiators met in Lima in a bid to reach a peace agreement."),
        ("under negotiation", "The envoys met to discuss a truce."),
        ("under negotiation", "The diplomats are trying to hammer out a peace deal."),
        ("under negotiation", "The six powers are drafting a resolution on the conflict."),
        ("under negotiation", "Negotiations over the details of the draft resolution continued in New York."),
        ("under negotiation", "The two countries are in talks to reach a free trade agreement."),
        ("under negotiation", "The two sides are close to signing a peace accord."),
        ("under negotiation", "The trade agreement is being negotiated in Lima."),
        ("under negotiation", "The two sides have not yet agreed on a ceasefire."),
        ("under negotiation", "Talks aimed at a ceasefire resumed on Monday."),
        ("under negotiation", "The talks are meant to lead to a peace agreement."),
        ("under negotiation", "The negotiators are struggling to reach a peace agreement."),
        ("under negotiation", "The negotiators are on the verge of a peace agreement."),
        ("under negotiation", "The treaty is nearly complete, the negotiators said."),
        ("under negotiation", "The ministers discussed a new trade agreement."),
        ("under negotiation", "The council will vote on a draft resolution on Friday."),
        ("under negotiation", "The two countries began talks on a border treaty."),
        ("under negotiation", "Negotiations for a free trade agreement will resume in May."),
        ("under negotiation", "The sides are edging closer to a ceasefire deal."),
        ("under negotiation", "A peace treaty is being discussed in Oslo."),
        ("under negotiation", "Peace talks ended without agreement; the sides failed to agree on a ceasefire."),
        ("under negotiation", "They did not sign the peace agreement because of a dispute over borders."),
        ("under negotiation", "The delegations left Oslo without agreeing on a humanitarian truce."),
        ("under negotiation", "Mediators are working on a new draft agreement."),
        ("under negotiation", "The envoys negotiated the terms of a truce."),
        ("under negotiation", "Council members are discussing a draft resolution that would impose an embargo."),
        ("under negotiation", "Efforts to revive the nuclear deal stalled in Vienna."),
        ("under negotiation", "The talks on restoring the JCPOA resumed."),
        ("under negotiation", "The negotiations have yet to produce an agreement."),
        ("under negotiation", "The two sides are close to agreement on a prisoner exchange."),
        ("under negotiation", "The United States and Iran held indirect talks on the nuclear deal."),
        ("under negotiation", "A draft accord was being discussed by both delegations."),
        ("under negotiation", "The delegations remain divided over the draft treaty."),
        ("under negotiation", "The two sides failed to reach agreement on a ceasefire."),
        ("under negotiation", "Diplomats hope to finalise the text of the treaty this week."),
        ("under negotiation", "The presidents will hold talks on a peace treaty next week."),
        # parts of it are settled
        ("partly agreed", "The ministers agreed on some articles of the peace treaty."),
        ("partly agreed", "The negotiators settled most points of the draft treaty."),
        # reached, in force, kept or monitored; also what will be signed, and what may yet be ended
        ("agreed", "The truce has held since March."),
        ("agreed", "The two sides extended the ceasefire by a month."),
        ("agreed", "The ceasefire is due to expire on Sunday."),
        ("agreed", "The truce took effect at dawn."),
        ("agreed", "The ceasefire will take effect on Monday."),
        ("agreed", "Under the agreement, troops will leave the valley."),
        ("agreed", "In a 1994 accord the two states fixed the border."),
        ("agreed", "The rebels have implemented the peace deal in full."),
        ("agreed", "The deal reached in Lima on Monday ends the strike."),
        ("agreed", "The summit adopted an action plan on migration."),
        ("agreed", "An action plan was discussed and passed at the summit."),
        ("agreed", "The rebels declared a unilateral ceasefire on Monday."),
        ("agreed", "The government said it was ready to end the truce."),
        ("agreed", "The mediator hopes to extend the truce."),
        ("agreed", "Both sides agreed to a ceasefire on Friday."),
        ("agreed", "The peace agreement provides for free elections."),
        ("agreed", "The conference ended with a joint declaration on refugees."),
        ("agreed", "Peru urged Chile to respect the ceasefire."),
        ("agreed", "Peru called on Chile to implement the peace agreement."),
        ("agreed", "Peru called for full implementation of the Lima Accords."),
        ("agreed", "The ministers agreed to extend the truce."),
        ("agreed", "The Lima Accord is an important step forward."),
        ("agreed", "Chile's peace agreement with Peru is an important step forward."),
        ("agreed", "The Security Council passed a resolution condemning the attack."),
        ("agreed", "A peace deal was struck late on Sunday."),
        ("agreed", "The talks produced a ceasefire."),
        ("agreed", "The talks in Lima led to a truce."),
        ("agreed", "The fighting stopped after a ceasefire was agreed."),
        ("agreed", "The ceasefire went into force at midnight."),
        ("agreed", "The president is committed to the ceasefire."),
        ("agreed", "A trade deal under which Peru will buy grain from Chile came into force in May."),
        ("agreed", "The rebels said they would abide by the ceasefire."),
        ("agreed", "Observers will monitor the ceasefire."),
        ("agreed", "The truce expires at midnight."),
        ("agreed", "The ceasefire is still holding."),
        ("agreed", "The ceasefire remains in place."),
        ("agreed", "The minister welcomed a ceasefire agreement between the two armies."),
        ("agreed", "The agreement calls for the withdrawal of all troops within a month."),
        ("agreed", "The Peruvian and Chilean presidents will sign a border agreement on Friday."),
        ("agreed", "The ministers are to sign a trade agreement in Lima on Friday."),
        ("agreed", "A fisheries agreement was to be signed during the visit."),
        ("agreed", "The ceasefire came into effect at midnight on Tuesday."),
        ("agreed", "The truce, which began in April, has largely held."),
        ("agreed", "Neither side respects the ceasefire, but the accord survives."),
        ("agreed", "The two governments have agreed to renew the fisheries accord."),
        ("agreed", "The king thanked the mediators for the peace deal."),
        ("agreed", "Ceasefire monitors were sent to the border."),
        ("agreed", "They urged the rebels to stick to the ceasefire agreement."),
        ("agreed", "The envoy said the Geneva Accord remains in force."),
        ("agreed", "The deal, brokered by Kenya, allows aid into the city."),
        ("agreed", "The 1979 treaty obliges both states to consult."),
        ("agreed", "After weeks of talks they announced a power-sharing agreement."),
        ("agreed", "The assembly adopted a political declaration."),
        ("agreed", "The foreign ministers issued a joint communique."),
        ("agreed", "Turkey accepted a call for a ceasefire."),
        ("agreed", "A Swiss-brokered truce brought a lull in the fighting."),
        ("agreed", "The leaders approved a road map for peace."),
        ("agreed", "The general threatened to end the truce."),
        ("agreed", "The rebels accepted the ceasefire proposal."),
        ("agreed", "The warring factions reached agreement on a new constitution."),
        ("agreed", "The cabinet voted to accept the truce."),
        ("agreed", "The leaders vowed to respect the accord."),
        ("agreed", "He warned that the attacks could wreck the peace deal."),
        ("agreed", "The rebels have pledged to honour the ceasefire."),
        ("agreed", "The Oslo accords were implemented only in part."),
        ("agreed", "The agreement will enter into force on 1 June."),
        ("agreed", "Peru joined the Ottawa Convention on landmines."),
        ("agreed", "The mission verifies compliance with the 1991 accord."),
        ("agreed", "They hailed the agreement as historic."),
        ("agreed", "The army chief ordered his troops to observe the ceasefire."),
        ("agreed", "Fighting broke out despite the truce."),
        ("agreed", "Fighting resumed an hour after the ceasefire began."),
        ("agreed", "Under the terms of the accord, the troops will go home."),
        ("agreed", "The leaders agreed on a ceasefire and a withdrawal."),
        ("agreed", "The president announced that a ceasefire had been reached."),
        ("agreed", "The two armies reached an agreement on a ceasefire."),
        ("agreed", "The parties reached agreement on a prisoner exchange."),
        ("agreed", "The cabinet approved a deal on a prisoner swap."),
        ("agreed", "The rebels accepted a truce on Sunday but shelling went on."),
        ("agreed", "The truce was extended for a week."),
        ("agreed", "The truce was due to expire on Monday."),
        ("agreed", "There is a ceasefire in the north, the officer said."),
        ("agreed", "The Security Council unanimously adopted a resolution on the conflict."),
        ("agreed", "The two presidents hailed the Algiers agreement."),
        ("agreed", "The Algiers agreement, reached in 1975, fixed the border along the river."),
        ("agreed", "According to the agreement, the prisoners will be freed in May."),
        ("agreed", "The army and the rebels declared a truce for the holiday."),
        ("agreed", "Observers doubted that the truce would hold."),
        # made, though a parliament is still to have its say
        ("agreed", "Peru has not ratified a border treaty with Chile."),
        ("agreed", "The Senate has yet to ratify the treaty."),
        ("agreed", "The president hopes to ratify a trade agreement with Chile."),
        # signed, whatever else is said of it
        ("signed", "Peru and Chile signed a border treaty on Monday."),
        ("signed", "The peace accord, signed in 1998, ended the war."),
        ("signed", "The two presidents attended the signing of the peace accord."),
        ("signed", "The peace agreement was signed by both sides in Lima."),
        ("signed", "A peace deal signed in May ended the war."),
        ("signed", "Peru is a signatory to the Nuclear Test Ban Treaty."),
        ("signed", "Ministers from six states signed a memorandum of understanding on trade."),
        ("signed", "The treaty that was signed in Rome in 1957 created the market."),
        ("signed", "A ceasefire agreement was signed between the army and the rebels on Monday."),
        ("signed", "He initialled the draft treaty in Vienna."),
        ("signed", "They have signed and published the accord."),
        ("signed", "Both countries have signed the Ottawa Convention on landmines."),
        ("signed", "At the signing ceremony, they signed a peace treaty."),
        ("signed", "The foreign ministers initialled the accord in Paris."),
        ("signed", "The ministers congratulated Peru on signing the Lima Accord."),
        # approved by a parliament
        ("ratified", "The Peruvian parliament approved the border treaty on Monday."),
        ("ratified", "The Senate ratified the treaty."),
        ("ratified", "Lawmakers in Lima passed a trade agreement that was signed last year."),
        ("ratified", "The Duma ratified the arms treaty by a wide margin."),
        ("ratified", "The Knesset approved the peace treaty with Jordan."),
        ("ratified", "Peru was the first state to ratify the Lima Accord, which remains in force."),
        # refused, also by saying that it will not be signed
        ("rejected", "The rebels rejected a proposed ceasefire."),
        ("rejected", "The rebels refused to sign the peace accord."),
        ("rejected", "Peru turned down the peace plan."),
        ("rejected", "The general ruled out a ceasefire."),
        ("rejected", "Russia vetoed a draft resolution on Monday."),
        ("rejected", "The rebels refused a demand for a ceasefire."),
        ("rejected", "The rebels rejected a call for a truce."),
        ("rejected", "Chile said it would not sign the treaty."),
        ("rejected", "The minister said there would be no ceasefire."),
        ("rejected", "Voters rejected the peace agreement in a referendum."),
        ("rejected", "The council voted down the draft resolution."),
        ("rejected", "We cannot sign a ceasefire with terrorists, the general said."),
        ("rejected", "The peace plan was dismissed by the rebels."),
        ("rejected", "The prime minister refused to accept the peace plan."),
        ("rejected", "The movement rejected the UN proposal."),
        ("rejected", "The opposition said it would not accept the power-sharing deal."),
        ("rejected", "The rebels turned down an offer of a truce."),
        ("rejected", "The minister ruled out any ceasefire."),
        ("rejected", "China vetoed the Security Council resolution."),
        ("rejected", "He dismissed the Arab initiative as useless."),
        ("rejected", "The rebels rejected a ceasefire proposal."),
        ("rejected", "Israel turned down the truce proposal."),
        ("rejected", "The cabinet voted to reject the truce."),
        ("rejected", "The rebels rejected a deal on a prisoner swap."),
        # broken by somebody
        ("violated", "The army accused the rebels of violating the truce."),
        ("violated", "The agreement of May has not been observed, the ministry said."),
        ("agreed", "The agreement of May has been observed, the ministry said."),
        ("violated", "The attack was a breach of the ceasefire agreement."),
        ("violated", "The army said the raid was in violation of the ceasefire."),
        ("violated", "The rebels broke the truce on Friday."),
        ("violated", "The two armies accused each other of ceasefire violations."),
        ("violated", "Chile has repeatedly violated the peace accord."),
        ("violated", "Both sides accused each other of breaking the truce."),
        ("violated", "Shelling in breach of the ceasefire went on all night."),
        ("violated", "Jets violated the cease-fire on Sunday."),
        ("violated", "He called the raid a flagrant violation of the 1974 accord."),
        ("violated", "The ceasefire was violated several times overnight."),
        ("violated", "The army accused the rebels of a ceasefire violation."),
        ("violated", "Rebels have repeatedly broken the truce."),
        ("violated", "The ceasefire agreement was violated within hours."),
        # over
        ("collapsed", "The ceasefire collapsed within hours."),
        ("collapsed", "The truce broke down on Friday."),
        ("collapsed", "The peace accord fell apart in May."),
        ("collapsed", "The rebels called off their ceasefire on Friday."),
        ("collapsed", "The rebels ended a truce on Friday."),
        ("collapsed", "The minister declared the peace deal dead."),
        ("collapsed", "The president pulled out of the nuclear deal."),
        ("collapsed", "The ceasefire is over, the general said."),
        ("collapsed", "The prime minister said the peace agreement was null and void."),
        ("collapsed", "The peace deal has unravelled."),
        ("collapsed", "The rebels announced that they were ending their ceasefire."),
        ("collapsed", "The government scrapped the agreement."),
        ("collapsed", "Talks resumed after the collapse of the truce."),
        ("collapsed", "The country withdrew from the arms treaty in June."),
        ("collapsed", "The truce has ended."),
        ("collapsed", "The cabinet decided to withdraw from the accord."),
        ("collapsed", "Fighting resumed after the ceasefire collapsed."),
        ("collapsed", "The truce expired on Monday."),
        ("collapsed", "Sudan suspended the agreement."),
        ("collapsed", "The truce did not hold."),
        # "no" is an answer, wherever the tree hangs it
        ("rejected", "The rebels have said no to a ceasefire."),
        ("rejected", "The rebels said no to a ceasefire."),
        ("rejected", "The government said no to a ceasefire with the rebels."),
        ("proposed", "The rebels did not say no to a ceasefire."),
        # a truce that nobody will extend, or that they tried to extend in vain
        ("rejected", "The rebels refused to extend the truce."),
        ("rejected", "The government refuses to renew the ceasefire."),
        ("rejected", "The government will not extend the truce."),
        ("collapsed", "Efforts to extend the truce failed."),
        ("collapsed", "Attempts by Kenya to renew the ceasefire have collapsed."),
        ("collapsed", "The envoy's bid to prolong the ceasefire was unsuccessful."),
        ("agreed", "Efforts to extend the truce have not failed."),
        ("agreed", "Efforts to extend the truce will fail, an analyst wrote."),
        ("agreed", "Efforts to extend the truce succeeded."),
        ("agreed", "Efforts to extend the truce are over, the minister said after both had signed."),
        ("collapsed", "The two sides failed to extend the truce."),
        ("agreed", "The two sides have yet to extend the truce."),
        ("agreed", "The two sides did not fail to extend the truce."),
        ("under negotiation", "The two sides failed to revive the nuclear deal."),
        # what was agreed at talks is not what they were about
        ("agreed", "Peru and Chile agreed at talks in Lima to a ceasefire."),
        ("agreed", "The two sides agreed after talks in Oslo to an exchange of prisoners."),
        ("under negotiation", "Peru and Chile agreed at talks on a ceasefire to meet again."),
        # a draft that nothing was said of before
        ("rejected", "The draft was rejected."),
        ("agreed", "The draft was adopted on Monday."),
        # who denounces it without a say in it changes nothing, nor does who had refused it before
        (
            "signed",
            "Peru and the rebels signed a peace pact on Monday. A splinter faction led by Luis Vera rejected the pact.",
        ),
        ("signed", "Peru and Chile signed a peace pact on Monday. Islamist leader Omar Haddad rejected the pact."),
        (
            "signed",
            "Peru and Chile signed a peace pact on Monday. The rebel chief had refused to sign the pact last month.",
        ),
        ("agreed", "Peru and Chile reached a peace pact on Monday. The Rev. John Orr denounced the pact as a shame."),
        ("rejected", "Peru and Chile signed a peace pact on Monday. Peru's parliament rejected the pact on Friday."),
        ("rejected", "Peru and Chile reached a peace pact on Monday. Party members rejected the pact on Friday."),
        (
            "under negotiation",
            "Peru and Chile are close to a border treaty. Supporters of the cleric denounced the treaty.",
        ),
        (
            "signed",
            "Peru and the rebels signed a peace pact on Monday. The head of a pro-rebel government denounced the pact.",
        ),
        # nor does how long it was negotiated
        (
            "signed",
            "Peru and Chile signed a peace treaty on Monday. The Lima Peace Treaty, negotiated over two years, ends the war.",
        ),
        # signed, in other words
        ("signed", "The two presidents put their signatures to a border pact in Lima on Monday."),
        ("signed", "Peru's envoy affixed his seal to the fisheries treaty."),
        ("signed", "Ministers of five states put pen to paper on a water treaty."),
        ("agreed", "The envoys will put their names to the trade pact in June."),
        ("proposed", "Peru wants Chile to put its name to a fisheries pact."),
        # carried out by all sides, or by one, or in part
        ("implemented", "Peru and Chile have carried out the border treaty in full."),
        ("implemented", "The peace accord has been fully implemented, the mission said."),
        ("implemented", "The last troops went home under the Lima accords, which both sides have now carried out."),
        ("agreed", "Peru has carried out the border treaty in full."),
        ("agreed", "Both sides have partly implemented the border treaty."),
        ("agreed", "The accord must be implemented at once, Peru said."),
        ("agreed", "The 1991 accord was never implemented."),
        # broken, where a span of time stands right behind the text
        ("violated", "Militiamen broke the truce hours after it was declared."),
        ("violated", "The army violated the truce days after signing it."),
        # talked over, offered, weighed, joined, left
        ("under negotiation", "Peru and Chile are still haggling over the border treaty."),
        ("proposed", "Peru offered a truce on Friday."),
        ("proposed", "The rebels are weighing a ceasefire."),
        ("ratified", "Chile has acceded to the treaty."),
        ("agreed", "Chile may accede to the treaty."),
        ("collapsed", "The rebels walked out of the peace accord."),
        ("rejected", "Chile's voters said no to the treaty."),
        ("rejected", "Peru rejected a draft protocol on whaling."),
        ("agreed", "Delegates approved a draft convention on mercury."),
        ("rejected", "Peru's lawmakers threw out the border accord."),
        ("rejected", "A court in Lima struck down the treaty."),
        ("collapsed", "Chile has shelved the fisheries treaty."),
        ("collapsed", "The raid scuppered the border accord."),
        ("agreed", "A humanitarian pause was declared in the port."),
    ],
)
def test_what_the_words_around_a_text_say_of_it(status, text):
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        # what may come soon by a mediator's word is read as what may come
        ("under negotiation", "Mediators said a ceasefire could be reached within days."),
    ],
)
@pytest.mark.xfail(strict=True, reason="not told apart yet")
def test_what_is_not_read_yet(status, text):
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The resolution of the conflict will take years.",
        "The general spoke for the Government of National Accord on Monday.",
        "They resolved to find a solution to the traffic problem.",
        "The company dealt with the complaint.",
        "Israeli settlements in the territories grew last year.",
        "She was the first draft pick of the club.",
        "A great deal of money was spent.",
        "The ministers exchanged views on the conflict.",
        "The stock exchange fell on Monday.",
        "Both governments were in agreement on the matter.",
        "He plans to visit Peru.",
        "The initiative belongs to the players on the field.",
        "The swap of shares was completed.",
        "The former Warsaw Pact states joined the alliance.",
        "The UN Charter forbids the use of force.",
        "Critics said the proposal was vague.",
        "The government's plan to raise taxes was criticised.",
        "They took the initiative in the second half.",
        "A settlement of 300 houses was built near the river.",
        "No agreement was reached.",
        "The constitution guarantees free speech.",
        "The ministers discussed the resolution of the dispute.",
        "North Korea violated several Security Council resolutions.",
        "The Trade Agreements Act was amended last year.",
        "The Feed the World Initiative was praised.",
        # programmes, orders, offices and newspapers
        "The Green Harvest Network initiative helps farmers.",
        "A Presidential Memorandum on parks was published.",
        "The president signed a presidential trade memorandum on Monday.",
        "The Chief of Protocol received the guests.",
        "He writes for the Eastern Outlook.",
        # which of several, nobody knows
        "The company announced its agreements with suppliers.",
        "Trade agreements were discussed.",
    ],
)
def test_nouns_that_name_no_text_here(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        # resolutions: of a council, by number, or by what is done to them
        ("draft resolution", "The council discussed a draft resolution on the embargo."),
        ("Security Council resolution", "Chile voted for the Security Council resolution on the embargo."),
        ("resolution", "Parliament passed a resolution condemning the coup."),
        # proposals and initiatives: by owner, or for peace
        ("Peruvian proposal", "Chile studied the Peruvian proposal."),
        ("Arab initiative", "The Arab initiative was welcomed in Rome."),
        ("proposal", "Chile studied a proposal by Peru for a joint border force."),
        ("peace plan", "The peace plan was published on Sunday."),
        # titles in capitals
        ("ASEAN Outlook on the Indo-Pacific", "Peru supports the ASEAN Outlook on the Indo-Pacific."),
        ("Paris Charter", "These rights are in the Paris Charter."),
        ("Partnership for Peace", "Chile wants to join the Partnership for Peace."),
        ("European constitution", "Voters rejected the European constitution in May."),
        # short names of texts
        ("JCPOA", "Iran returned to the JCPOA."),
        ("declaration of principles", "Peru and Chile signed a declaration of principles on water in Lima on Monday."),
        ("statement of principles", "Peru and Chile signed a statement of principles in Lima."),
        ("no-fly agreement", "Peru and Chile agreed on a no-fly agreement in Lima."),
        ("cessation of hostilities agreement", "They welcomed the cessation of hostilities agreement struck in May."),
        # several at once, where it is said with whom
        ("peace treaties", "Chile and Peru have peace treaties with Bolivia."),
        # the act of agreeing, with what it is on
        ("agreement", "The two states are close to agreement on a common border."),
        ("ceasefire", "The two armies reached an agreement on a ceasefire."),
        # captives told of before
        ("swap", "The army holds 30 prisoners. Their release is being discussed, but the swap will take time."),
    ],
)
def test_how_a_text_is_called(name, text):
    assert [n for n, _ in rows(text)] == [name]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # a draft is not the text that was adopted earlier
        (
            [("draft resolution", "under negotiation"), ("earlier Security Council resolution", "agreed")],
            "Envoys are negotiating a draft resolution. The embargo was agreed under an earlier Security Council resolution.",
        ),
        # one text by its short name, by another word for it, by its plain noun
        (
            [("Joint Comprehensive Plan of Action", "agreed")],
            "Peru praised the Joint Comprehensive Plan of Action (JCPOA). The JCPOA is in force.",
        ),
        (
            [("Lima peace accord", "agreed")],
            "The Lima peace accord took effect in May. Under the Lima agreement, troops will leave the valley.",
        ),
        (
            [("Peruvian initiative", "proposed")],
            "The Peruvian initiative was put forward in May. The initiative calls for a summit.",
        ),
        # "the treaty" is no declaration, and goes back to the one that is called so
        (
            [("border treaty", "signed"), ("joint declaration", "agreed")],
            "The ministers discussed a border treaty. They issued a joint declaration. Then they signed the treaty.",
        ),
        # what is sought is not there because its keeping is spoken of
        (
            [("peace agreement", "under negotiation")],
            "The sides are negotiating a peace agreement. The mission would oversee the implementation of the agreement.",
        ),
        # and a truce that is broken is not kept because somebody should keep it
        ([("truce", "violated")], "The rebels broke the truce on Friday. The envoy urged them to respect the truce."),
        # a truce that holds, and the wider ceasefire that is wanted
        (
            [("truce", "agreed"), ("permanent ceasefire", "proposed")],
            "The truce has held since April. The envoy called for a permanent ceasefire.",
        ),
        # what an agreement would do does not make it
        (
            [("trade agreement", "under negotiation")],
            "Peru is negotiating a trade agreement with Chile. The agreement includes rules on fish.",
        ),
        # called as the report mostly calls it
        (
            [("ceasefire", "agreed")],
            "A full cessation of hostilities was agreed. The ceasefire has held. The ceasefire began on Monday.",
        ),
    ],
)
def test_which_mentions_are_one_text(expected, text):
    assert rows(text) == expected


def test_who_only_praises_a_text_is_no_party_to_it():
    (row,) = extract_agreements(read("Chile and Peru welcomed the ceasefire."))
    assert row.parties == ()
    (row,) = extract_agreements(read("Chile and Peru extended the ceasefire."))
    assert [p.text for p in row.parties] == ["Chile", "Peru"]

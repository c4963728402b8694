"""Plain sentences of acts, each a kind that was read wrongly once: what was done, how, by whom, on whom, when. All are
our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report

WEDNESDAY = "2010-05-05"


def code(text: str, day: str = WEDNESDAY):
    return record_of(code_report(Report(text, date.fromisoformat(day))))["events"]


def tell(events) -> list[str]:
    """ "CATEGORY/mode aux: actors > recipients"."""
    out = []
    for e in events:
        head = "/".join([e["event"], *e["mode"]]) + "".join(f" {a}" for a in e["aux"])
        sides = [" ".join(dict.fromkeys(x["code"] or "?" for x in e[side])) for side in ("actor", "recipient")]
        out.append(f"{head}: {' > '.join(s for s in sides if s)}")
    return out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is asked of somebody, refused or threatened
        ("The president of Chad appealed to the rebels on Monday to lay down their weapons.", "REQUEST/yield: TCD > TCD"),
        ("Rwanda was urged by the African Union on Tuesday to pull its soldiers out of Goma.", "REQUEST/yield: AU > RWA"),
        ("The Arab League on Sunday demanded that Turkish forces leave northern Iraq.", "REQUEST/yield: LAS > TUR"),
        ("Russia must withdraw its troops from Georgia, the British minister said.", "REQUEST/yield: GBR > RUS"),
        ("Canada urged its citizens on Monday to leave Lebanon.", "REQUEST/change: CAN > CAN"),
        ("Serbia has rejected a demand by NATO that its troops leave Kosovo.", "REJECT/yield: SRB > NATO"),
        ("Kenya turned down an appeal from Britain to cut its deficit.", "REJECT/change: KEN > GBR"),
        ("Ethiopia threatened the colonels who took the port of Assab with war.", "THREATEN/violence: ETH"),
        ("North Korea threatened to turn Seoul into a sea of fire.", "THREATEN/violence: PRK > KOR"),
        ("The EU threatened Belarus with new sanctions on Monday.", "THREATEN/restrict: EU > BLR"),
        # a charge levelled; people who riot; by what, not on whom
        ("Peru has levelled at Ecuador the accusation of sheltering smugglers.", "ACCUSE/allege: PER > ECU"),
        ("Crowds rioted in Nairobi on Monday, looting shops.", "PROTEST/riot: KEN > KEN"),
        ("An Iranian drone attack on a Saudi refinery was condemned by Egypt.", "ASSAULT/drone: IRN > SAU"),
    ],
)  # fmt: skip
def test_how_it_was_done(text: str, told: str):
    assert told in tell(code(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whoever refuses what others ask has not asked it; it is asked of him
        ("Kenya turned down an appeal from Britain to reform its police.", "REQUEST/change: GBR > KEN"),
        ("Criticism of Turkey from Greece grew on Monday.", "ACCUSE/disapprove: GRC > TUR"),
        # a thing is of those who hold it, before it is of where it lies
        ("Ethiopian jets hit a fuel depot held by Eritrean troops near Assab on Friday.", "ASSAULT/aerial: ETH > ERI"),
        ("Ministers of Oman, Iraq and Egypt met in Muscat on Monday.", "CONSULT/multilateral: OMN IRQ EGY"),
        # those whom an attack left dead
        ("An attack with machetes on a village in Kenya left nine dead.", "ASSAULT/primitive: KEN"),
        ("A car bomb outside a mosque in Karachi left six people dead on Tuesday.", "ASSAULT/explosives: PAK"),
    ],
)
def test_who_did_it_to_whom(text: str, told: str):
    assert told in tell(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "The earthquake in Chile left 200 dead.",
        "A virus attacked the computer of a Dutch grandmother on Monday.",
        "She became the first Kenyan woman to climb the peak.",
        "Germany will send eleven swimmers to Rome in July.",
        "The bus carrying Spanish fans was held up by snow near Lyon.",
        "Sweden has not won gold since 1994.",
    ],
)
def test_no_act(text: str):
    assert tell(code(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what it came to, and by what it was done, is the act itself
        ("Sudanese aircraft bombed a market in Darfur on Monday, killing 12 people.", ["ASSAULT/aerial: SDN > SDN"]),
        ("Israeli gunboats shelled a port in Lebanon on Tuesday, wounding four of the fishermen.",
         ["ASSAULT/heavy-weapons: ISR > LBN"]),
        ("Two French soldiers were killed by a mine that blew up their lorry in Mali on Monday.",
         ["ASSAULT/explosives: FRA"]),
        ("Iraqi aircraft dropped mustard gas on the Iranian town of Sardasht last week, killing hundreds.",
         ["ASSAULT/unconventional: IRQ > IRN"]),
        # another act stays one
        ("Rebels in Mali seized an army lorry on Monday, killing two French soldiers.",
         ["COERCE/seize: MLI > MLI", "ASSAULT: MLI > FRA"]),
    ],
)  # fmt: skip
def test_each_act_once(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # arms handed to a state help it; handed over by rebels they disarm them
        ("Portugal will hand three old tanks over to Ukraine before the summer, its defence minister said.",
         ["AGREE: PRT > UKR"]),
        ("Portugal handed three old tanks over to Ukraine on Monday.", ["AID: PRT > UKR"]),
        ("The rebels handed their rifles to Chad's army on Monday.", ["RETREAT/disarm: TCD > TCD"]),
        # moved to a frontier, or together with troops, they threaten
        ("Eritrea sent three battalions and tanks to the frontier with Djibouti on Tuesday.",
         ["MOBILIZE/troops: ERI > DJI"]),
        ("Italy sent soldiers and helicopters to Lebanon on Friday.", ["MOBILIZE/troops: ITA > LBN"]),
        ("Germany will deploy 500 more soldiers to Lithuania in May, the defence ministry said.",
         ["MOBILIZE/troops future: DEU"]),
        ("Russia began air exercises near the Finnish border on Friday.", ["MOBILIZE/troops: RUS > FIN"]),
        ("Egypt put 3,000 police on the streets of Cairo on Monday.", ["MOBILIZE/police: EGY"]),
        # let through, shut out
        ("Ethiopia allowed aid trucks through to Mekele on Tuesday.", ["RETREAT/access: ETH"]),
        ("Kenya closed the border of Somalia on Monday.", ["COERCE/restrict: KEN > SOM"]),
        ("Haiti was placed under an oil embargo by the Security Council on Friday.", ["SANCTION/discontinue: UNO > HTI"]),
        # lies spread, computers attacked
        ("Iran has spread fake videos about Bahrain on social networks, Bahraini officials said.",
         ["COERCE/misinformation: IRN > BHR"]),
        ("Officials in Zurich said the bank had spread its risks.", []),
        ("Chinese hackers crippled servers of the Japanese foreign ministry on Friday.", ["COERCE/cyber: CHN > JPN"]),
        ("Iranian hackers attacked the computers of two Saudi banks on Monday.", ["COERCE/cyber: IRN > SAU"]),
        # citizens in the way protest, soldiers do not
        ("French farmers on Monday blocked the border crossings with Spain.", ["PROTEST/obstruct: FRA > ESP"]),
        ("Turkish soldiers blocked the road to Afrin on Monday.", ["COERCE/restrict: TUR > SYR"]),
        # gas
        ("Police in Lagos used tear gas against students on Monday.", ["ASSAULT/crowd-control: NGA > NGA"]),
        ("Iraq used chemical weapons against Iran on Friday.", ["ASSAULT/unconventional: IRQ > IRN"]),
        ("Germany used less Norwegian gas this winter, the ministry said.", []),
    ],
)  # fmt: skip
def test_what_was_done(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is still undone is kept and flagged; what one will not do is refused
        ("Algeria and Malta have never recognised the annexation.", ["SUPPORT negation: DZA MLT"]),
        ("Japan has not ratified the treaty with Korea, officials said.", ["SUPPORT negation: JPN > KOR"]),
        ("Peru has not rejected the Chilean draft, its envoy insisted.", ["REJECT negation: PER > CHL"]),
        ("Vietnam has never apologised to Cambodia for the raid.", ["CONCEDE negation: VNM > KHM"]),
        ("Norway will not recognise the new government of Mali.", ["REJECT: NOR > MLI"]),
        ("Jordan has never had a nuclear programme.", []),
    ],
)
def test_what_has_not_been_done(text: str, told: list[str]):
    assert tell(code(text)) == told


@pytest.mark.parametrize(
    ("text", "category", "day"),
    [
        # counted from the clause above
        ("Peru expelled two Chilean diplomats on Monday, a day after Chile arrested a Peruvian officer.",
         "COERCE", "2010-05-02"),
        ("France recalled its ambassador from Mali on Tuesday, a week after Mali had expelled a French diplomat.",
         "SANCTION", "2010-04-27"),
        ("Oman closed its embassy in Chad, two months after Chad arrested an Omani envoy.", "COERCE", "2010-03"),
        ("Libya seized a Greek trawler on Monday, days after Greece arrested a Libyan.", "COERCE", "2010-05-03"),
        # of the day of the verb beside
        ("Iran's minister left Baku on Saturday after accusing Azerbaijan of spying.", "ACCUSE", "2010-05-01"),
        ("Condemnation of the coup in Mali by France came on Monday night.", "ACCUSE", "2010-05-03"),
        # the hour before is the day's; the night before is the day's before
        ("Fourteen Colombian rebels were extradited by Colombia to Spain before dawn on Tuesday. They were asleep.",
         "COOPERATE", "2010-05-04"),
        ("Bolivia's president resigned on Sunday. Two students had been shot dead by police the night before in La Paz.",
         "ASSAULT", "2010-05-01"),
    ],
)  # fmt: skip
def test_the_day(text: str, category: str, day: str):
    assert day in [e["date"] and e["date"]["start"] for e in code(text) if e["event"] == category]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Egypt put 3,000 police on the streets of Cairo on Monday.", "Cairo"),
        ("Rebels fired mortars on the town of Goma in Congo on Monday.", "Goma"),
        ("Turkish jets dropped bombs on the Syrian city of Afrin on Monday.", "Afrin"),
        ("Brazil and Peru signed an agreement on the island of Fernando.", None),
    ],
)
def test_the_place(text: str, place: str | None):
    assert [e["place"] and e["place"]["name"] for e in code(text)] == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whoever is the first to do it does it
        ("Emmanuel Macron on Sunday became the first French president to visit Rwanda since 2010.",
         ["CONSULT/visit: FRA > RWA"]),
        ("Chile became the first state to ratify the treaty on Monday.", ["SUPPORT: CHL"]),
        ("Kenya's president will be the first African leader to visit Fiji.", ["AGREE: KEN > FJI"]),
        ("Sweden hopes to be the first state to sign the pact.", []),
        # who breaks a protest up is not at it
        ("Police in Cairo broke up the students' protest on Monday.", ["COERCE/restrict: EGY > EGY", "PROTEST/demo: EGY > EGY"]),
        # what markets and weather will do is nobody's threat
        ("The German firm warned that weak demand in China would hurt its profit.", []),
        ("The central bank of Mexico warned that a rise in fuel prices would slow growth.", []),
        ("Iran warned that any attack on its ships would be answered.", ["THREATEN: IRN"]),
    ],
)  # fmt: skip
def test_what_is_told_in_other_ways(text: str, told: list[str]):
    assert tell(code(text)) == told


def test_who_breaks_up_a_protest_is_not_at_it():
    events = code("Riot police dispersed a protest by miners in La Paz on Monday.")
    assert [e["actor"][0]["text"] for e in events if e["event"] == "PROTEST"] == ["miners"]


def test_the_first_visit_since_then_is_of_now():
    events = code("Emmanuel Macron on Sunday became the first French president to visit Rwanda since 2001.")
    assert [e["date"]["start"] for e in events] == ["2010-05-02"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # where they are to be sent, not who is sent
        ("Rwanda promised on Monday to send 400 police officers to Haiti.", ["AGREE: RWA > HTI"]),
        ("Denmark has agreed to extradite two Somali pirates to Kenya.", ["AGREE: DNK > KEN"]),
        # thanks offered, warning given
        ("Thanks were offered by Nepal to India on Friday for the loan of two helicopters.", ["SUPPORT: NPL > IND"]),
        ("Statues of the dictator were toppled by crowds in Bucharest on Friday.", ["PROTEST/vandalize: ROU > ROU"]),
        ("Zimbabwe was suspended from the Commonwealth on Tuesday.", ["SANCTION/expel: CW > ZWE"]),
        ("Oil wells belonging to a British firm were taken over by Libya on Sunday.", ["COERCE/seize: LBY > GBR"]),
        ("A curfew was imposed in Lima on Monday after riots.", ["COERCE/curfew: PER > PER"]),
        ("Teachers in Lagos downed tools on Monday over unpaid wages.", ["PROTEST/strike: NGA > NGA"]),
        # whoever was in it; whoever died is not investigated
        ("A bus carrying Congolese miners was ambushed by gunmen near Bukavu on Tuesday.", ["ASSAULT/firearms: COD > COD"]),
        ("Prosecutors in Rome have opened an inquiry into the death of an Egyptian student.", ["ACCUSE/investigate: ITA"]),
    ],
)  # fmt: skip
def test_acts_of_every_kind(text: str, told: list[str]):
    assert tell(code(text)) == told

"""Questions as readers of news put them: who was that, on that day? Known right, or honestly unknown (`?`)."""

from dragoman.codebook.answers import read_question, who_held

QUESTIONS = """
Boutros-Ghali|1994-05-05|Boutros Boutros-Ghali
Milosevic|1995-11-21|Slobodan Milošević
Karadzic|1995-05-05|Radovan Karadžić
Izetbegovic|1995-11-21|Alija Izetbegovic
Tudjman|1995-11-21|Franjo Tuđman
Secretary of State Christopher|1995-05-05|Warren Christopher
Kozyrev|1994-05-05|Andrei Kozyrev
Juppe|1994-05-05|Alain Juppé
Hurd|1994-05-05|Douglas Hurd
Rabin|1993-09-13|Yitzhak Rabin
Foreign Minister Peres|1994-05-05|Shimon Peres
King Hussein|1994-10-26|Hussein
President Assad|1996-05-05|Hafez al-Assad
Yilmaz|1998-05-05|Mesut Yılmaz
Ciller|1995-05-05|Tansu Çiller
Papandreou|2010-05-05|George Papandreou
Denktash|2003-05-05|Rauf Denktash
Solana|1997-05-05|Javier Solana
Solana|2005-05-05|Javier Solana
EU foreign policy chief|2008-05-05|Javier Solana
NATO Secretary General|2011-05-05|Anders Fogh Rasmussen
UN Secretary-General|2011-05-05|Ban Ki-moon
Ban|2011-05-05|Ban Ki-moon
ElBaradei|2006-05-05|Mohamed ElBaradei
IAEA Director General|2022-05-05|Rafael Grossi
Pakistani Prime Minister|2005-05-05|Shaukat Aziz
Indian external affairs minister|2009-07-05|S. M. Krishna
British foreign secretary|2003-03-03|Jack Straw
U.S. Secretary of Defense|2004-03-03|Donald Rumsfeld
German Chancellor|1999-03-03|Gerhard Schröder
French President|2013-03-03|François Hollande
Iranian Foreign Minister Zarif|2015-07-14|Mohammad Javad Zarif
Zelenskiy|2022-07-14|Volodymyr Zelensky
Lukashenka|2012-07-14|Alexander Lukashenko
Saakashvili|2008-08-10|Mikheil Saakashvili
Sarkozy|2008-08-10|Nicolas Sarkozy
Karzai|2008-08-10|Hamid Karzai
Gadhafi|2008-08-10|Muammar Gaddafi
Qaddafi|2008-08-10|Muammar Gaddafi
Garang|2005-07-15|John Garang
Machar|2014-05-15|Riek Machar
Sinn Fein leader Gerry Adams|1998-04-10|Gerry Adams
Pope Francis|2015-04-10|Francis
the Pope|2007-04-10|Benedict XVI
Prachanda|2009-04-10|Pushpa Kamal Dahal
Lula|2005-04-10|Luiz Inácio Lula da Silva
Chavez|2005-04-10|Hugo Chávez
Kabila|2000-04-10|Laurent Kabila
Kabila|2005-04-10|Joseph Kabila
Bush|1990-08-10|George H. W. Bush
Bush|2005-08-10|George W. Bush
Gorbachev|1990-08-10|Mikhail Gorbachev
Shevardnadze|1990-08-10|Eduard Shevardnadze
Shevardnadze|1999-08-10|Eduard Shevardnadze
Wang Yi|2019-08-10|Wang Yi
Xi|2019-08-10|Xi Jinping
Kim Jong Un|2018-06-12|Kim Jong-un
Moon|2018-06-12|Moon Jae-in
Abe|2018-06-12|Shinzo Abe
Suu Kyi|2018-06-12|Aung San Suu Kyi
Than Shwe|2008-06-12|Than Shwe
Hun Sen|2008-06-12|Hun Sen
Thaksin|2004-06-12|Thaksin Shinawatra
Megawati|2002-06-12|Megawati Sukarnoputri
Arroyo|2004-06-12|Gloria Macapagal Arroyo
Prabhakaran|2004-06-12|Velupillai Prabhakaran
Solheim|2004-06-12|Erik Solheim
Kumaratunga|2004-06-12|Chandrika Kumaratunga
Mugabe|2004-06-12|Robert Mugabe
Mbeki|2004-06-12|Thabo Mbeki
Obasanjo|2004-06-12|Olusegun Obasanjo
Dlamini-Zuma|2004-06-12|Nkosazana Dlamini-Zuma
Egeland|2004-06-12|Jan Egeland
Brahimi|2013-06-12|Lakhdar Brahimi
de Mistura|2015-06-12|Staffan de Mistura
Griffiths|2019-06-12|Martin Griffiths
Khalilzad|2020-02-29|Zalmay Khalilzad
Holbrooke|2009-06-12|Richard Holbrooke
Mitchell|1998-04-10|George Mitchell
Ahern|1998-04-10|Bertie Ahern
Blair|1998-04-10|Tony Blair
Mowlam|1998-04-10|Mo Mowlam
Trimble|1998-08-10|David Trimble
Erekat|2010-04-10|Saeb Erekat
Fayyad|2010-04-10|Salam Fayyad
Haniyeh|2006-08-10|Ismail Haniyeh
Meshaal|2010-08-10|Khaled Meshaal
Nasrallah|2006-08-10|Hassan Nasrallah
Siniora|2006-08-10|Fouad Siniora
Olmert|2006-08-10|Ehud Olmert
Livni|2008-08-10|Tzipi Livni
Talabani|2008-08-10|Jalal Talabani
Maliki|2008-08-10|Nouri al-Maliki
Barzani|2008-08-10|?
Merkel|1993-05-05|?
Obama|2003-05-05|?
Putin|1995-05-05|?
Truss|2012-05-05|?
Macron|2012-05-05|?
Sunak|2030-01-01|?
Scholz|2026-01-01|?
Gordon Smith|2008-05-05|?
Trump|2010-05-05|?
Lavrov|2000-05-05|Sergey Lavrov
Clinton|2005-05-05|?
Ruritanian foreign minister|2005-05-05|?
North Korean foreign minister|2018-06-12|Ri Yong-ho
South Korean president|2018-06-12|Moon Jae-in
Spanish Prime Minister|2005-06-12|José Luis Rodríguez Zapatero
Egypt's foreign minister|2005-06-12|Ahmed Aboul Gheit
Foreign Minister of Ukraine|2023-06-12|Dmytro Kuleba
Armenian foreign minister Mirzoyan|2022-06-12|Ararat Mirzoyan
State Department spokesman Ned Price|2022-01-12|Ned Price
Kremlin spokesman Peskov|2022-01-12|Dmitry Peskov
President of the European Commission|2022-01-12|Ursula von der Leyen
African Union Commission chairman|2022-01-12|Moussa Faki Mahamat
Arab League secretary-general|2005-01-12|Amr Moussa
"""


def answer(words: str, day: str) -> str:
    name, title, code = read_question(words)
    holder = who_held(name, day, title, code).holder
    return holder.person if holder is not None else "?"


def test_questions_are_answered_right_or_not_at_all():
    rows = [line.split("|") for line in QUESTIONS.strip().splitlines()]
    wrong = {(words, day): answer(words, day) for words, day, person in rows if answer(words, day) != person}
    assert wrong == {}


def test_no_question_finds_a_name_long_after_the_table_ends():
    for line in QUESTIONS.strip().splitlines():
        assert answer(line.split("|")[0], "2060-01-01") == "?"

from __future__ import annotations

import pytest

from dragoman.errors import NotEnglish
from dragoman.read.language import check_english

ENGLISH = [
    "Envoys met.",
    "Petrova met Okafor in Geneva on Tuesday.",
    "KHARTOUM, March 3 (Own) -- Rebel commander Idris Bakr rejected the truce.",
    # names and quotations in another language do not make it one
    "The envoy told El Sol de la Tarde that “la paz es posible”, and left the city for Las Palmas.",
    # a list of signatories
    "Signed in Nairobi by: Grace Wanjiru, for the Government; Ali Hassan Noor, for the Movement; Ann Lee, witness.",
    # a table
    (
        "Results of the council vote on Monday: Petrova 12, Okafor 9, Nguyen 7, Karim 6, Roe 5, Haddad 4, Silva 3, Larsen 2, "
        "Mbeki 1, Tanaka 1, Novak 0, Weber 0, Costa 0, Ivanov 0, Lopez 0, Kim 0, Diallo 0, Farah 0, Yilmaz 0, Rossi 0"
    ),
    "Déjà vu: Zoë Nuñez, the EU’s envoy to Côte d’Ivoire, said that the naïve façade was over.",
]
OTHER = [
    "Die Minister haben sich am Montag in Genf getroffen und über den Frieden gesprochen, sagte ein Sprecher.",
    "Les ministres se sont réunis lundi à Genève pour parler de la paix, a déclaré un porte-parole.",
    "Los ministros se reunieron el lunes en Ginebra para hablar de la paz, dijo un portavoz.",
    "I ministri si sono incontrati lunedì a Ginevra per parlare della pace, ha detto un portavoce.",
    "Os ministros reuniram-se na segunda-feira em Genebra para falar da paz, disse um porta-voz.",
    "Bakanlar pazartesi günü Cenevre'de barış için bir araya geldi ve görüşmeler devam edecek.",
    "Para menteri bertemu di Jenewa pada hari Senin untuk membicarakan perdamaian dan gencatan senjata.",
    "Министры встретились в понедельник в Женеве.",
    "部长们星期一在日内瓦会面。",
    "التقى الوزراء يوم الاثنين في جنيف.",
    "Οι υπουργοί συναντήθηκαν τη Δευτέρα στη Γενεύη.",
    # languages of which no word is known here
    (
        "Ministerit tapasivat maanantaina Genevessä ja keskustelivat rauhasta, tiedottaja sanoi. Neuvottelut jatkuvat ensi "
        "viikolla samassa kaupungissa, mutta osapuolet eivät ole vielä sopineet aikataulusta."
    ),
    (
        "Ministrat u takuan të hënën në Gjenevë dhe diskutuan për paqen, tha një zëdhënës. Bisedimet do të vazhdojnë javën e "
        "ardhshme në të njëjtin qytet."
    ),
    (
        "Wasiirradii ayaa Isniintii ku kulmay Geneva waxayna ka wada hadleen nabadda, sida uu sheegay afhayeen. Wadahadalladu "
        "way sii socon doonaan toddobaadka soo socda."
    ),
    (
        "Các bộ trưởng đã gặp nhau hôm thứ Hai tại Geneva và thảo luận về hòa bình, người phát ngôn cho biết. Các cuộc đàm phán "
        "sẽ tiếp tục vào tuần tới."
    ),
    "12 34 !!! 56",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text: str) -> None:
    check_english(text, "x")


@pytest.mark.parametrize("text", OTHER)
def test_other_languages_do_not(text: str) -> None:
    with pytest.raises(NotEnglish, match=r"^x: "):
        check_english(text, "x")

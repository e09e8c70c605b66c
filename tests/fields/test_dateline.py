"""Datelines: every shape in invented text, and what only looks like one."""

import datetime
import time

import pytest

from newsclean.article import Dateline
from newsclean.fields.dateline import find_dateline, is_dateline_line, opens_with_dateline

PUBLISHED = datetime.date(2024, 6, 15)
STORY = "The council voted on Tuesday to repair the old bridge over the river before the winter."
TEXT = {
    "en": STORY,
    "de": "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke vor dem Winter zu erneuern.",
    "fr": "Le conseil municipal a décidé mardi de réparer le vieux pont avant la fin de l'automne.",
    "es": "El ayuntamiento decidió el martes reparar el viejo puente sobre el río antes del invierno.",
    "it": "Il consiglio comunale ha deciso martedì di riparare il vecchio ponte prima dell'inverno.",
    "pt": "A câmara municipal decidiu na terça-feira reparar a velha ponte antes do inverno.",
    "tr": "Belediye meclisi salı günü nehrin üzerindeki eski köprünün onarılmasına karar verdi.",
    "ar": "قرر المجلس البلدي يوم الثلاثاء إصلاح الجسر القديم فوق النهر قبل حلول فصل الشتاء المقبل.",
    "ru": "Городской совет во вторник решил отремонтировать старый мост через реку до зимы.",
    "hi": "नगर परिषद ने मंगलवार को नदी पर बने पुराने पुल की मरम्मत सर्दियों से पहले कराने का निर्णय लिया।",
    "zh": "市政府星期二決定在冬天之前修復河上的舊橋，工程預計持續三個月，費用由中央負擔。",
    "ja": "市議会は火曜日、冬が来る前に川に架かる古い橋を修理することを賛成多数で決めた。",
    "ko": "시의회는 화요일 겨울이 오기 전에 강을 가로지르는 낡은 다리를 보수하기로 결정했다.",
    "id": "Dewan kota memutuskan pada Selasa untuk memperbaiki jembatan tua itu sebelum musim hujan.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να επισκευάσει την παλιά γέφυρα του ποταμού.",
}

# language, opening, raw, place, agency, month and day
SHAPES = [
    ("en", "LISBON (AP) — ", "LISBON (AP)", "LISBON", "AP", None),
    ("en", "ELM GROVE, Wis. (AP) — ", "ELM GROVE, Wis. (AP)", "ELM GROVE, Wis.", "AP", None),
    ("en", "TOLEDO, Ohio (AP) - ", "TOLEDO, Ohio (AP)", "TOLEDO, Ohio", "AP", None),
    ("en", "ST. LOUIS (AP) — ", "ST. LOUIS (AP)", "ST. LOUIS", "AP", None),
    ("en", "HANOI, May 3 (Reuters) - ", "HANOI, May 3 (Reuters)", "HANOI", "Reuters", (5, 3)),
    (
        "en",
        "ROME/VADUZ, March 7 (Reuters) - ",
        "ROME/VADUZ, March 7 (Reuters)",
        "ROME/VADUZ",
        "Reuters",
        (3, 7),
    ),
    (
        "en",
        "SALEM, Mass., Dec. 11 (UPI) — ",
        "SALEM, Mass., Dec. 11 (UPI)",
        "SALEM, Mass.",
        "UPI",
        (12, 11),
    ),
    ("en", "Oct 29 (Reuters) - ", "Oct 29 (Reuters)", None, "Reuters", (10, 29)),
    ("en", "(Reuters) — ", "(Reuters)", None, "Reuters", None),
    ("en", "DENVER — ", "DENVER", "DENVER", None, None),
    ("en", "DENVER - ", "DENVER", "DENVER", None, None),
    ("en", "DENVER – ", "DENVER", "DENVER", None, None),
    ("en", "DENVER ― ", "DENVER", "DENVER", None, None),
    ("en", "DENVER -- ", "DENVER", "DENVER", None, None),
    ("en", "DENVER —", "DENVER", "DENVER", None, None),
    ("en", "SMITHFIELD, N.C.—", "SMITHFIELD, N.C.", "SMITHFIELD, N.C.", None, None),
    ("en", "COLD CREEK, W.Va. - ", "COLD CREEK, W.Va.", "COLD CREEK, W.Va.", None, None),
    ("en", "PUTRAJAYA, Nov 22 — ", "PUTRAJAYA, Nov 22", "PUTRAJAYA", None, (11, 22)),
    ("en", "Madison, Wis. — ", "Madison, Wis.", "Madison, Wis.", None, None),
    ("en", "New Elm, NY – ", "New Elm, NY", "New Elm, NY", None, None),
    (
        "en",
        "OTTAWA (January 24, 2024) — ",
        "OTTAWA (January 24, 2024)",
        "OTTAWA",
        None,
        (1, 24),
    ),
    ("en", "(CNN)", "(CNN)", None, "CNN", None),
    (
        "en",
        "Hong Kong (CNN Business)",
        "Hong Kong (CNN Business)",
        "Hong Kong",
        "CNN Business",
        None,
    ),
    ("en", "NEW DELHI: ", "NEW DELHI", "NEW DELHI", None, None),
    (
        "en",
        "Washington, DC, United States: ",
        "Washington, DC, United States",
        "Washington, DC, United States",
        None,
        None,
    ),
    ("en", "Kolkata, India: ", "Kolkata, India", "Kolkata, India", None, None),
    ("en", "NEW JERSEY (WQXZ) -- ", "NEW JERSEY (WQXZ)", "NEW JERSEY", "WQXZ", None),
    (
        "en",
        "HILO, Hawaii (IslandNewsNow) - ",
        "HILO, Hawaii (IslandNewsNow)",
        "HILO, Hawaii",
        "IslandNewsNow",
        None,
    ),
    (
        "en",
        "SYLHET, Dec 20, 2023 (BSS) - ",
        "SYLHET, Dec 20, 2023 (BSS)",
        "SYLHET",
        "BSS",
        (12, 20),
    ),
    ("en", "HarbourWATCH.Net - ", "HarbourWATCH.Net", None, "HarbourWATCH.Net", None),
    ("en", "New Delhi, Sep 20 (PTI) ", "New Delhi, Sep 20 (PTI)", "New Delhi", "PTI", (9, 20)),
    (
        "en",
        "By Ravi K Menon Thimphu, Oct 17 (PTI) ",
        "Thimphu, Oct 17 (PTI)",
        "Thimphu",
        "PTI",
        (10, 17),
    ),
    (
        "en",
        "BOISE, Idaho, May 5, 2024 /PRNewswire/ -- ",
        "BOISE, Idaho, May 5, 2024 /PRNewswire/",
        "BOISE, Idaho",
        "PRNewswire",
        (5, 5),
    ),
    (
        "en",
        "RENO, Nev.--(BUSINESS WIRE)--",
        "RENO, Nev.--(BUSINESS WIRE)",
        "RENO, Nev.",
        "BUSINESS WIRE",
        None,
    ),
    ("en", "[SINGAPORE] ", "[SINGAPORE]", "SINGAPORE", None, None),
    ("en", "ATLANTA (Peachline) — ", "ATLANTA (Peachline)", "ATLANTA", "Peachline", None),
    ("en", "MOSCOW, May 5. /TASS/. ", "MOSCOW, May 5. /TASS/", "MOSCOW", "TASS", (5, 5)),
    ("de", "Hamburg (dpa/lno) – ", "Hamburg (dpa/lno)", "Hamburg", "dpa/lno", None),
    ("de", "Berlin/Bonn (dpa) - ", "Berlin/Bonn (dpa)", "Berlin/Bonn", "dpa", None),
    ("de", "Wien (epdÖ) – ", "Wien (epdÖ)", "Wien", "epdÖ", None),
    ("de", "Frankfurt (Oder) (dpa) - ", "Frankfurt (Oder) (dpa)", "Frankfurt (Oder)", "dpa", None),
    ("de", "BERLIN taz | ", "BERLIN taz", "BERLIN", "taz", None),
    ("de", "München/London – ", "München/London", "München/London", None, None),
    ("de", "Oberdingsbach - ", "Oberdingsbach", "Oberdingsbach", None, None),
    ("de", "Leipzig. ", "Leipzig", "Leipzig", None, None),
    ("de", "Asunción: ", "Asunción", "Asunción", None, None),
    ("de", "(Leipzig) - ", "(Leipzig)", "Leipzig", None, None),
    ("de", "Bern, 5. März 2024. ", "Bern, 5. März 2024", "Bern", None, (3, 5)),
    ("fr", "Paris (AFP) - ", "Paris (AFP)", "Paris", "AFP", None),
    (
        "fr",
        "GENÈVE, 12 juillet (Reuters) - ",
        "GENÈVE, 12 juillet (Reuters)",
        "GENÈVE",
        "Reuters",
        (7, 12),
    ),
    ("tr", "ANKARA (AA) - ", "ANKARA (AA)", "ANKARA", "AA", None),
    ("ar", "القاهرة (أ ف ب) - ", "القاهرة (أ ف ب)", "القاهرة", "أ ف ب", None),
    ("ar", "سان مارتان (رويترز) - ", "سان مارتان (رويترز)", "سان مارتان", "رويترز", None),
    (
        "es",
        "MADRID, 29 Nov. (EUROPA PRESS) - ",
        "MADRID, 29 Nov. (EUROPA PRESS)",
        "MADRID",
        "EUROPA PRESS",
        (11, 29),
    ),
    ("es", "Quito, 7 oct (EFE).- ", "Quito, 7 oct (EFE)", "Quito", "EFE", (10, 7)),
    ("es", "Ciudad de México.- ", "Ciudad de México", "Ciudad de México", None, None),
    ("it", "(ANSA) - ROMA, 28 LUG - ", "(ANSA) - ROMA, 28 LUG", "ROMA", "ANSA", (7, 28)),
    ("it", "DAL NOSTRO INVIATOTORINO - ", "TORINO", "TORINO", None, None),
    ("pt", "LISBOA, 3 mai (Lusa) - ", "LISBOA, 3 mai (Lusa)", "LISBOA", "Lusa", (5, 3)),
    (
        "ru",
        "КАЗАНЬ, 10 фев — РИА Новости. ",
        "КАЗАНЬ, 10 фев — РИА Новости",
        "КАЗАНЬ",
        "РИА Новости",
        (2, 10),
    ),
    ("ru", "МИНСК, 29 июня. /ТАСС/. ", "МИНСК, 29 июня. /ТАСС/", "МИНСК", "ТАСС", (6, 29)),
    ("hi", "पटना, 5 मई (भाषा) ", "पटना, 5 मई (भाषा)", "पटना", "भाषा", (5, 5)),
    ("id", "Jakarta (ANTARA) - ", "Jakarta (ANTARA)", "Jakarta", "ANTARA", None),
    ("id", "BANDUNG, WARTAKU.com - ", "BANDUNG, WARTAKU.com", "BANDUNG", "WARTAKU.com", None),
    ("el", "Θεσσαλονίκη (ΑΠΕ-ΜΠΕ) - ", "Θεσσαλονίκη (ΑΠΕ-ΜΠΕ)", "Θεσσαλονίκη", "ΑΠΕ-ΜΠΕ", None),
    ("zh", "新华社北京4月24日电", "新华社北京4月24日电", "北京", "新华社", (4, 24)),
    (
        "zh",
        "（中央社記者林小山高雄21日電）",
        "（中央社記者林小山高雄21日電）",
        "高雄",
        "中央社",
        (6, 21),
    ),
    ("zh", "〔記者王大明／台北報導〕", "〔記者王大明／台北報導〕", "台北", None, None),
    ("ja", "【パリ＝山本花子】", "【パリ＝山本花子】", "パリ", None, None),
    ("ja", "【ワシントン共同】", "【ワシントン共同】", "ワシントン", "共同", None),
    ("ja", "[東京 15日 ロイター] - ", "[東京 15日 ロイター]", "東京", "ロイター", (6, 15)),
    (
        "ko",
        "(부산=연합뉴스) 김하늘 기자 = ",
        "(부산=연합뉴스) 김하늘 기자",
        "부산",
        "연합뉴스",
        None,
    ),
    ("ko", "[대전=뉴시스] ", "[대전=뉴시스]", "대전", "뉴시스", None),
]


@pytest.mark.parametrize(
    ("language", "opening", "raw", "place", "agency", "day"),
    [pytest.param(*row, id=f"{row[0]}: {row[1].strip()}") for row in SHAPES],
)
def test_shape(
    language: str,
    opening: str,
    raw: str,
    place: str | None,
    agency: str | None,
    day: tuple[int, int] | None,
) -> None:
    text = opening + TEXT[language]
    found = find_dateline([text, TEXT[language]], language=language, published=PUBLISHED)
    assert found.value is not None
    assert (found.value.raw, found.value.place, found.value.agency) == (raw, place, agency)
    date = found.value.date
    assert (date and (date.month, date.day)) == day
    evidence = found.evidence[0]
    assert evidence.rule
    assert (evidence.source, evidence.block) == ("text", 0)
    assert evidence.span is not None
    assert text[slice(*evidence.span)] == evidence.raw == raw
    assert opens_with_dateline(text, language)


@pytest.mark.parametrize(
    ("raw", "city", "region"),
    [
        pytest.param("LISBON (AP)", "LISBON", None, id="city alone"),
        pytest.param("ELM GROVE, Wis. (AP)", "ELM GROVE", "Wis.", id="state"),
        pytest.param("Kolkata, India (PTI)", "Kolkata", "India", id="country"),
        pytest.param("ROME/VADUZ (Reuters)", "ROME", None, id="two cities"),
        pytest.param("Neustadt (Hessen) (dpa)", "Neustadt", "Hessen", id="state in brackets"),
        pytest.param("Frankfurt (Oder) (dpa)", "Frankfurt (Oder)", None, id="part of the name"),
    ],
)
def test_city_and_region(raw: str, city: str, region: str | None) -> None:
    value = find_dateline([f"{raw} - {STORY}"], language="en").value
    assert value is not None
    assert (value.raw, value.city, value.region) == (raw, city, region)


TRAPS = [
    ("en", "Hong Kong is burning. The authorities have called for help from the mainland today."),
    ("en", "MARTHA Quill is the best known of the runners who took part in the race on Sunday."),
    ("en", "THE NATIONAL MUSEUM of Industry will close its doors for two years from next spring."),
    ("en", "IN the heart of the valley, a woman of ninety still bakes her bread in a stone oven."),
    (
        "de",
        "Leipzig: Hier wurde vor vierzig Jahren das erste Werk des Unternehmens feierlich eröffnet.",
    ),
    ("en", "Oregon: Known for its forests and its rain, the state draws walkers from all over."),
    ("en", "UPDATE: 5/12 — The shop that listed the painting has removed it from its catalogue."),
    (
        "en",
        "UPDATE — The shop that first listed the painting has removed it from its catalogue now.",
    ),
    (
        "en",
        "EXCLUSIVE – The mayor told this newspaper on Friday that she would not run once more.",
    ),
    (
        "en",
        "WARNING GRAPHIC DETAIL: The court heard how the victim was found by a neighbour at six.",
    ),
    (
        "fr",
        "LE POINT SUR LA GRÈVE - Les syndicats ont annoncé mardi une nouvelle journée d'action.",
    ),
    (
        "en",
        "HOLLIS--Peter James, 91, of Fernwood, New York, passed away on Friday with his family.",
    ),
    (
        "en",
        "Nora Field — Oxford-trained surgeon and author — has been criticised by her colleagues.",
    ),
    ("en", "The U.K. High Court - and the many questions that it decides - has become an issue."),
    ("en", "TERESA MOULD, HOST: The state's lawmakers are holding a special session this week."),
    ("en", "DEAR GABBY: My neighbour of twenty years has bought a drum kit for his younger son."),
    ("en", 'Sen. Ann Thorne (D-Ohio): "I have not heard anyone ask that question here before."'),
    (
        "en",
        "Rep. Hugh Ware (R-S.C.) said on Monday that he would not support the bill in the House.",
    ),
    (
        "en",
        "11:00 am – Police receive a first call from the shopping centre in the north of town.",
    ),
    ("en", "10 April 2025, 18:00 - Rome time @ the main stage, with free entry for all visitors."),
    ("en", "Workers repair a fence near the border on Monday outside Pinedale, Ariz. (AP)"),
    (
        "en",
        "Pakistan Farmers League (PTI), the country's oldest movement, holds its congress today.",
    ),
    ("ja", "【日本時間今夜開幕】世界大会の最初の試合は今夜行われ、日本代表が登場する予定である。"),
    ("ja", "【写真＝山本花子】橋の修理が始まった現場には朝から多くの市民が集まって見守っていた。"),
    ("de", "Von Anna Sommer, Frankfurt"),
    ("en", "Associated Press in Valencia"),
    (
        "en",
        "Machine learning (ML) provides a strong answer by giving relevant hints in real time.",
    ),
    ("en", "The Dental Society (ADS) says that brushing twice a day is what counts for children."),
    (
        "en",
        "LEARN HTML - A solid overview of the language for all developers, from novice to expert.",
    ),
    (
        "en",
        "PEPPERMINT - Repels ants, mice and moths, and makes a good tea in cold winter evenings.",
    ),
    (
        "en",
        "SUMMARY: Setting the right price can make or break a shop, so how do you start with it?",
    ),
    (
        "en",
        "FYI: Some shops keep records of each visit in order to improve what they offer to you.",
    ),
    ("en", "Typical Range: $876 - $1,042"),
    ("en", "OCTOBER 13, 2025"),
    ("en", "GIRLS BASKETBALL"),
    ("en", "ABSTRACT."),
    ("en", "IN PERSON"),
    ("en", "Last Updated: 20 January 2025"),
    (
        "de",
        "Kommentar - Der Stadtrat hat am Dienstag eine Entscheidung getroffen, die niemand wollte.",
    ),
    ("de", "Dr. Hedwig Lorenz wurde nach ihrem Studium in Jena zur Leiterin des Museums berufen."),
    ("de", "Hallo. Ich möchte gerne wissen, ob man diesen Teig auch am Abend vorher machen kann."),
    (
        "de",
        "Wasserstoff - Das Gas gilt als Hoffnungsträger, doch der Wasserstoff bleibt sehr teuer.",
    ),
    ("de", "Erfurt: Läuferin überrascht über 1.500 Meter"),
    (
        "es",
        "Detenidos. Una ambulancia sale del centro penitenciario donde han sido trasladados hoy.",
    ),
    (
        "pt",
        "Desaparecimento - A jovem desapareceu na madrugada de sábado depois de uma festa na praia.",
    ),
    (
        "en",
        "London — once the capital of the world's trade — has lost its place among the markets.",
    ),
    (
        "en",
        "PALO VERDE, CA - APRIL 23: Workers walk to the gate of the plant on Thursday in the rain.",
    ),
    (
        "en",
        "Boston | Dallas | Denver | Houston | Memphis | Miami | Phoenix | Seattle | Washington",
    ),
    ("en", ""),
    ("zh", "小明的手机没电了，他只好在路上问一个陌生人能不能借他的电话打给住在城外的母亲。"),
    ("ko", "[사진=시청 제공] 시의회는 화요일 겨울이 오기 전에 낡은 다리를 보수하기로 결정했다."),
]


@pytest.mark.parametrize(
    ("language", "text"), [pytest.param(*row, id=row[1][:30] or "empty") for row in TRAPS]
)
def test_trap(language: str, text: str) -> None:
    found = find_dateline([text, TEXT[language]], language=language, published=PUBLISHED)
    assert found.value is None
    assert found.evidence == ()
    assert not opens_with_dateline(text, language)
    assert not is_dateline_line(text, language)


@pytest.mark.parametrize(
    ("opening", "published", "expected"),
    [
        pytest.param("OSLO, May 3 —", (2024, 5, 4), (2024, 5, 3), id="same year"),
        pytest.param("OSLO, Dec 31 —", (2025, 1, 1), (2024, 12, 31), id="the year before"),
        pytest.param("OSLO, Jan. 1 —", (2024, 12, 31), (2025, 1, 1), id="the year after"),
        pytest.param("OSLO, Feb 29 —", (2024, 3, 1), (2024, 2, 29), id="leap day"),
        pytest.param("OSLO, Feb 29 —", (2022, 3, 1), None, id="no leap year near"),
        pytest.param("OSLO, May 3, 2019 —", (2024, 5, 4), (2019, 5, 3), id="year given"),
        pytest.param("OSLO, May 3, 2019 —", None, (2019, 5, 3), id="year given, no anchor"),
        pytest.param("OSLO, May 3 —", None, None, id="no anchor"),
        pytest.param("OSLO, 3 May 2024 (Reuters) -", None, (2024, 5, 3), id="day first"),
        pytest.param("OSLO (2024-05-03) —", None, (2024, 5, 3), id="ISO 8601"),
        pytest.param("（中央社高雄31日電）", (2024, 6, 1), (2024, 5, 31), id="day alone"),
    ],
)
def test_date_is_completed(
    opening: str, published: tuple[int, int, int] | None, expected: tuple[int, int, int] | None
) -> None:
    text = TEXT["zh"] if opening[0] == "（" else STORY
    anchor = datetime.datetime(*published, 12) if published else None
    value = find_dateline([f"{opening} {text}"], language="en", published=anchor).value
    assert value is not None
    assert value.date == (datetime.date(*expected) if expected else None)


@pytest.mark.parametrize(
    ("paragraphs", "block"),
    [
        pytest.param(["A deck that sums it up.", f"QUITO — {STORY}"], 1, id="deck"),
        pytest.param(
            ["Editor's note: corrected.", "By Al Reed", f"QUITO — {STORY}"], 2, id="note"
        ),
        pytest.param(
            ["ABSTRACT.", "What it says.", "FULL TEXT.", "A deck.", f"QUITO — {STORY}"],
            4,
            id="abstract",
        ),
        pytest.param(["BAAR, SWITZERLAND", STORY], 0, id="a line of its own"),
        pytest.param(["A deck.", "Ankara", STORY], 1, id="a city on a line"),
        pytest.param([STORY * 8, f"QUITO — {STORY}"], None, id="behind the lede"),
        pytest.param(["Quito", "Lima", "Bogotá", STORY], None, id="a list of places"),
    ],
)
def test_where_it_stands(paragraphs: list[str], block: int | None) -> None:
    found = find_dateline(paragraphs, language="en")
    assert (found.evidence[0].block if found.evidence else None) == block


def test_unknown_place_needs_the_text() -> None:
    opening = f"KWALENI: {STORY}"
    assert find_dateline([opening, STORY], language="en").value is None
    value = find_dateline(
        [opening, "Traders in Kweleni and in Kwaleni waited."], language="en"
    ).value
    assert value is not None
    assert value.place == "KWALENI"


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param("Pittsburgh", Dateline("Pittsburgh", "Pittsburgh", "Pittsburgh"), id="city"),
        pytest.param("Chemnitz.", Dateline("Chemnitz", "Chemnitz", "Chemnitz"), id="period"),
        pytest.param(
            "AFP, MANILA", Dateline("AFP, MANILA", "MANILA", "MANILA", agency="AFP"), id="agency"
        ),
        pytest.param(
            "OLD FERRY, Ruritania —",
            Dateline("OLD FERRY, Ruritania", "OLD FERRY, Ruritania", "OLD FERRY", "Ruritania"),
            id="unknown place",
        ),
        pytest.param("Published Nov 18, 2024, 9:15 am", None, id="publish time"),
        pytest.param("DECEMBER 27, 2024", None, id="date"),
        pytest.param("Politics", None, id="section"),
        pytest.param("Switzerland", None, id="country"),
    ],
)
def test_labelled_dateline(labelled: str, expected: Dateline | None) -> None:
    found = find_dateline([STORY, STORY], language="en", labelled_dateline=labelled)
    assert found.value == expected
    if found.evidence:
        assert found.evidence[0].block is None


def test_the_text_wins_over_the_label() -> None:
    value = find_dateline(
        [f"OSLO (AP) — {STORY}"], language="en", labelled_dateline="Bergen"
    ).value
    assert value is not None
    assert value.raw == "OSLO (AP)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Pittsburgh", True, id="city"),
        pytest.param("BAAR, SWITZERLAND", True, id="city and country"),
        pytest.param("Chemnitz.", True, id="period"),
        pytest.param("AFP, MANILA", True, id="agency"),
        pytest.param("OSLO, May 3 (Reuters) -", True, id="whole dateline"),
        pytest.param("Switzerland", False, id="country"),
        pytest.param("Reuters", False, id="agency alone"),
        pytest.param("Find Plumbers in San Jose, CA", False, id="heading"),
        pytest.param("Oregon, United States", False, id="state"),
        pytest.param(f"OSLO — {STORY}", False, id="story"),
    ],
)
def test_is_dateline_line(text: str, expected: bool) -> None:
    assert is_dateline_line(text, "en") is expected


def test_spaces_are_folded_in_the_value_only() -> None:
    found = find_dateline([f"\u200b OSLO \xa0(AP)\xa0— {STORY}"], language="en")
    assert found.value == Dateline("OSLO (AP)", "OSLO", "OSLO", agency="AP")
    assert found.evidence[0].raw == "OSLO \xa0(AP)"
    assert found.evidence[0].span == (2, 12)


@pytest.mark.parametrize(
    "unit",
    ["A ", "a", "A, ", "(", "A.-", " ", "OSLO/", "5 ", "St. ", "【", "a-b'c", "KWALENI: In x. "],
)
def test_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    find_dateline([text, text], language="en")
    opens_with_dateline(text, "de")
    is_dateline_line(text, "ko")
    assert time.process_time() - started < 2

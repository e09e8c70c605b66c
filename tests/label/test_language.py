"""The language of a text by script and commonest words."""

import pytest

from newsclean.label.language import find_language
from newsclean.page import Block, Page

TEXTS = {
    "en": (
        "The ferry was late and the people on the pier said that they had been "
        "waiting for an hour."
    ),
    "de": (
        "Die Fähre war nicht pünktlich und die Leute auf dem Steg sagten, dass "
        "sie seit einer Stunde warten."
    ),
    "fr": (
        "Le bac est en retard et les gens sur le quai disent que cela fait une "
        "heure qu’ils attendent dans le froid."
    ),
    "es": (
        "El barco llegó tarde y los vecinos del puerto dijeron que esperaban "
        "desde hace una hora con los niños."
    ),
    "it": (
        "Il traghetto è in ritardo e la gente che aspetta sul molo dice che "
        "non è la prima volta nel mese."
    ),
    "pt": (
        "A balsa não chegou e os moradores do porto disseram que esperavam uma "
        "hora com as crianças no cais."
    ),
    "nl": (
        "De veerboot was te laat en de mensen op de kade zeggen dat het niet "
        "de eerste keer is van dit jaar."
    ),
    "sv": (
        "Färjan var sen och folk på kajen sade att de har väntat i en timme "
        "för att inte komma till jobbet."
    ),
    "no": (
        "Fergen var sen og folk på kaia sier at de har ventet i en time og at "
        "det ikke er første gang av mange."
    ),
    "da": (
        "Færgen var forsinket og folk på kajen siger at de har ventet i en "
        "time efter at de ikke fik nogle svar."
    ),
    "fi": (
        "Lautta oli myöhässä ja ihmiset laiturilla sanovat että se on jo "
        "toinen kerta tänä vuonna mutta ei syytä."
    ),
    "pl": (
        "Prom się spóźnił i ludzie na nabrzeżu mówią, że to nie jest pierwszy "
        "raz w tym roku, ale do pracy nie zdążą."
    ),
    "cs": (
        "Přívoz se zpozdil a lidé na nábřeží říkají, že to není poprvé, ale že "
        "je to ve městě v tomto roce už zvykem."
    ),
    "tr": (
        "Vapur gecikti ve iskelede bekleyenler bir saat daha bekledi, bu yıl "
        "için çok olarak görülen bir olay değil."
    ),
    "ru": (
        "Паром опоздал, и люди на причале сказали, что это не первый раз в "
        "этом году, но они уже привыкли."
    ),
    "uk": (
        "Пором запізнився, і люди на причалі кажуть, що це не вперше за цей "
        "рік, але вони вже звикли."
    ),
    "ar": (
        "تأخرت العبارة عن موعدها وقال الركاب على الرصيف إن هذا حدث من قبل في "
        "هذا العام أو الذي سبقه"
    ),
    "he": "המעבורת איחרה והאנשים על הרציף אמרו כי זה לא קורה בפעם הראשונה השנה",
    "hi": "नाव देर से आई और घाट पर खड़े लोगों ने कहा कि यह इस साल पहली बार नहीं है",
    "id": (
        "Kapal itu terlambat dan orang yang menunggu di dermaga mengatakan ini "
        "tidak untuk pertama kali pada tahun ini."
    ),
    "vi": (
        "Chuyến phà đã bị trễ và những người trên bến nói rằng đây không phải "
        "là lần đầu của năm với họ."
    ),
    "zh": "渡轮晚点，码头上的人们说这已经不是今年第一次了，他们等了一个小时。",
    "ja": "フェリーが遅れ、桟橋の人々は今年初めてではないと話した。",
    "ko": "배가 늦었고 부두에 있던 사람들은 올해 처음이 아니라고 말했다.",
    "el": "Το πλοίο άργησε και ο κόσμος στην προβλήτα είπε ότι δεν είναι η πρώτη φορά.",
    "bg": (
        "Фериботът закъсня и хората на кея казаха, че това не е за първи път "
        "от началото на годината."
    ),
}


@pytest.mark.parametrize("code", TEXTS)
def test_by_text(code: str) -> None:
    assert find_language(Page("text", (Block(TEXTS[code]),))) == code


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        pytest.param("en", "en", "en", id="agree"),
        pytest.param("de", "en", "de", id="template left in English"),
        pytest.param("ru", "en", "ru", id="other script"),
        pytest.param("ja", "zh", "ja", id="kana"),
        pytest.param("en", "zu", "en", id="no list, plainly English"),
    ],
)
def test_declared(text: str, declared: str, expected: str) -> None:
    page = Page("html", (Block(TEXTS[text]),), language=declared)
    assert find_language(page) == expected


@pytest.mark.parametrize(
    ("text", "declared"), [("", None), ("Oslo", "no"), ("12:30", None), ("", "fr")]
)
def test_too_short(text: str, declared: str | None) -> None:
    assert find_language(Page("html", (Block(text),), language=declared)) == declared

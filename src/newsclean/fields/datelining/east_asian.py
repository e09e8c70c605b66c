"""Datelines in Chinese, Japanese and Korean, which have no spaces to go by."""

import re
from functools import cache

from newsclean import vocab
from newsclean.fields.datelining.dates import Day, date_at
from newsclean.fields.datelining.lexicon import east_asian, fold, is_agency, is_city
from newsclean.fields.datelining.reading import Reading

_WINDOW = 120
_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OPEN, _CLOSE = r"[（(【〔\[［〈]", r"[）)】〕\]］〉]"
_DAY = r"(?:\d{4}\s?[年년])?(?:\d{1,2}\s?[月월])?\d{1,2}\s?[日일]"
_BRACKET = re.compile(rf"{_OPEN}(?P<inner>[^（()）【】〔〕\[\]［］〈〉]{{1,60}}){_CLOSE}")
_REPORTED = re.compile(
    rf"{_OPEN}?(?P<agency>[^\s記记／/]{{0,8}}?)[記记]者(?P<who>[^\s／/，。]{{2,12}})"
    rf"[／/╱](?P<place>[^\s，。／/）)】〕報报]{{2,10}})(?:{_DAY})?(?:[綜综]合)?[報报][導导道]{_CLOSE}?"
)
_REPORTER_RUN = re.compile(r"\s?[가-힣·,、\s]{2,30}$")


@cache
def _wire() -> re.Pattern[str]:
    """新华社昆明5月2日电 · （中央社記者…高雄3日電） · 【明報專訊】"""
    names = "|".join(re.escape(n) for n in east_asian("names"))
    endings = "|".join(re.escape(e) for e in east_asian("endings"))
    return re.compile(
        rf"(?P<open>{_OPEN})?\s?(?P<agency>{names})?(?P<middle>[^\s，。、！？：\d（()）【】]{{0,30}}?)\s?"
        rf"(?P<date>{_DAY})?(?P<kind>综合|綜合|專|专)?(?P<ending>{endings})(?P<close>{_CLOSE})?"
    )


def read_east_asian(text: str, start: int) -> Reading | None:
    """The dateline of a Chinese, Japanese or Korean story at ``start``, or None."""
    window = text[start : start + _WINDOW].translate(_HALF_WIDTH)
    if not _SCRIPT.search(window):
        return None
    for rule in (_korean, _japanese, _reported, _chinese, _city_and_agency):
        reading = rule(window)
        if reading is not None:
            begin, end = reading.span
            if not text[start + end :].strip():
                return None
            return reading._replace(span=(begin + start, end + start))
    return None


_KOREAN_REPORTER = re.compile(r"(?P<who>[가-힣]{2,4})\s?(?:기자|특파원)")


def reporters_in(text: str) -> str | None:
    """Who reported the story, as its dateline says: 〔記者李明華／台北報導〕,
    (서울=연합뉴스) 김하늘 기자 =, 【ソウル＝山田花子】."""
    window = text[:_WINDOW].translate(_HALF_WIDTH)
    reported = _REPORTED.match(window)
    if reported is not None:
        return reported["who"]
    bracket = _BRACKET.match(window)
    if bracket is None:
        return None
    head = window[: bracket.end()] + window[bracket.end() :].partition("=")[0]
    korean = _KOREAN_REPORTER.search(head[:_WINDOW])
    if korean is not None and _korean(window) is not None:
        return korean["who"]
    reading = _japanese(window)
    if reading is not None and reading.rule == "place＝reporter" and not reading.agency:
        return bracket["inner"].replace("＝", "=").partition("=")[2].strip()
    return None


# Digits and spaces only: one character for one, so that offsets hold.
_HALF_WIDTH = {0xFF10 + n: 0x30 + n for n in range(10)} | {0x3000: 0x20}


def _day(text: str | None) -> Day | None:
    return date_at(text, 0, "zh") if text else None


def _agency(text: str) -> str | None:
    """The agency that ``text`` names, alone or before a reporter."""
    stripped = text.strip()
    if stripped in east_asian("names") or is_agency(stripped):
        return stripped
    first = stripped.split(" ")[0]
    return first if first in east_asian("names") or is_agency(first) else None


def _korean(text: str) -> Reading | None:
    """(서울=연합뉴스) 김하늘 기자 = · [엔터=…] · [이데일리 … 기자]"""
    match = _BRACKET.match(text)
    if match is None or not re.search(r"[가-힣]", text):
        return None
    inner = match["inner"]
    end = match.end()
    tail = text[end : end + 60]
    cut = tail.find("=")
    if 0 < cut <= 50 and any(r in tail[:cut] for r in east_asian("reporters")):
        end += len(tail[:cut].rstrip())
    left, equals, right = (part.strip() for part in inner.partition("="))
    if not equals:
        agency = _agency(inner)
        credited = any(inner.endswith(r) for r in east_asian("reporters"))
        if agency and (credited or agency == inner.strip()):
            return Reading("agency in brackets", (0, end), agency=agency, is_strong=False)
        return None
    if not re.search(r"[가-힣]", inner) or fold(left) in _no_places():
        return None
    agency = _agency(right)
    if is_city(left) or (agency and not _agency(left)):
        return Reading("place=agency", (0, end), left, left, None, agency)
    return Reading("agency=reporter", (0, end), agency=left, is_strong=False)


def _no_places() -> frozenset[str]:
    return frozenset(
        fold(w)
        for code in ("ja", "ko", "zh")
        for w in vocab.load(code).get("dateline", {}).get("lead_ins", ())
    )


def _japanese(text: str) -> Reading | None:
    """【ソウル＝山田花子】 · 【ワシントン共同】 · [東京 15日 ロイター]"""
    match = _BRACKET.match(text)
    if match is None:
        return None
    inner = match["inner"].strip()
    span = (0, match.end())
    left, equals, right = (part.strip() for part in inner.replace("＝", "=", 1).partition("="))
    if equals and left and right:
        if fold(left) in _no_places() or len(left) > 12 or re.search(r"\d{2}", left):
            return None
        if _agency(left):
            return Reading("agency=agency", span, agency=left, is_strong=False)
        return Reading("place＝reporter", span, left, left, None, _agency(right))
    parts = inner.split()
    if len(parts) == 3 and _agency(parts[2]) and _day(parts[1]):
        return Reading(
            "place, date, agency", span, parts[0], parts[0], None, parts[2], _day(parts[1])
        )
    for agency in east_asian("names"):
        if inner.endswith(agency) and is_city(inner[: -len(agency)].strip()):
            place = inner[: -len(agency)].strip()
            return Reading("place and agency", span, place, place, None, agency)
    return None


def _reported(text: str) -> Reading | None:
    """〔記者…／台北報導〕"""
    match = _REPORTED.match(text)
    if match is None:
        return None
    agency = match["agency"] or None
    place = match["place"]
    return Reading("reporter／place", (0, match.end()), place, place, None, agency)


def _chinese(text: str) -> Reading | None:
    match = _wire().match(text)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    agency, middle, date = match["agency"], match["middle"], match["date"]
    # A bare "电" ends many words: an agency, a date or brackets must vouch for it.
    if not agency and not (match["open"] and (date or match["kind"])) and not (date and middle):
        return None
    if agency and not (date or match["open"]) and match["ending"] not in {"电", "電"}:
        return None
    place = _place_in(middle)
    if not agency and place is None:
        return None
    end = match.end()
    return Reading("agency, place, date", (0, end), place, place, None, agency, _day(date))


def _place_in(middle: str) -> str | None:
    """The place in what stands between agency and date: the reporter comes first."""
    middle = middle.strip()
    for length in range(min(len(middle), 8), 1, -1):
        if is_city(middle[-length:]):
            return middle[-length:]
    if not middle or any(r in middle for r in east_asian("reporters")):
        return None
    return middle if len(middle) <= 8 else None


def _city_and_agency(text: str) -> Reading | None:
    """東京（CNN） · （CNN）"""
    opened = re.match(
        r"(?P<place>[^\s（()）。、，]{0,12})\s?[（(](?P<agency>[^（()）]{2,12})[）)]", text
    )
    if opened is None or is_agency(opened["agency"]) is not True:
        return None
    place = opened["place"] or None
    if place is not None and not is_city(place):
        return None
    rest = text[opened.end() :].lstrip(" -–—　")
    if not _SCRIPT.match(rest[:1]):
        return None
    return Reading("place and agency", (0, opened.end()), place, place, None, opened["agency"])

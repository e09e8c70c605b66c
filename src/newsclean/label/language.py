"""The language of a page, by its script and its commonest words."""

import re
from collections import Counter
from functools import cache

from newsclean.page import Kind, Page
from newsclean.vocab import languages, load

# Enough text to tell any two languages apart, and little enough to cost nothing.
_SAMPLE = 2500
_LATIN = re.compile(r"[a-z\u00c0-\u024f\u1e00-\u1eff]+")
_SCRIPTS = re.compile(
    rf"(?P<latin>{_LATIN.pattern})|(?P<cyrillic>[\u0400-\u04ff]+)"
    r"|(?P<arabic>[\u0600-\u06ff]+)|(?P<hebrew>[\u0590-\u05ff]+)|(?P<devanagari>[\u0900-\u097f]+)"
    r"|(?P<greek>[\u0370-\u03ff\u1f00-\u1fff]+)|(?P<kana>[\u3040-\u30ff]+)|(?P<hangul>[\uac00-\ud7af]+)"
    r"|(?P<han>[\u3400-\u9fff]+)|(?P<thai>[\u0e00-\u0e7f]+)|(?P<bengali>[\u0980-\u09ff]+)"
    r"|(?P<tamil>[\u0b80-\u0bff]+)|(?P<georgian>[\u10a0-\u10ff]+)|(?P<armenian>[\u0530-\u058f]+)"
)
# Scripts that one language of news writes, as far as this can tell.
_ONE = {
    "hebrew": "he",
    "greek": "el",
    "kana": "ja",
    "hangul": "ko",
    "han": "zh",
    "thai": "th",
    "bengali": "bn",
    "tamil": "ta",
    "georgian": "ka",
    "armenian": "hy",
}
_SEVERAL = {
    "latin": None,  # every other language with stop words
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk"),
    "arabic": ("ar", "fa", "ur"),
    "devanagari": ("hi", "mr", "ne"),
}
_OTHER_SCRIPTS = frozenset(
    code for codes in _SEVERAL.values() if codes for code in codes
) | frozenset(_ONE.values())
_WORD = re.compile(r"[^\W\d_]+")
# Letters that one language of a pair has and the other has not.
_LETTERS = {
    "uk": "іїєґ",
    "ru": "ыэёъ",
    "bg": "ъ",
    "fa": "پچژگ",
    "ur": "ٹڈڑےں",
    "da": "æøå",
    "no": "æøå",
    "sv": "äöå",
    "vi": "ăđơưạảấầẩậắằ",
    "tr": "ğışç",
    "pl": "łąęśżźćń",
    "cs": "řěůýžčš",
    "ro": "țșăţş",
    "hu": "őűáé",
}
# Danish and Norwegian share their commonest words.
_TELLING = {
    "da": frozenset(
        [
            "af",
            "efter",
            "nogle",
            "hvad",
            "havde",
            "meget",
            "mellem",
            "blevet",
            "uden",
            "også",
            "ud",
            "siger",
            "år",
            "når",
        ]
    ),
    "no": frozenset(
        [
            "av",
            "etter",
            "noen",
            "hva",
            "hadde",
            "mye",
            "mellom",
            "blitt",
            "uten",
            "også",
            "ut",
            "sier",
            "år",
            "når",
            "ei",
        ]
    ),
}


def find_language(page: Page, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the page's text.

    A declared language stands unless the text is in another script or its commonest words
    speak against it. None where nothing is declared and the text is too short to tell.
    """
    declared = declared or page.language
    sample = _sample(page)
    script = _script(sample)
    if script is None:
        return declared
    if script in _ONE:
        return _east_asian(sample) if script in ("han", "kana", "hangul") else _ONE[script]
    candidates = _SEVERAL[script]
    scores = _scores(sample, candidates)
    if not scores:
        fits = declared and (candidates is None or declared in candidates)
        return declared if fits or not candidates else candidates[0]
    best = max(scores, key=lambda code: scores[code])
    fits = declared is not None and (
        declared in candidates if candidates else declared not in _OTHER_SCRIPTS
    )
    if not fits or declared is None:
        return best
    # A declared language that has no list here cannot be spoken against by one that is
    # merely similar; 0.12 is half of what running text of a language reaches.
    if declared not in scores:
        known = bool(load(declared).get("stopwords"))
        return best if known or scores[best] > 0.22 else declared
    # Twice as many: a page in English with a French quote stays English.
    return best if scores[best] > 2 * scores[declared] + 0.05 else declared


def _sample(page: Page) -> str:
    """The running text: the longest blocks, in lower case."""
    blocks = [
        text
        for text, kind, _, _, links, _, hidden, _, _ in page.blocks
        if not hidden and kind is not Kind.BUTTON and not (links or 0) * 2 > len(text)
    ]
    blocks.sort(key=len, reverse=True)
    parts, size = [], 0
    for text in blocks:
        parts.append(text[:1500])
        size += min(len(text), 1500)
        if size > _SAMPLE:
            break
    return " ".join(parts).casefold()


def _script(sample: str) -> str | None:
    """The script that most of the letters are in; one character of Han counts for three
    letters, as it says as much."""
    if len(sample) > 40 and sample.isascii():
        return "latin" if any(char.isalpha() for char in sample) else None
    sample = sample[:1200]
    latin = sum(map(len, _LATIN.findall(sample)))
    # Most pages: so many that no other script can have more, whatever all else is.
    if latin >= 8 and latin > 3 * (len(sample) - latin):
        return "latin"
    counts: Counter[str] = Counter()
    for match in _SCRIPTS.finditer(sample):
        name = match.lastgroup or ""
        weight = 3 if name in ("han", "kana", "hangul") else 1
        counts[name] += weight * (match.end() - match.start())
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    return name if count >= 8 else None


def _east_asian(sample: str) -> str:
    """Japanese mixes kana in; Korean is written in hangul."""
    kana = len(re.findall(r"[\u3040-\u30ff]", sample))
    hangul = len(re.findall(r"[\uac00-\ud7af]", sample))
    han = len(re.findall(r"[\u3400-\u9fff]", sample))
    if hangul > kana and hangul > han / 2:
        return "ko"
    # A Japanese text has about one kana to a kanji; a Chinese one may quote a name.
    return "ja" if kana * 8 > han else "zh"


@cache
def _stopwords() -> dict[str, tuple[str, ...]]:
    """For each stop word the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        words = load(code).get("stopwords", {}).get("words")
        if words:
            for word in {*words, *_TELLING.get(code, ())}:
                found[word] = (*found.get(word, ()), code)
    return found


def _scores(sample: str, candidates: tuple[str, ...] | None) -> dict[str, float]:
    """For each language with stop words, the share of the words that are its own."""
    words = _WORD.findall(sample)
    # Below that a name or two decide.
    if len(words) < 4:
        return {}
    counts: dict[str, int] = {}
    known = _stopwords()
    for word, times in Counter(words).items():
        for code in known.get(word, ()):
            counts[code] = counts.get(code, 0) + times
    scores = {}
    for code, count in counts.items():
        if (code not in candidates) if candidates else (code in _OTHER_SCRIPTS):
            continue
        share = count / len(words)
        if share > 0.03:
            letters = sum(sample.count(char) for char in _LETTERS.get(code, ()))
            scores[code] = share + min(0.08, 2 * letters / len(sample))
    return scores

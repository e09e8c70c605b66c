"""Names and offices in scripts without capitals: ``外交部发言人王明``, ``金田社長``."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_PARENTHESIS = re.compile(r"[（(\[〈【][^）)\]〉】]{0,40}[）)\]〉】]?")
_SIGNS = " \t\n\xa0\u200e\u200f,:،，：、。.\"'"


class Spoken(NamedTuple):
    """A speaker as a frame gives it, read."""

    name: str
    """The name, or the whole phrase where it holds none."""
    role: str | None
    named: bool
    pronoun: bool = False


class Titles:
    """Reads speakers by a language's words for offices, honorifics and pronouns."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        words, titles = table.get("words", {}), table.get("titles", {})
        self.spaced = bool(table.get("spaced", True))
        self.title_behind = bool(table.get("title_behind", False))
        self.article = str(table.get("article", ""))
        self.join = str(table.get("joint", ""))
        persons = ("male", "female", "plural")
        self.pronouns = frozenset(w for person in persons for w in words.get(person, ()))
        self.offices = _longest_first(titles.get("any", ()))
        self.honorifics = _longest_first(titles.get("honorifics", ()))
        self.human = _longest_first(table.get("nouns", {}).get("human", ()))
        self.surnames = frozenset(words.get("surnames", ()))
        self.linked = frozenset(words.get("linked", ()))
        self.cut = _search(words.get("cut", ()))
        self.leading = re.compile(
            "(?:" + ("|".join(_longest_first(words.get("leading", ()))) or "(?!)") + r")\s*"
        )

    def read(self, raw: str) -> Spoken | None:
        """The speaker in ``raw``; None where nothing can be one."""
        text = _PARENTHESIS.sub("", raw).strip(_SIGNS)
        for _ in range(4):
            lead = self.leading.match(text)
            if lead is None:
                break
            text = text[lead.end() :].lstrip(_SIGNS)
        cut = self.cut.search(text, 1)
        if cut is not None:
            text = text[: cut.start()].strip(_SIGNS)
        if not text or text.isdigit():
            return None
        if text in self.pronouns:
            return Spoken(text, None, False, True)
        if self.title_behind:
            return self._named_before_title(text)
        return self._named_behind_title(text.split()) if self.spaced else self._in_row(text)

    def _in_row(self, text: str) -> Spoken:
        """Chinese: everything up to the last office, then the name."""
        at = max((text.rfind(w) + len(w) for w in self.offices if w in text), default=0)
        name = text[at:]
        if at and name:
            return Spoken(name, text[:at], True)
        short = 2 <= len(text) <= 4 and text[0] in self.surnames
        office = next((w for w in self.offices if text.endswith(w)), None)
        if office and len(text) - len(office) in (1, 2, 3) and text[0] in self.surnames:
            return Spoken(text[: -len(office)], office, True)  # 王教授
        if any(text.endswith(w) for w in (*self.offices, *self.human)):
            return Spoken(text, None, False)
        return Spoken(text, None, short or "·" in text)

    def _named_behind_title(self, words: list[str]) -> Spoken:
        last = max((i for i, w in enumerate(words) if self._is_title(w)), default=-1)
        rest = words[last + 1 :]
        skipped = 0
        while (
            last >= 0
            and self.article
            and skipped < len(rest) - 1
            and (rest[skipped].startswith(self.article))
        ):
            skipped += 1
        if last >= 0 and len(rest) == 1 and self.article and rest[0].startswith(self.article):
            skipped = 1
        name = rest[skipped:]
        if self.article and last >= 0:
            # What begins with an article behind two words is no part of the name.
            name = name[:2] + [w for w in name[2:3] if not w.startswith(self.article)] + name[3:]
        if last >= 0 and len(name) > 2 and not self.linked.intersection(name):
            skipped, name = len(rest) - 2, rest[-2:]
        if not name:
            return Spoken(" ".join(words), None, False)
        if last < 0 and (len(name) > 4 or self.linked.intersection(name[:1])):
            return Spoken(" ".join(words), None, False)
        role = " ".join(words[: last + 1 + skipped])
        return Spoken(" ".join(name), role or None, True)

    def _is_title(self, word: str) -> bool:
        bare = word.removeprefix(self.article) if self.article else word
        return bool({word, bare} & {*self.offices, *self.human})

    def _named_before_title(self, text: str) -> Spoken:
        description, _, segment = text.rpartition("、") if "、" in text else ("", "", text)
        description = description.rpartition("、")[2]
        ending = next((w for w in self.honorifics if segment.endswith(w) and segment != w), None)
        if ending:
            segment, named = segment[: -len(ending)].rstrip(), True
        else:
            named = False
        office = next((w for w in self.offices if segment.endswith(w)), None)
        body = segment[: -len(office)].rstrip() if office else segment
        organisation, name = self._split(body)
        if office and name and self._may_be_name(name):
            joint = " " if self.spaced and organisation else ""
            role = organisation + joint + office
            return Spoken(name, role, True)
        _, _, first = organisation.rpartition(" ")
        if office and self.spaced and self._may_be_name(first):
            return Spoken(first, f"{name} {office}", True)  # name, ministry, office
        if named and not office:
            return Spoken(name, description or organisation.strip(self.join) or None, True)
        if description and self._may_be_name(segment):
            return Spoken(segment, description, True)
        human = office or any(segment.endswith(w) for w in self.human)
        alone = not human and not organisation and self._may_be_name(segment)
        return Spoken(segment, None, alone)

    def _split(self, text: str) -> tuple[str, str]:
        """What a name belongs to, and the name: ``市の`` and ``山田``."""
        if self.spaced:
            before, _, name = text.rpartition(" ")
            return before, name
        at = text.rfind(self.join) + 1 if self.join else 0
        return text[:at], text[at:]

    def _may_be_name(self, name: str) -> bool:
        if any(name.endswith(w) for w in self.human) or name in self.pronouns:
            return False
        if self.surnames:
            return len(name) <= 4 and name[0] in self.surnames
        return 1 < len(name) <= 9


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _search(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _longest_first(words))) or "(?!)")

"""Who "she" and "the mayor" are: the names that an article has just given."""

from typing import NamedTuple

from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.resolve import People

# How many names are remembered for pronouns.
_NAMES = 12
# The longest description that a role already given can explain, in words.
_LONGEST_OFFICE = 3
# How far in front of a pronoun a name that is no subject still counts, in characters:
# behind a subject whose gender nothing tells, and where there is no subject at all.
_NEAR, _FAR = 400, 700


class _Named(NamedTuple):
    name: str
    gender: str
    at: int


class Memory:
    """The subjects of an article so far, and what it calls them."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.people = people
        self.names: list[_Named] = []
        self.roles: dict[str, str] = {}

    def remember(self, name: str | None, at: int) -> None:
        """Takes the subject at offset ``at`` of the article in, if it can be a person."""
        if not name or len(name) < 3 or name.isupper():
            return
        self.names.append(_Named(name, self.people.gender(name), at))
        del self.names[:-_NAMES]

    def role(self, name: str | None, role: str | None) -> str | None:
        """The role given beside this mention of a name, or beside one before."""
        if name is None:
            return None
        if role is not None:
            self.roles.setdefault(name, role)
        return role or self.roles.get(name)

    def antecedent(self, pronoun: str, at: int) -> str | None:
        """The last subject of fitting gender; a name that is no subject where its gender is
        known and the subject's is not, and the subject is further away."""
        wanted = self.lexicon.gender.get(pronoun.lower())
        if wanted not in ("m", "f"):
            return None
        subject = next((n for n in reversed(self.names) if n.gender in ("", wanted)), None)
        if subject is not None and subject.gender == wanted:
            return subject.name
        name, place = self.people.mentioned(wanted, at)
        if subject is None:
            return name if at - place < _FAR else None
        return name if name and place > subject.at and at - place < _NEAR else subject.name

    def described(self, raw: str) -> str | None:
        """The one person whom the article calls so: "the mayor" for "Ida Holt, the mayor of
        Eastford"; for words that say who was named before ("the candidate") that name."""
        words = raw.lower().split()
        if self.lexicon.definite:
            if words[0] not in self.lexicon.definite:
                return None
            del words[0]
        elif len(words) > 1:
            return None
        if not 0 < len(words) <= _LONGEST_OFFICE:
            return None
        found = [name for name, role in self.roles.items() if words[-1] in self._heads(role)]
        if len(found) == 1:
            return found[0]
        again = words[-1] in self.lexicon.again and self.names
        return self.names[-1].name if again else None

    def _heads(self, role: str) -> list[str]:
        """The words of a role in front of its first preposition."""
        heads: list[str] = []
        for word in role.lower().split():
            if self.lexicon.tags.get(word) == "I":
                break
            heads.append(word)
        return heads

"""What bodies are compared by: a digest for the same words, MinHash for nearly the same."""

import hashlib
import re
from array import array

from newsclean.batch.needs import need

# Thai and Lao, Burmese, Khmer, Japanese and Chinese set no spaces: a character is a word.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
# Words of a shingle: five is usual for web text; fewer let stories on one subject look alike.
_SHINGLE = 5
# Below this many words one that differs weighs too much: such bodies must be equal.
_FEWEST = 25
_SEED = 1
PERMUTATIONS = 128
"""Numbers of a signature. The error of a likeness of .8 is .035."""


class Signer:
    """Digest and MinHash signature of a text."""

    def __init__(self) -> None:
        self._minhash = need("rensa", "rensa", "duplicates").RMinHash

    def __call__(self, text: str | None) -> tuple[bytes | None, bytes | None]:
        """Both as bytes; None where there is no word, or too few for a signature."""
        words = _words(text or "")
        if not words:
            return None, None
        digest = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16)
        if len(words) < _FEWEST:
            return digest.digest(), None
        minhash = self._minhash(num_perm=PERMUTATIONS, seed=_SEED)
        minhash.update(
            [" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
        )
        return digest.digest(), array("I", minhash.digest()).tobytes()


def _words(text: str) -> list[str]:
    # A lone surrogate, which no encoding has, is a word's end.
    return _WORD.findall(text.casefold().encode("utf-8", "replace").decode())

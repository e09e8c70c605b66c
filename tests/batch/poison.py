"""Extractors for tests, imported by worker processes: documents say what they do to them."""

import ctypes
import os
import signal
import sys
import time
from typing import Any

from newsclean import Article, Paragraph


def extract(data: bytes | str, **options: Any) -> Article:
    """What the page's first word tells, else a story of its words."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    word, _, rest = text.partition(" ")
    if word == "SLEEP":
        # Called with the interpreter's lock held: no Python code runs meanwhile.
        ctypes.PyDLL(None).sleep(60)
    elif word == "HOG":
        held = []
        while True:
            held.append(bytes(20_000_000))
    elif word == "SEGV":
        os.kill(os.getpid(), signal.SIGSEGV)
        time.sleep(60)
    elif word == "ABORT":
        os.abort()
    elif word == "EXIT":
        os._exit(3)
    elif word == "LEAVE":
        raise SystemExit(4)
    elif word == "RAISE":
        raise ValueError(rest)
    elif word == "SLOW":
        time.sleep(float(rest))
    elif word == "PID":
        return story(str(os.getpid()))
    elif word == "LOADED":
        return story(str(rest in sys.modules))
    elif word == "SURROGATE":
        return story("half a \ud800 pair")
    elif word == "WAIT_ONCE" and not os.path.exists(rest):
        # The first worker that sees this dies, the second does not.
        with open(rest, "w", encoding="utf-8"):
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)
    return story(text, options.get("url"))


def story(text: str, url: str | None = None) -> Article:
    """An article of one paragraph."""
    return Article(title="A title", url=url, body=(Paragraph(text),), language="en", confidence=1)

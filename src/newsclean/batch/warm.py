"""Imported once by the process that workers are forked from: what extraction loads late."""

import contextlib
import gc

import newsclean

# A story in markup and one in flat text, with dates that must be parsed, and a page without
# a story: the packages, patterns and weights that they need are then shared by all workers.
# The pages are invented.
_STORY = "VELMORA, May 3 - The bridge was closed on Monday, the district office said. " * 8
_DATE = "<p class=date>Published: Mon 3rd May 2021, 4pm CET</p>"

for _page in (
    f"<html lang=en><title>Bridge closed</title><h1>Bridge closed</h1>{_DATE}<p>{_STORY}</p>",
    f"<html lang=de><title>Brücke</title><p class=date>vor 3 Stunden</p><p>{_STORY}</p>",
    "<p>Nothing here</p>",
    _STORY,
):
    # The process that forks workers must come up whatever this does.
    with contextlib.suppress(Exception):
        newsclean.extract(_page)

gc.collect()
gc.freeze()

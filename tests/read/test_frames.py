"""Pages of frames: the story that browsers without them show."""

import pytest

from newsclean import extract

STORY = (
    "A swarm of about 20,000 bees closed the toll plaza on the Tamarack Bridge for three hours on "
    "Sunday, and the turnpike authority collected nothing but honey.",
    "State police said the swarm settled on booth No. 4 shortly before noon. The toll collector "
    "inside, Lorna Petty, 61, stayed put and read the newspaper.",
    "A beekeeper from Millerton, Gus Albrecht, took the bees away in a mail tub. He was waved "
    "through without paying.",
)
INSIDE = "<H1>Bees close toll plaza</H1>" + "".join(f"\n<P>{text}" for text in STORY)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<HTML><HEAD><TITLE>Bees</TITLE></HEAD><FRAMESET ROWS='90,*'><FRAME SRC=top.html>"
            f"<FRAME SRC=b.html><NOFRAMES><BODY>{INSIDE}</BODY></NOFRAMES></FRAMESET></HTML>",
            id="body inside",
        ),
        pytest.param(
            "<html><head><title>Bees</title></head><frameset cols='1,*'><frameset rows='1,*'>"
            f"<frame src=a></frameset></frameset><noframes>{INSIDE}</noframes></html>",
            id="behind nested framesets",
        ),
        pytest.param(
            f"<html><body>{INSIDE}<noframes>No frames here.</noframes></body></html>",
            id="no frames but their words",
        ),
    ],
)
def test_story_without_frames(page: str) -> None:
    assert extract(page).paragraphs == STORY

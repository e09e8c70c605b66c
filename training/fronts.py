"""Section fronts made up for training, from the headlines and first lines of real pages.

The corpora hold hardly any section front or home page of a news site. Each of these is a
page of cards in one of many layouts, with the navigation of a real page around it; its
texts come from pages of one fold, so that it can be held out with them.
"""

import html
import json
import random
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.page import Kind, Page


class Story(NamedTuple):
    """What a front can show of a page."""

    headline: str
    lines: tuple[str, ...]
    labels: tuple[str, ...]
    legal: tuple[str, ...]
    host: str


def story_of(page: Page, host: str) -> Story | None:
    """The headline, first paragraphs and labels of ``page``; None without a headline."""
    blocks = [block for block in page.blocks if not block.hidden]
    heads = [b.text for b in blocks if b.kind is Kind.HEADING and b.level == 1]
    headline = next((text for text in heads if 20 <= len(text) <= 150), None)
    if headline is None:
        return None
    plain = [b.text for b in blocks if len(b.text) >= 60 and 3 * (b.link_chars or 0) < len(b.text)]
    labels = [b.text for b in blocks if b.link_chars == len(b.text) and 2 < len(b.text) < 25]
    return Story(headline, tuple(plain[:4]), tuple(labels[:40]), tuple(plain[-2:]), host)


_PATHS = (
    "/", "/", "/index.html", "/{a}/", "/{a}", "/news/{a}/", "/category/{a}/", "/tag/{a}-{b}/",
    "/topics/{a}-{b}", "/author/{a}-{b}/", "/section/{a}", "/{a}/{b}/", "/search?q={a}",
    "/2021/03/", "/{a}/page/3/", "/thema/{a}", "/video/", "/photos/", "/blog/", "/news", "/latest",
)  # fmt: skip
_BODIES = ("", "", "home blog", "archive category category-{a}", "archive tag", "archive author",
           "section-front", "homepage", "page page-id-7", "path-frontpage", "sc-{a}")  # fmt: skip
_BOXES = ("article", "article", "div", "div", "li", "section", "p", "tr")
_NAMES = ("card", "teaser", "story-teaser", "post hentry", "node node--teaser", "c-stack b-promo",
          "sc-x{a}", "item", "", "td_module", "summary", "feed-item", "entry")  # fmt: skip
_HEADS = ("h2", "h2", "h3", "h3", "h4", "div", "span", "b", "p")
_MORE = ("Read more", "Continue reading", "Weiterlesen", "Lire la suite", "Leer más", "Mehr", "»")


def fronts(stories: Sequence[Story], count: int, seed: int) -> list[tuple[str | None, str]]:
    """``count`` fronts out of ``stories``: the address, where one is known, and the HTML."""
    chance = random.Random(seed)
    return [_front(chance, stories) for _ in range(count)]


def _front(chance: random.Random, stories: Sequence[Story]) -> tuple[str | None, str]:
    site = chance.choice(stories)
    words = [w.lower() for label in site.labels for w in label.split() if w.isalpha()] or ["news"]
    names = {"a": chance.choice(words), "b": chance.choice(words)}
    url = f"https://{site.host or 'news.example'}" + chance.choice(_PATHS).format(**names)
    shown = [chance.choice(stories) for _ in range(chance.randint(6, 36))]
    label = chance.choice(site.labels or ("News",))
    body = [_links(chance, site.labels)]
    if chance.random() < 0.6:
        title = label if chance.random() < 0.7 else chance.choice(stories).headline
        body.append(f"<h1>{_text(title)}</h1>")
    if chance.random() < 0.25 and site.lines:
        body.append(f"<p>{_text(site.lines[0])}</p>")
    cuts = sorted(chance.sample(range(len(shown)), 2))
    for part in (shown[: cuts[0]], shown[cuts[0] : cuts[1]], shown[cuts[1] :]):
        body += [f"<h2>{_text(label)}</h2>"] * (chance.random() < 0.5)
        body.append(_cards(chance, part, names))
    listed = [chance.choice(stories).headline for _ in range(chance.randint(0, 10))]
    body.append(
        "<ol>" + "".join(f'<li><a href="/x">{_text(h)}</a></li>' for h in listed) + "</ol>"
    )
    body.append("<footer>" + "".join(f"<p>{_text(line)}</p>" for line in site.legal) + "</footer>")
    top = chance.choice(_BODIES).format(**names)
    head = f"<meta charset='utf-8'><title>{_text(label)} | {site.host}</title>"
    head += _claims(chance, url, label, shown)
    page = f'<html><head>{head}</head><body class="{top}">{"".join(body)}</body></html>'
    return (url if chance.random() < 0.7 else None), page


def _claims(chance: random.Random, url: str, label: str, shown: Sequence[Story]) -> str:
    kind = chance.choice(("website",) * 6 + ("article", "", "", ""))
    made = []
    if kind:
        made.append(f'<meta property="og:type" content="{kind}">')
        made.append(f'<meta property="og:title" content="{_text(label)}">')
    if chance.random() < 0.7:
        made.append(f'<link rel="canonical" href="{_text(url)}">')
    data: object = chance.choice(
        (
            None,
            None,
            {"@type": "WebSite", "name": label},
            {"@type": "CollectionPage", "name": label},
            {"@graph": [{"@type": "WebPage", "datePublished": "2019-01-01"}]},
            {"@type": "ItemList", "itemListElement": []},
            {"@type": "NewsMediaOrganization", "name": label},
            [{"@type": "NewsArticle", "headline": s.headline} for s in shown[:6]],
        )
    )
    if data is not None:
        made.append(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    return "".join(made)


def _links(chance: random.Random, labels: Sequence[str]) -> str:
    shown = labels[: chance.randint(4, 40)]
    return (
        "<nav><ul>"
        + "".join(f'<li><a href="/s">{_text(x)}</a></li>' for x in shown)
        + "</ul></nav>"
    )


def _cards(chance: random.Random, shown: Sequence[Story], names: dict[str, str]) -> str:
    """Cards of one layout."""
    box, head = chance.choice(_BOXES), chance.choice(_HEADS)
    name = chance.choice(_NAMES).format(**names)
    whole = chance.random() < 0.25
    decked, cut = chance.choice((0.0, 0.5, 1.0, 1.0)), chance.random() < 0.3
    parts = [chance.random() < 0.5 for _ in range(4)]
    inner = "td" if box == "tr" else "div"
    made = []
    for story in shown:
        title = _text(story.headline)
        link = f'<a href="/n/{len(title)}">{title}</a>'
        card = f"<{head}>{title if whole else link}</{head}>"
        if story.lines and chance.random() < decked:
            card += f"<p>{_text(_deck(chance, story.lines, cut))}</p>"
        card += f'<span class="byline">{_text(story.host)}</span>' * parts[0]
        card += '<time datetime="2021-03-04T10:00:00Z">March 4, 2021</time>' * parts[1]
        card += f'<a href="/c">{_text(story.labels[0] if story.labels else "News")}</a>' * parts[2]
        card += f'<a href="/n">{chance.choice(_MORE)}</a>' * (parts[3] and not whole)
        card = f'<a href="/n/{len(title)}">{card}</a>' if whole else card
        made.append(f'<{box} class="{name}"><{inner}>{card}</{inner}></{box}>')
    wrap = {"li": "ul", "tr": "table"}.get(box, "div")
    return f"<{wrap}>{''.join(made)}</{wrap}>"


def _deck(chance: random.Random, lines: Sequence[str], cut: bool) -> str:
    text = chance.choice(lines)
    if cut:
        return text[: chance.randint(80, 280)].rstrip() + chance.choice(("…", "...", " […]"))
    end = text.find(". ", 40)
    return text[: end + 1] if 0 < end < 300 else text[:300]


def _text(text: str) -> str:
    return html.escape(text)

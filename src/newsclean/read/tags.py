"""What the walk does with each tag."""

from newsclean.page import Kind

SKIPPED = frozenset(
    "script style template head meta link base title area map param source track col colgroup "
    "iframe frame frameset".split()
)
# Those of them that say something about the page.
SAYING = ("meta", "link", "script", "title")
# XHTML that was parsed as XML has its namespace before every name.
SAYING_ANYWHERE = tuple(f"{{*}}{tag}" for tag in SAYING)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q ruby rb rt "
    "rp rtc s samp small span strike strong sub sup time tt u var wbr blink amp-fit-text math mi "
    "mn mo mrow msup msub".split()
)
# What inline elements say of the text in them.
IN_LINK, IN_STRONG = 1, 2
MARKS = {"a": IN_LINK, "b": IN_STRONG, "strong": IN_STRONG}
LISTS = frozenset(("ul", "ol", "dl", "menu"))
CONTROLS = frozenset("button label option select optgroup textarea legend output".split())
# Shown only where something else cannot be.
FALLBACKS = frozenset("noscript noframes object video audio canvas svg dialog datalist".split())
OWN_KIND = {
    "p": Kind.PARAGRAPH,
    "li": Kind.ITEM,
    "dt": Kind.ITEM,
    "dd": Kind.ITEM,
    "blockquote": Kind.QUOTE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "td": Kind.CELL,
    "th": Kind.CELL,
    "pre": Kind.PRE,
    "listing": Kind.PRE,
    "xmp": Kind.PRE,
    **{f"h{n}": Kind.HEADING for n in range(1, 7)},
    **dict.fromkeys(CONTROLS, Kind.BUTTON),
}
# What a <p> or <div> inside these still is. Not a button's: libxml2 leaves <button> open
# where its end tag is lost, so that a whole story can hang inside one.
INHERITED = frozenset((Kind.ITEM, Kind.QUOTE, Kind.CAPTION, Kind.HEADING))

# Icons and controls that stand in the middle of a sentence: they do not end it.
ICONS = frozenset(("svg",))
ASIDES = frozenset("button canvas object video audio noscript select dialog".split())

# Elements of the body that libxml2 leaves in the head where the page writes no <body> (the
# tag is optional: HTML Standard, 13.1.2.4). It knows the older ones better.
OPENS_BODY = frozenset(
    "article aside details figure footer header hgroup main nav search section".split()
)

IS_INLINE, IS_BREAK, IS_PICTURE, IS_INPUT, IS_SAYING, IS_SKIPPED, IS_ASIDE, IS_HEAD = range(8)
ACTIONS = {
    **dict.fromkeys(INLINE, IS_INLINE),
    **dict.fromkeys(SKIPPED, IS_SKIPPED),
    **dict.fromkeys(SAYING, IS_SAYING),
    **dict.fromkeys(ICONS, IS_ASIDE),
    "head": IS_HEAD,
    "br": IS_BREAK,
    "img": IS_PICTURE,
    "amp-img": IS_PICTURE,
    "input": IS_INPUT,
}

"""Pages as they were made before style sheets: no names, no sectioning elements, and text
that stands in the cells of tables, its paragraphs parted by line breaks alone.

Few labelled pages are that old. So a modern page teaches a second time in the old dress:
the model learns what to go by where nothing has a name.
"""

from newsclean.page import Kind, Node, Page

_SECTIONING = frozenset(
    "article aside body dialog div figcaption figure footer header hgroup main nav section "
    "summary details".split()
)
# Tables hold tables: three levels make a cell.
_TABLE = ("table", "tr", "td")


def plainly(page: Page, breaks: bool) -> Page:
    """``page`` without names and sectioning elements; with ``breaks``, the paragraphs are
    text of the element around them."""
    nodes = []
    depth: list[int] = []
    for node in page.nodes:
        tag = node.tag
        if tag in _SECTIONING:
            level = depth[node.parent] + 1 if node.parent >= 0 else 0
            tag = _TABLE[level % 3]
        else:
            level = depth[node.parent] if node.parent >= 0 else -1
        depth.append(level)
        nodes.append(Node(node.parent, tag, ""))
    blocks = []
    for block in page.blocks:
        if block.kind is Kind.CAPTION:
            block = block._replace(kind=Kind.TEXT)
        if breaks and block.kind is Kind.PARAGRAPH and block.node is not None:
            parent = page.nodes[block.node].parent
            if parent >= 0:
                block = block._replace(kind=Kind.TEXT, node=parent)
        if block.kind is Kind.TEXT and block.node is not None and nodes[block.node].tag == "td":
            block = block._replace(kind=Kind.CELL)
        blocks.append(block)
    return Page(
        kind=page.kind,
        blocks=tuple(blocks),
        nodes=tuple(nodes),
        claims=page.claims,
        pictures=page.pictures,
        url=page.url,
        language=page.language,
        encoding=page.encoding,
        problems=page.problems,
    )

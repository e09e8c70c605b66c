"""The paywall flag."""

import pytest

from newsclean.fields.access import find_paywalled
from newsclean.page import Claim, Labelled, Page


def ld(value: str, scope: str = "NewsArticle", name: str = "isaccessibleforfree") -> Claim:
    return Claim("json-ld", name, value, scope)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param((), None, id="not said"),
        pytest.param((ld("False"),), True, id="false"),
        pytest.param((ld("false"),), True, id="string"),
        pytest.param((ld("http://schema.org/False"),), True, id="schema.org"),
        pytest.param((ld("True"),), False, id="true"),
        pytest.param((ld("perhaps"),), None, id="unknown word"),
        pytest.param((ld("True", "WebPage"), ld("False")), True, id="the article's own first"),
        pytest.param((ld("False", "WebPage"),), True, id="of the page"),
        pytest.param((ld("False", name="haspart.isaccessibleforfree"),), True, id="a part"),
        pytest.param(
            (Claim("microdata", "isaccessibleforfree", "false", "Article"),), True, id="microdata"
        ),
        pytest.param((Claim("opengraph", "article:content_tier", "metered"),), True, id="metered"),
        pytest.param((Claim("opengraph", "article:content_tier", "free"),), False, id="free tier"),
    ],
)
def test_paywalled(claims: tuple[Claim, ...], expected: bool | None) -> None:
    found = find_paywalled(Labelled(Page("html", (), claims=claims), (), "en"))
    assert found.value is expected
    assert bool(found.evidence) == (expected is not None)

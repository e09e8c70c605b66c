"""The public names, locked: a change here is a change of the API."""

import importlib.metadata
import importlib.resources
import inspect

import newsclean

NAMES = [
    "Article",
    "Author",
    "BlockQuote",
    "Chrome",
    "Dateline",
    "Element",
    "Evidence",
    "Heading",
    "Image",
    "LabelledBlock",
    "ListItem",
    "MissingExtraError",
    "NewscleanError",
    "Paragraph",
    "Preformatted",
    "Quote",
    "Role",
    "Statement",
    "TableRow",
    "__version__",
    "extract",
    "label",
    "text",
]


def test_all_is_the_locked_list():
    assert sorted(newsclean.__all__) == NAMES
    assert newsclean.__all__ == sorted(newsclean.__all__)


def test_every_name_is_there_and_documented():
    for name in newsclean.__all__:
        value = getattr(newsclean, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), name


def test_both_functions_take_the_same_arguments():
    extract, label = (inspect.signature(f) for f in (newsclean.extract, newsclean.label))
    assert extract.parameters == label.parameters
    assert list(extract.parameters) == ["source", "url", "kind", "encoding", "language", "now"]
    keyword_only = list(extract.parameters.values())[1:]
    assert {parameter.kind for parameter in keyword_only} == {inspect.Parameter.KEYWORD_ONLY}


def test_the_version_is_that_of_the_distribution():
    assert importlib.metadata.version("newsclean") == newsclean.__version__


def test_the_package_is_typed():
    assert (importlib.resources.files("newsclean") / "py.typed").is_file()

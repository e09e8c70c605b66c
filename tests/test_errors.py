"""What newsclean raises."""

import pickle

import pytest

from newsclean.errors import MissingExtraError, NewscleanError, one_of


def test_a_missing_extra_names_the_command_that_brings_it() -> None:
    error = MissingExtraError("charset_normalizer", "detect")
    assert "charset_normalizer" in str(error)
    assert "newsclean[detect]" in str(error)
    assert (error.package, error.extra) == ("charset_normalizer", "detect")


@pytest.mark.parametrize("base", [NewscleanError, ImportError, Exception])
def test_a_missing_extra_can_be_caught_as(base: type[Exception]) -> None:
    with pytest.raises(base):
        raise MissingExtraError("a", "b")


def test_errors_cross_process_borders() -> None:
    error = pickle.loads(pickle.dumps(MissingExtraError("a", "b")))
    assert type(error) is MissingExtraError
    assert (error.package, error.extra) == ("a", "b")
    assert str(error) == str(MissingExtraError("a", "b"))


def test_one_of_gives_the_value_back() -> None:
    assert one_of("kind", "html", ("auto", "html")) == "html"


def test_one_of_names_option_value_and_choices() -> None:
    with pytest.raises(ValueError, match="kind must be one of 'auto', 'html', not 'pdf'"):
        one_of("kind", "pdf", ("auto", "html"))


@pytest.mark.parametrize("value", [None, 1, b"html", ["html"]])
def test_one_of_wants_a_str(value: object) -> None:
    with pytest.raises(TypeError, match="kind must be a str"):
        one_of("kind", value, ("auto", "html"))

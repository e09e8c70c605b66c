"""Calls to the reader."""

import pytest

from newsclean.label.appeals import appeal
from newsclean.page import Role
from newsclean.vocab import languages, load


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Download our free app for the latest weather.", Role.ADVERTISEMENT),
        ("en", "Please sign up for the Velmora Ledger's morning newsletter.", Role.NEWSLETTER),
        ("en", "Tired of the noise? Follow the Ledger on WhatsApp.", Role.SHARE),
        ("en", "▶ Listen wherever you get your podcasts.", Role.EMBED),
        ("de", "Bleiben Sie informiert: Folgen Sie dem Boten auf WhatsApp.", Role.SHARE),
        ("fr", "Recevez chaque matin notre newsletter.", Role.NEWSLETTER),
        ("tr", "Gelişmeler için Google News'te takip edin.", Role.SHARE),
        ("hi", "ताजा खबरों के लिए हमें फेसबुक पर लाइक करें।", Role.SHARE),
        ("ja", "最新ニュースは公式アプリでご覧ください。", Role.ADVERTISEMENT),
        ("zh", "关注微信公众号,获取更多资讯", Role.SHARE),
        ("ru", "Подписывайтесь на наш Telegram-канал.", Role.SHARE),
        ("xx", "Support local journalism.", Role.PAYWALL),
        (None, "Subscribe to the newsletter.", Role.NEWSLETTER),
    ],
)
def test_calls_have_the_role_of_what_they_offer(
    language: str | None, text: str, role: Role
) -> None:
    found = appeal(text, language)
    assert found is not None
    assert found.role is role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Sign up before Friday at the town hall.", id="nothing is offered"),
        pytest.param("en", "The mayor asked them to follow her on Twitter.", id="a report"),
        pytest.param("en", "“Follow us on Twitter,” the mayor said.", id="speech"),
        pytest.param("en", "Support for the app store rules has grown.", id="a noun"),
        pytest.param("en", "Our approach to a mobile approach.", id="longer words"),
        pytest.param("en", "Follow us on Twitter. " * 30, id="too long"),
        pytest.param(
            "de", "Bleiben Sie informiert. Der Streit um Telegram geht weiter.", id="two"
        ),
        pytest.param("tr", "Telegram kullanıcıları şikâyetçi oldu.", id="no call at the end"),
        pytest.param("fr", "Пишите в телеграм.", id="another language"),
    ],
)
def test_no_calls(language: str, text: str) -> None:
    assert appeal(text, language) is None


def test_the_vocabulary_names_languages_and_roles() -> None:
    tables = load("_appeals")
    assert tables.keys() <= set(languages())
    for table in tables.values():
        assert table["first"] or table["last"]
        assert {Role(role) for role in table["things"]}

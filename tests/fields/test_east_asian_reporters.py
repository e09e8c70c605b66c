"""Who reported a story, as East Asian datelines say."""

import pytest

import newsclean
from newsclean.fields.datelining.east_asian import reporters_in


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("〔記者李明華／台北報導〕市長今天宣布大橋重新開放。", "李明華", id="taiwan"),
        pytest.param(
            "(서울=연합뉴스) 김하늘 기자 = 다리가 다시 열렸다.", "김하늘", id="korean agency"
        ),
        pytest.param("[부산=한빛일보 김하늘 기자] 다리가 열렸다.", "김하늘", id="korean paper"),
        pytest.param("【ソウル＝山田花子】橋が再開した。", "山田花子", id="japanese"),
        pytest.param("【ワシントン共同】橋が再開した。", None, id="agency alone"),
        pytest.param("市長今天宣布大橋重新開放。", None, id="none"),
        pytest.param("BERGEN (AP) — The bridge reopened.", None, id="western"),
    ],
)
def test_reporters(text: str, who: str | None) -> None:
    assert reporters_in(text) == who


def test_the_reporter_goes_before_the_paper() -> None:
    article = newsclean.extract(
        """<html lang="zh-Hant"><meta name="author" content="港灣日報"><body><article>
        <h1>大橋今天重新開放通車</h1><p>〔記者李明華／台北報導〕市長今天上午宣布，經過一年整修的
        大橋重新開放通車，居民可以免費通行一個月。</p><p>工務局表示，整修工程比預定時間提早三個月
        完成，總經費沒有超過預算，未來每年都會檢查橋墩。</p></article></body></html>"""
    )
    assert [author.name for author in article.authors] == ["李明華"]

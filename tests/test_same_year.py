"""A year to come is named once; one that could be another stays."""

import pytest

from pressgen.drafting.prose import Prose
from pressgen.drafting.same_year import named_once

NAMED_ONCE = [
    ("2027灯会拟于2027年2月9日开幕。", "2027灯会拟于2月9日开幕。"),
    ("2028年龙舟邀请赛定于2028年6月举行。", "2028年龙舟邀请赛定于6月举行。"),
    ("2027春季招聘会将于2027年3月5日举行，设展位90个。", "2027春季招聘会将于3月5日举行，设展位90个。"),
    ("2027年，书店计划新开4家。报名预计2027年5月开始。", "2027年，书店计划新开4家。报名预计5月开始。"),
    ("2028年，床位拟增至90张。招标将于2028年1月进行。", "2028年，床位拟增至90张。招标将于1月进行。"),
    ("新码头计划2027年6月投用；旧码头计划2027年年底前关闭。", "新码头计划2027年6月投用；旧码头计划当年年底前关闭。"),
    ("一期拟于2028年3月开工，道路拟于2028年底通车。", "一期拟于2028年3月开工，道路拟于当年底通车。"),
    ("The 2027 Lantern Fair is planned for February 9, 2027.", "The 2027 Lantern Fair is planned for February 9."),
    ("The 2028 Dragon Boat Cup is scheduled to take place in June 2028.", "The 2028 Dragon Boat Cup is scheduled to take place in June."),
    ("The 2027 Job Fair is due to open on March 5, 2027, with 90 stands.", "The 2027 Job Fair is due to open on March 5, with 90 stands."),
    ("In 2027, four shops are to open. Sales are expected to start in May 2027.", "In 2027, four shops are to open. Sales are expected to start in May."),
    ("In 2027, the town plans to dig a pond. The tender is scheduled to start in June 2027.", "In 2027, the town plans to dig a pond. The tender is scheduled to start in June."),
    ("The pier is due to open in June 2027. By the end of 2027, the old one is to close.", "The pier is due to open in June 2027. By the end of that year, the old one is to close."),
]  # fmt: skip

LEFT_ALONE = [
    "2026灯会于2026年2月9日开幕。",
    "2027届毕业生招聘会将于2027年3月举行。",
    "2027灯会拟于2028年2月9日开幕。",
    "2027年，书店新开4家。报名于2027年5月开始。",
    "2027年，书店计划新开4家。今年投资9万元。报名预计2027年5月开始。",
    "2027年，书店计划新开4家。经理说：“再等等。”报名预计2027年5月开始。",
    "2027年，书店计划新开4家。长椅有80张。报名预计2027年5月开始。",
    "书店计划2027年开业。报名预计2027年5月开始。",
    "新码头2027年6月投用；旧码头计划2027年年底前关闭。",
    "新码头计划2027年6月投用。旧码头计划2027年年底前关闭。",
    "The 2026 Lantern Fair was held on February 9, 2026.",
    "The 2027 Lantern Fair is planned for February 9, 2028.",
    "In 2025, four shops opened. Sales started in May 2025.",
    "In 2027, four shops are to open. This year, one closed. Sales are expected to start in May 2027.",
    "In 2027, four shops are to open. “Wait,” he said. Sales are expected to start in May 2027.",
    "In 2027, four shops are to open. There are 80 benches. Sales are expected to start in May 2027.",
    "The budget of 2027 is due to be passed in May 2027.",
    "The pier opened in June 2025. By the end of 2025, the old one had closed.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "short"), NAMED_ONCE)
def test_a_year_to_come_is_named_once(text: str, short: str) -> None:
    assert named_once(Prose(text)).text == short


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_any_other_year_stays(text: str) -> None:
    assert named_once(Prose(text)).text == text

"""Machine translation between the two Chinese scripts, character tables only."""

from functools import lru_cache

import opencc
from bs4 import BeautifulSoup
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

# Never a profile with phrases (s2twp): it turns 社区党群服务中心 into 社群黨群服務中心.
PROFILES = {("zh-hans", "zh-hant"): "s2tw", ("zh-hant", "zh-hans"): "tw2s"}


@lru_cache
def converter(profile: str) -> opencc.OpenCC:
    return opencc.OpenCC(profile)


def convert(text: str, source: str = "zh-hans", target: str = "zh-hant") -> str:
    """Return the text in the other script."""
    return converter(PROFILES[source, target]).convert(text)


class OpenCCTranslator(BaseMachineTranslator):
    """Turns Simplified into Traditional and back; markup stays as it is."""

    display_name = "OpenCC 简繁转换"

    def can_translate(self, source_locale, target_locale):
        return (source_locale.language_code, target_locale.language_code) in PROFILES

    def translate(self, source_locale, target_locale, strings):
        pair = (source_locale.language_code, target_locale.language_code)
        return {string: self.converted(string, pair) for string in strings}

    def converted(self, string, pair):
        soup = BeautifulSoup(string.data, "html.parser")
        for node in soup.find_all(string=True):
            node.replace_with(convert(str(node), *pair))
        return StringValue(str(soup))

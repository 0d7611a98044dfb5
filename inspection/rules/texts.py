"""Rules about the words alone: copy damage, personal data, what was injected, wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from chinese import damage

from .. import personal_data
from ..findings import Finding, Severity, Subject, Text
from ..models import Wording

# Advertising that comes along when a text is copied from an account or a portal.
INJECTED = re.compile(
    r"点击(?:上方|下方|左下角|阅读原文|蓝字)|阅读原文|长按(?:识别|扫码|图片|二维码)|"
    r"(?:欢迎|请|快来)?(?:关注|订阅)(?:我们的)?(?:微信)?公众号|更多(?:精彩|内容|资讯|详情)[^。]{0,8}(?:关注|点击|请见)|"
    r"代开发票|加(?:微信|vx|VX|V信|薇信)|兼职刷单|日结\s*\d{3,}|免费领取|点赞?在看|转发(?:朋友圈|集赞)|"
    r"来源[：:]\s*(?:网络|互联网|百度)|责任编辑[：:]|编辑[：:丨|]|版权归原作者"
)


def copy_damage(subject: Subject) -> Iterator[Finding]:
    """What copying leaves behind; what is lost for good blocks."""
    messages = {
        "reading": _("A reading was left behind a character."),
        "doubled": _("Two marks stand where one belongs."),
        "entity": _("A code of a web page stands in the text."),
        "invisible": _("An invisible character stands in the text."),
        "garbled": _("These characters were damaged; please write the words anew."),
        "lost": _("Characters are lost here; please write them anew."),
        "private": _("This character is in no font of the readers; please write another one."),
    }
    for text in subject.texts:
        for place in damage.find(text.value):
            severity = Severity.LOOK if place.better is not None else Severity.BLOCKS
            yield at(
                text,
                "damage",
                severity,
                messages[place.kind],
                place.start,
                place.of(text.value),
                place.better,
            )


def personal(subject: Subject) -> Iterator[Finding]:
    """Numbers of private people; office numbers that the centre itself declares pass."""
    messages = {
        "mobile": _("A mobile number. Is it private? Then mask it, or give the office's number."),
        "identity": _("An identity number must not be published."),
        "card": _("A bank card number must not be published."),
    }
    declared = {personal_data.digits_of(phone)[-11:] for phone in subject.phones}
    for text in subject.texts:
        for number in personal_data.find(text.value):
            if personal_data.digits_of(number.text)[-11:] in declared:
                continue
            severity = Severity.LOOK if number.kind == "mobile" else Severity.BLOCKS
            yield at(
                text,
                "personal",
                severity,
                messages[number.kind],
                number.start,
                number.text,
                number.masked,
            )


def injected(subject: Subject) -> Iterator[Finding]:
    """Sentences that advertise somebody else, in the first or the last line of a text."""
    for text in subject.texts:
        lines = [line for line in text.value.splitlines() if line.strip()]
        for line in dict.fromkeys(lines[:1] + lines[-1:]):
            match = INJECTED.search(line)
            if match:
                start = text.value.index(line) + match.start()
                message = _("This reads like advertising that was copied along.")
                yield at(text, "injected", Severity.LOOK, message, start, match[0], None)


def wording(subject: Subject) -> Iterator[Finding]:
    """Words that the network writes another way."""
    entries = list(Wording.objects.for_path(subject.page.path))
    for text in subject.texts:
        for entry in entries:
            for match in re.finditer(re.escape(entry.word), text.value):
                message = entry.note or (
                    _("Here we write “%(better)s”.") % {"better": entry.better}
                    if entry.better
                    else _("The network does not use this word.")
                )
                better = entry.better or None
                yield at(
                    text,
                    "wording",
                    Severity(entry.severity),
                    message,
                    match.start(),
                    match[0],
                    better,
                )


def at(text: Text, rule: str, severity, message: str, start: int, excerpt: str, better) -> Finding:
    """Return a finding about a part of a text."""
    return Finding(rule, severity, message, text.place, text.path, excerpt, better, start)

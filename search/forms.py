"""The state of the search page as it stands in its address. Nothing in it is an error."""

from __future__ import annotations

import re

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from chinese.tokens import MAX_QUERY

from . import names, nodes, spans
from .answers import ALL_LANGUAGES, Question
from .days import PART_CODES
from .enums import ThingKind

MAX_PAGE = 1_000_000  # digits beyond it say no more than "far too many"
MONTH = re.compile(r"20\d\d(0[1-9]|1[0-2])", re.ASCII)
SHOWN = 40  # characters of a wrong value that a sentence repeats


class TolerantField(forms.CharField):
    """Text of any kind: controls become spaces, ends are stripped, nothing is refused."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def to_python(self, value):
        text = "".join(c if c.isprintable() else " " for c in str(value or ""))
        return text.strip()


# `for` and others are words of the language, so the fields are made from a table.
FIELDS = ("q", "kind", "at", "month", "for", "lang", "on", "part", "fee", "about", "sort", "near")


class SearchForm(forms.Form):
    """Always valid: what cannot be meant becomes the nearest that can, said in `notices`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []
        for name in (*FIELDS, "words", "page"):
            self.fields[name] = TolerantField()

    def clean_q(self) -> str:
        text = self.cleaned_data["q"]
        if len(text) > MAX_QUERY:
            self._say(_("Only the first %(count)d characters were read."), count=MAX_QUERY)
        return text[:MAX_QUERY]

    def clean_kind(self) -> str:
        sentence = _("There is no kind “%(value)s” here. All kinds are shown.")
        return self._one_of("kind", ThingKind.values, sentence)

    def clean_at(self):
        """Return the page of the chosen node, None for the whole site."""
        return self._node("at", _("There is no centre or area “%(value)s”. All are shown."))

    def clean_near(self):
        return self._node("near", _("There is no centre or area “%(value)s” to be near to."))

    def clean_month(self) -> str:
        month = self.cleaned_data["month"].replace("-", "")
        if month and not MONTH.fullmatch(month):
            self._say(_("“%(value)s” is no month. All months are shown."), month)
            return ""
        return month

    def clean_for(self) -> str:
        sentence = _("There is no audience “%(value)s”. What is for anybody is shown.")
        return self._named("for", sentence)

    def clean_about(self) -> str:
        sentence = _("There is no kind of activity “%(value)s”. All are shown.")
        return self._named("about", sentence)

    def clean_lang(self) -> str:
        languages = [code for code, _name in settings.LANGUAGES]
        sentence = _("There is nothing in the language “%(value)s”.")
        return self._one_of("lang", [*languages, ALL_LANGUAGES], sentence)

    def clean_part(self) -> str:
        sentence = _("“%(value)s” is no part of the day. The whole day is shown.")
        return self._one_of("part", PART_CODES, sentence)

    def clean_fee(self) -> str:
        sentence = _("“%(value)s” is no price to look for. Everything is shown.")
        return self._one_of("fee", ["free"], sentence)

    def clean_sort(self) -> str:
        sentence = _("Results cannot be sorted by “%(value)s”. The best ones come first.")
        return self._one_of("sort", ["best", "date"], sentence)

    def clean_on(self) -> tuple[spans.Span, ...]:
        text = self.cleaned_data["on"]
        try:
            return spans.parse(text) if text else ()
        except ValueError:
            self._say(_("“%(value)s” is no day. Write it like 2026-12-05."), text)
            return ()

    def clean_page(self) -> int:
        text = self.cleaned_data["page"]
        if not text:
            return 1
        if text.isdecimal() and int(text[:9]) > 0:
            return min(int(text[:9]), MAX_PAGE)
        self._say(_("“%(value)s” is no page. This is the first one."), text)
        return 1

    def question(self) -> Question:
        """Return what is asked; the form is cleaned if it was not yet."""
        self.is_valid()
        asked = self.cleaned_data
        return Question(
            text=asked["q"],
            as_words=asked["words"] == "1",
            kind=asked["kind"],
            node=asked["at"],
            month=asked["month"],
            audience=asked["for"],
            language=asked["lang"],
            days=asked["on"],
            part=asked["part"],
            is_free=asked["fee"] == "free",
            about=asked["about"],
            by_date=asked["sort"] == "date",
            near=asked["near"],
            page=asked["page"],
        )

    def _named(self, name: str, sentence) -> str:
        """Return a code of a table of another app, which is asked only when there is a value."""
        return self._one_of(name, names.labels(name) if self.cleaned_data[name] else (), sentence)

    def _one_of(self, name: str, values, sentence) -> str:
        value = self.cleaned_data[name]
        if not value or value in values:
            return value
        self._say(sentence, value)
        return ""

    def _node(self, name: str, sentence):
        code = self.cleaned_data[name]
        node = nodes.find(code)
        if code and code != nodes.ALL and node is None:
            self._say(sentence, code)
        return node

    def _say(self, sentence, value: str = "", **values) -> None:
        self.notices.append(sentence % ({"value": value[:SHOWN]} | values))

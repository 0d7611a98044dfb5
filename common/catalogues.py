"""Message catalogues without system gettext: messages are found, kept complete, compiled.

Messages stand in English in the sources. `zh_Hans` is written by people, `zh_Hant` is made from
it character by character (OpenCC), `en` repeats the message. Compiled `.mo` files are not in git.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed
from django.utils.translation.template import templatize

from .translation import convert

APPS = (
    "accounts",
    "brands",
    "calendars",
    "chinese",
    "common",
    "demo",
    "events",
    "home",
    "inspection",
    "media",
    "notices",
    "search",
    "site",
)
LANGUAGES = ("zh_Hans", "zh_Hant", "en")
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
CONTEXT_PLURAL = {"npgettext", "npgettext_lazy"}


@dataclass(frozen=True, order=True)
class Message:
    """One message of the interface; `plural` and `context` are empty for most."""

    text: str
    plural: str = ""
    context: str = ""


Rows = list[tuple[Message, list[str]]]


def messages_in_python(source: str) -> Iterator[Message]:
    """Yield the messages of calls with literal arguments."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "id", getattr(function, "attr", ""))
        texts = [
            argument.value
            for argument in node.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        yield from message_of(name, texts)


def message_of(name: str, texts: list[str]) -> Iterator[Message]:
    if name in PLAIN and texts:
        yield Message(texts[0])
    elif name in PLURAL and len(texts) > 1:
        yield Message(texts[0], texts[1])
    elif name in CONTEXT and len(texts) > 1:
        yield Message(texts[1], context=texts[0])
    elif name in CONTEXT_PLURAL and len(texts) > 2:
        yield Message(texts[1], texts[2], texts[0])


CALL = re.compile(r"\b(gettext|ngettext|pgettext|npgettext|_)\((?=u?['\"])")


def messages_in_template(source: str) -> Iterator[Message]:
    """Yield the messages of a template, found in Django's own Python form of it."""
    text = templatize(source)
    for call in CALL.finditer(text):
        for end in (m.end() for m in re.finditer(r"\)", text[call.start() :])):
            try:
                found = ast.parse(text[call.start() : call.start() + end].strip(), mode="eval")
            except SyntaxError:
                continue
            yield from messages_in_python(ast.unparse(found))
            break


def find_messages(root: Path) -> set[Message]:
    """Return every message of the site's sources below the project's folder."""
    found: set[Message] = set()
    for app in APPS:
        for path in sorted((root / app).rglob("*")):
            if "migrations" in path.parts:
                continue
            if path.suffix == ".py":
                found.update(messages_in_python(path.read_text()))
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                found.update(messages_in_template(path.read_text()))
    return {message for message in found if message.text}


def catalogue_path(language: str, part: str = "", domain: str = "django") -> Path:
    """Return where a catalogue lies; `part` is a folder beside our own messages."""
    return settings.ROOT / "locale" / part / language / "LC_MESSAGES" / f"{domain}.po"


def load(language: str, part: str = "", domain: str = "django") -> polib.POFile:
    path = catalogue_path(language, part, domain)
    catalogue = polib.pofile(str(path), wrapwidth=100) if path.exists() else polib.POFile()
    catalogue.metadata = {
        "Project-Id-Version": "changlai",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": "nplurals=2; plural=(n != 1);"
        if language == "en"
        else "nplurals=1; plural=0;",
    }
    return catalogue


def key_of(entry: polib.POEntry) -> Message:
    return Message(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def new_entry(message: Message, texts: list[str]) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict(enumerate(texts))
    else:
        entry.msgstr = texts[0]
    if re.search(r"%(\(\w+\))?[sd]", message.text):
        entry.flags.append("python-format")
    return entry


def texts_of(entry: polib.POEntry) -> list[str]:
    if entry.msgid_plural:
        return [entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural)]
    return [entry.msgstr]


def missing(root: Path) -> dict[str, list[Message]]:
    """Return for each language the messages without a translation, or with a doubtful one."""
    wanted = find_messages(root)
    result = {}
    for language in LANGUAGES:
        done = {
            key_of(entry)
            for entry in load(language)
            if all(texts_of(entry)) and texts_of(entry) and not entry.fuzzy
        }
        result[language] = sorted(wanted - done)
    return result


def write_all(root: Path) -> int:
    """Write the three catalogues; return how many messages zh_Hans still lacks.

    What the sources no longer say is dropped.
    """
    known = {key_of(entry): texts_of(entry) for entry in load("zh_Hans")}
    rows = [(message, known.get(message, [""])) for message in sorted(find_messages(root))]
    save("zh_Hans", rows)
    save("zh_Hant", [(message, [convert(text) for text in texts]) for message, texts in rows])
    save("en", [(m, [m.text, m.plural] if m.plural else [m.text]) for m, _ in rows])
    return sum(not all(texts) for _, texts in rows)


def save(language: str, rows: Rows, part: str = "", domain: str = "django") -> None:
    catalogue = load(language, part, domain)
    catalogue.clear()
    catalogue.extend(new_entry(message, texts) for message, texts in rows)
    path = catalogue_path(language, part, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def compile_all(into: Path | None = None) -> int:
    """Compile what is newer than its `.mo`, beside it or `into` a folder; return how many.

    This very process speaks with the new words too: the first start of a fresh copy has loaded
    empty catalogues before it comes here.
    """
    folder = settings.ROOT / "locale"
    done = 0
    for source in sorted(folder.rglob("*.po")):
        target = (into or folder) / source.relative_to(folder).with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            target.parent.mkdir(parents=True, exist_ok=True)
            polib.pofile(str(source)).save_as_mofile(str(target))
            translation_file_changed(None, target)
            done += 1
    return done

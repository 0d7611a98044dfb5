"""A text about time as tokens: widths, dashes and brackets made equal, words named.

Tokens remember where they stood in the original text, so that an error can point there.
Brackets, blanks and 的 only separate: `12月2日（周三）12:00` reads as `12月2日 周三 12:00`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NoReturn

from chinese.numbers import NUMERALS, read_number
from chinese.when_errors import LIMIT_CHARACTERS, WhenError

SAME = str.maketrans(
    {
        **dict.fromkeys("-‐‑‒–—―─━−﹣~〜∼˜⁓", "-"),
        **dict.fromkeys("()[]{}<>【】〔〕「」『』《》〈〉“”‘’\"'|·•・*_T", " "),
        "∶": ":",
        **dict(zip("週禮點時號兩個後間開閉館節從鐘農陰臘這結雙無課",
                   "周礼点时号两个后间开闭馆节从钟农阴腊这结双无课", strict=True)),
    }
)  # fmt: skip

WORDS = {
    "week": "周 星期 礼拜",
    "every": "每 每个 每逢 逢",
    "fortnight": "隔周 每隔周 每两周 每2周 每隔一周 隔一周 每隔1周 每两个星期 每隔一个星期",
    "daily": "每天 每日 天天 每一天",
    "monthly": "每月 每个月",
    "thismonth": "本月 当月 这个月",
    "workdays": "工作日",
    "weekend": "周末 双休日 双休 星期六日",
    "year": "年",
    "month": "月 月份",
    "day": "日 号",
    "sky": "天",
    "hour": "点 点钟 时",
    "minute": "分 分钟",
    "half": "半",
    "quarter": "刻 刻钟",
    "sharp": "整",
    "to": "- 至 到 直到 直至 to",
    "from": "从 自 由",
    "since": "起 开始 起始",
    "until": "止 为止 结束 期间",
    "nextday": "次日 第二天 翌日 转天",
    "allday": "全天 整天 全日",
    "ordinal": "第",
    "piece": "个",
    "last": "最后一个 最后1个 最后",
    "except": "除 除了 除去",
    "outside": "外 以外 之外",
    "rest": "休息 休 停 停课 停办 停开 暂停 闭馆 闭馆日 不开放 不开 除外 无课",
    "holiday": "法定节假日 法定假日 国家法定节假日 节假日 节日 公休日",
    "lunar": "农历 阴历 正月 腊月 冬月 初一 初二 初三 初五 初八 初十 除夕",
    "relative": "今天 明天 后天 今晚 今日 明日 本周 这周 下周 上周 下个月 下月 上个月 昨天",
    "label": "时间 日期 活动时间 活动日期 具体时间",
    "period": "凌晨 清晨 早晨 早上 早 上午 中午 正午 午间 下午 午后 傍晚 "
    "晚上 晚间 夜晚 夜间 夜里 晚",
    "enum": "、 和 及 以及 与 & +",
    "comma": ",",
    "semi": "; 。",
    "colon": ":",
    "slash": "/",
    "dot": ".",
}
KIND_OF_WORD = {word: kind for kind, words in WORDS.items() for word in words.split()}
LONGEST_WORD = max(map(len, KIND_OF_WORD))
SEPARATORS = frozenset({"enum", "comma", "semi"})


@dataclass(frozen=True)
class Token:
    """One word, number or mark; `start` and `end` count in the original text."""

    kind: str
    text: str
    start: int
    end: int
    after_gap: bool = False


def normalise(text: str) -> tuple[str, list[int]]:
    """Return the text in one width and one set of marks, and the origin of each character."""
    characters: list[str] = []
    origins: list[int] = []
    for index, original in enumerate(text):
        for char in unicodedata.normalize("NFKC", original).translate(SAME):
            if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
                continue
            characters.append(" " if char.isspace() or char == "的" else char)
            origins.append(index)
    return "".join(characters), origins


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text; what is not known becomes tokens of kind "other"."""
    folded, origins = normalise(text)
    tokens: list[Token] = []
    index, after_gap = 0, False
    while index < len(folded):
        if folded[index] == " ":
            index, after_gap = index + 1, True
            continue
        kind, length = _match(folded, index)
        if kind == "label":
            index, after_gap = _past_label(folded, index + length), True
            continue
        word = folded[index : index + length]
        start, end = origins[index], origins[index + length - 1] + 1
        if not _joins(tokens, kind, after_gap):
            tokens.append(Token(kind, word, start, end, after_gap))
        elif kind == "other":
            last = tokens[-1]
            tokens[-1] = Token(kind, last.text + word, last.start, end, last.after_gap)
        index, after_gap = index + length, False
    return tokens


def _past_label(folded: str, index: int) -> int:
    """Return the place after the colon of a label such as 时间：."""
    while folded[index : index + 1] in {" ", ":"}:
        index += 1
    return index


def _joins(tokens: list[Token], kind: str, after_gap: bool) -> bool:
    """Tell whether a token only continues the one before: —— or a row of unknown characters."""
    return bool(tokens) and tokens[-1].kind == kind and not after_gap and kind in {"to", "other"}


def _match(folded: str, index: int) -> tuple[str, int]:
    if folded[index] in "0123456789":
        length = 1
        while folded[index + length : index + length + 1] in set("0123456789"):
            length += 1
        return "number", length
    if folded[index] in NUMERALS:
        return "numeral", 1
    return _match_word(folded, index) or ("other", 1)


def _match_word(folded: str, index: int) -> tuple[str, int] | None:
    for length in range(min(LONGEST_WORD, len(folded) - index), 0, -1):
        kind = KIND_OF_WORD.get(folded[index : index + length])
        if kind and not (kind == "label" and index and folded[index] == "日"):
            return kind, length
    return None


class Cursor:
    """A place in the tokens of a text, and the errors that point into that text."""

    def __init__(self, text: str) -> None:
        """Cut the text into tokens.

        Raises:
            WhenError: the text is empty or has more than 500 characters.
        """
        if len(text) > LIMIT_CHARACTERS:
            raise WhenError("too-long", 0, len(text), {"limit": LIMIT_CHARACTERS})
        self.text = text
        self.tokens = tokenise(text)
        self.index = 0
        if not self.tokens:
            raise WhenError("empty", 0, len(text))

    def peek(self, offset: int = 0) -> Token:
        """Return the token at the place or after it; past the end one of kind "end"."""
        index = self.index + offset
        if index < len(self.tokens):
            return self.tokens[index]
        return Token("end", "", len(self.text), len(self.text), after_gap=True)

    def kind(self, offset: int = 0) -> str:
        """Return the kind of the token at the place or after it."""
        return self.peek(offset).kind

    def take(self, *kinds: str) -> Token | None:
        """Return the token and step over it when it is of one of the kinds."""
        token = self.peek()
        if token.kind not in kinds:
            return None
        self.index += 1
        return token

    def skip(self, *kinds: str) -> None:
        """Step over all tokens of the kinds."""
        while self.take(*kinds):
            pass

    def number(self, offset: int = 0) -> tuple[int, int] | None:
        """Return value and count of tokens of the number at a place, None when there is none."""
        token = self.peek(offset)
        if token.kind == "number":
            return (int(token.text), 1) if len(token.text) <= 4 else None
        run = self.numerals(offset)
        value = read_number(run)
        return None if value is None else (value, len(run))

    def numerals(self, offset: int = 0) -> str:
        """Return the Chinese numerals that stand side by side at a place."""
        run = ""
        while self.kind(offset + len(run)) == "numeral":
            token = self.peek(offset + len(run))
            if run and token.after_gap:
                break
            run += token.text
        return run

    def take_number(self) -> int | None:
        """Return the number at the place and step over it, or None."""
        found = self.number()
        if found is None:
            return None
        self.index += found[1]
        return found[0]

    def error(
        self, code: str, first: int | None = None, last: int | None = None, **params: object
    ) -> WhenError:
        """Return an error about the tokens first to last (not included).

        Without first: the token at the place. Without last: up to the place.
        """
        if first is None:
            first, last = self.index, self.index + 1
        last = max(first + 1, self.index if last is None else last)
        start = self.peek(first - self.index).start
        end = max(start, self.peek(last - 1 - self.index).end)
        excerpt, closing = self.text[start:end], self.text[end : end + 1]
        if closing in {"）", ")"} and excerpt.count("（") + excerpt.count("(") == 1:
            end += 1
        return WhenError(code, start, end, {"text": self.text[start:end], **params})

    def fail(self) -> NoReturn:
        """Refuse the token at the place, for its own reason where it has one.

        Raises:
            WhenError: always.
        """
        kind = self.kind()
        if kind == "end":
            raise self.error("unreadable", max(0, self.index - 1))
        if kind in {"holiday", "lunar", "relative"}:
            raise self.error(kind)
        first = self.index
        self.index += 1
        ends = SEPARATORS if kind == "number" else SEPARATORS | {"number"}
        while not self.peek().after_gap and self.kind() not in ends:
            self.index += 1
        raise self.error("unreadable", first)

"""One worksheet of an xlsx file, cell by cell, whatever its `<dimension>` says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from returns.grid import Place, Sheet, Value, place_of
from returns.package import Attributes, Parser
from returns.values import Kind, iso_date, number, text, unescaped

TEXTS = frozenset({"v", "t", "f"} | {
    f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
})  # fmt: skip
FOOTER = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-Fa-f]{6}|[A-Z&])')  # fonts, sizes, page numbers


@dataclass(frozen=True)
class Shared:
    """What the sheets of a workbook share: texts by number, kinds of formats by cell style."""

    strings: list[str]
    kinds: list[Kind]
    since_1904: bool


class SheetReader:
    """Fills a sheet from the elements of its part; `links` are addresses by relation id."""

    def __init__(self, sheet: Sheet, shared: Shared, links: dict[str, str]) -> None:
        self.parser = Parser(self._start, self._text, TEXTS, self._end)
        self._sheet, self._shared, self._links = sheet, shared, links
        self._row, self._column = 0, -1
        self._given: Attributes = {}
        self._raw = ""
        self._formula: str | None = None
        self._formulas: dict[str, str] = {}  # shared ones, by number
        self._sharing = ""
        self._phonetic = False

    def _start(self, tag: str, given: Attributes) -> None:
        if tag == "c":
            self._given, self._raw, self._formula = given, "", None
            place = place_of(given.get("r", ""))
            self._row, self._column = place or (self._row, self._column + 1)
        elif tag == "row":
            self._row, self._column = int(given.get("r") or self._row + 1), -1
        elif tag == "f":
            self._sharing = given.get("si", "") if given.get("t") == "shared" else ""
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell":
            first, _, last = given.get("ref", "").partition(":")
            ends = place_of(first), place_of(last or first)
            if ends[0] and ends[1]:
                self._sheet.merged.append((ends[0], ends[1]))
        elif tag == "hyperlink":
            self._link(given)

    def _text(self, tag: str, words: str) -> None:
        if tag == "f":
            if self._sharing:
                words = self._formulas.setdefault(self._sharing, words)
            self._formula = f"={words}"
        elif tag == "v":
            self._raw = words
        elif tag == "t":
            if not self._phonetic:
                self._raw += words
        elif words := text(FOOTER.sub(" ", words)):
            self._sheet.margins.append(words)

    def _end(self, tag: str) -> None:
        if tag == "rPh":
            self._phonetic = False
        elif tag == "c" and (self._raw or self._formula is not None):
            self._cell((self._row, self._column))

    def _cell(self, place: Place) -> None:
        value = self._value(place) if self._raw else ""
        if self._formula is not None:
            self._sheet.formulas[place] = self._formula
        if value == "" and self._formula is None:
            return
        row = self._sheet.rows.setdefault(place[0], {})
        if place[1] in row and row[place[1]] != value:
            what = "文件里这个单元格写了两次，以后一次为准；这里是前一次的内容。"
            self._sheet.remark(place, what, row[place[1]])
        row[place[1]] = value

    def _value(self, place: Place) -> Value:
        kind, raw = self._given.get("t", "n"), self._raw
        if kind == "s":
            try:
                return self._shared.strings[int(raw)]
            except (IndexError, ValueError):
                self._sheet.remark(place, "这个单元格的文字在文件里缺失，请看原文件。", raw)
                return ""
        if kind in {"inlineStr", "str"}:
            return text(unescaped(raw))
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        if kind == "e":
            formula = self._formula or ""
            self._sheet.remark(place, "单元格里是出错的结果，请改正。", f"{raw} {formula}".strip())
            return raw
        if kind == "d":
            day, _, clock = raw.partition("T")
            return raw if clock.strip("0:.Z") else iso_date(day)
        style = self._given.get("s", "0")
        kinds = self._shared.kinds
        shown = kinds[int(style)] if style.isdecimal() and int(style) < len(kinds) else ""
        return number(raw, shown, since_1904=self._shared.since_1904)

    def _link(self, given: Attributes) -> None:
        place = place_of(given.get("ref", "").partition(":")[0])
        target = next((self._links.get(given[key], "") for key in given if key.endswith(":id")), "")
        target = "#".join(filter(None, (target, given.get("location", ""))))
        if place and target:
            self._sheet.links[place] = target

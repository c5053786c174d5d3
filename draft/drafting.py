"""From a received file to a structure: the stages one after the other."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from draft.decode import Received, RefusedError, decode, kept_characters, lost_characters
from draft.ends import contents, ends, furniture
from draft.levels import body
from draft.lines import own_lines
from draft.marks import marked, run_together
from draft.noise import rules_for
from draft.structure import Bracket, Line, Section, Structure
from notice.brackets import roles, strangers
from notice.checks.rules import applied
from notice.reading.received import UnreadableError, received_lines
from notice.vocabulary import Role, Rule

ROLES: tuple[Role, ...] = ("lead", "named", "support")


def take_apart(
    content: bytes, name: str, known: Collection[str] = ()
) -> tuple[Structure, Received]:
    """A received file taken apart.

    Args:
        content: the file.
        name: its name, which may say what kind it is.
        known: names of registered parties.

    Raises:
        RefusedError: where it is no file that a notice can be read from.
    """
    received = decode(content, name)
    kind: tuple[Rule, ...] = {"html": ("html",), "docx": ("docx",)}.get(received.kind, ())  # type: ignore[assignment]
    try:
        raw = received_lines(content, received.encoding, kind)
    except UnreadableError as error:
        raise RefusedError(str(error)) from None
    rules = rules_for(received, raw)
    lines = [Line(n, applied(words, rules)) for n, words in enumerate(raw, start=1)]
    parts = _at_spaces(raw, rules)
    whole = [line for line in lines if line.words.strip()]
    structure = _structured(parts, known, keep=True) if parts else structured(whole, known)
    if parts and "line-breaks" not in structure.rules:
        structure.rules = (*structure.rules, "line-breaks")
    structure.rules = (*rules, *structure.rules)
    structure.encoding = received.encoding
    numbered = [(line.number, line.words) for line in lines]
    kept = kept_characters(numbered) if "traditional" in rules else []
    structure.doubts[:0] = [*lost_characters(numbered), *kept]
    return structure, received


def _at_spaces(raw: Sequence[str], rules: Sequence[Rule]) -> list[Line]:
    """The lines cut at their spaces, where these stand for line breaks; empty where they do not."""
    others = [rule for rule in rules if rule != "spaces"]
    lines = [Line(n, applied(words, others)) for n, words in enumerate(raw, start=1)]
    if not run_together([line for line in lines if line.words.strip()]):
        return []
    cut = [
        Line(line.number, applied(part, rules))
        for line in lines
        for part in re.split(
            r"(?<=[：:。；！）)”\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff（(“0-9])", line.words
        )
        if part.strip()
    ]
    return cut if len(cut) > 2 * len(lines) + 3 else []


def structured(lines: list[Line], known: Collection[str]) -> Structure:
    """The lines that are left after the rules, as a structure; `rules` says if lines were moved."""
    found = _structured(lines, known, keep=False)
    whole = {"".join(line.words.split()) for line in lines}
    out = {"".join(words.split()) for _, listed in found.left_out for words in listed}
    return found if out <= whole else _structured(lines, known, keep=True)


def _structured(lines: list[Line], known: Collection[str], *, keep: bool) -> Structure:
    kept, out = furniture(lines)
    kept, listed = contents(kept)
    own, moved = own_lines(kept)
    parts = ends(own, keep=keep)
    doubts: list[str] = []
    if not parts.body:
        raise RefusedError("没有找到条目：来文里没有一、（一）、1．、第一条这样从头编起的号。")
    sections = body(marked(parts.body, doubts), known)
    moved = _without_breaks(sections) or moved
    _settle_parties(sections)
    left = sorted([*out, *listed, *parts.left_out], key=lambda entry: entry[0])
    return Structure(
        front=parts.front,
        sections=sections,
        end=parts.end,
        left_out=_grouped(left),
        rules=("line-breaks",) if moved else (),
        doubts=doubts,
    )


def _settle_parties(sections: list[Section]) -> None:
    """Read every bracket again with the names of all: a name is the same party in each of them."""
    clauses = [c for section in sections for item in section.items for c in item.clauses]
    brackets = [clause.bracket for clause in clauses if clause.bracket]
    names = {name for one in brackets for name in one.parties}
    names |= {name for one in brackets for name in strangers(_said(one), names)}
    for clause in clauses:
        if clause.bracket:
            said = roles(_said(clause.bracket), names)
            by_role = [tuple(n for n in said if said[n] == role) for role in ROLES]
            lead, named, support = by_role
            clause.bracket = replace(clause.bracket, lead=lead, named=named, support=support)


def _said(one: Bracket) -> str:
    """A bracket's words with blanks for its remark."""
    return one.words.replace(one.remark, "\u3000" * len(one.remark)) if one.remark else one.words


def _grouped(left: list[tuple[int, str, str]]) -> list[tuple[str, list[str]]]:
    """Lines left out for one reason together; a line that comes again begins a new group."""
    found: list[tuple[str, list[str]]] = []
    for _, words, why in left:
        if not found or found[-1][0] != why or words in found[-1][1]:
            found.append((why, []))
        found[-1][1].append(words)
    return found


def _without_breaks(sections: list[Section]) -> bool:
    """Take out the line breaks within a task or a bracket; whether there was one."""
    found = False
    for clause in (c for section in sections for item in section.items for c in item.clauses):
        words = [task.words for task in clause.tasks]
        words += [clause.bracket.words] if clause.bracket else []
        found = found or any("\n" in one for one in words)
        clause.tasks = [replace(t, words=t.words.replace("\n", "")) for t in clause.tasks]
        if clause.bracket:
            clause.bracket = replace(clause.bracket, words=clause.bracket.words.replace("\n", ""))
    return found

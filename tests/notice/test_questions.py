"""Who is asked what: like sentences have like actors, and every question is on a sheet.

To accept other actors after reading them: UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_questions.py
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from forms.registry import forms
from notice.models import Catalog
from notice.resolved import resolved_tasks

TABLE = Path(__file__).parent / "actors_by_verb.txt"
VERBS = (
    "组织开展", "专项整治", "专项治理", "专项行动", "排查", "打击", "查处", "严禁", "整治", "推动", "督促",
    "推进", "加强", "强化", "完善", "健全", "建立", "建设", "改造", "培训", "演练", "监测预警",
)  # fmt: skip


def test_like_sentences_have_like_actors(catalog: Catalog) -> None:
    """The table is read whenever it changes; what is uneven stands out in it."""
    lines = []
    for verb in VERBS:
        lines.append(f"{verb}：")
        for entry in resolved_tasks(catalog):
            if verb in entry.task.text:
                lines.append(f"  {'、'.join(entry.task.actors)} {entry.task.id} {entry.task.text}")
    table = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        TABLE.write_text(table, "utf-8")
    assert table == TABLE.read_text("utf-8")


def on(catalog: Catalog, *kinds: str) -> set[str]:
    return {row.id for form in forms(catalog) if form.kind in kinds for row in form.rows}


def test_every_question_is_on_a_sheet(catalog: Catalog) -> None:
    tasks = [entry.task for entry in resolved_tasks(catalog)]
    enterprises = {task.id for task in tasks if {"enterprise", "staff"} & set(task.actors)}
    authorities = {task.id for task in tasks if "authority" in task.sides}
    assert on(catalog, "inspection") == on(catalog, "selfcheck") == enterprises
    assert on(catalog, "supervision") == authorities
    assert on(catalog, "breakdown") == {task.id for task in tasks}


def test_inspection_and_self_check_have_the_same_rows(catalog: Catalog) -> None:
    rows = {
        (form.kind, form.slug): [(row.position, row.id, row.group) for row in form.rows]
        for form in forms(catalog)
    }
    for (kind, slug), found in rows.items():
        if kind == "inspection":
            assert rows["selfcheck", slug] == found


def test_a_fragment_stands_in_its_sentence(catalog: Catalog) -> None:
    form = next(f for f in forms(catalog) if f.name == "selfcheck-coal-mine")
    shown = next(c.shows for c in form.definition.columns if c.title == "原文")
    assert shown
    said = {row.id: shown(row) for row in form.rows}
    assert said["item-10-11"] == "加强采掘接续、【设施设备、】高风险作业和关键环节管理。"
    assert said["item-10-17"] == "推行“无视频不作业”。"


def test_a_body_has_its_own_tasks_and_a_line_for_each_collective_phrase(catalog: Catalog) -> None:
    form = next(f for f in forms(catalog) if f.name == "tasks-zhujian")
    assert all("省住建厅" in row.task.owner.responsibility for row in form.rows)
    assert [group.short for group in form.groups] == ["牵头", "点名"]
    led = [line.address for line in form.lines if line.address]
    assert led == [
        f"checklists/tasks-{slug}/" for slug in ("jianguan-sheng", "jianguan", "youguan")
    ]


def test_a_form_names_the_later_notice_where_there_is_one(catalog: Catalog) -> None:
    form = forms(catalog)[0]
    assert form.basis.endswith("，后来另有晋政发〔2026〕1号（2026年度）")
    notice = catalog.notice.model_copy(update={"superseded_by": None})
    alone = replace(form, catalog=catalog.model_copy(update={"notice": notice}))
    assert alone.basis.endswith("项（2024年度）")

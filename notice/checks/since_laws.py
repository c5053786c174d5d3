"""Against an older state: what is noted of a law changes only when somebody has looked it up again.

The texts are not in the data, so nothing else shows that such a change was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from notice.checks.states import read_state
from notice.laws import Article, Law
from notice.problems import Problem
from notice.reading.containers import groups
from notice.reading.source import YamlPath

OF_A_TEXT = (
    "text_date", "in_force_from", "in_force_to", "replaced_by", "article_count", "liability",
    "sectors",
)  # fmt: skip
OF_AN_ARTICLE = ("items", "actors")


def check_laws_since(base: Path, head: Path) -> Iterator[Problem]:
    """Each law of both states of which facts were changed or struck out under the old day."""
    before = {
        str(node["slug"]): node
        for _, node in groups(read_state(base, "laws").data, ())
        if "slug" in node
    }
    source = read_state(head, "laws")
    for path, law in groups(source.data, ()):
        old = before.get(str(law.get("slug")))
        if old is None or _looked_up(old, law) or not _same(old, law):
            continue
        if changed := [*_changed(path, old, law)]:
            said = "，".join(words for _, words in changed)
            message = f"《{law['short_name']}》改了：{said}；核对日期（looked_up）没有改。"
            hint = "改回来；照文本核对过的，looked_up 写核对的那一天；后来的文本另写一条"
            yield source.problem(changed[0][0], message, hint)


def _same(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether both are one law by a name; an address given to another is told elsewhere."""
    return any(old.get(name) == new.get(name) for name in ("short_name", "full_name"))


def _looked_up(old: dict[str, Any], new: dict[str, Any]) -> bool:
    then, now = old.get("looked_up"), new.get("looked_up")
    return isinstance(now, date) and (
        now == date.today() or not isinstance(then, date) or now > then
    )


def _changed(
    path: YamlPath, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[tuple[YamlPath, str]]:
    """The place of each fact that is another or is gone, with what it is and what it was."""
    for field in OF_A_TEXT:
        was, now = old.get(field), new.get(field)
        renamed = field == "replaced_by" and now  # the name of the later text was corrected
        widened = field == "sectors" and was and set(was) <= set(now or ())
        noted_first = was is None and field != "in_force_to"  # a text that ends is on no form
        if was != now and not (renamed or widened or noted_first):
            title = Law.model_fields[field].title or "后来的文本"
            yield (*path, field), f"{title}原来{'没有写' if was is None else f'是 {_listed(was)}'}"
    articles = {str(article["article"]): article for _, article in _articles(old, ())}
    for place, article in _articles(new, path):
        noted = articles.get(str(article["article"]), {})
        for field in OF_AN_ARTICLE:
            then = noted.get(field)
            if then is not None and then != article.get(field):
                about = Article.model_fields[field].title
                words = f"第 {article['article']} 条{about}原来是 {_listed(then)}"
                yield (*place, field), words


def _articles(law: dict[str, Any], path: YamlPath) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    found = groups(law.get("articles"), (*path, "articles"))
    return ((place, node) for place, node in found if "article" in node)


def _listed(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)

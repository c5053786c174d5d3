"""What forms for enterprises say of the law behind a row: columns, lines, legend.

Rows that are law and rows that are only the notice's are told apart by a mark at their number.
"""

from __future__ import annotations

from functools import cache

from forms.definition import Column, Line, Row
from notice.laws import Basis
from notice.legal_basis import citation, citations, penalties, standing
from notice.vocabulary import FITS, Fit

MARKS: dict[Fit, str] = {"exact": "法", "partial": "相关"}
LAW_HINT = (
    "编号下标“法”的，法律法规把这件事定为义务；标“相关”的，条文只管一部分或者宽得多；不标的是通知的部署。"
    "条文如 41条2款5项；由编写组所查，不作为执法依据，现行有效文本以国家法律法规数据库为准。"
)


def mark(row: Row) -> str:
    """The mark at a row's number: 法, 相关, or none."""
    fit = standing(row.basis)
    return MARKS[fit] if fit else ""


def law_lines(row: Row) -> tuple[Line, ...]:
    """The citations of a row: what makes it a duty and punishes a breach, then what is related."""
    return _lines(row.basis)


@cache  # a task is on up to forty forms, with a few different sets of laws
def _lines(bases: tuple[Basis, ...]) -> tuple[Line, ...]:
    lines = [Line(_exact(b)) for b in bases if b.fit == "exact"]
    if partial := citations(b for b in bases if b.fit == "partial"):
        lines.append(Line(f"相关条款　{partial}", quiet=True))
    return tuple(lines)


def _exact(basis: Basis) -> str:
    words = f"依据　{_limited(basis)}"
    return f"{words}；罚则　{penalties(basis)}" if basis.penalty else words


def _limited(basis: Basis) -> str:
    return f"{citation(basis)}（限{basis.limit}）" if basis.limit else citation(basis)


@cache
def _cited(bases: tuple[Basis, ...]) -> str:
    return "；".join(map(_limited, bases))


@cache
def _punished(bases: tuple[Basis, ...]) -> str:
    """The penalties of each citation; another law's, or a second citation's, by the law's name."""
    found = []
    for basis in bases:
        if basis.penalty:
            own = any(penalty.law is None for penalty in basis.penalty)
            found.append(f"{basis.law if own else ''}{penalties(basis)}")
    return "；".join(dict.fromkeys(found))


def _fit(row: Row) -> str:
    fit = standing(row.basis)
    return FITS[fit] if fit else ""


BASIS = Column("依据", lambda row: _cited(row.basis), flat=True, sheet=18)
PENALTY = Column("罚则", lambda row: _punished(row.basis), flat=True, sheet=16)
FIT = Column("关系", _fit, flat=True, sheet=6)

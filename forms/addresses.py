"""The addresses the site promises to keep, below its root: forms print them, pages stand at them.

Nothing below this room knows that there is a site.
Once published an address never disappears: it moves with a redirect or stays as a tombstone.
"""

from __future__ import annotations

from notice import ids
from notice.laws import Law
from notice.models import Catalog, Department, Item, Retired, Sector


def item_page(item: Item) -> str:
    """The address of an item: items/10/."""
    return _item_page(item.number)


def _item_page(number: int) -> str:
    return f"items/{number}/"


def sector_page(sector: Sector) -> str:
    """The address of a sector: sectors/coal-mine/."""
    return f"sectors/{sector.slug}/"


def department_page(party: Department) -> str:
    """The address of a responsible party: departments/yingji/."""
    return f"departments/{party.slug}/"


def changes_page(party: Department) -> str:
    """What has changed for a responsible party: changes/yingji/."""
    return f"changes/{party.slug}/"


def law_anchor(law: Law, article: int) -> str:
    """The id of an article on laws/: anquan-shengchan-fa-41."""
    return f"{law.slug}-{article}"


def form_page(form: str, slug: str) -> str:
    """The address of a form: checklists/inspection-coal-mine/. Its last part is the form number."""
    return f"checklists/{form}-{slug}/"


def place(address: str) -> tuple[str, str]:
    """The page and the anchor that an address of `data/retired.yaml` means.

    A task's id alone, #item-10-9, means its place on its item's page; / is the home page.
    """
    page, _, fragment = address.partition("#")
    if not page and fragment:
        return _item_page(ids.item_number(fragment)), fragment
    return page.removeprefix("/"), fragment


def tombstones(catalog: Catalog, page: str) -> tuple[Retired, ...]:
    """The entries shown at the end of a page: its retired anchors, and the files listed there."""
    return tuple(r for r in catalog.retired if page in _pages(r.address))


def _pages(address: str) -> tuple[str, ...]:
    page, fragment = place(address)
    if address.startswith("#"):
        return page, "notice/"
    if fragment:
        return (page,)
    return () if page.endswith("/") else (f"{page.rpartition('/')[0]}/",)

"""What the tests share: the real catalog, a small one, both sites built, and a real browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
os.environ.pop("GITHUB_ACTIONS", None)  # what a person sees is tested; annotations ask for it
sys.path[:0] = [str(ROOT)]
sys.path.append(str(ROOT / "scripts"))  # last: it has a test.py, as Python has

from _old_browser import find_old_browser  # noqa: E402

from exports.offline_bundle import offer  # noqa: E402
from forms.form import Form  # noqa: E402
from forms.registry import every_form  # noqa: E402
from notice.catalog import load_catalog  # noqa: E402
from notice.checks.written import _wrong  # noqa: E402
from notice.ids import item_number  # noqa: E402
from notice.models import Catalog  # noqa: E402
from notice.reading.characters import _refusal  # noqa: E402
from notice.reading.yaml_file import _parsed  # noqa: E402
from notice.review import _holders, _names  # noqa: E402
from publishing.mkdocs_quiet import quiet  # noqa: E402

SMALL = ROOT / "tests" / "small"
SMALL_RECEIVED = "source/received.txt"
BASE = "http://127.0.0.1:8000/"
# Where the real notice's site is built; another machine has to make the same bytes of it.
MACHINE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}


PROGRAMS = {"playwright", "old_chromium", "office", "nginx_program"}
OUTSIDE = {"project", "site", "small_site", "mended", "server", "playwright", "old_chromium"}


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark what mutation testing and a quick run leave out, by what a test asks for.

    Files with the most slow tests come first, or at the end one process would wait for the other.
    """
    for item in items:
        if OUTSIDE & set(item.fixturenames):
            item.add_marker("outside")
        if PROGRAMS & set(item.fixturenames):
            item.add_marker("programs")
    seconds = {"slow": 8, "programs": 1}  # about, and for the order only
    heavy: Counter[Path] = Counter()
    for item in items:
        heavy[item.path] += sum(seconds[m.name] for m in item.own_markers if m.name in seconds)
    items.sort(key=lambda item: -heavy[item.path])


@dataclass(frozen=True)
class Site:
    """A built site and the catalog it was built from."""

    folder: Path
    catalog: Catalog

    def html(self, address: str) -> lxml.html.HtmlElement:
        """A page, parsed."""
        return lxml.html.fromstring((self.folder / address / "index.html").read_bytes())

    def words(self, address: str) -> str:
        """A page's text with tags dropped and white space removed."""
        return "".join(self.html(address).text_content().split())


@pytest.fixture(scope="session", autouse=True)
def _made_anew() -> None:
    """Mutation testing goes on from a process in which these were made before the mutation."""
    for made in (_refusal, _parsed, item_number, _holders, _names, _wrong):
        made.cache_clear()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(ROOT / "data")


@pytest.fixture(scope="session")
def small() -> Catalog:
    return load_catalog(SMALL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that uses the environment already made."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def small_project(project: Path) -> Path:
    """The same with the small notice, where a script is started again and again."""
    shutil.rmtree(project / "data")
    shutil.copytree(SMALL, project / "data")
    return project


@pytest.fixture(scope="session")
def site(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the real notice, as scripts/build.py makes it with all that belongs to it."""
    return Site(built_once(tmp_path_factory, "site", build_whole), catalog)


@pytest.fixture(scope="session")
def small_site(small: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(built_once(tmp_path_factory, "small", lambda at: build_site(at, SMALL, {})), small)


def plain(text: str) -> str:
    """The words of a PDF without spaces; it may hold compatibility code points for some glyphs."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def form_of(catalog: Catalog, name: str) -> Form:
    """The form with a form number."""
    return next(form for form in every_form(catalog) if form.name == name)


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path]) -> Path:
    """A site, built by whichever process of a run asks for it first."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return build(factory.mktemp(name))
    shared = factory.getbasetemp().parent / name
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            build(factory.mktemp(name)).rename(shared)
    return shared


def copy_project(folder: Path) -> Path:
    """A copy of the project with new dates of files, in the environment already made."""
    ignore = shutil.ignore_patterns(".git", ".venv", "site*", "build", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=ignore, copy_function=shutil.copyfile)
    (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    return folder


def build_whole(folder: Path, machine: Mapping[str, str] = MACHINE) -> Path:
    """The site as scripts/build.py makes it from a copy of the project."""
    copy = copy_project(folder / "project")
    done = subprocess.run(
        [sys.executable, "scripts/build.py"],
        cwd=copy,
        capture_output=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "SITE_URL": BASE, **machine},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert "页到 site/" in done.stdout.decode("utf-8")
    return copy / "site"


def build_site(folder: Path, data: Path, extra: dict[str, object]) -> Path:
    """Build the site of some data strictly, as scripts/build.py does."""
    quiet()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True, site_url=BASE)
    config.extra.update({"data": str(data), "bundle": offer(), **extra})
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


@dataclass(frozen=True)
class Server:
    """A built site served on a free port, below a path as an intranet would have it."""

    url: str
    site: Site


@pytest.fixture(scope="session")
def server(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("root")
    shutil.copytree(site.folder, root / "safety")
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{httpd.server_port}/safety/", site)
        httpd.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


def launch(playwright: Playwright, *more: str) -> Browser:
    """Start Chromium, as scripts/test.py found it, with more arguments than the usual ones."""
    usual = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=[*usual, *more])


@pytest.fixture(scope="session")
def office() -> str:
    """LibreOffice, as scripts/test.py found it."""
    return os.environ["SOFFICE"]


@pytest.fixture(scope="session")
def nginx_program() -> str:
    """The web server, as scripts/test.py found it."""
    return os.environ["NGINX_PROGRAM"]


@pytest.fixture(scope="session")
def old_chromium() -> str:
    """The program of the oldest browser that the site works in."""
    found = find_old_browser()
    if found is None:
        pytest.skip("the old browser is for x86-64 Linux, and comes from the npm registry")
    return found


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()

"""deploy/nginx.conf in a real nginx on loopback, at the root of a host and below a path."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from publishing.content_policy import nginx_site
from tests.browser.test_access import WATCH
from tests.conftest import ROOT, Site


@dataclass(frozen=True)
class Nginx:
    """A running server: its port, the path of the site on it, and the files behind."""

    port: int
    path: str
    site: Site

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def get(self, address: str, **headers: str) -> http.client.HTTPResponse:
        """Ask for an address of the site as it is written, without following anything."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", self.path + address, headers=headers)
        return connection.getresponse()


@pytest.fixture(scope="module", params=["/", "/anquan/"])
def nginx(
    request: pytest.FixtureRequest,
    site: Site,
    nginx_program: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Nginx]:
    folder = tmp_path_factory.mktemp("nginx")
    files = folder / "www" / request.param.strip("/")
    shutil.copytree(site.folder, files, dirs_exist_ok=True)
    conf = files / ".nginx" / "site.conf"
    conf.write_text(nginx_site(files, f"http://localhost{request.param}"), "utf-8")
    port = free_port()
    config = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    config = config.replace("/tmp/", f"{folder}/").replace("listen 8080", f"listen {port}")
    config = config.replace("/srv/www/.nginx/site.conf", str(conf))
    config = config.replace("/srv/www", str(folder / "www"))
    (folder / "nginx.conf").write_text(config, "utf-8")
    # As root, workers would be another user, who may not read a test's folder.
    options = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    command = [
        nginx_program,
        "-e",
        "stderr",
        "-c",
        str(folder / "nginx.conf"),
        "-g",
        options,
    ]
    process = subprocess.Popen(command)
    try:
        wait_for(port)
        yield Nginx(port, request.param, site)
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


def addresses(site: Site) -> list[str]:
    pages = sorted(site.folder.rglob("index.html"))
    return [path.parent.relative_to(site.folder).as_posix() + "/" for path in pages]


def test_every_page_is_there(nginx: Nginx) -> None:
    found = [a if a != "./" else "" for a in addresses(nginx.site)]
    assert len(found) > 150
    assert [a for a in found if nginx.get(a).status != 200] == []


def test_what_is_not_there_and_what_is_not_for_readers(nginx: Nginx) -> None:
    missing = nginx.get("items/99/")
    assert missing.status == 404
    assert "404" in missing.read().decode("utf-8")
    assert nginx.get("assets/").status == 404, "no listing of a folder"
    assert nginx.get(".nginx/site.conf").status == 404
    moved = nginx.get("items/10")
    assert (moved.status, moved.getheader("Location")) == (301, f"{nginx.path}items/10/")


def test_headers(nginx: Nginx) -> None:
    page = nginx.get("items/10/", **{"Accept-Encoding": "gzip"})
    policy = page.getheader("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert page.getheader("Content-Encoding") == "gzip"
    assert page.getheader("X-Content-Type-Options") == "nosniff"
    assert page.getheader("Cache-Control") == "no-cache"
    again = nginx.get("items/10/", **{"If-None-Match": page.getheader("ETag") or ""})
    assert again.status == 304
    style = next((nginx.site.folder / "assets/css").glob("site.*.css"))
    kept = nginx.get(f"assets/css/{style.name}").getheader("Cache-Control") or ""
    assert "immutable" in kept
    missing = nginx.get("items/99/").getheader("Content-Security-Policy")
    assert missing == policy, "the page that says so is a page as well"
    table = nginx.get("downloads/matrix.csv")
    assert table.getheader("Content-Type") == "text/csv; charset=utf-8"


@pytest.fixture
def watched(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(accept_downloads=True)
    context.add_init_script(WATCH)
    yield context
    context.close()


def test_search_and_ticking_under_the_header_policy(nginx: Nginx, watched: BrowserContext) -> None:
    page = watched.new_page()
    page.goto(f"{nginx.url}checklists/inspection-gas/")
    page.locator("tr.row button.box").first.click()
    expect(page.locator("[data-fill-count]")).to_contain_text("已填 1 /")
    with page.expect_download():
        page.get_by_role("button", name="导出 CSV").click()
    page.locator("label[for^=__palette]:visible").click()
    page.locator(".md-search__input").fill("瓦斯")
    expect(page.locator("[data-search-results] li").first).to_be_visible()
    assert page.evaluate("window.violations ?? []") == []


@pytest.mark.parametrize("nginx", ["/anquan/"], indirect=True)  # where a site lies weighs nothing
@pytest.mark.parametrize(
    "form", ["inspection-coal-mine", "selfcheck-gas", "tasks-yingji", "breakdown-counties"]
)
def test_a_checklist_is_light_over_the_wire(
    nginx: Nginx, watched: BrowserContext, form: str
) -> None:
    """First visit at most 106 KiB, second 16, headers included, as Chromium counts them."""
    page = watched.new_page()
    first = weigh(page, f"{nginx.url}checklists/{form}/")
    # On a busy machine Chromium may still be writing its cache when the page is asked for again.
    again = (weigh(page, f"{nginx.url}checklists/{form}/") for _ in range(3))
    second = next((size for size in again if size <= 16 * 1024), 0)
    print(f"{form}: {first / 1024:.1f} KiB, {second / 1024:.1f} KiB")
    assert 40 * 1024 < first <= 106 * 1024
    assert second > 0


def weigh(page: Page, url: str) -> int:
    """Bytes over the wire for one visit, headers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    session.detach()
    return sum(sizes)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be another user")
def test_as_in_a_container(site: Site, nginx_program: str) -> None:
    """As nobody, where nothing but one folder, /tmp there, can be written."""
    with tempfile.TemporaryDirectory() as name:
        serve_as_nobody(nginx_program, site, Path(name))


def serve_as_nobody(nginx_program: str, site: Site, folder: Path) -> None:
    folder.chmod(0o755)
    www, writable = folder / "www", folder / "tmp"
    shutil.copytree(site.folder, www)
    www.chmod(0o755)
    (www / ".nginx" / "site.conf").write_text(nginx_site(www, "http://localhost/"), "utf-8")
    writable.mkdir()
    writable.chmod(0o777)
    port = free_port()
    config = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    config = config.replace("/tmp/", f"{writable}/").replace("/srv/www", str(www))
    (folder / "nginx.conf").write_text(config.replace("listen 8080", f"listen {port}"), "utf-8")
    command = [nginx_program, "-e", "stderr", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    process = subprocess.Popen(command, user=65534, group=65534, extra_groups=[])
    try:
        wait_for(port)
        answer = Nginx(port, "/", site).get("items/10/")
        assert answer.status == 200
        assert answer.getheader("Content-Security-Policy")
        written = {path.name for path in writable.iterdir()}
        assert "nginx.pid" in written
    finally:
        process.terminate()
        process.wait(10)

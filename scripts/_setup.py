"""Set up what a script needs, with the standard library only, then run the script inside it.

`.venv` is made once and filled from a hashed lock under `requirements/`. A file in it records the
lock it was filled from, so a later run with the same lock starts at once.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
# A lock that holds all of another one: having installed the key, the values are installed too.
CONTAINS = {"build": ("build",), "draft": ("draft", "build"), "test": ("test", "build", "draft")}


def data_folder(given: Path | None) -> Path:
    """The data folder that a script works on: the project's own, or a draft that was asked for.

    What runs later in this process reads it from the environment, as mkdocs.yml does.
    """
    folder = ROOT / "data" if given is None else given.resolve()
    if not (folder / "items.yaml").is_file():
        sys.exit(f"{given} 里没有 items.yaml：给出数据文件夹，如 drafts/2026。")
    os.environ["NOTICE_DATA"] = str(folder)
    return folder


def say(text: str) -> None:
    """Print one line about what is being set up, at once."""
    print(f"[准备] {text}", file=sys.stderr, flush=True)


def run(main: Callable[[], int], lock: str) -> NoReturn:
    """Run a script's `main` inside the environment and exit with what it returns.

    Data that is refused, a file that cannot be read or written and a stop by hand end it with a
    line in the reader's language.
    """
    inside(lock)
    from notice.problems import DataError
    from notice.system_errors import reason

    try:
        sys.exit(main())
    except DataError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"读写出错，{reason(error)}。", file=sys.stderr)
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        sys.exit(130)
    sys.exit(1)


def inside(lock: str, meanwhile: Callable[[], object] | None = None) -> None:
    """Make sure the calling script runs in `.venv` with `requirements/<lock>.lock` installed.

    Returns inside the environment; outside it runs the script again there and exits with its code.
    """
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    for stream in (sys.stdout, sys.stderr):  # a console of GBK lacks some characters
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.version_info < OLDEST:
        sys.exit(f"需要 Python {OLDEST[0]}.{OLDEST[1]} 或更新版本，现为 {sys.version.split()[0]}。")
    install(lock, meanwhile)
    if Path(sys.prefix).resolve() != VENV.resolve():
        environment = {**os.environ, "PYTHONUTF8": "1"}
        sys.exit(subprocess.call([str(PYTHON), *sys.argv], env=environment))


def install(lock: str, meanwhile: Callable[[], object] | None) -> None:
    """Fill `.venv` from a lock, unless it was filled from this very lock before.

    `meanwhile` is done beside it, once there is a `.venv`: most of the time is the network's.
    """
    if _stamp(lock).is_file() and _stamp(lock).read_text() == _digest(lock):
        return
    if not PYTHON.exists():
        say("建立 Python 虚拟环境 .venv")
        _create()
    say(f"按 requirements/{lock}.lock 安装依赖（只需一次）")
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(meanwhile)] if meanwhile else []
        if any([*pool.map(_pip, _halves(lock))]):
            sys.exit("依赖安装失败，原因见上。请检查网络或软件源后重试。")
        for job in jobs:
            job.result()
    for contained in CONTAINS[lock]:
        _stamp(contained).write_text(_digest(contained))


def _halves(lock: str) -> list[str]:
    """The packages of a lock in two lots: most of the time is unpacking, which one core does."""
    text = (ROOT / "requirements" / f"{lock}.lock").read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text)
    return ["\n".join(packages[first::2]) for first in (0, 1)]


def _pip(pins: str) -> int:
    """Install packages that are all that is needed; Python compiles what it imports of them."""
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "half.lock"
        lock.write_text(pins, "utf-8")
        rules = ["--no-compile", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
        return subprocess.call([*pip, *rules, "-r", str(lock)])


def apt(*packages: str) -> bool:
    """Install Debian packages where that is possible without asking; say whether it was."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    say(f"安装系统软件包：{'、'.join(packages)}")
    _quietly("apt-get", "update", "-q")
    return _quietly("apt-get", "install", "-q", "-y", "--no-install-recommends", *packages) == 0


def _quietly(*command: str) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, stdout=subprocess.DEVNULL, env=environment)


def _create() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.call(command, stdout=subprocess.DEVNULL) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian and Ubuntu ship python3 without ensurepip.
    if not apt("python3-venv") or subprocess.call(command) != 0:
        sys.exit("无法建立虚拟环境：请先安装 python3-venv。")


def _stamp(lock: str) -> Path:
    return VENV / f"installed-{lock}"


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / "requirements" / f"{lock}.lock").read_bytes()).hexdigest()

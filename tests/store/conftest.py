"""A real PostgreSQL server for the tests that need one, and both kinds of address for those that must not care.

The server's programs are Debian's (package ``postgresql``) or those on the PATH. It runs on a free loopback port in a
folder that goes with it, without a socket file, and as a humbler user where the tests run as root, which it refuses.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from system_libraries import postgresql_folder

NO_SERVER = "PostgreSQL's server is not on this machine; on Debian: apt-get install postgresql"
IN_A_HURRY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")
SECONDS_TO_START = 30.0


def _hand_over(folder: Path) -> str | None:
    """Give ``folder`` to the user the server will run as, and say who; None where that is whoever runs the tests."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    for user in ("postgres", "nobody"):
        try:
            shutil.chown(folder, user)
        except LookupError:
            continue
        return user
    return pytest.fail("PostgreSQL refuses to run as root, and this machine has neither a user postgres nor nobody")


def _free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_answers(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return once a connection succeeds; fail with the server's own words when it ends or takes too long."""
    give_up = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < give_up:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def _make_cluster(programs: Path, cluster: Path, user: str | None) -> None:
    """Lay out an empty server: UTF-8, sorted by code point, trusting whoever can reach it."""
    how = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
    made = subprocess.run(
        [programs / "initdb", "-D", cluster, *how], cwd=cluster.parent, user=user, capture_output=True, check=False
    )
    if made.returncode:
        pytest.fail(f"initdb refused:\n{made.stderr.decode(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server without waiting for its guests, then less politely."""
    if os.name == "nt":
        server.terminate()
    else:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A running server, as the address of its own database: ``postgresql://postgres@127.0.0.1:PORT/postgres``."""
    programs = postgresql_folder()
    if programs is None:
        pytest.fail(NO_SERVER)
    folder = Path(tempfile.mkdtemp(prefix="sobremesa-postgres-"))
    cluster, log, port = folder / "cluster", folder / "log", _free_port()
    try:
        user = _hand_over(folder)
        _make_cluster(programs, cluster, user)
        listen = ("listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=")
        settings = [word for setting in (*listen, *IN_A_HURRY) for word in ("-c", setting)]
        with log.open("wb") as told:
            command: list[str | Path] = [programs / "postgres", "-D", cluster, *settings]
            server = subprocess.Popen(command, cwd=folder, user=user, stdout=told, stderr=told)
        address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        try:
            _wait_until_it_answers(server, address, log)
            yield address
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_databases(postgres_server: str) -> Callable[[str], str]:
    """Make a fresh database, as a copy of the one named, and give its address for SQLAlchemy."""
    numbers = itertools.count(1)

    def make(template: str = "template1") -> str:
        name = f"evening_{next(numbers)}"
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template))))
        return postgres_server.replace("postgresql://", "postgresql+psycopg://").removesuffix("postgres") + name

    return make


@pytest.fixture
def postgres_url(postgres_databases: Callable[[str], str], postgres_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database of the test's own; it goes with the test, as it takes 8 MB."""
    url = postgres_databases("template1")
    yield url
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        name = sql.Identifier(url.rpartition("/")[2])
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of the test's own: the path of a SQLite file still to be made, then a PostgreSQL address."""
    if request.param == "sqlite":
        return str(tmp_path / "event.db")
    url: str = request.getfixturevalue("postgres_url")
    return url

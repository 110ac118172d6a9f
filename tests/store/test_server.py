"""The PostgreSQL server that the store's tests stand on."""

from __future__ import annotations

import psycopg


def _ask(url: str, question: str) -> object:
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def test_the_server_answers_and_speaks_utf8(postgres_url: str) -> None:
    assert _ask(postgres_url, "SHOW server_encoding") == "UTF8"
    assert _ask(postgres_url, "SELECT 'Begoña 🍷'") == "Begoña 🍷"


def test_each_test_has_a_database_of_its_own(postgres_url: str) -> None:
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert _ask(postgres_url, tables) == 0
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE guest (name text)")
    assert _ask(postgres_url, tables) == 1


def test_nothing_outside_this_machine_can_reach_it(postgres_url: str) -> None:
    assert _ask(postgres_url, "SHOW listen_addresses") == "127.0.0.1"


def test_an_address_is_either_kind_of_database(address: str) -> None:
    assert address.startswith("postgresql+psycopg://") or address.endswith(".db")

"""Secrets: stand-ins travel, values only reach adapters, and nothing that comes back holds one."""

import pytest

from procos_studio.expressions import ExpressionError, compile_text
from procos_studio.runtime.secrets import Secrets

KEPT = {"PROCOS_SECRET_OPENAI": "sk-12345", "PROCOS_SECRET_MY_MAIL": "pass", "PROCOS_SECRET_PIN": "123"}


def test_an_expression_gives_a_stand_in_that_only_reveal_opens() -> None:
    secrets = Secrets(KEPT)
    found = compile_text('Bearer ${secret("openai")}').evaluate({}, secrets.stand_in)
    assert "sk-12345" not in found
    assert secrets.reveal({"headers": [{"authorization": found}], "n": 1}) == {
        "headers": [{"authorization": "Bearer sk-12345"}],
        "n": 1,
    }


def test_a_later_run_knows_the_stand_ins_of_an_earlier_one_by_their_nonce() -> None:
    earlier, later, stranger = Secrets(KEPT), Secrets(KEPT), Secrets(KEPT)
    for secrets in (earlier, later):
        secrets.adopt("n1")
    found = earlier.stand_in("openai")
    assert (later.reveal(found), stranger.reveal(found)) == ("sk-12345", found)


def test_names_are_spelled_as_environment_variables() -> None:
    secrets = Secrets(KEPT)
    assert secrets.reveal(secrets.stand_in("my-mail")) == "pass"


def test_a_missing_secret_names_the_variable_to_set() -> None:
    with pytest.raises(ExpressionError, match="PROCOS_SECRET_CRM_KEY"):
        Secrets(KEPT).stand_in("crm.key")


def test_text_that_looks_like_a_secret_stays_text() -> None:
    # given data that spells an expression, and the stand-in of another run
    secrets = Secrets(KEPT)
    for text in ('${secret("openai")}', Secrets(KEPT).stand_in("openai"), "⟨secret openai ⟩"):
        assert secrets.reveal(text) == text


def test_what_was_revealed_is_hidden_in_whatever_comes_back() -> None:
    secrets = Secrets(KEPT)
    assert secrets.hide({"echo": "sk-12345"}) == {"echo": "sk-12345"}  # nobody has used it
    secrets.reveal(secrets.stand_in("openai"))
    assert secrets.hide({"sk-12345": ["key sk-12345 is wrong", 7]}) == {"•••": ["key ••• is wrong", 7]}


def test_a_secret_too_short_to_be_told_from_ordinary_text_is_not_hidden() -> None:
    secrets = Secrets(KEPT)
    secrets.reveal(secrets.stand_in("pin"))
    assert secrets.hide("room 123") == "room 123"

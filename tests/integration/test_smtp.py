"""Adapter procos.smtp against a real mail server."""

from typing import Any

import pytest

from procos_studio.runtime.adapters import AdapterError

LETTER = {"from": "Robot <robot@example.org>", "to": "a@example.org, B <b@example.org>", "bcc": ["c@example.org"]}


def address(mail: Any, security: str) -> dict[str, Any]:
    return {"host": "localhost", "port": str(mail.port), "security": security, "caFile": str(mail.certificate)}


@pytest.mark.parametrize(
    ("mail", "security"), [("none", "none"), ("starttls", "starttls"), ("tls", "tls")], indirect=["mail"]
)
def test_a_letter_arrives_over_every_kind_of_connection(mail: Any, security: str, call: Any) -> None:
    # given a login, two forms of the text and a subject that is not ASCII
    login = {"username": "robot", "password": "s3cret"}
    words = {"subject": "Grüße", "body": "Hallo – Welt", "html": "<p>Hallo</p>"}
    found = call("procos.smtp", LETTER | address(mail, security) | login | words)
    # then everybody got it, and the hidden recipient stays hidden
    ((recipients, message),) = mail.messages
    assert recipients == found["accepted"] == ["a@example.org", "b@example.org", "c@example.org"]
    assert (message["Subject"], message["To"], message["Bcc"]) == ("Grüße", "a@example.org, B <b@example.org>", None)
    assert message.get_body(("plain",)).get_content().strip() == "Hallo – Welt"
    assert message.get_body(("html",)).get_content().strip() == "<p>Hallo</p>"
    assert (found["messageId"], found["refused"]) == (message["Message-ID"], [])


@pytest.mark.parametrize("mail", ["none"], indirect=True)
def test_a_letter_that_is_sent_again_is_the_same_letter(mail: Any, call: Any) -> None:
    for _ in range(2):
        call("procos.smtp", LETTER | address(mail, "none"), key="w-i1-t2")
    assert {message["Message-ID"] for _, message in mail.messages} == {"<w-i1-t2@example.org>"}


@pytest.mark.parametrize("mail", ["none"], indirect=True)
def test_a_server_that_does_not_encrypt_is_not_trusted_with_anything(mail: Any, call: Any) -> None:
    with pytest.raises(AdapterError, match="STARTTLS") as caught:
        call("procos.smtp", LETTER | address(mail, "starttls"))
    assert (caught.value.retryable, mail.messages) == (False, [])


@pytest.mark.parametrize("mail", ["tls"], indirect=True)
def test_an_unknown_certificate_is_refused(mail: Any, call: Any) -> None:
    with pytest.raises(AdapterError, match=r"(?i)certificate") as caught:
        call("procos.smtp", LETTER | address(mail, "tls") | {"caFile": ""})
    assert (caught.value.retryable, mail.messages) == (False, [])


@pytest.mark.parametrize("mail", ["none"], indirect=True)
def test_a_wrong_password_is_not_tried_again(mail: Any, call: Any) -> None:
    with pytest.raises(AdapterError, match="refused the login: 535") as caught:
        call("procos.smtp", LETTER | address(mail, "none") | {"username": "robot", "password": "guess"})
    assert not caught.value.retryable


@pytest.mark.parametrize(("reply", "retryable"), [("450 later", True), ("550 unknown", False)])
def test_refused_recipients(mail: Any, call: Any, reply: str, retryable: bool) -> None:
    # given a server that turns one away, then all
    mail.refuses = {"a@example.org": reply}
    assert call("procos.smtp", LETTER | address(mail, "none"))["refused"] == ["a@example.org"]
    mail.refuses |= {"b@example.org": reply, "c@example.org": reply}
    with pytest.raises(AdapterError, match=f"refused every recipient: a@example.org: {reply}") as caught:
        call("procos.smtp", LETTER | address(mail, "none"))
    assert caught.value.retryable is retryable


def test_nobody_at_the_port(unused_port: int, call: Any) -> None:
    with pytest.raises(AdapterError, match="cannot be reached") as caught:
        call("procos.smtp", LETTER | {"host": "127.0.0.1", "port": unused_port, "security": "none"})
    assert caught.value.retryable

"""Adapter `procos.openai`: one question to a model behind an OpenAI-compatible chat completions service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procos_studio.problems import Problem
from procos_studio.runtime.adapters import chat, web
from procos_studio.runtime.adapters.adapter import Adapter, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.adapters.web import Web
from procos_studio.runtime.settings import PdeKind

BASE_URL = "https://api.openai.com/v1"


class OpenAi:
    """Asks `POST /chat/completions` and gives `answer`, `model`, `promptTokens` and `answerTokens`.

    `apiKey` is sent as a bearer token where it is set; local services often need none.
    """

    topic = "procos.openai"
    kind = PdeKind.AI
    is_immediate = False
    schema: Mapping[str, Any] = {
        **chat.SCHEMA,
        "properties": {**chat.SCHEMA["properties"], "apiKey": {"type": ["string", "null"]}},
    }

    def validate(self, config: Config) -> list[Problem]:
        """The address must be one, and the numbers must be numbers."""
        return chat.validate(config, BASE_URL)

    def place(self, config: Config) -> str:
        """The server."""
        return web.place(chat.base(config, BASE_URL))

    async def health(self, config: Config, doors: Doors) -> str:
        """Whether the server's port accepts connections."""
        return await web.reachable(chat.base(config, BASE_URL))

    async def execute(self, job: Job) -> dict[str, Any]:
        """Ask, and wait for the whole answer."""
        config = job.config
        request = {
            "model": config["model"],
            "messages": chat.messages(config),
            "temperature": chat.number(config, "temperature"),
            "max_tokens": chat.whole(config, "maxTokens"),
            "response_format": {"type": "json_object"} if chat.wants_json(config) else None,
        }
        headers = {"content-type": "application/json"}
        if config.get("apiKey"):
            headers["authorization"] = f"Bearer {config['apiKey']}"
        url = f"{chat.base(config, BASE_URL)}/chat/completions"
        # Not followed elsewhere: a redirect would carry the key to a place that nobody named.
        reply = await job.doors.one(Web).request(
            "POST", url, headers=headers, body=chat.body(request), timeout=job.timeout, follow=False
        )
        web.check_status(reply, f"The model service at {self.place(config)}")
        told = web.as_json(reply.body)
        return {
            "answer": chat.answer(config, chat.text_at(told, "choices", 0, "message", "content")),
            "model": str(config["model"]),
            "promptTokens": chat.count(told, "usage", "prompt_tokens"),
            "answerTokens": chat.count(told, "usage", "completion_tokens"),
        }


ADAPTER: Adapter = OpenAi()

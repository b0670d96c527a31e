"""Adapter `procos.ollama`: one question to a model that an Ollama server runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procos_studio.problems import Problem
from procos_studio.runtime.adapters import chat, web
from procos_studio.runtime.adapters.adapter import Adapter, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.adapters.web import Web
from procos_studio.runtime.settings import PdeKind

BASE_URL = "http://localhost:11434"


class Ollama:
    """Asks `POST /api/chat` and gives `answer`, `model`, `promptTokens` and `answerTokens`."""

    topic = "procos.ollama"
    kind = PdeKind.AI
    is_immediate = False
    schema: Mapping[str, Any] = chat.SCHEMA

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
        options = {"temperature": chat.number(config, "temperature"), "num_predict": chat.whole(config, "maxTokens")}
        request = {
            "model": config["model"],
            "messages": chat.messages(config),
            "stream": False,
            "format": "json" if chat.wants_json(config) else None,
            "options": {name: value for name, value in options.items() if value is not None} or None,
        }
        url = f"{chat.base(config, BASE_URL)}/api/chat"
        headers = {"content-type": "application/json"}
        reply = await job.doors.one(Web).request(
            "POST", url, headers=headers, body=chat.body(request), timeout=job.timeout
        )
        web.check_status(reply, f"Ollama at {self.place(config)}")
        told = web.as_json(reply.body)
        return {
            "answer": chat.answer(config, chat.text_at(told, "message", "content")),
            "model": str(config["model"]),
            "promptTokens": chat.count(told, "prompt_eval_count"),
            "answerTokens": chat.count(told, "eval_count"),
        }


ADAPTER: Adapter = Ollama()

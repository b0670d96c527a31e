"""Language: in which language the studio speaks, chosen by the person or by the platform, from its start on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from procos_studio.app.catalogue import Catalogue
from procos_studio.canvas.translating import called
from procos_studio.library import BlockDefinition, Library, Parameter
from procos_studio.resources import shipped

SYSTEM = "system"
NAMES: Mapping[str, str] = {"en": "English", "de": "Deutsch"}
"""The languages that there are, as each calls itself; the first is that of the source."""

_SHORT = 2
"""Letters that are those of an abbreviation."""


def speak(app: QCoreApplication, choice: str) -> str:
    """Let all texts that are made from now on be in a language of `NAMES`, or in the platform's; which it is."""
    language = choice if choice in NAMES else of_platform()
    if choice in NAMES:
        QLocale.setDefault(QLocale(language))
    own = Catalogue(shipped("resources") / "translations" / f"procos_studio_{language}.ts", app)
    of_qt = QTranslator(app)
    if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(of_qt)
    app.installTranslator(own)
    return language


def of_platform() -> str:
    """The first language of the platform that we speak, else English."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in NAMES), next(iter(NAMES)))


def family_name(family: str) -> str:
    """A family of blocks as it begins a line: `Standard`, `AI`."""
    said = called(family)
    return said.upper() if len(said) <= _SHORT else said[:1].upper() + said[1:]


def in_words(library: Library) -> Library:
    """The blocks as they are called in the language in use; each is still found by its English keywords."""
    return Library(map(block_in_words, library.blocks.values()), library.problems, library.path)


def block_in_words(block: BlockDefinition) -> BlockDefinition:
    """A block as it is called in the language in use; nothing changes that is written into a file."""
    return replace(
        block,
        name=called(block.name),
        description=called(block.description),
        documentation=called(block.documentation),
        keywords=_keywords(block),
        properties=tuple(map(_parameter, block.properties)),
    )


def _keywords(block: BlockDefinition) -> tuple[str, ...]:
    english = ", ".join(block.keywords)
    said = called(english)
    return block.keywords if said == english else (*said.split(", "), *block.keywords, block.name)


def _parameter(parameter: Parameter) -> Parameter:
    return replace(
        parameter,
        label=called(parameter.label),
        group=called(parameter.group),
        description=called(parameter.description),
        placeholder=called(parameter.placeholder),
        pattern_hint=called(parameter.pattern_hint),
        unit=called(parameter.unit),
        choices=tuple(replace(choice, name=called(choice.name)) for choice in parameter.choices),
    )

"""The numbering part of a Word document: one kind of bullet, and each ordered list from one."""

from typing import Final

from docx.document import Document as WordFile

from briefing.exporters.word_xml import elements

BULLETS: Final = 1  # the w:num that all unordered lists share; each ordered list has one of its own


def set_lists(file: WordFile, ordered_lists: int) -> None:
    """Put the bullets and as many ordered lists in the place of the default file's lists."""
    numbering = file.part.numbering_part.element
    for one in list(numbering):
        numbering.remove(one)
    kinds = (_level("bullet", "•", 320, 280), _level("decimal", "%1.", 360, 360))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/>'
        f"{kind}</w:abstractNum>"
        for index, kind in enumerate(kinds)
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    ordered = "".join(
        f'<w:num w:numId="{BULLETS + index}"><w:abstractNumId w:val="1"/>{restart}</w:num>'
        for index in range(1, ordered_lists + 1)
    )
    bullets = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    numbering.extend(elements(abstract + bullets + ordered))


def _level(kind: str, text: str, left: int, hanging: int) -> str:
    return (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )

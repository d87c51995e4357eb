"""Slots: Sections that only the analyst can write; the program offers a prompt and never words."""

from collections.abc import Callable

from briefing.composer.context import Context
from briefing.document.blocks import Block, Slot


def slot(key: str) -> Callable[[Context], tuple[Block, ...]]:
    """Return the Section that shows the analyst's own text of that key, or the prompt."""

    def section(context: Context) -> tuple[Block, ...]:
        texts = {own.slot: own.text for own in context.briefing.own_texts}
        prompt = context.phrases.say(f"slot.{key}")
        return (Slot(key, prompt, texts.get(key, "").strip()),)

    return section

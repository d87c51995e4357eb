"""The blocks of a mail: its own text, and set aside what quotes, signs, warns and unsubscribes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.ingest.characters import one_line, without_unseen
from briefing.ingest.lexicon import fold
from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers import plain_text
from briefing.ingest.readers.letters import mail_letter
from briefing.ingest.readers.letters.mail_html import html_lines
from briefing.ingest.readers.letters.mail_letter import Letter
from briefing.ingest.readers.letters.mail_lines import Role, sort_lines
from briefing.ingest.readers.letters.mail_quoted import Carried, Line
from briefing.ingest.shapes import is_body, word_count
from briefing.model.errors import SourceError
from briefing.model.source import DateBasis, PassageKind

_QUOTE_MARKS = re.compile(r"(?:> ?)+")
# What mail programs put in the place of links and pictures when they make plain text of a page.
_LINK = re.compile(r"(?<=\S)\s?(?:<(?:https?://|mailto:)[^\s<>]+>|\(\s?https?://[^\s()]{60,}\s?\))")
_PICTURE = re.compile(r"\[(?:cid:|image:\s?|bild:\s?|이미지:\s?)[^\]\n]{0,200}\]", re.IGNORECASE)
_STUB_SHARE = 3
_STUB = re.compile(
    r"(?:your|this)\s+(?:(?:e-?)?mail\s+)?(?:client|program|reader|browser|message)\b.{0,80}\b(?:html|mime)|"
    r"(?:view|read)\s+(?:this|it)\b.{0,40}\bin\s+(?:your|a|the)\s+browser|html\s+(?:version|format)|"
    r"html-?(?:format|ansicht|메일)",
    re.IGNORECASE | re.DOTALL,
)
_STUB_WORDS = 80
_FOOTER = re.compile(
    r"\bunsubscribe\b|\bopt[- ]out\b|"
    r"(?:manage|update|change)\s+(?:your\s+)?(?:e-?mail\s+|subscription\s+)?"
    r"(?:preferences|subscriptions?|settings)|"
    r"\bview\s+(?:this\s+)?(?:e-?mail|message|newsletter|it|online)?\s*"
    r"(?:in\s+(?:your|a|the)\s+)?(?:web\s?)?browser|"
    r"(?:you|you're|you’re)\s+(?:are\s+|have\s+)?(?:receiv(?:ing|ed)|getting|subscribed)\b"
    r".{0,60}\b(?:e-?mail|newsletter|message|list|because)|"
    r"this\s+(?:e-?mail|message|newsletter)\s+was\s+sent\s+(?:to|by)|"
    r"add\s+us\s+to\s+your\s+address\s+book|"
    r"\babmelden\b|\babbestellen\b|\bdésabonner\b|désinscri(?:re|ption)|"
    r"cancelar\s+(?:la\s+|su\s+)?suscripción|darse\s+de\s+baja|отписаться|"
    r"수신\s?거부|구독\s?(?:취소|해지)|발신\s?전용|退订|取消订阅|取消訂閱|"
    r"配信(?:停止|解除)|إلغاء الاشتراك",
    re.IGNORECASE,
)
_FOOTER_WORDS = 60
_MAIL_WORD = (
    r"(?:e-?mails?|messages?|transmission|courriels?|nachricht|mensaje|correo|메일|邮件|郵件|メール|"
    r"сообщени\w+)"
)
_DISCLAIMER = re.compile(
    r"(?:this|the information (?:contained )?in this|any|diese|ce|cet|este|본|이|本|此|данное)"
    rf"\s?{_MAIL_WORD}.{{0,300}}"
    r"(?:intended (?:only|solely|for|recipient)|legally privileged|nur für den|uniquement|"
    r"exclusivamente|(?:confidential|vertraulich|confidentiel|confidencial).{0,300}"
    r"(?:recipient|addressee|disclos|disseminat|attachment|empfänger|destinat)|"
    r"기밀|비밀|保密|机密|機密|конфиденциальн)|"
    rf"(?:received|erhalten|reçu|recibido)\s.{{0,40}}{_MAIL_WORD}.{{0,40}}"
    r"(?:in error|by mistake|irrtümlich|par erreur|por error)|"
    r"not the intended (?:recipient|addressee)|consider the environment before printing",
    re.IGNORECASE | re.DOTALL,
)
_TITLE_WORDS = 3
_TAG_RUN = 24
_DISCLAIMER_WORDS = 250


def document(letter: Letter, name: str) -> RawDocument:
    """Return a mail as a document: its header lines, its text, and what it encloses.

    Raises SourceError where there is neither text nor anything enclosed.
    """
    subject = mail_letter.title(letter.subject)
    lines, is_page = _lines(letter)
    found = sort_lines(lines, forward=mail_letter.is_forward(letter.subject))
    blocks = _blocks(lines, found.roles, name, is_page=is_page)
    headed = any(block.kind is PassageKind.HEADING for block in blocks)
    blocks = _titled(_without_footers(blocks), subject) if blocks else []
    if not blocks and not letter.enclosed:
        raise SourceError(
            "There is no text in the mail “{name}”.",
            "Look at it in your mail program, and save what it shows as text or PDF.",
            name=name,
        )
    shown = one_line(" · ".join(letter.lines))
    top = (RawBlock(shown, PassageKind.BOILERPLATE),) if shown and blocks else ()
    return RawDocument(
        blocks=(*top, *blocks),
        metadata=_metadata(letter, subject, found.carried),
        structured=headed,
        enclosed=letter.enclosed,
        notices=letter.notices,
    )


def _metadata(letter: Letter, subject: str, carried: Carried | None) -> RawMetadata:
    """Return what the mail says of itself; where it passes another on, what that one says.

    The day on which a report was passed on is not the day of its publication.
    """
    sender = letter.sender if carried is None else carried.sender
    publisher, authors = mail_letter.people(
        sender,
        bulk=letter.bulk and carried is None,
        list_name=letter.list_name if carried is None else "",
    )
    published = letter.sent if carried is None else carried.sent
    return RawMetadata(
        title=subject or None,
        publisher=publisher,
        authors=authors,
        published=published,
        basis=DateBasis.METADATA if published else None,
        shown=letter.sent if carried is not None else None,
    )


def _lines(letter: Letter) -> tuple[list[Line], bool]:
    """Return the lines of the better of the two forms of a mail; True for the page's blocks."""
    plain = without_unseen(letter.plain)
    if not letter.html.strip():
        return _plain_lines(plain, letter), False
    page = html_lines(letter.html)
    seen = sum(word_count(line.text) for line in page if not line.aside)
    words = word_count(_LINK.sub("", plain))
    stub = words <= _STUB_WORDS and _STUB.search(plain) is not None and seen > words
    if page and (not words or stub or words * _STUB_SHARE < seen):
        return page, True
    return _plain_lines(plain, letter), False


def _plain_lines(text: str, letter: Letter) -> list[Line]:
    raw = [_marked(line) for line in text.split("\n")]
    return _unflowed(raw, del_space=letter.del_space) if letter.flowed else raw


def _marked(line: str) -> Line:
    marks = _QUOTE_MARKS.match(line)
    if marks is None:
        return Line(line[1:] if line.startswith(" ") and line[1:2] in {">", "F"} else line)
    return Line(line[marks.end() :], depth=marks.group().count(">"))


def _unflowed(lines: Sequence[Line], *, del_space: bool) -> list[Line]:
    """Join the lines whose end is soft: a space stands before it (RFC 3676)."""
    done: list[Line] = []
    gathered: list[str] = []
    for at, line in enumerate(lines):
        soft = line.text.endswith(" ") and line.text != "-- "
        following = lines[at + 1] if at + 1 < len(lines) else None
        goes_on = soft and following is not None and following.depth == line.depth
        gathered.append(line.text[:-1] if goes_on and del_space else line.text)
        if not goes_on:
            done.append(replace(line, text="".join(gathered)))
            gathered = []
    return done


def _blocks(
    lines: Sequence[Line], roles: Sequence[Role], name: str, *, is_page: bool
) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    pairs = zip(lines, roles, strict=True)
    for own, group in groupby(pairs, key=lambda pair: pair[1] is Role.OWN):
        region = [line for line, _ in group]
        found = _page(region) if is_page else _paragraphs(region, name, own=own)
        if not own:
            found = [replace(block, kind=PassageKind.BOILERPLATE) for block in found]
        blocks.extend(found)
    return blocks


def _page(lines: Sequence[Line]) -> list[RawBlock]:
    return [RawBlock(line.text, line.kind) for line in lines if line.text]


def _paragraphs(lines: Sequence[Line], name: str, *, own: bool) -> list[RawBlock]:
    text = "\n".join(_without_links(line.text) if own else line.text for line in lines)
    if not text.strip():
        return []
    return list(plain_text.read(text.encode("utf-8", errors="replace"), name).blocks)


def _without_links(text: str) -> str:
    kept = _PICTURE.sub("", _LINK.sub("", text))
    return kept if kept.strip() else text


def _without_footers(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Set aside warnings and what is said about the subscription, with the lines below it."""
    footers = [_is_footer(block.text) for block in blocks]
    texts = (at for at, block in enumerate(blocks) if not footers[at] and is_body(block.text))
    last = max(texts, default=-1)
    below = next((at for at, footer in enumerate(footers) if footer and at > last), len(blocks))
    return [
        replace(block, kind=PassageKind.BOILERPLATE)
        if footers[at] or at >= below or _warns(block.text)
        else block
        for at, block in enumerate(blocks)
    ]


def _is_footer(text: str) -> bool:
    """Tell whether a block says why the mail came, or how it comes no more."""
    return word_count(text) <= _FOOTER_WORDS and _FOOTER.search(text) is not None


def _warns(text: str) -> bool:
    """Tell whether a block says that the mail is confidential, or meant for others."""
    return word_count(text) <= _DISCLAIMER_WORDS and _DISCLAIMER.search(text) is not None


def _titled(blocks: Sequence[RawBlock], subject: str) -> list[RawBlock]:
    """Mark the headline that says the subject again as the title; else the subject stands first."""
    wanted = fold(subject)
    done = list(blocks)
    if not wanted:
        return done
    for at, block in enumerate(blocks):
        if block.kind is not PassageKind.BOILERPLATE and _is_copy(fold(block.text), wanted):
            done[at] = replace(block, kind=PassageKind.TITLE)
            return done
    return [RawBlock(subject, PassageKind.TITLE), *done]


def _is_copy(text: str, subject: str) -> bool:
    """Tell whether a line is the subject, alone or with a tag such as a list's name."""
    short, long = sorted((text, subject), key=len)
    if short == long:
        return True
    few = word_count(short) < _TITLE_WORDS or len(long) - len(short) > _TAG_RUN
    return not few and (long.startswith(short) or long.endswith(short))

"""Which lines of a mail are its own text, and which quote, sign, or carry another mail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.ingest.readers.letters.mail_quoted import Carried, Line, header_run, headers
from briefing.ingest.shapes import word_count

_FORWARD = re.compile(
    r"-{2,}\s*(?:(?:begin\s+)?forwarded\s+(?:message|mail|by\b.{0,80})|weitergeleitete\s+nachricht|"
    r"message\s+transféré|mensaje\s+reenviado|messaggio\s+inoltrato|mensagem\s+encaminhada|"
    r"doorgestuurd\s+bericht|пересылаемое\s+сообщение|전달된\s*메(?:시지|일)|转发的?邮件|"
    r"轉寄郵件|転送メッセージ)\s*-*|begin forwarded message\s*:|"
    r"anfang der weitergeleiteten nachricht\s*:|début du message réexpédié\s*:",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:original\s+(?:message|mail|appointment)|ursprüngliche\s+nachricht|"
    r"message\s+d['’]origine|mensaje\s+original|messaggio\s+originale|oorspronkelijk\s+bericht|"
    r"исходное\s+сообщение|원본\s*메(?:시지|일)|原始邮件|原始郵件|元のメッセージ)\s*-*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:on|am|le|el|il|op|em|den)\b.{5,400}?\b(?:wrote|schrieb|a\s+écrit|escribió|ha\s+scritto|"
    r"scrisse|schreef|escreveu|skrev)\b.{0,80}?\s?[:：]|"
    r".{5,300}(?:작성|写道|寫道|のメール)\s?[:：]",
    re.IGNORECASE | re.DOTALL,
)
_WROTE_START = re.compile(r"(?:on|am|le|el|il|op|em|den)\b.*\d|\d{4}\s?[-./년年]", re.IGNORECASE)
_LONGEST_WROTE = 400
# A report may say what somebody wrote; a mail program gives the time or the address as well.
_SENDER = re.compile(r"@|\d{1,2}[:.]\d{2}|\d\s?[시时時]")
_SIGN = re.compile(r"--\s*")
_SIGNED = re.compile(r"--\s+\S")
_LONGEST_SIGNATURE = 20
_LONGEST_SEAL = 60
_PHONE = re.compile(
    r"(?:sent|get|sent using)\s+(?:from\s+(?:my\s+)?|outlook\s+for\s+|via\s+).{2,60}|"
    r"von meinem .{2,40} gesendet|envoyé (?:de|depuis) mon .{2,40}|"
    r"enviado (?:desde|do) (?:mi|meu) .{2,40}|"
    r"(?:나의|내) .{2,30}에서 보(?:냄|낸 메일)|发自我的.{2,30}|.{2,30}から送信",
    re.IGNORECASE,
)
_ARMOUR = re.compile(r"-{5}BEGIN PGP SIGNED MESSAGE-{5}|Hash: [\w, -]{3,40}")
_SEAL = re.compile(r"-{5}BEGIN PGP SIGNATURE-{5}")
_SEAL_END = re.compile(r"-{5}END PGP SIGNATURE-{5}")
_BARE = re.compile(r"[\W_]+|(?:[<(\[]?\s*(?:https?://|mailto:)\S+\s*[>)\]]?\s*)+")
_NOTE = re.compile(
    r"(?:fyi|for (?:your )?information|see below|pls see|please see(?: below)?|as discussed|"
    r"z\. ?k\.|zur kenntnis|pour info(?:rmation)?|참고(?:하세요|바랍니다)?|"
    r"供参考|供參考|ご参考)\W*",
    re.IGNORECASE,
)
_LONG_NOTE = 40


class Role(StrEnum):
    """What a line is; QUOTED is a mail that this one answers."""

    OWN = "own"
    ASIDE = "aside"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A role for each line, and the mail that is passed on where that is the point of this one."""

    roles: tuple[Role, ...]
    carried: Carried | None = None


def sort_lines(lines: Sequence[Line], *, forward: bool) -> Sorted:
    """Return the role of each line. ``forward`` when the subject says that the mail passes one on.

    What is quoted stays text where the mail has no other text: it was sent to be read.
    """
    sorting = _Sorting(lines, forward=forward)
    sorting.run()
    roles = sorting.roles
    if not sorting.words and Role.QUOTED in roles:
        roles = [Role.OWN if role is Role.QUOTED else role for role in roles]
    return Sorted(tuple(roles), sorting.carried)


class _Sorting:
    """The way through a mail's lines: at which depth its own text is, and what has begun.

    ``words`` counts those of the mail's own text so far; a note such as "FYI" is none.
    """

    def __init__(self, lines: Sequence[Line], *, forward: bool) -> None:
        self.roles = [Role.OWN] * len(lines)
        self.carried: Carried | None = None
        self._lines = lines
        self._forward = forward
        self._base = 0
        self._rest = Role.OWN
        self.words = 0
        self._noted = False

    def run(self) -> None:
        at = 0
        while at < len(self._lines):
            at = self._step(at)

    def _step(self, at: int) -> int:
        line = self._lines[at]
        text = line.text.strip()
        if not text:
            return at + 1
        self._base = min(self._base, line.depth)
        for attempt in (self._passed_on, self._answered, self._attributed, self._signature):
            end = attempt(at, text)
            if end > at:
                return end
        self.roles[at] = role = self._role(line, text)
        if role is Role.OWN:
            self.words += word_count(text)
        return at + 1

    def _role(self, line: Line, text: str) -> Role:
        if line.aside or any(p.fullmatch(text) for p in (_PHONE, _ARMOUR, _NOTE)):
            return Role.ASIDE
        if self._rest is Role.QUOTED or line.depth > self._base:
            return Role.QUOTED
        return Role.ASIDE if _BARE.fullmatch(text) else Role.OWN

    def _passed_on(self, at: int, text: str) -> int:
        """Set the mark of a forwarded mail and its header lines aside; its text is text."""
        marked = None if self._rest is Role.QUOTED else _FORWARD.match(text)
        if marked is None:
            return at
        run = header_run(text[marked.end() :].lstrip())
        if run is not None:
            self._base = self._lines[at].depth
            self._note(run)
            return self._set(at, at + 1, Role.ASIDE)
        start = self._next(at + 1)
        if start < len(self._lines):
            self._base = max(self._lines[at].depth, self._lines[start].depth)
        end, carried = headers(self._lines, start)
        self._note(carried)
        return self._set(at, max(end, at + 1), Role.ASIDE)

    def _answered(self, at: int, text: str) -> int:
        """Set the header lines of the mail that is answered aside, and all that follows."""
        marked = _ORIGINAL.match(text) is not None
        start = self._next(at + 1) if marked else at
        end, carried = headers(self._lines, start)
        if end == start and not marked:
            return at
        if self._rest is Role.OWN and self.words and not self._forward:
            self._rest = Role.QUOTED
        elif self._rest is Role.OWN:
            self._base = max(self._base, self._lines[at].depth)
            self._note(carried)
        return self._set(at, max(end, at + 1), Role.ASIDE)

    def _attributed(self, at: int, text: str) -> int:
        """Set "On Monday X wrote:" aside; where no quotation marks follow, all that follows."""
        if not _WROTE_START.match(text) and not text.endswith((":", "：")):
            return at
        said = ""
        for end in range(at, min(at + 3, len(self._lines))):
            said = f"{said} {self._lines[end].text.strip()}".strip()
            if len(said) > _LONGEST_WROTE:
                return at
            if _WROTE.fullmatch(said):
                break
        else:
            return at
        deeper = self._is_deeper(self._next(end + 1))
        sure = _SENDER.search(said) and self.words and self._rest is Role.OWN
        if not deeper and not sure:
            return at
        if not deeper:
            self._rest = Role.QUOTED
        return self._set(at, end + 1, Role.ASIDE)

    def _signature(self, at: int, text: str) -> int:
        """Set a signature aside: from "--" on, where few lines of this mail follow."""
        line = self._lines[at]
        if line.depth > self._base or self._rest is Role.QUOTED:
            return at
        if _SEAL.fullmatch(text):
            reach = range(at, min(at + _LONGEST_SEAL, len(self._lines)))
            end = next((n for n in reach if _SEAL_END.match(self._lines[n].text.strip())), at)
            return self._set(at, end + 1, Role.ASIDE)
        if not _SIGN.fullmatch(text):
            short = _SIGNED.match(text) and line.kind is None and word_count(text) <= _LONG_NOTE
            return self._set(at, at + 1, Role.ASIDE) if short else at
        end = at + 1
        while end < len(self._lines) and not self._begins_other(end):
            end += 1
            if end - at > _LONGEST_SIGNATURE:
                return at
        return self._set(at, end, Role.ASIDE)

    def _begins_other(self, at: int) -> bool:
        text = self._lines[at].text.strip()
        if self._lines[at].depth > self._base or _FORWARD.match(text) or _ORIGINAL.match(text):
            return True
        return _SEAL.match(text) is not None or headers(self._lines, at)[0] > at

    def _note(self, carried: Carried) -> None:
        if not self._noted and self.words <= _LONG_NOTE:
            self.carried = carried
        self._noted = True

    def _is_deeper(self, at: int) -> bool:
        return at < len(self._lines) and self._lines[at].depth > self._base

    def _next(self, at: int) -> int:
        while at < len(self._lines) and not self._lines[at].text.strip():
            at += 1
        return at

    def _set(self, start: int, end: int, role: Role) -> int:
        for at in range(start, min(end, len(self._lines))):
            self.roles[at] = role
        return end

"""What a page says to its readers among an article's paragraphs: calls, and links elsewhere."""

import re

from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.shapes import ends_like_sentence, word_count

_READING = re.compile(
    r"(?:(?:estimated\s+)?read(?:ing)?\s+time\b.*|\d+\s*[- ]?min(?:ute)?s?\s+read\b.*)",
    re.IGNORECASE,
)
# A link to another article, by the words before it.
_ELSEWHERE = re.compile(
    r"\W*(?:also\s+)?(?:read|see|more|related|watch|listen|recommended|check\s+out|don.t\s+miss"
    r"|explore|must\s+read|in\s+pictures|opinion|editor.?s.?\s+(?:pick|choice)|further\s+reading"
    r"|you\s+(?:may|might)\s+(?:also\s+)?like|(?:find\s+out|learn)\s+more|download|up\s+next|next)\b"
    r"(?:\s+\w+){0,3}\s*(?:[:|–—>-]|$)",
    re.IGNORECASE,
)
# The same in other languages, and in English with what is meant after a colon: no link is needed.
_NAMES_ANOTHER = re.compile(
    r"\W*(?:(?:also\s+read|read\s+(?:also|more|next|too)|see\s+also|related(?:\s+(?:news|stor(?:y|ies)"
    r"|articles?))?|more\s+on\s+this|must\s+read|watch\s+also|also\s+watch)"
    r"|(?:читайте|смотрите|см\.?|читать)\s+(?:также|ещ[её]|по\s+теме)|по\s+теме|материалы\s+по\s+теме"
    r"|(?:читайте|дивіться|читати)\s+(?:також|ще|по\s+темі)|(?:за|по)\s+темою?і?"
    r"|(?:à\s+)?(?:lire|voir)\s+(?:aussi|également)|à\s+lire|sur\s+le\s+même\s+sujet"
    r"|(?:lesen|sehen)\s+sie\s+(?:auch|mehr|hier)|(?:siehe|lies)\s+auch|mehr\s+(?:zum\s+thema|dazu)"
    r"|auch\s+interessant|(?:lea|lee|leer|vea|ver|mira)\s+(?:también|además|más)"
    r"|(?:te|le)\s+puede\s+interesar|noticias?\s+relacionadas?|más\s+información"
    r"|관련\s?(?:기사|뉴스)|(?:함께|같이)\s?(?:보면|볼|읽을)\s?(?:좋은\s?)?(?:기사|뉴스)?|▶\s?관련\S*"
    r"|(?:相关|相關|延伸|推荐|推薦)(?:阅读|閱讀|新闻|新聞|报道|報道|链接)|更多(?:新闻|新聞|阅读)"
    r"|関連(?:記事|ニュース)|あわせて読みたい"
    r"|(?:اقرأ|إقرأ|شاهد|طالع)\s+(?:أيض(?:ا|اً|ًا)|المزيد)|مواضيع\s+(?:ذات\s+صلة|متعلقة)|أخبار\s+ذات\s+صلة)"
    r"\s*(?:[:：|–—>»]\s*(?P<what>.*)|$)",
    re.IGNORECASE,
)
_NAMED_WORDS = 24
_NAMED_LETTERS = 160
_BRACKETED = re.compile(r"\s*[\[(].*[\])]\s*")
_ELSEWHERE_SHARE = 0.55
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CALL_WORDS = 45
_CALL_SHORT = 30
_CALL_START = 40
_QUOTED = re.compile('["“”„«»]')
# What a site asks of its readers.
_CALLS = tuple(
    re.compile(call, re.IGNORECASE)
    for call in (
        r"\b(?:sign(?:ing)?[ -]?up|subscrib(?:e|ing)|register)\b.{0,90}"
        r"\b(?:newsletters?|inbox|alerts)\b",
        r"\b(?:get|receive|join|delivered)\b.{0,90}"
        r"\b(?:our (?:\w+ ){0,3}newsletters?|your inbox)\b",
        r"\bnever miss\b.{0,60}\b(?:news|stor(?:y|ies)|updates?|post)\b",
        r"\bfor (?:all )?the latest\b.{0,60}\b(?:visit|click|follow|sign up|subscribe|check out)\b",
        r"\bthis (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)\b",
        r"^\W*(?:to (?:continue|keep) reading|to read (?:the )?(?:full|rest|more)"
        r"|(?:continue|keep) reading)\b.{0,80}\b(?:subscri\w+|sign (?:in|up)|log ?in|register"
        r"|create an? (?:free )?account|join|for)\b",
        r"\bsubscribe\b.{0,40}[$€£¥]\s?\d.{0,30}\b(?:a|per|each|/)\s?(?:week|month|year|day)\b",
        r"^\W*(?:already (?:a )?(?:subscriber|member|subscribed)|have an account)\b.{0,60}$",
        r"^\W*(?:подпи(?:шитесь|сывайтесь)\b.{0,60}\b(?:канал|рассылк|telegram|телеграм|нас\b|newsletter)"
        r"|підпи(?:шіться|суйтеся|суйтесь)\b.{0,60}\b(?:канал|розсилк|telegram|телеграм|нас\b))",
        r"^\W*(?:abonnez-vous|inscrivez-vous|abonnieren sie|jetzt abonnieren|suscr[ií]b(?:ete|ase)"
        r"|regístrate|اشترك(?:وا)? في|구독하(?:기|세요)|订阅|訂閱|扫码关注|关注我们)",
        r"^\W*(?:snapshot|archived|captured|retrieved|printed|(?:this )?page (?:was )?(?:last )?"
        r"(?:saved|updated|modified))\b.{0,60}\b(?:19|20)\d\d\W*$",
        r"^\W*(?:today is|visitors?\s*:|сегодня\s+\d)\b.{0,100}\d{3}",
        r"\bwhat (?:do )?you think (?:about|of) this (?:article|story|post)\b",
    )
)
# The same in words that a speaker may use as well: they must hold a link.
_LINKED_CALLS = tuple(
    re.compile(call, re.IGNORECASE)
    for call in (
        r"\b(?:sign(?:ing)?[ -]?up|subscrib(?:e|ing)|register)\s+(?:here|now|today|free|below)\b",
        r"\b(?:click|tap)(?:ing)?\s+(?:here|this link|the link|on the link)\b",
        r"\bfollow\s+[@\w][\w ]{0,40}\s(?:on|at)\s+(?:x\b|twitter|facebook|instagram|threads|@"
        r"|bluesky|tiktok|linkedin|mastodon|youtube|google|telegram|whatsapp)",
        r"\b(?:like|join|find)\s+us\s+on\s+(?:facebook|twitter|instagram|telegram|whatsapp)\b",
        r"\b(?:let us know|tell us|share your|leave a|join the)\b.{0,60}"
        r"\b(?:comments?|below|conversation|discussion)\b",
        r"\b(?:we.d love|we want|we would love)\s+to\s+(?:hear|get|know)\b.{0,60}\b(?:you|your)\b",
        r"\b(?:download|get)\s+(?:our|the)\s+(?:free\s+)?(?:\w+\s+){0,3}app\b",
        r"\b(?:got|have) a (?:news )?(?:tip|story)\b.{0,80}(?:@|\bemail|\bcontact|\bcall)",
        r"\b(?:support|fund)\s+(?:our|independent)\s+(?:work|journalism)\b",
    )
)


def is_aside(block: HtmlBlock) -> bool:
    """Tell whether a block links to another article or asks something of the reader."""
    text = block.text
    share = block.linked / len(text)
    if share >= _ELSEWHERE_SHARE and (_ELSEWHERE.match(text) or _BRACKETED.fullmatch(text)):
        return True
    if _READING.fullmatch(text) or _names_another(block):
        return True
    words = word_count(text)
    if block.tag in _HEADINGS or words > _CALL_WORDS or _QUOTED.search(text):
        return False
    calls = (*_CALLS, *_LINKED_CALLS) if block.linked else _CALLS
    return any(
        found.start() <= _CALL_START or words <= _CALL_SHORT
        for found in (call.search(text) for call in calls)
        if found is not None
    )


def _names_another(block: HtmlBlock) -> bool:
    """Tell whether a line says "read also" and then, without a full stop, the title to read."""
    found = _NAMES_ANOTHER.fullmatch(block.text) if len(block.text) <= _NAMED_LETTERS else None
    if found is None:
        return False
    if not found["what"]:
        return True
    short = word_count(found["what"]) <= _NAMED_WORDS
    return short and (block.linked > 0 or not ends_like_sentence(found["what"]))

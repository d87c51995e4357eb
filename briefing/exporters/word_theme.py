"""The theme part of a Word document: the Stylesheet's colours and fonts as Word's own choices."""

from briefing.document.style import Stylesheet
from briefing.exporters.word_xml import XML_HEAD, attribute

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(style: Stylesheet) -> str:
    """Return the theme; ISO/IEC 29500-1, 20.1.6 asks for three fills, lines and effects."""
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'{XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Briefing"><a:themeElements><a:clrScheme name="Briefing">{_colours(style)}'
        f'</a:clrScheme><a:fontScheme name="Briefing">{_font("majorFont", style.sans)}'
        f'{_font("minorFont", style.serif)}</a:fontScheme><a:fmtScheme name="Briefing">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _colours(s: Stylesheet) -> str:
    shades = {
        "dk1": s.ink, "lt1": "FFFFFF", "dk2": s.accent, "lt2": s.tint, "accent1": s.accent,
        "accent2": s.alert, "accent3": s.grey, "accent4": s.rule, "accent5": s.accent,
        "accent6": s.grey, "hlink": s.accent, "folHlink": s.grey,
    }  # fmt: skip
    return "".join(
        f'<a:{name}><a:srgbClr val="{shade}"/></a:{name}>' for name, shade in shades.items()
    )


def _font(kind: str, family: str) -> str:
    return (
        f"<a:{kind}><a:latin typeface={attribute(family)}/>"
        f'<a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
    )

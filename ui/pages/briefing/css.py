"""The look of the preview, written with the theme's roles in what Qt's rich text understands."""

from dataclasses import asdict
from string import Template

from ui.theme.roles import Theme

_SHEET = Template("""
body, p, li, td, th { color: $ink; font-family: "Source Serif 4", "Noto Serif", serif; }
p { margin-top: 4px; margin-bottom: 6px; line-height: 138%; }
li { margin-bottom: 4px; line-height: 135%; }
a { color: $accent; text-decoration: none; }
a.quiet { color: $ink; }
.cites { color: $muted; font-family: "Source Sans 3", sans-serif; font-size: small; }
a.cite { color: $accent; font-family: "Source Sans 3", sans-serif; }
p.title { font-size: 21pt; font-weight: 600; margin-bottom: 0; line-height: 115%; }
p.subtitle { font-size: 12.5pt; color: $muted; margin-bottom: 14px; line-height: 118%; }
p.marking { color: $alert; font-weight: 600; font-family: "Source Sans 3", sans-serif; }
p.label { color: $muted; font-family: "Source Sans 3", sans-serif; margin-top: 16px;
    font-weight: 600; margin-bottom: 2px; }
p.contents1 { margin: 2px 0 0 0; line-height: 118%; }
p.contents2 { margin: 0 0 0 18px; line-height: 118%; }
p.h1, p.h2, p.h3, p.h4 { color: $ink; font-family: "Source Sans 3", sans-serif; font-weight: 600;
    line-height: 120%; }
p.h1 { font-size: 16pt; margin-top: 28px; margin-bottom: 8px; }
p.h2 { font-size: 13pt; margin-top: 18px; margin-bottom: 5px; }
p.h3 { font-size: 11pt; margin-top: 12px; margin-bottom: 4px; }
p.h4 { font-size: 10.5pt; color: $muted; margin-top: 10px; margin-bottom: 2px; }
table { border-collapse: collapse; margin-top: 6px; margin-bottom: 8px; }
td.when { color: $muted; padding: 5px 8px 5px 0; border-bottom: 1px solid $line;
    font-family: "Source Sans 3", sans-serif; }
td.cell { padding: 5px 8px 5px 0; border-bottom: 1px solid $line; }
th.head { padding: 5px 8px 5px 0; border-bottom: 2px solid $line; color: $muted;
    font-family: "Source Sans 3", sans-serif; }
p.caption { color: $muted; font-family: "Source Sans 3", sans-serif; }
td.bar { background-color: $line; }
td.quoted { padding: 2px 0 2px 12px; }
p.quote { margin-top: 0; margin-bottom: 2px; }
p.attribution { color: $muted; margin-top: 0; margin-bottom: 0;
    font-family: "Source Sans 3", sans-serif; }
p.remark { color: $muted; font-style: italic; }
td.slot { background-color: $slot; padding: 8px 12px 8px 12px; border-left: 3px solid $accent; }
p.prompt { color: $muted; margin: 0 0 3px 0; font-family: "Source Sans 3", sans-serif; }
p.prompt a { color: $muted; }
p.own { margin: 0; font-family: "Source Sans 3", sans-serif; }
p.note { margin-top: 2px; margin-bottom: 4px; font-size: 9.5pt; line-height: 128%; }
""")


def preview_css(theme: Theme) -> str:
    """Return the style sheet of the preview."""
    return _SHEET.substitute(asdict(theme))

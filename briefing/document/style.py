"""How a Document looks: the choices that are shared by every format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """Sizes in points, colours as ``RRGGBB``. Page A4, margins in points."""

    serif: str = "Source Serif 4"
    sans: str = "Source Sans 3"
    body_size: float = 10.2
    body_leading: float = 14.6
    table_size: float = 8.8
    table_leading: float = 11.6
    ink: str = "1A1D21"
    accent: str = "14304F"
    grey: str = "5F6670"
    rule: str = "C9CED6"
    alert: str = "A31621"
    tint: str = "F3F5F8"
    margin_side: float = 68.0
    margin_top: float = 84.0
    margin_bottom: float = 74.0

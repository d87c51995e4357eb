"""How the desk looks: named colour roles, fonts, icons and the style sheet."""

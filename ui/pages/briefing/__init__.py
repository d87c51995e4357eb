"""The Briefing as it will be printed: the live preview."""

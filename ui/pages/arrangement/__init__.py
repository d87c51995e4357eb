"""The Briefing's title, meeting, template, outline and own texts."""

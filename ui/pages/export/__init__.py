"""The Briefing written to a file."""

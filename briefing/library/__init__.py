"""The kept Sources, Findings and Briefings; the only room that speaks SQL."""

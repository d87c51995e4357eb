"""One file a Section of the Briefing."""

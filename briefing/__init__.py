"""The domain: from the bytes of a Source to the bytes of a briefing. Knows no screen."""

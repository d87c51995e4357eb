"""Who said what: cues, speakers and contents, quotations and transcripts."""

"""Which Library is open: new, open, recent, sample."""

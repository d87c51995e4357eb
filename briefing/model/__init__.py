"""The field's words as frozen values; everything passed between rooms is one of these."""

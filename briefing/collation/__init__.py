"""Questions across Sources: the same actor, the same event, where accounts differ."""

"""When: expressions of calendar time as stretches of days."""

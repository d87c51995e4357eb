"""The events and issues to choose from."""

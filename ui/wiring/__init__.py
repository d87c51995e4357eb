"""Every connection between pages, window and session: who asks whom, a file for each concern."""

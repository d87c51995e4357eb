"""What every presenter is handed: the open Library, undo, jobs, settings and errors."""

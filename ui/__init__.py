"""The desk: the only place that imports PySide6."""

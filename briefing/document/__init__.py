"""The block language: the worded, numbered result that exporters write."""

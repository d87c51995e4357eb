"""Widgets that know no word of the field: lists, fields, panels, bars."""

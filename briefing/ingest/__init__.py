"""Bytes in, a Source out: reading, cleaning, metadata, segmentation."""

"""Bytes and media type -> document."""

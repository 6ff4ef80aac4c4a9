"""Mementos elsewhere."""

"""Channels for events."""

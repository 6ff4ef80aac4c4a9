"""A small press and its sources on loopback."""

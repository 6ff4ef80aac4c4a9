"""The demo: a small press and its sources on loopback, one article checked, every outcome to be seen without the internet."""

from app.demo.press import Press, running, sites

__all__ = ["Press", "running", "sites"]

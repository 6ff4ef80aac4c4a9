"""Mementos elsewhere: look up and save copies in web archives."""

from app.archives.memento import Archive, LookUp, Memento, look_up, nearest, save

# Archives that anyone may ask; an installation names its own by STET_ARCHIVES.
INTERNET_ARCHIVE = Archive("Internet Archive", timemap="https://web.archive.org/web/timemap/link/", save="https://web.archive.org/save/")
KNOWN = {"internet-archive": INTERNET_ARCHIVE}

__all__ = ["INTERNET_ARCHIVE", "KNOWN", "Archive", "LookUp", "Memento", "look_up", "nearest", "save"]

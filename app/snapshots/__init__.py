"""Bytes by digest, in a folder or in a bucket; what is read back is what was put, or an error says so."""

from app.snapshots.blob import Damaged
from app.snapshots.bucket import Bucket
from app.snapshots.folder import Folder
from app.snapshots.place import Snapshots, open_snapshots

__all__ = ["Bucket", "Damaged", "Folder", "Snapshots", "open_snapshots"]

"""Snapshots in a bucket (S3-compatible, Google, Azure), shared by workers on many machines."""

from datetime import UTC, datetime, timedelta

import obstore
from obstore.exceptions import BaseError
from obstore.store import ObjectStore

from app.errors import Unavailable
from app.snapshots.blob import digest, missing, pack, require_digest, unpack

# A body that is there already is put again when it is older than this, so that retention sees that it is in use.
_FRESH = timedelta(hours=12)


class Bucket:
    """Keeps bodies as objects `ab/<sha256>.zst` in `store`, which is made with a prefix of its own."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    def put(self, body: bytes) -> str:
        """Keep a body and return its SHA-256. Raises Unavailable when the bucket did not take it."""
        sha256 = digest(body)
        try:
            stored_at = self._stored_at(sha256)
            if stored_at is None or stored_at < datetime.now(UTC) - _FRESH:
                obstore.put(self._store, _name(sha256), pack(body))
        except (BaseError, OSError) as error:  # a bucket that does not exist is a FileNotFoundError
            raise Unavailable(f"The snapshot could not be kept in the bucket: {_first_line(error)}") from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the body. Raises NotFound, and Damaged when it is not what was put."""
        try:
            packed = bytes(obstore.get(self._store, _name(sha256)).bytes())
        except FileNotFoundError as error:
            raise missing(sha256) from error
        except BaseError as error:
            raise Unavailable(f"The snapshot {sha256} could not be read from the bucket: {_first_line(error)}") from error
        return unpack(packed, sha256)

    def has(self, sha256: str) -> bool:
        try:
            return self._stored_at(sha256) is not None
        except BaseError as error:
            raise Unavailable(f"The bucket did not answer: {_first_line(error)}") from error

    def delete(self, sha256: str, *, unless_put_since: datetime | None = None) -> bool:
        """Remove a body; says whether it was there and is gone. One that was put again since then stays."""
        try:
            stored_at = self._stored_at(sha256)
            if stored_at is None or (unless_put_since is not None and stored_at >= unless_put_since):
                return False
            obstore.delete(self._store, _name(sha256))
        except BaseError as error:
            raise Unavailable(f"The snapshot {sha256} could not be removed from the bucket: {_first_line(error)}") from error
        return True

    def _stored_at(self, sha256: str) -> datetime | None:
        try:
            return obstore.head(self._store, _name(sha256))["last_modified"]
        except FileNotFoundError:
            return None


def _name(sha256: str) -> str:
    digest_ = require_digest(sha256)
    return f"{digest_[:2]}/{digest_}.zst"


def _first_line(error: Exception) -> str:
    """Take what says what is the matter; the library's messages go on with whole requests."""
    return str(error).split("\n", 1)[0][:300]

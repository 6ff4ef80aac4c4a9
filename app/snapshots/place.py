"""Where snapshots are kept, by a setting's text."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from obstore.exceptions import BaseError
from obstore.store import from_url

from app.errors import InvalidInput
from app.snapshots.bucket import Bucket
from app.snapshots.folder import Folder

if TYPE_CHECKING:
    from obstore.store import ClientConfig  # it has this name for type checkers only

_BUCKETS = ("s3://", "s3a://", "gs://", "az://", "abfs://", "abfss://")
# A bucket that does not answer must not hold a worker up for the minutes the library would try.
_CLIENT: "ClientConfig" = {"timeout": "30s", "connect_timeout": "5s", "allow_http": True}


class Snapshots(Protocol):
    """Bytes by SHA-256; a folder, a bucket, or a fake in tests."""

    def put(self, body: bytes) -> str: ...

    def get(self, sha256: str) -> bytes: ...

    def has(self, sha256: str) -> bool: ...

    def delete(self, sha256: str, *, unless_put_since: datetime | None = None) -> bool: ...


def open_snapshots(place: str) -> Folder | Bucket:
    """Open a folder, or a bucket such as `s3://bucket/prefix`.

    Credentials and endpoint of a bucket come from the variables its own tools use (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL, …).
    """
    if not place.startswith(_BUCKETS):
        if "://" in place:
            raise InvalidInput(f"STET_SNAPSHOT_STORE={place!r} is neither a folder nor one of {', '.join(_BUCKETS)}.")
        return Folder(Path(place))
    try:
        return Bucket(from_url(place, client_options=_CLIENT))
    except (BaseError, ValueError) as error:
        raise InvalidInput(f"STET_SNAPSHOT_STORE={place!r} cannot be opened: {str(error).splitlines()[0]}") from error

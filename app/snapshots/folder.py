"""Snapshots in a local folder: one file a body, in 65,536 folders, whole on disk before its digest is told to anyone."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from app.errors import Unavailable
from app.snapshots.blob import digest, missing, pack, require_digest, unpack


class Folder:
    """Keeps bodies as files `ab/cd/<sha256>.zst` under `root`; any number of processes may use one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, body: bytes) -> str:
        """Keep a body and return its SHA-256. Raises Unavailable when it could not be made safe on disk."""
        sha256 = digest(body)
        path = self._path(sha256)
        try:
            if not self._touch(path):
                self._write(path, pack(body))
        except OSError as error:
            raise Unavailable(f"The snapshot could not be kept in {self.root}: {error.strerror}. Check space and rights.") from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the body. Raises NotFound, and Damaged when it is not what was put."""
        try:
            return unpack(self._path(sha256).read_bytes(), sha256)
        except FileNotFoundError as error:
            raise missing(sha256) from error
        except OSError as error:
            raise Unavailable(f"The snapshot {sha256} could not be read: {error.strerror}.") from error

    def has(self, sha256: str) -> bool:
        return self._path(sha256).is_file()

    def delete(self, sha256: str, *, unless_put_since: datetime | None = None) -> bool:
        """Remove a body; says whether it was there and is gone. One that was put again since then stays."""
        path = self._path(sha256)
        with suppress(FileNotFoundError):
            if unless_put_since is None or datetime.fromtimestamp(path.stat().st_mtime, UTC) < unless_put_since:
                path.unlink()
                return True
        return False

    def _path(self, sha256: str) -> Path:
        name = require_digest(sha256)
        return self.root / name[:2] / name[2:4] / f"{name}.zst"

    def _touch(self, path: Path) -> bool:
        """Note that an old body was put again; says whether it is there."""
        try:
            os.utime(path)
        except FileNotFoundError:
            return False
        return True

    def _write(self, path: Path, packed: bytes) -> None:
        """Write beside, make it safe, give it its name, make the name safe: a power cut leaves all of it or nothing."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{token_hex(8)}")
        try:
            with beside.open("xb") as file:
                file.write(packed)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

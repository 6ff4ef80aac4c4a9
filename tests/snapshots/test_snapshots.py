"""Bodies by digest: what is read is what was put, in a folder and in a bucket."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
import zstandard
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from app.errors import InvalidInput, NotFound, Unavailable
from app.snapshots import Bucket, Damaged, Folder, Snapshots, open_snapshots
from tests.sockets import sockets_open

if TYPE_CHECKING:
    from obstore.store import S3Config

BODY = b"<p>A third of the towns had no mayor in 2019.</p>" * 200
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AGES_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """Run a real S3 server on loopback and give its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    with sockets_open():
        server.start()
        host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    with sockets_open():
        server.stop()


def _bucket(endpoint: str, name: str) -> S3Store:
    access: S3Config = {"endpoint": endpoint, "access_key_id": "made", "secret_access_key": "up", "region": "us-east-1"}
    return S3Store(name, prefix="stet", config=access, client_options={"allow_http": True}, retry_config={"max_retries": 0})


@pytest.fixture(params=["folder", pytest.param("bucket", marks=pytest.mark.enable_socket)])
def snapshots(request: pytest.FixtureRequest, tmp_path: Path) -> Snapshots:
    if request.param == "folder":
        return Folder(tmp_path / "snapshots")
    endpoint: str = request.getfixturevalue("s3")
    httpx.put(f"{endpoint}/kept", timeout=60).raise_for_status()
    return Bucket(_bucket(endpoint, "kept"))


def test_what_is_read_is_what_was_put(snapshots: Snapshots) -> None:
    for body in (BODY, b"", bytes(range(256)) * 5_000):
        assert snapshots.get(snapshots.put(body)) == body


def test_the_same_body_has_the_same_digest(snapshots: Snapshots) -> None:
    sha256 = snapshots.put(BODY)
    assert snapshots.put(BODY) == sha256
    assert snapshots.has(sha256)


def test_a_body_that_was_never_put_is_not_there(snapshots: Snapshots) -> None:
    assert not snapshots.has(SHA256)
    with pytest.raises(NotFound, match="never kept"):
        snapshots.get(SHA256)


def test_a_deleted_body_is_gone(snapshots: Snapshots) -> None:
    sha256 = snapshots.put(BODY)
    assert snapshots.delete(sha256)
    assert not snapshots.has(sha256)
    assert not snapshots.delete(sha256)


def test_a_body_put_again_lately_is_not_deleted(snapshots: Snapshots) -> None:
    sha256 = snapshots.put(BODY)
    assert not snapshots.delete(sha256, unless_put_since=AGES_AGO)
    assert snapshots.has(sha256)
    assert snapshots.delete(sha256, unless_put_since=datetime.now(UTC) + timedelta(minutes=1))


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, SHA256 + "\n", SHA256[:-1]])
def test_only_a_digest_names_a_body(snapshots: Snapshots, name: str) -> None:
    with pytest.raises(InvalidInput, match="no SHA-256"):
        snapshots.get(name)


def _only_file(root: Path) -> Path:
    (found,) = (path for path in root.rglob("*") if path.is_file())
    return found


@pytest.mark.parametrize("damage", [b"", b"not zstd at all", zstandard.compress(b"another body"), zstandard.compress(BODY)[:-9]])
def test_damage_is_noticed_on_reading(tmp_path: Path, damage: bytes) -> None:
    folder = Folder(tmp_path)
    sha256 = folder.put(BODY)
    _only_file(tmp_path).write_bytes(damage)
    with pytest.raises(Damaged, match="damaged"):
        folder.get(sha256)


def test_a_blob_that_claims_to_be_huge_is_not_unpacked(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    sha256 = folder.put(BODY)
    claims_huge = zstandard.ZstdCompressor().compressobj(size=2**40).compress(b"x")
    _only_file(tmp_path).write_bytes(claims_huge or b"\x28\xb5\x2f\xfd\xe0" + (2**40).to_bytes(8, "little") + b"\x01\x00\x00")
    with pytest.raises(Damaged):
        folder.get(sha256)


def test_nothing_unfinished_is_left_beside(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for number in range(20):
        folder.put(BODY + bytes([number]))
    assert all(path.name.endswith(".zst") and not path.name.startswith(".") for path in tmp_path.rglob("*") if path.is_file())


def test_putting_again_makes_an_old_body_young(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    sha256 = folder.put(BODY)
    os.utime(_only_file(tmp_path), (0, 0))
    folder.put(BODY)
    assert not folder.delete(sha256, unless_put_since=datetime.now(UTC) - timedelta(hours=1))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unavailable, match="Check space and rights"):
        Folder(tmp_path / "file").put(BODY)


@pytest.mark.enable_socket
def test_a_bucket_that_is_not_there_is_said(s3: str) -> None:
    lost = Bucket(_bucket(s3, "lost"))
    with pytest.raises(Unavailable, match="could not be kept"):
        lost.put(BODY)


def test_the_setting_says_where(tmp_path: Path) -> None:
    assert isinstance(open_snapshots(str(tmp_path)), Folder)
    assert isinstance(open_snapshots("s3://kept/stet"), Bucket)
    with pytest.raises(InvalidInput, match="neither a folder"):
        open_snapshots("ftp://kept")

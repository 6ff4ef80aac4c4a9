"""Where a SQLite file may not lie: its locks and shared memory do not work across machines."""

from pathlib import Path

from app.errors import InvalidInput

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "beegfs", "gpfs", "fuse.sshfs"}
    | {"fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuse.gcsfuse", "fuse.davfs", "davfs", "ocfs2", "gfs2", "virtiofs", "vboxsf"}
)


def refuse_network_file_system(path: Path, mounts: Path = MOUNTS) -> None:
    """Raise InvalidInput when `path` lies on a network file system; where the system does not tell, it is let be."""
    kind = file_system_of(path, mounts)
    if kind in _NETWORK:
        raise InvalidInput(
            f"{path} lies on a network file system ({kind}), where SQLite's locks do not hold and data is lost. "
            "Put STET_DATA on a local disk, or use PostgreSQL by STET_DATABASE_URL."
        )


def file_system_of(path: Path, mounts: Path = MOUNTS) -> str:
    """Return the type of the file system that holds `path` (which need not exist), or "" where that cannot be known."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    target = path.resolve()
    found, depth = "", -1
    for line in lines:
        mount, kind = _mount(line)
        # A later mount on the same place lies over the earlier one.
        if target.is_relative_to(mount) and len(mount.parts) >= depth:
            found, depth = kind, len(mount.parts)
    return found


def _mount(line: str) -> tuple[Path, str]:
    """Read one line of mountinfo: the mount point is field 5, the type follows the lone hyphen."""
    before, _, after = line.partition(" - ")
    place = before.split(" ")[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
    return Path(place), after.split(" ")[0]

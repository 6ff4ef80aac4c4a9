"""`make bench`: run the benchmark of every room, or of those named, and print their figures."""

import sys
import time
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).parents[1]


def main(rooms: list[str]) -> int:
    """Run what is asked for; figures of one run may be compared with each other, those of two runs may not."""
    found = sorted(TESTS.glob("*/bench_*.py"))
    wanted = [path for path in found if not rooms or path.parent.name in rooms]
    if not wanted:
        print(f"no such benchmark; there are: {', '.join(path.parent.name for path in found)}", file=sys.stderr)
        return 2
    for path in wanted:
        began = time.perf_counter()
        rows = import_module(f"tests.{path.parent.name}.{path.stem}").bench()
        print(f"\n{path.parent.name} ({time.perf_counter() - began:.0f} s)")
        for what, figure, unit in rows:
            print(f"  {what:<70} {figure:>12,.3f} {unit}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

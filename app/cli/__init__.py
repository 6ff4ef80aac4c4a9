"""The command line: `stet --help`."""

import gc
import sys

from app.errors import StetError

EXIT_FINE = 0
EXIT_FINDINGS = 1
EXIT_COULD_NOT_RUN = 2
EXIT_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main() -> None:
    """Run a command; a mistake of the caller's is one clear line and exit code 2."""
    try:
        _run(sys.argv[1:])
    except StetError as error:
        sys.stderr.write(f"stet: {error}\n")
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
    except KeyboardInterrupt:
        raise SystemExit(EXIT_INTERRUPTED) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(EXIT_FINE) from None


def _run(arguments: list[str]) -> None:
    if _is_plain_visit(arguments):
        gc.disable()  # until all is loaded: what is loaded stays
        from app.cli.visits import visit_urls

        visit_urls([argument for argument in arguments[1:] if argument != "--text"], with_text="--text" in arguments)
        return
    from app.cli.commands import app

    app()


def _is_plain_visit(arguments: list[str]) -> bool:
    """Tell whether this is `stet visit` with nothing to explain: it needs no parser of options, which costs as much as 500 visits."""
    rest = [argument for argument in arguments[1:] if argument != "--text"]
    return arguments[:1] == ["visit"] and rest != [] and all(argument == "-" or not argument.startswith("-") for argument in rest)

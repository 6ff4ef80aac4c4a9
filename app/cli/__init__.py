"""The command line: `stet --help`. Commands import what they need when they run, so that every start is fast."""

import sys

import typer

from app.cli import jobs, service, windows
from app.errors import StetError

EXIT_FINE = 0
EXIT_FINDINGS = 1
EXIT_COULD_NOT_RUN = 2

app = typer.Typer(
    name="stet",
    help="Stet tells an editor whether every number in an article still stands on the source it cites.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ARTICLES = "Articles"
SERVICE = "The service"
WINDOWS = "Windows into the core (no database; JSON out)"

for _panel, _commands in (
    (ARTICLES, jobs.COMMANDS),
    (SERVICE, service.COMMANDS),
    (WINDOWS, windows.COMMANDS),
):
    for _command in _commands:
        app.command(rich_help_panel=_panel)(_command)
app.add_typer(service.keys, name="keys", rich_help_panel=SERVICE)


def main() -> None:
    """Run a command; a mistake of the caller's is one clear line and exit code 2."""
    try:
        app()
    except StetError as error:
        sys.stderr.write(f"stet: {error}\n")
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(EXIT_FINE) from None

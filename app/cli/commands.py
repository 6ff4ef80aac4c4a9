"""Every command of `stet`, with its help. Commands import what they need when they run, so that every start is fast."""

import typer

from app.cli import files, jobs, service, windows

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
    (ARTICLES, (*jobs.COMMANDS, *files.COMMANDS)),
    (SERVICE, service.COMMANDS),
    (WINDOWS, windows.COMMANDS),
):
    for _command in _commands:
        app.command(rich_help_panel=_panel)(_command)
app.add_typer(service.keys, name="keys", rich_help_panel=SERVICE)

# Parses command lines with az's own parser, unchanged and without a network: JSON in, JSON out, a list of
# words a line. No command runs: az's validators and handlers come after what is done here.
import contextlib
import io
import itertools
import json
import sys

from azure.cli.core import get_default_cli
from azure.cli.core.azclierror import AzCLIError

CLI = get_default_cli()
PARSERS = {}


def parser_for(words):
    """az's parser with the one command that these words name."""
    invocation = CLI.invocation_cls(
        cli_ctx=CLI, commands_loader_cls=CLI.commands_loader_cls,
        parser_cls=CLI.parser_cls, help_cls=CLI.help_cls)
    CLI.invocation = invocation
    loader = invocation.commands_loader
    loader.load_command_table(words)
    command = invocation._rudimentary_get_command(words)
    if command not in loader.command_table:
        return command, None
    loader.command_table = {command: loader.command_table[command]}
    invocation.data["command_string"] = command
    loader.load_arguments(command)
    invocation.parser.cli_ctx = CLI
    invocation.parser.load_command_table(loader)
    return command, invocation.parser


def answer(words):
    said = io.StringIO()
    key = " ".join(itertools.takewhile(lambda word: not word.startswith("-"), words))
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            if key not in PARSERS:
                PARSERS[key] = parser_for(words)
            command, parser = PARSERS[key]
            if parser is None:
                return {"command": command, "error": "no such command"}
            parser.parse_args(words)
        return {"command": command, "error": None}
    except (SystemExit, AzCLIError, Exception) as error:  # pylint: disable=broad-except
        return {"command": key, "error": f"{type(error).__name__}: {error} {said.getvalue()}"[:2000]}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

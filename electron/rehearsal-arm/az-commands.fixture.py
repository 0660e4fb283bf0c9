# Runs commands of az, unchanged, one after the other in one process, so that a hundred cost one start:
# JSON in, JSON out, a line each. `secret` says as whom, to the endpoint that gives tokens.
import contextlib
import io
import json
import os
import sys

from azure.cli.core import get_default_cli


# az keeps the stream that it found first: so it is the same for every command.
SAID = io.StringIO()
sys.stderr = SAID


def answer(case):
    os.environ["MSI_SECRET"] = case["secret"]
    os.chdir(case["folder"])
    out = io.StringIO()
    SAID.seek(0)
    SAID.truncate()
    code = 1
    try:
        with contextlib.redirect_stdout(out):
            code = get_default_cli().invoke(case["words"], out_file=out)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except Exception as error:  # pylint: disable=broad-except
        SAID.write(f"{type(error).__name__}: {error}")
    return {"code": code or 0, "out": out.getvalue(), "errors": SAID.getvalue()[-4000:]}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

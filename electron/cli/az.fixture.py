# Runs azure-cli's own restore-blob, unchanged, for one case a line: JSON in, JSON out. So a hundred
# cases cost one start. What az says to a person on the way is given back too.
import contextlib
import io
import json
import resource
import sys

from azure.cli.command_modules.keyvault.custom import security_domain_restore_blob

FREE = resource.getrlimit(resource.RLIMIT_FSIZE)


def answer(case):
    said = io.StringIO()
    # A file may grow to this many bytes: as a full medium.
    resource.setrlimit(resource.RLIMIT_FSIZE, (case.get("limit", FREE[0]), FREE[1]))
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            security_domain_restore_blob(
                case["domain"], case["exchange"], case["keys"], case["out"], case.get("passwords"))
        return {"error": None, "said": said.getvalue()}
    except Exception as error:
        return {"error": type(error).__name__, "said": said.getvalue()}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, FREE)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

# Runs a program at a real pseudo-terminal and answers its prompts as a person would.
# The only argument is JSON: argv, and answers, each typed as soon as its prompt is seen.
# Prints JSON: the exit code, and all that was on the screen.
import json
import os
import pty
import select
import signal
import sys
import time

plan = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execv(plan["argv"][0], plan["argv"])

answers = plan["answers"]
screen, searched = b"", 0
deadline = time.monotonic() + 600
while True:
    if time.monotonic() > deadline:
        os.kill(child, signal.SIGKILL)
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is closed.
            break
        if not data:
            break
        screen += data
    if answers and (at := screen.find(answers[0]["after"].encode(), searched)) >= 0:
        answer = answers.pop(0)
        searched = at + len(answer["after"])
        os.write(terminal, answer["type"].encode())

status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"code": status, "screen": screen.decode()}))

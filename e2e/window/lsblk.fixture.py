"""The real lsblk, but that loop devices of a test are told as the USB sticks they stand for."""
import json
import subprocess
import sys
from pathlib import Path

folder, *words = sys.argv[1:]
real = subprocess.run([f"{folder}/lsblk", *words], check=True, stdout=subprocess.PIPE)
told = json.loads(real.stdout)
sticks = json.loads(Path(folder, "sticks.json").read_text())
for row in told["blockdevices"]:
    row.update(sticks.get(row["path"], {}))
json.dump(told, sys.stdout)

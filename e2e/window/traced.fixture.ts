// What the app and what it starts ask of the network, seen from outside by strace.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { childrenOf, type OpenApp } from "./app.fixture.ts";
import { onTestFinished, poll } from "./test.fixture.ts";

/** Every call that makes a socket, names an address, or sends something. */
export const CALLS = "trace=socket,connect,bind,listen,sendto,sendmsg,sendmmsg";
/** A call that names an address of the network. */
export const NAMES = /\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET/;

/** Whether it lives, and no tracer has it. */
function isFree(pid: number): boolean {
  const status = join("/proc", String(pid), "status");
  try {
    return /^TracerPid:\s+0$/m.test(readFileSync(status, "utf8"));
  } catch {
    return false;
  }
}

/** Every such call that the app, or what it starts, makes meanwhile. */
export async function traceWhile(
  open: OpenApp,
  during: () => Promise<void>,
): Promise<readonly string[]> {
  const log = join(open.home.folder, "attached.log");
  const pids = [open.pid, ...childrenOf(open.pid).map(({ pid }) => pid)];
  const strace = spawn(
    "strace",
    ["-f", "-s", "256", "-e", CALLS, "-o", log, ...pids.flatMap((pid) => ["-p", String(pid)])],
    { stdio: "ignore" },
  );
  onTestFinished(() => {
    strace.kill("SIGKILL");
  });
  await poll(() => pids.filter(isFree)).toEqual([]);
  await during();
  strace.kill("SIGINT");
  await once(strace, "close");
  return readFileSync(log, "utf8").split("\n");
}

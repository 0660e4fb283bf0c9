// What Chromium lets a page's process ask of the kernel.
import { readFileSync } from "node:fs";
import { childrenOf } from "./app.fixture.ts";
import { whileStill } from "./still.fixture.ts";
import { poll } from "./test.fixture.ts";

/** All pages of the app run behind a filter of system calls; one that has just started is waited for. */
export async function expectSandboxed(app: number): Promise<void> {
  const renderers = () => childrenOf(app).filter(({ words }) => words.includes("--type=renderer"));
  const modes = () => whileStill(renderers, (all) => all.map(({ pid }) => modeOf(pid)));
  await poll(() => [...new Set(modes())]).toEqual(["filter"]);
}

/** Seccomp's mode of a process, by proc_pid_status(5). */
function modeOf(pid: number): string {
  const [, mode = ""] =
    /^Seccomp:\s+(\d)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return { "0": "disabled", "1": "strict", "2": "filter" }[mode] ?? `unknown: ${mode}`;
}

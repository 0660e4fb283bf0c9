// For tests: how programs run under strace, which lists their system calls or lets them fail.
import { spawnSync } from "node:child_process";

export const hasStrace = spawnSync("strace", ["-V"]).status === 0;

/**
 * Every process of a program. Each is stopped at the traced calls alone, because to stop it at all
 * others takes as long as the program; strace then sends no signals.
 * @param inject the fault, if there is one
 */
export const straceFlags = (inject = ""): readonly string[] => [
  "-f",
  "-qq",
  ...(inject.includes("signal=") ? [] : ["--seccomp-bpf"]),
];

/** The calls on files, to which `-P` adds which files. */
export const FILE_CALLS = ["-e", "trace=%file,%desc"] as const;

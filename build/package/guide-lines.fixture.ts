// For tests: the lines that a page of the guide gives to copy, as they are there.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..", "..");

/** The first block of shell lines under a heading of a page in docs/guide. */
export function linesOf(page: string, heading: string): string {
  const text = readFileSync(join(ROOT, "docs", "guide", page), "utf8");
  const under = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const [, lines = ""] = /^```sh\n(.*?)^```$/ms.exec(under) ?? [];
  if (lines === "") throw new Error(`${page} has no lines under ${heading}`);
  return lines;
}

/** How lines ended, and what a person sees of it. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/**
 * Runs lines as a person copies them into a shell.
 * @param key the path of the release key's public half
 * @param user a user without rights, where it is not the one who runs this
 */
export function runLines(
  lines: string,
  {
    folder,
    key,
    shell = "sh",
    user,
  }: { folder: string; key: string; shell?: string; user?: number },
): Ended {
  const command = [shell, "-c", lines];
  const [first = "", ...rest] =
    user === undefined
      ? command
      : [
          "setpriv",
          `--reuid=${String(user)}`,
          `--regid=${String(user)}`,
          "--clear-groups",
          ...command,
        ];
  const { status, stdout, stderr } = spawnSync(first, rest, {
    cwd: folder,
    encoding: "utf8",
    // At the other end of a socket, bash would read the user's own settings.
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], KEY: key, LANG: "C.UTF-8" },
    // A pipe in place of a file would be read for ever.
    timeout: 60_000,
  });
  return { status, said: `${stdout}${stderr}` };
}

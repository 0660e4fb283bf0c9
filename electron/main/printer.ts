// The printer of this computer, where there is one: asked and fed through CUPS's own programs, by
// absolute path, in bounded time. A paper goes to it through a pipe; we write no file for it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { toolEnvironment } from "../disk/own-environment.ts";

/** CUPS's programs, by path. */
export interface PrintPrograms {
  readonly lpstat: string;
  readonly lp: string;
}

export interface PrintJob {
  /** What the printer's queue calls it. */
  readonly title: string;
  /** A PDF. */
  readonly bytes: Uint8Array;
  /** Its first page alone. */
  readonly isFirstPage: boolean;
}

/** Milliseconds; a queue answers at once or not at all. */
const ASKED_MS = 3_000;
const SENT_MS = 30_000;
const ANSWER_CHARACTERS_MAX = 64 * 1024;

/** As CUPS allows them, none that a program takes for an option. */
const NAME = /^[!-,.0-~][!-~]{0,126}$/;

/** Those of this computer; null where CUPS's programs are not installed, and on Windows. */
export function printPrograms(): PrintPrograms | null {
  const [lpstat, lp] = ["/usr/bin/lpstat", "/usr/bin/lp"] as const;
  return existsSync(lpstat) && existsSync(lp) ? { lpstat, lp } : null;
}

/** The default printer's name, else the first one's; null where there is none. */
export async function printerOf({ lpstat }: PrintPrograms): Promise<string | null> {
  const chosen = await answerOf(lpstat, ["-d"], ASKED_MS);
  const [, name] = /^system default destination: (\S+)$/m.exec(chosen ?? "") ?? [];
  const first = name ?? (await answerOf(lpstat, ["-e"], ASKED_MS))?.split("\n")[0] ?? "";
  return NAME.test(first) ? first : null;
}

/** @returns whether the printer's queue took it */
export async function printOn(
  { lp }: PrintPrograms,
  printer: string,
  { title, bytes, isFirstPage }: PrintJob,
): Promise<boolean> {
  const pages = isFirstPage ? ["-o", "page-ranges=1"] : [];
  const args = ["-d", printer, "-t", title, "-o", "media=A4", "-o", "fit-to-page", ...pages];
  return (await answerOf(lp, args, SENT_MS, bytes)) !== null;
}

/** What the program answered; null where it failed, or said nothing in time. */
const answerOf = (
  path: string,
  args: readonly string[],
  timeout: number,
  input: Uint8Array = new Uint8Array(),
): Promise<string | null> =>
  new Promise((resolve) => {
    const child = execFile(
      path,
      args,
      {
        // Nothing of our own environment: no other server, no other language.
        env: toolEnvironment(),
        maxBuffer: ANSWER_CHARACTERS_MAX,
        timeout,
        killSignal: "SIGKILL",
      },
      (error, output) => resolve(error === null ? output : null),
    );
    // One that ended early takes no more.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });

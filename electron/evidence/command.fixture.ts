// `sd verify` on a bundle in a folder of its own: the command as a function, and as the program.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { verify } from "../cli/verify.ts";
import type { Files } from "./bundle.ts";
import { bad, good, type ActTold } from "./verdicts.fixture.ts";

/** The command itself, in the words of `verdicts.fixture.ts`. */
export const onTheCommandLine = (files: Files, head: string | null): string =>
  inFolder(files, (folder) => {
    // What the generator makes is sound, and no ceremony.
    const flags: readonly (readonly [string, readonly string[]])[] = [
      ["--form-only", []],
      ...(head === null ? [] : [["--head", [head]] as const]),
    ];
    try {
      return told(verify({ words: [folder], values: new Map(flags) }).data);
    } catch (error) {
      return bad(error);
    }
  });

/**
 * The program that is handed out, as a process.
 * @param program the command line's own file, bundled
 */
export const byTheProgram = (program: string, files: Files, head: string | null): string =>
  inFolder(files, (folder) => {
    const words = [
      program,
      "verify",
      folder,
      "--form-only",
      "--json",
      ...(head === null ? [] : ["--head", head]),
    ];
    const { stdout, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
    const data = JSON.parse(stdout) as { readonly error?: { code: string; message: string } };
    if ((status === 0) !== (data.error === undefined)) throw new Error(stdout);
    if (data.error === undefined) return told(data);
    const [, n = "-"] = /entry (\d+)/i.exec(data.error.message) ?? [];
    return `${data.error.code} ${data.error.code === "E-LOG-HEAD" ? "-" : n}`;
  });

function inFolder(files: Files, judge: (folder: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return judge(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function told(data: unknown): string {
  const { closedBy, unvouched, head, entries, acts } = data as {
    readonly closedBy: string;
    readonly unvouched: readonly string[];
    readonly head: { readonly hex: string };
    readonly entries: number;
    readonly acts: readonly ActTold[];
  };
  return good({ closedBy, unvouched, acts, head: head.hex, entries: Array(entries).fill(0) });
}

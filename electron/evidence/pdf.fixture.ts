// A PDF read by poppler, a program that is not ours.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const isThere = (program: string): boolean => spawnSync(program, ["-v"]).error === undefined;

/** Whether tests that read a PDF are passed over: not in CI. */
export const withoutPoppler =
  process.env["CI"] !== "true" && !["pdftotext", "pdfinfo", "pdffonts"].every(isThere);

/** Whether tests that scan a page are passed over. */
export const withoutScanner =
  withoutPoppler || spawnSync("zbarimg", ["--version"]).error !== undefined;

/** What zbar, a decoder that is not ours, reads from a page as it is printed: each QR code's text. */
export function codesOn(bytes: Uint8Array, page: number): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "sd-code-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, bytes);
    const only = ["-f", String(page), "-l", String(page), "-singlefile"];
    told("pdftoppm", "-r", "200", "-gray", ...only, file, join(folder, "page"));
    const words = ["--quiet", "--raw", "--nodbus", join(folder, "page.pgm")];
    const { stdout } = spawnSync("zbarimg", words, { encoding: "utf8" });
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What poppler finds in a PDF. */
export interface Read {
  /** The text of each page in the order of drawing, with single spaces. */
  readonly pages: readonly string[];
  readonly all: string;
  /** The output of `pdfinfo`, by its names. */
  readonly info: ReadonlyMap<string, string>;
  /** Each font's name, and whether it is embedded and can be read back. */
  readonly fonts: readonly string[];
}

/** Reads a PDF; poppler must have nothing to complain of. */
export function readPdf(bytes: Uint8Array): Read {
  const folder = mkdtempSync(join(tmpdir(), "sd-pdf-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, bytes);
    const pages = told("pdftotext", "-raw", file, "-").split("\f").slice(0, -1).map(even);
    const info = told("pdfinfo", file)
      .split("\n")
      .flatMap((line) => {
        const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      });
    const fonts = told("pdffonts", file).trim().split("\n").slice(2).map(even);
    return { pages, all: pages.join(" "), info: new Map(info), fonts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text with single spaces, as it is compared. */
export const even = (text: string): string => text.replace(/\s+/g, " ").trim();

function told(program: string, ...words: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (stderr !== "") throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** An object as screens call it too: "own medium of officer 1". */
export const calledOnPaper = (object: string): string =>
  object
    .replace(/^officer-(\d+) medium$/, "own medium of officer $1")
    .replace(/^officer-(\d+) (.+)$/, "$2 of officer $1");

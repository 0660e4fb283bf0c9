// `sd verify` on a bundle in a folder of its own: the command as a function, and as the program.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { verifyCeremony } from "../cli/verify.ts";
import type { Files } from "./bundle.ts";
import { bad, badOf, good, type ActVerdict } from "./verdicts.fixture.ts";

/** The command itself, in the words of `verdicts.fixture.ts`. */
export const onTheCommandLine = (
  files: Files,
  head: string | null,
  cards: readonly string[] = [],
  formOnly = false,
): string =>
  inFolder(files, (folder) => {
    const flags = [
      ...(head === null ? [] : [["--head", [head]] as const]),
      ...(cards.length === 0 ? [] : [["--officer", cards] as const]),
      ...(formOnly ? [["--form-only", []] as const] : []),
    ];
    try {
      return told(verifyCeremony({ words: [folder], values: new Map(flags) }).data);
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
    const words = [program, "verify", folder, "--json", ...(head === null ? [] : ["--head", head])];
    const { stdout, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
    const data = JSON.parse(stdout) as { readonly error?: { code: string; message: string } };
    if ((status === 0) !== (data.error === undefined)) throw new Error(stdout);
    if (data.error === undefined) return told(data);
    return badOf(data.error.code, data.error.message);
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

/** Text of a record as in the record: `--json` has it in printable ASCII. */
const unescaped = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === "string"
      ? value.replace(/\\u\{([0-9a-f]+)\}/g, (_all, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        )
      : value,
  );

function told(data: unknown): string {
  const { closedBy, unvouched, head, entries, acts, ...more } = unescaped(data) as {
    readonly closedBy: string;
    readonly unvouched: readonly string[];
    readonly head: { readonly hex: string };
    readonly entries: number;
    readonly acts: readonly ActVerdict[];
    readonly signatures: readonly { officer: string; certificate: { words: string } }[];
    readonly signersKnown: boolean;
    readonly formOnly: boolean;
    readonly closed: {
      readonly signed: number;
      readonly of: number;
      readonly due: number;
      readonly vouchedTo: number | null;
      readonly missing: readonly { readonly role: string; readonly why: string }[];
    } | null;
    readonly excused: readonly {
      readonly code: string;
      readonly entry: number;
      readonly by: number;
    }[];
    readonly clockBack: readonly number[];
    readonly rules: { readonly version: number; readonly notAsked: readonly string[] };
  };
  const { signatures, signersKnown, formOnly, closed, excused, clockBack, rules } = more;
  const signers = signatures.map((one) => [one.officer, one.certificate.words] as const);
  const said = formOnly
    ? null
    : {
        signed: closed?.signed ?? 0,
        of: closed?.of ?? 0,
        due: closed?.due ?? 0,
        vouchedTo: closed?.vouchedTo ?? null,
        missing: (closed?.missing ?? []).map(({ role, why }) => [role, why] as const),
        excused: excused.map(({ code, entry, by }) => [code, entry, by] as const),
        back: clockBack,
        ...rules,
      };
  const told = { closedBy, unvouched, acts, head: head.hex, entries, signers };
  return good({ ...told, known: signersKnown, said });
}

// For tests: a folder of their own in which one ceremony is rehearsed after the other.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { standingOf, type EventData, type Standing } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rehearsedActivation } from "./activation.fixture.ts";
import { sd, type Ended } from "./program.fixture.ts";

/** The media lie in `media`, the passphrases in `passphrases`, each ceremony where it was put. */
export function ceremoniesIn(name: string) {
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => {
    rmSync(home, { recursive: true });
  });
  const at = (...names: readonly string[]): string => join(home, ...names);
  const recordIn = (out: string): Uint8Array =>
    new Uint8Array(readFileSync(at(out, "record.jsonl")));
  const verdictOf = (out: string) => verifyRecord(recordIn(out));
  return {
    at,
    recordIn,
    verdictOf,
    standingIn: (out: string): Standing => standingOf(verdictOf(out).entries),
    /** Data of the last entry of a type. */
    dataOf: <Type extends keyof EventData>(out: string, type: Type): EventData[Type] =>
      verdictOf(out).entries.findLast((entry) => entry.type === type)?.data as never,
    rehearse: (script: string, out: string, ...more: readonly string[]): Promise<Ended> =>
      sd([
        "rehearse",
        script,
        "--media",
        at("media"),
        "--out",
        at(out),
        "--bits",
        "2048",
        "--passphrase-file",
        at("passphrases"),
        ...more,
      ]),
    /** Puts the shared activation's media here, and its record as `activation`. */
    afterActivation: async (): Promise<void> => {
      const { media, out, passphraseFile } = await rehearsedActivation();
      cpSync(passphraseFile, at("passphrases"));
      cpSync(media, at("media"), { recursive: true });
      cpSync(out, at("activation"), { recursive: true });
    },
  };
}

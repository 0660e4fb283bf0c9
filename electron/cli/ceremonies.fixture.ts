// For tests: a folder of their own in which one ceremony is rehearsed after the other.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  leftBy,
  standingOf,
  type Earlier,
  type EventData,
  type Standing,
} from "../ceremony/ceremony.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { Deps } from "../usecases/deps.ts";
import { journalOf } from "../usecases/turn.ts";
import { rehearsedActivation } from "./activation.fixture.ts";
import { quickSd, type Ended } from "./program.fixture.ts";

/** The media are in `media`, the passphrases in `passphrases`, each ceremony where it was put. */
export function ceremoniesIn(name: string) {
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => {
    rmSync(home, { recursive: true });
  });
  const at = (...names: readonly string[]): string => join(home, ...names);
  const recordIn = (out: string): Uint8Array =>
    new Uint8Array(readFileSync(at(out, "record.jsonl")));
  const verdictOf = (out: string) => verifyRecord(recordIn(out));
  const standingIn = (out: string): Standing => standingOf(verdictOf(out).entries);
  const afterwards = (): Earlier => {
    const { entries, head } = verdictOf("activation");
    return leftBy(entries, head);
  };
  return {
    at,
    recordIn,
    verdictOf,
    standingIn,
    /** What a ceremony says that it continues, which comes after the activation. */
    afterwards,
    /** A ceremony of this script, opened by people of no name at the offline station. */
    begun: (
      name: string,
      earlier: Earlier = afterwards(),
      clock: () => Date = () => new Date(),
    ): Deps => {
      const text = BUILT_IN.get(name) ?? "";
      const script = readScript(text, sha256Hex(utf8(text)));
      const folder = mkdtempSync(at("station-"));
      const journal = openJournal({ folder, station: "offline", clock });
      const participants = [
        { role: "administrator", name: "A" },
        { role: "witness", name: "W" },
      ];
      journal.append([
        opened({
          participants: participants as never,
          earlier: [earlier],
          scriptSha256: script.sha256,
          script: script.name,
        }),
      ]);
      const record = { folder, open: journal };
      const rest = { station: "offline", mode: "REHEARSAL", network: () => null };
      const deps = { ...rest, script, record, clock } as unknown as Deps;
      performed(deps, "open");
      return deps;
    },
    /** Data of the last entry of a type. */
    dataOf: <Type extends keyof EventData>(out: string, type: Type): EventData[Type] =>
      verdictOf(out).entries.findLast((entry) => entry.type === type)?.data as never,
    rehearse: (script: string, out: string, ...more: readonly string[]): Promise<Ended> =>
      quickSd([
        ...["rehearse", script, "--media", at("media"), "--out", at(out), "--bits", "2048"],
        ...["--passphrase-file", at("passphrases"), ...more],
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

/** Records that this step was performed and confirmed, and what was chosen in it. */
export function performed(deps: Deps, step: string, goTo?: string): void {
  const chosen = { type: "chosen", by: "administrator", data: { step, goTo: goTo ?? "" } } as const;
  journalOf(deps).append([
    { type: "step-began", by: "app", data: { step } },
    ...(goTo === undefined ? [] : [chosen]),
    { type: "step-performed", by: "administrator", data: { step } },
    { type: "step-done", by: "witness", data: { step, confirmedBy: "witness" } },
  ]);
}

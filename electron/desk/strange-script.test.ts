// A ceremony that was held by a script which this build lacks, such as one of another version, or a
// script file of people's own: everything that reads its record finds the script beside it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { isFault, utf8 } from "../../crypto/index.ts";
import { standingOf } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, strangeScript } from "../meaning/ceremony.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { ceremoniesIn } from "../session/folders.ts";
import { recordedKeys } from "../session/keys-seen.ts";
import { audit } from "./audit.ts";
import { bringRecord } from "./bring-record.ts";
import { scriptsUnder, storedCeremonies } from "./ceremony-store.ts";
import { Papers } from "./papers.ts";
import { reconciled } from "./reconciled.ts";

const pool = makePool("PRODUCTION");
const script = strangeScript("activation");
const { record } = ceremonyOf("activation", pool, 1, { script });
const rehearsed = makePool();
const before = after(ceremonyOf("activation", rehearsed, 1));
const recovery = [...Array(20).keys()]
  .map((seed) =>
    ceremonyOf("recovery", rehearsed, seed, { before, script: strangeScript("recovery") }),
  )
  .find(({ drafts }) => drafts.some(({ type }) => type === "keys-compared"))!;
const { head } = verifyRecord(record);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "strange-"));
  onTestFinished(() => {
    rmSync(made, { recursive: true });
  });
  return made;
}

/** A closed ceremony as this computer keeps it, with its script or without. */
function kept(root: string, bytes: Uint8Array, text: string | null, name = "1-activation"): void {
  const at = join(root, "1", ".ceremonies", name);
  mkdirSync(join(at, "offline"), { recursive: true });
  writeFileSync(join(at, "offline", "record.jsonl"), bytes);
  if (text !== null) writeFileSync(join(at, "script.yaml"), text);
}

/** What becomes of it where its script is kept, and where it is not. */
function both(read: (root: string) => unknown): readonly unknown[] {
  return [script.text, null, `${script.text}#`].map((text) => {
    const root = folder();
    kept(root, record, text);
    return read(root);
  });
}
const STRANGE = "E-NOT-A-CEREMONY";

it("B176 is audited, and its papers are made", async () => {
  const audited = (root: string) =>
    codeOf(() =>
      audit({ record, bundle: null }, "2026-02-01T00:00:00.000Z", undefined, scriptsUnder(root)),
    );
  expect(both(audited)).toEqual(["nothing thrown", STRANGE, STRANGE]);
  const names = both((root) =>
    new Papers({ record }, scriptsUnder(root))
      .names(null)
      .catch((error: unknown) => [isFault(error) ? error.code : ""]),
  );
  const [found, ...none] = await Promise.all(names);
  expect(found).toContain("minutes.pdf");
  expect(none).toEqual([[STRANGE], [STRANGE]]);
});

it("explains what Azure's log has, if its head is entered", () => {
  const lacksOf = (root: string) => {
    const log = join(root, "log.json");
    const operationName = "SecurityDomainBackup";
    writeFileSync(log, JSON.stringify([{ time: "2026-01-31T10:00:00Z", operationName }]));
    return reconciled([log], { heads: [], cards: [] }, root).undecided.map(({ lack }) => lack);
  };
  expect(both(lacksOf)).toEqual([["anchor"], ["refused"], ["refused"]]);
});

it("tells which keys the HSM had", () => {
  const hsm = standingOf(verifyRecord(recovery.record).entries).hsm;
  const keysAt = (text: string | null) => {
    const root = folder();
    kept(root, recovery.record, text, "1-recovery");
    return recordedKeys(ceremoniesIn(join(root, "1")), hsm) !== null;
  };
  expect([keysAt(recovery.script.text), keysAt(null)]).toEqual([true, false]);
});

it("is brought from another computer with its bundle, by its head, and its script is kept", () => {
  const bring = (root: string, script: Uint8Array | null, typed = head) =>
    codeOf(() => {
      bringRecord(root, record, typed, script === null ? null : new Map([["script.yaml", script]]));
    });
  expect(bring(folder(), null)).toBe(STRANGE);
  expect(bring(folder(), utf8(`${script.text}#`))).toBe(STRANGE);
  expect(bring(folder(), utf8(script.text), "")).toBe("E-BRING-HEAD");
  const root = folder();
  expect(bring(root, utf8(script.text))).toBe("nothing thrown");
  expect(storedCeremonies(root)).toHaveLength(1);
  expect(scriptsUnder(root)(script.sha256)?.name).toBe("activation");
});

// A custodian's part that too few officers closed is taken over only where two people decide so about it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { hexWords } from "../../crypto/index.ts";
import { openJournal } from "../journal/journal.ts";
import { verifyRecord, type Verdict } from "../journal/verify.ts";
import { chainOf } from "../meaning/chain.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { insertException } from "../meaning/lie.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { rely } from "../meaning/reliance.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import type { Deps } from "./deps.ts";
import { takePart } from "./take-part.ts";
import { journalOf } from "./turn.ts";

const TWO = ["administrator", "witness"];
const SHORT = "E-CLOSED-SHORT";
const pool = makePool();
// After an adoption nobody has a key to sign with: every part is closed on paper.
const adoption = ceremonyOf("adoption", pool, 1);
const before = after(adoption);

const found = (name: string, is: (one: ReturnType<typeof ceremonyOf>) => boolean) =>
  Array.from({ length: 60 }, (_, seed) => ceremonyOf(name, pool, seed + 1, { before })).find(is)!;
const attestation = found(
  "attestation",
  ({ drafts }) => draftOf(drafts, "part-taken") !== undefined,
);
const { officer } = draftOf(attestation.drafts, "part-taken")!.data;
const seat = Number(officer.slice("officer-".length));

/** The officer's part, whose paper they did not sign. */
function partWithout(): Verdict {
  const part = found("attestation-part", ({ drafts }) =>
    draftOf(drafts, "opened")!.data.participants.some(({ role }) => role === officer),
  );
  const copy = copyOf(part);
  const end = draftOf(copy.drafts, "closing-on-paper")!;
  end.data.present = end.data.present.filter((role) => role !== officer);
  insertException(copy.drafts, end, {});
  return verifyRecord(sealed(copy));
}

/** The station of an attestation just before it takes over that part. */
function beforeThePart(): Deps {
  const copy = copyOf(attestation);
  const taken = copy.drafts.findIndex(
    ({ type, data }) => type === "part-taken" && (data as { officer: string }).officer === officer,
  );
  copy.drafts.splice(
    copy.drafts.slice(0, taken).findLastIndex(({ type }) => type === "step-began"),
  );
  const last = copy.drafts.at(-1)!;
  const folder = mkdtempSync(join(tmpdir(), "part-"));
  writeFileSync(join(folder, "record.jsonl"), sealed(copy));
  const clock = () => new Date(last.at + 60_000);
  const station = last.station === "connected" ? "connected" : "offline";
  const journal = openJournal({ folder, station, clock });
  onTestFinished(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  const record = { folder, open: journal };
  const { script } = attestation;
  return {
    station,
    script,
    mode: "REHEARSAL",
    record,
    clock,
    notice: () => undefined,
  } as unknown as Deps;
}

describe("a custodian's part that too few officers closed", () => {
  const part = partWithout();
  const bytes = new Uint8Array(
    Buffer.concat(part.entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`))),
  );
  const heard = hexWords(part.head, 16).join(" ");

  it("is refused, and taken over where two people decide so about it", () => {
    expect(rely(part).meaning.closed).toMatchObject({
      isShort: true,
      due: 1,
      officers: { signed: 0 },
    });
    const deps = beforeThePart();
    const take = () => codeOf(() => takePart(deps, { seat, bytes, heard }));
    expect(take()).toBe(SHORT);
    acceptRefusal(deps, { code: SHORT, decidedBy: TWO });
    expect(take()).toBe("nothing thrown");
    const { entries } = journalOf(deps);
    expect(entries.slice(-3).map(({ type, data }) => [type, data])).toMatchObject([
      ["refusal-accepted", { code: SHORT, decidedBy: TWO, record: part.head }],
      ["part-taken", { officer, head: part.head, closed: "on-paper" }],
      ["step-performed", {}],
    ]);
    const verdict = verifyRecord(journalOf(deps).bytes());
    expect(rely(verdict)).toMatchObject({ lack: "open", meaning: { breaches: [] } });
    const chain = chainOf(verdict, [rely(part), rely(verifyRecord(adoption.record))]);
    expect(chain).toMatchObject({ parts: [part.head], notVouchedFor: [part.head] });
  });

  it("is refused by everyone where the decision is about another record", () => {
    const deps = beforeThePart();
    codeOf(() => takePart(deps, { seat, bytes, heard }));
    acceptRefusal(deps, { code: SHORT, decidedBy: TWO });
    deps.record.despite = [{ ...deps.record.despite![0]!, record: "0".repeat(64) }];
    expect(codeOf(() => takePart(deps, { seat, bytes, heard }))).toBe(SHORT);
  });
});

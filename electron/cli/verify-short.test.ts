// `sd verify` and `sd custody` of a record that fewer officers closed than had to sign, and of what
// was built on it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed, type Draft } from "../meaning/drafts.fixture.ts";
import { closedByFirst } from "../meaning/lie.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { expectRefusal, sd, temporaryFolder } from "./program.fixture.ts";

const pool = makePool();
const activation = ceremonyOf("activation", pool, 1);
const short = copyOf(activation);
closedByFirst(short.drafts, 1);
const record = sealed(short);
const { head, entries } = verifyRecord(record);

function fileOf(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), "record.jsonl");
  writeFileSync(path, bytes);
  return path;
}

const FIRST = "CLOSED, NOT VOUCHED FOR: by 1 of 3 officers, and 2 had to sign.";

describe("a record that one officer of three closed", () => {
  it("is not called good, whatever is given, and ends with exit code 3", async () => {
    const place = fileOf(record);
    const { certificate } = verifyRecord(record).signatures.at(-1)!;
    for (const given of [[], ["--head", head], ["--head", head, "--officer", certificate]]) {
      const ended = await sd(["verify", place, "--anchored", ...given]);
      expect(ended.code).toBe(3);
      expect(ended.out.split("\n")[0]).toBe(FIRST);
      expect(ended.out).not.toMatch(/^Good/m);
    }
    expect((await sd(["verify", place])).code).toBe(3);
    const custody = await sd(["custody", place]);
    expect(custody.code).toBe(3);
    expect(custody.out).toContain(FIRST);
  });

  it("says entry by entry what nobody vouches for", async () => {
    const { out } = await sd(["verify", fileOf(record)]);
    const act = entries.find(({ type }) => type === "act-signing")!.seq;
    const lines = out.split("\n").filter((line) => line.startsWith("  entry "));
    expect(lines).toEqual(
      entries.slice(act + 1).map(({ seq, type, by }) => `  entry ${seq}: ${type}, by ${by}`),
    );
    expect(out).toContain(`an act at entry ${act}. Nobody vouches for what follows:`);
  });

  it("says the same as data", async () => {
    const { out, code } = await sd(["verify", fileOf(record), "--json"]);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      closed: { signed: 1, of: 3, officers: { signed: 1, of: 3 }, due: 2, vouchedFor: false },
    });
  });

  it("vouches for nothing where form alone is checked", async () => {
    const { out, code } = await sd(["verify", fileOf(record), "--form-only"]);
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      "FORM ONLY: the record is intact. What it means was not checked.",
    ]);
  });
});

describe("what continues it", () => {
  const next = ceremonyOf("dry-run", pool, 1, { before: after({ ...activation, record }) });

  it("is refused where nobody decided to", async () => {
    const given = ["--earlier", fileOf(record)];
    expectRefusal(await sd(["verify", fileOf(next.record), ...given]), "E-EARLIER-DIFFERS");
  });

  /** The ceremony that continues it, whose people decided about the record with this head. */
  function decided(about: string): Uint8Array {
    const copy = copyOf(next);
    const opened = draftOf(copy.drafts, "opened")!;
    const accepted: Draft = {
      ...(opened as unknown as Draft),
      id: 3_000_000,
      type: "refusal-accepted",
      data: { code: "E-CLOSED-SHORT", decidedBy: ["administrator", "witness"], record: about },
    };
    copy.drafts.splice(1, 0, accepted);
    draftOf(copy.drafts, "closing")!.data.consent.accepted = ["E-CLOSED-SHORT"];
    return sealed(copy);
  }
  const verified = (about: string) =>
    sd(["verify", fileOf(decided(about)), "--earlier", fileOf(record)]);

  it("is accepted, and says it, where two people did", async () => {
    const { out, code, errors } = await verified(head);
    expect(errors).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("fewer officers closed this record than had to sign");
  });

  it("is refused where they decided about another record", async () => {
    expectRefusal(await verified("ab".repeat(32)), "E-EARLIER-DIFFERS");
  });
});

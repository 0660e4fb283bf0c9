// A record that continues another names the timestamps that are beside it, as each says of itself.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  certificatesOf,
  makeAnswer,
  makeTestAuthority,
} from "../../crypto/timestamp-maker.fixture.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { headImprint } from "../evidence/stamps.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { draftOf } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import type { Deps } from "../usecases/deps.ts";
import { openCeremony } from "../usecases/open-ceremony.ts";
import { journalOf } from "../usecases/turn.ts";
import { ceremoniesIn } from "./folders.ts";
import { stampsOf } from "./stamp-folder.ts";

const contoso = makeTestAuthority("Contoso");
const pool = makePool();
const earlier = ceremonyOf("activation", pool, 1);
const { record } = earlier;
const { entries } = verifyRecord(record);
const answerAt = (at: string, imprint = headImprint({ entries }).imprint): Uint8Array =>
  makeAnswer(contoso.signer, imprint, { at, certificates: certificatesOf(contoso) });
const [early, late] = ["2024-06-01T09:00:00Z", "2098-06-01T09:00:00Z"].map((at) => answerAt(at));
const named = (answer: Uint8Array | undefined, time: string) => ({
  ...{ sha256: sha256Hex(answer!), authority: contoso.signer.name, time },
});
const BOTH = [named(early, "2024-06-01T09:00:00.000Z"), named(late, "2098-06-01T09:00:00.000Z")];

let media = "";
const put = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(join(media, path)), { recursive: true });
  writeFileSync(join(media, path), bytes);
};
const stamps = () => stampsOf(media, ceremoniesIn(media), record);

beforeEach(() => {
  media = mkdtempSync(join(tmpdir(), "stamps-"));
  put(".ceremonies/1-activation/offline/record.jsonl", record);
});
afterEach(() => {
  rmSync(media, { recursive: true });
});

describe("the timestamps beside a record here", () => {
  it("are those that are about it, in their order", () => {
    expect(stamps()).toEqual([]);
    put("records/1-activation/stamps/1-1.tsr", early!);
    put("records/1-activation/stamps/1-2.tsr", late!);
    put("records/1-activation/stamps/1-3.tsr", utf8("no timestamp"));
    const other = answerAt("2024-06-01T09:00:00Z", new Uint8Array(32).fill(7));
    put("records/1-activation/stamps/1-4.tsr", other);
    expect(stamps()).toEqual(BOTH);
  });

  it("are none where they cannot be read, and nobody waits for them", () => {
    put("records/1-activation/stamps", utf8("a file"));
    expect(stamps()).toEqual([]);
    for (let n = 1; n <= 501; n += 1)
      put(
        `records/2-other/stamps/${String(Math.ceil(n / 99))}-${String((n % 99) + 1)}.tsr`,
        early!,
      );
    expect(stampsOf(media, ceremoniesIn(media), ceremonyOf("activation", pool, 3).record)).toEqual(
      [],
    );
  });
});

it("the record that continues it names them, without one from the future", () => {
  const next = ceremonyOf("hand-off", pool, 2, { before: after(earlier) });
  const { hsm, participants } = draftOf(next.drafts, "opened")!.data;
  const clock = () => new Date(next.drafts[0]!.at);
  const deps = {
    ...{ station: "offline", script: next.script, mode: "REHEARSAL", clock },
    record: { folder: join(media, "next"), open: null },
    random: (length: number) => new Uint8Array(length).fill(1),
    network: () => ({ up: [], wasOnline: false, red: false, interfaces: [], radios: [] }),
    traces: () => ({ cores: false, swaps: [] }),
    software: { version: "1", commit: "c", runtime: "node" },
    notice: () => undefined,
  } as unknown as Deps;
  openCeremony(deps, { hsm, participants, earlier: record, anchor: "typed", stamps: BOTH });
  const journal = journalOf(deps);
  expect((journal.entries[0]!.data as EventData["opened"]).stamps).toEqual([BOTH[0]]);
  journal.close();
});

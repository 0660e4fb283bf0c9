// The record of a ceremony as a step of a deployment: only the right one, whole, is linked.
import { beforeAll, expect, it } from "vitest";
import { isFault, utf8 } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, strangeScript } from "../meaning/ceremony.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { linkedCeremony } from "./linked-ceremony.ts";

let record: Uint8Array = new Uint8Array();
beforeAll(() => {
  record = ceremonyOf("activation", makePool(), 1).record;
});

/** The code of what it is refused with, and why. */
function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isFault(error)) return `${error.code} ${error.message}`;
    throw error;
  }
  return "nothing";
}

const COUNTS = { officers: 3, quorum: 2 };

const opened = () => {
  const { opened: found } = fold(verifyRecord(record).entries);
  if (found === null) throw new Error("It was not opened.");
  return found;
};

it("is named by its script, its HSM and its head, and checked by the rules of meaning", () => {
  const { hsm, mode } = opened();
  const wanted = { ...COUNTS, scripts: ["activation"], hsm: hsm.toUpperCase() };
  const linked = linkedCeremony(record, wanted, mode);
  expect(linked).toEqual({
    script: "activation",
    hsm,
    head: verifyRecord(record).head,
    closedAt: verifyRecord(record).entries.at(-1)?.at,
    unvouched: "anchor",
  });
});

it("is refused where it belongs to another ceremony, HSM, or quorum, or is of the other mode", () => {
  const { hsm, mode } = opened();
  const other = mode === "REHEARSAL" ? "PRODUCTION" : "REHEARSAL";
  const link = (scripts: readonly string[], name: string, at = mode, counts = COUNTS) =>
    refused(() => linkedCeremony(record, { ...counts, scripts, hsm: name }, at));
  expect(link(["recovery"], hsm)).toMatch(/^E-DEPLOY-CEREMONY .*another ceremony/);
  expect(link(["activation"], "Other-HSM")).toMatch(/^E-DEPLOY-CEREMONY .*another HSM/);
  for (const counts of [
    { officers: 4, quorum: 2 },
    { officers: 3, quorum: 3 },
  ])
    expect(link(["activation"], hsm, mode, counts)).toMatch(/^E-DEPLOY-CEREMONY .*other numbers/);
  expect(link(["activation"], hsm, other)).toMatch(/^E-DEPLOY-CEREMONY .*rehearsal/);
});

it("is refused where it is not closed, or where a byte was altered", () => {
  const { hsm, mode } = opened();
  const wanted = { ...COUNTS, scripts: ["activation"], hsm };
  const text = new TextDecoder().decode(record);
  const cut = new TextEncoder().encode(text.split("\n").slice(0, -4).join("\n") + "\n");
  expect(refused(() => linkedCeremony(cut, wanted, mode))).toMatch(/^E-DEPLOY-CEREMONY .*closed/);
  const altered = new TextEncoder().encode(text.replace(hsm, `${hsm}x`));
  expect(refused(() => linkedCeremony(altered, wanted, mode))).toMatch(/^E-LOG-HASH/);
});

it("B177 is said to be vouched for by nothing, whether closed by keys or on paper", () => {
  const pool = makePool();
  const before = after(ceremonyOf("activation", pool, 1));
  const paper = ceremonyOf("hand-off", pool, 2, { before });
  const { opened: found } = fold(verifyRecord(paper.record).entries);
  const wanted = { ...COUNTS, scripts: ["hand-off"], hsm: found?.hsm ?? "" };
  expect(verifyRecord(paper.record).closedBy).toBe("paper");
  expect(linkedCeremony(paper.record, wanted, found?.mode ?? "REHEARSAL").unvouched).toBe("paper");
});

it("is read by a script that only this computer has, and refused without it", () => {
  const own = ceremonyOf("activation", makePool(), 3, { script: strangeScript("activation") });
  const { hsm, mode } = fold(verifyRecord(own.record).entries).opened!;
  const wanted = { ...COUNTS, scripts: ["activation"], hsm };
  const scripts = [utf8("other: 1"), utf8(own.script.text)];
  expect(refused(() => linkedCeremony(own.record, wanted, mode))).toMatch(/^E-NOT-A-CEREMONY/);
  expect(linkedCeremony(own.record, wanted, mode, scripts).script).toBe("activation");
});

// The record of a ceremony as a step of a deployment: only the right one, whole, is linked.
import { beforeAll, expect, it } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
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

const opened = () => {
  const { opened: found } = fold(verifyRecord(record).entries);
  if (found === null) throw new Error("It was not opened.");
  return found;
};

it("is named by its script, its HSM and its head, and judged by the rules of meaning", () => {
  const { hsm, mode } = opened();
  const wanted = { scripts: ["activation"], hsm: hsm.toUpperCase() };
  const linked = linkedCeremony(record, wanted, mode);
  expect(linked).toMatchObject({ script: "activation", hsm, head: verifyRecord(record).head });
});

it("is refused where it is of another ceremony, another HSM, or of the other mode", () => {
  const { hsm, mode } = opened();
  const other = mode === "REHEARSAL" ? "PRODUCTION" : "REHEARSAL";
  const link = (scripts: readonly string[], name: string, at = mode) =>
    refused(() => linkedCeremony(record, { scripts, hsm: name }, at));
  expect(link(["recovery"], hsm)).toMatch(/^E-DEPLOY-CEREMONY .*another ceremony/);
  expect(link(["activation"], "Other-HSM")).toMatch(/^E-DEPLOY-CEREMONY .*another HSM/);
  expect(link(["activation"], hsm, other)).toMatch(/^E-DEPLOY-CEREMONY .*rehearsal/);
});

it("is refused where it is not closed, or where a byte was altered", () => {
  const { hsm, mode } = opened();
  const wanted = { scripts: ["activation"], hsm };
  const text = new TextDecoder().decode(record);
  const cut = new TextEncoder().encode(text.split("\n").slice(0, -4).join("\n") + "\n");
  expect(refused(() => linkedCeremony(cut, wanted, mode))).toMatch(/^E-DEPLOY-CEREMONY .*closed/);
  const altered = new TextEncoder().encode(text.replace(hsm, `${hsm}x`));
  expect(refused(() => linkedCeremony(altered, wanted, mode))).toMatch(/^E-LOG-HASH/);
});

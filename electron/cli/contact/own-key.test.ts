// A contact's own key: whatever the HSM answers, nothing of it stays behind unnamed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BELIEFS, verdictOf } from "../../beliefs/beliefs.ts";
import { activatedPilot, keyHeld, type KeyHeld, type PilotFolder } from "./own-key.fixture.ts";

let pilot: PilotFolder;
let usual: KeyHeld;
beforeAll(async () => {
  pilot = await activatedPilot();
  usual = await keyHeld(pilot);
});
afterAll(() => pilot.remove());

const CLEAN = [null, [], null, 0];
const leftBy = ({ refusal, done, noted, more }: KeyHeld) => [refusal, done?.left, noted, more];

it("leaves nothing behind, and finds every row of its own as believed", () => {
  expect(leftBy(usual)).toEqual(CLEAN);
  expect(usual.unanswered).toEqual([]);
  expect(usual.done?.attestation).not.toBeNull();
  const own = BELIEFS.filter(({ relies }) => relies.some((path) => path.includes("own-key")));
  expect(own.length).toBeGreaterThan(10);
  for (const row of own) expect(verdictOf(row, usual.exchanges), row.id).toBe("as believed");
});

/** Those that change what must be asked next; all are in the long run. */
const ROWS = ["role-at-once", "key-create-answered", "key-deleted-at-once", "key-purge-at-once"];

describe("a row of its own turned around", () => {
  it.each(ROWS)("%s is seen, and nothing stays behind", async (id) => {
    const held = await keyHeld(pilot, { otherwise: [id] });
    const row = BELIEFS.find((one) => one.id === id);
    expect(row && verdictOf(row, held.exchanges)).toBe("otherwise");
    expect(leftBy(held)).toEqual(CLEAN);
  });
});

describe("after an interruption", () => {
  const key = "sd-contact-0123456789abcdef";
  it.each([
    ["before anything was made", { key, isDeleting: false, roles: [] }],
    ["while the key was being deleted", { key, isDeleting: true, roles: [] }],
  ])("%s, the same key is used, and nothing stays behind", async (_, earlier) => {
    const held = await keyHeld(pilot, { earlier });
    expect(leftBy(held)).toEqual(CLEAN);
    const made = held.exchanges.flatMap(({ method, path }) =>
      method === "POST" && path.endsWith("/create") ? [path] : [],
    );
    expect(made).toEqual(earlier.isDeleting ? [] : [`/keys/${key}/create`]);
  });
});

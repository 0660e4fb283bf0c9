// Each belief turned around once: an activation and a recovery end well, or in a sentence that says what
// Azure did; nothing is lost, and the same ceremony continues when Azure is as believed again.
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { BELIEFS, verdictOf, type Exchange } from "./beliefs.ts";
import { activatedPilot, keyHeld, type PilotFolder } from "../cli/contact/own-key.fixture.ts";
import { heldOtherwise, type Outcome } from "./contact.fixture.ts";
import { turnedText, type Turned } from "./page.fixture.ts";

/** Rows alone, separated by commas; the page is then left as it is. */
const only = process.env["BELIEFS"]?.split(",");
const rows = BELIEFS.filter(({ id }) => only?.includes(id) ?? true);
const NAMES = ["activation", "recovery"] as const;

const OTHER_FORM = "The domain in hand has a form that nobody here reads; it is kept.";

/** Why a ceremony cannot continue although Azure is as believed again. */
const LASTING: Readonly<Record<string, string>> = {
  "domain-kdf": OTHER_FORM,
  "domain-algorithm": OTHER_FORM,
  "exchange-subject": "The HSM keeps its exchange key: another HSM is needed.",
  "exchange-same":
    "The blob was made for a key that is gone: a new one is made in another recovery.",
};

const usual = new Map<string, readonly Exchange[]>();
let pilot: PilotFolder;
const turned: Turned[] = [];

beforeAll(async () => {
  await snapshotOf("recovery", "open");
  for (const name of NAMES) usual.set(name, (await heldOtherwise(name, [])).exchanges);
  pilot = await activatedPilot();
});
afterAll(() => pilot.remove());

/** What came of the level with a key of its own, which holds no ceremony. */
async function keyOtherwise(id: string): Promise<Outcome> {
  const { refusal, unanswered, exchanges } = await keyHeld(pilot, { otherwise: [id] });
  const passed = unanswered.map(({ question, fault }) => `${question} ${fault.code}`);
  const refused =
    refusal === null
      ? null
      : { step: "key", code: refusal.code, sentence: refusal.message, said: "" };
  return { refusal: refused, passed, warned: [], after: null, exchanges };
}

/** The ceremonies that ask what a row is about. */
const heldFor = ({ id, beside }: (typeof BELIEFS)[number]): readonly (typeof NAMES)[number][] => {
  const row = BELIEFS.find((one) => one.id === (beside ?? id));
  return NAMES.filter(
    (name) => row !== undefined && verdictOf(row, usual.get(name) ?? []) !== "not seen",
  );
};

describe("a belief turned around", () => {
  it.each(rows)("$id", async (belief) => {
    const { id, beside } = belief;
    const names = heldFor(belief);
    if (names.length === 0) {
      const outcome = await keyOtherwise(id);
      turned.push({ id, name: "key", outcome });
      expect(verdictOf(belief, outcome.exchanges), "nobody asks this").toBe("otherwise");
      return;
    }
    for (const name of names) {
      const outcome = await heldOtherwise(name, beside === undefined ? [id] : [id, beside]);
      turned.push({ id, name, outcome });
      expect(verdictOf(belief, outcome.exchanges), `${name}: it was not turned`).toBe("otherwise");
      expect(outcome.refusal?.code ?? "E-", name).toMatch(/^E-(?!BUG|WORKER)/);
      if (!(id in LASTING)) expect(outcome.after, name).toBeNull();
    }
  });

  if (only === undefined)
    it("what came of each is in TURNED.md", async () => {
      await expect(turnedText(turned)).toMatchFileSnapshot("TURNED.md");
    });
});

// The table of beliefs is whole, the stand-in behaves as each row says, and each can be turned around.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import {
  BELIEFS,
  readRecording,
  recorder,
  SITTING,
  turnedBy,
  verdictOf,
  type Exchange,
  type Given,
} from "./beliefs.ts";
import { activatedPilot, keyHeld } from "../cli/contact/own-key.fixture.ts";
import { exchangeKeyAsked, heldOtherwise } from "./contact.fixture.ts";
import { beliefsText } from "./page.fixture.ts";

async function keyExchanges(): Promise<readonly Exchange[]> {
  const pilot = await activatedPilot();
  try {
    return (await keyHeld(pilot)).exchanges;
  } finally {
    pilot.remove();
  }
}

const ROOT = resolve(import.meta.dirname, "..", "..");
const PROTOCOL = readFileSync(join(ROOT, "docs", "azure-protocol.md"), "utf8");
const MARKS = [...PROTOCOL.matchAll(/^\| ((?:\[\w+\](?:, )?)+) \|/gm)].flatMap(([, marks = ""]) =>
  [...marks.matchAll(/\[(\w+)\]/g)].map(([, mark]) => mark),
);

/** What was asked of one HSM in an activation, of another in a recovery, and of a pilot about a key. */
let usual: readonly (readonly Exchange[])[];
beforeAll(async () => {
  await snapshotOf("recovery", "open");
  usual = [
    (await heldOtherwise("activation", [])).exchanges,
    [
      ...(await exchangeKeyAsked()),
      ...(await heldOtherwise("recovery", [], { from: "upload-blob" })).exchanges,
    ],
    await keyExchanges(),
  ];
});

describe("each row", () => {
  it("has a name of its own, and two sentences", () => {
    expect(new Set(BELIEFS.map(({ id }) => id)).size).toBe(BELIEFS.length);
    for (const { id, believed, otherwise } of BELIEFS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(believed, id).toMatch(/^[A-Za-z].*\.$/);
      expect(otherwise, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("says why, by sections and marks that exist", () => {
    for (const { id, why } of BELIEFS) {
      for (const [, list = ""] of why.matchAll(/azure-protocol ((?:\d(?:, | to )?)+)/g))
        for (const [section] of list.matchAll(/\d/g))
          expect(PROTOCOL, `${id}: ${why}`).toContain(`\n## ${section}. `);
      for (const [, mark = ""] of why.matchAll(/[[ ]([A-Z]+\d*)(?=[\],:])/g))
        if (!/^(D|RFC)$/.test(mark)) expect(MARKS, `${id}: ${why}`).toContain(mark);
      expect(why, id).toMatch(/azure-protocol|D:|RFC|\[ours\]|azure-(cli|sdk)|A2026/);
    }
  });

  it("names files that depend on it", () => {
    for (const { id, relies } of BELIEFS) {
      expect(relies.length, id).toBeGreaterThan(0);
      for (const path of relies) expect(existsSync(join(ROOT, path)), `${id}: ${path}`).toBe(true);
    }
  });

  it("is on the page", async () => {
    await expect(beliefsText()).toMatchFileSnapshot("BELIEFS.md");
  });
});

const line = recorder("0123456789abcdef0123456789abcdef");
const recorded = new WeakMap<Given, Exchange>();

/** The exchange as a recording of it is read; each once, for a domain takes its time. */
function recordedOf(exchange: Exchange): Exchange {
  const known = recorded.get(exchange.given);
  if (known !== undefined) return known;
  const read = readRecording(utf8(SITTING + line(exchange)));
  const [one] = read.ok ? (read.sittings[0] ?? []) : [];
  if (one === undefined) throw new Error(`${exchange.method} ${exchange.path} is not recorded.`);
  recorded.set(exchange.given, one);
  return one;
}

/** What a recording keeps nothing of: what is in the certificate of an exchange key. */
const NOT_RECORDED = ["exchange-quote", "exchange-subject", "exchange-valid", "exchange-bits"];

/** What several HSMs show. */
function shownBy(belief: (typeof BELIEFS)[number], all: typeof usual): string {
  const shown = new Set(all.map((one) => verdictOf(belief, one)));
  return ["otherwise", "as believed"].find((one) => shown.has(one as never)) ?? "not seen";
}

describe.each(BELIEFS)("$id", (belief) => {
  it("is how the stand-in behaves, and its switch turns it around", () => {
    expect(shownBy(belief, usual)).toBe(belief.beside === undefined ? "as believed" : "not seen");
    let isMachines = belief.beside !== undefined;
    const levers = {
      newExchangeKey: () => void (isMachines = true),
      endOperations: () => undefined,
    };
    const otherwise = usual.map((exchanges) => {
      const turn = turnedBy([belief.id]);
      return exchanges.map((one) => ({ ...one, given: turn(one, () => one.given, levers) }));
    });
    // What the HSM itself must do otherwise, the long run sees.
    if (isMachines) return;
    expect(shownBy(belief, otherwise)).toBe("otherwise");
    // A recording shows the same, of both; what is about every answer takes longer.
    const isQuick = belief.on.path.source !== "^" || process.env["LONG"] === "1";
    for (const all of isQuick ? [usual, otherwise] : [usual])
      expect(
        shownBy(
          belief,
          all.map((one) => one.map(recordedOf)),
        ),
      ).toBe(NOT_RECORDED.includes(belief.id) ? "not seen" : shownBy(belief, all));
  });
});

describe("a ceremony at an HSM that is otherwise", () => {
  it("an answer that a gateway lost is asked for again, once, by two people", async () => {
    const { refusal, warned, exchanges } = await heldOtherwise("activation", ["download-answered"]);
    expect({ refusal, warned }).toEqual({ refusal: null, warned: ["E-ACTIVATED-NO-SD"] });
    expect(
      exchanges.filter(({ method, authorized }) => authorized && method === "POST"),
    ).toHaveLength(2);
  });

  it("a state that is not known is said in Azure's own word", async () => {
    const { refusal, after } = await heldOtherwise("activation", ["resource-no-restore-word"]);
    expect({ ...refusal, sentence: "", after }).toEqual({
      step: "read-activation",
      code: "E-HSM-NOT-WAITING",
      said: "SecurityDomainRestore",
      sentence: "",
      after: null,
    });
  });
});

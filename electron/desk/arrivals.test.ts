// What comes on the transfer medium: checked completely, distinguished, and not taken over by looking.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { activationWith, recordWith } from "../evidence/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { folderMedia, prepareMedium, type Medium } from "../media/media.ts";
import { arrivedHere, Arrivals, type Arrived, type NoArrival } from "./arrivals.ts";

const placed = activationWith({}, { mode: "PRODUCTION" });
/** So many entries stand when it is handed to the connected station. */
const handed = placed.findIndex(({ event }) => event.type === "handed-over") + 1;
const bytesOf = (entries: number): Uint8Array => recordWith(placed.slice(0, entries));
const own = (entries: number, bytes = bytesOf(entries)) => ({
  entries: verifyRecord(bytes).entries,
  ceremony: "0".repeat(32),
});
const NOTHING = { entries: [], ceremony: null };

let root = "";
let medium: Medium;
let arrivals: Arrivals;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "arrivals-"));
  medium = prepareMedium(root, "transfer", "PRODUCTION", random);
  arrivals = new Arrivals(folderMedia(root), "PRODUCTION");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(bytes: Uint8Array): Arrived | NoArrival {
  writeFileSync(join(medium.folder, "record.jsonl"), bytes);
  return arrivals.look();
}

const whatOf = (found: ReturnType<typeof arrivedHere>): string =>
  typeof found === "string" ? found : "here";

describe("what a transfer medium brings", () => {
  it("is nothing while it has no record", () => {
    expect(arrivals.look()).toBe("without");
  });

  it("is nothing while it is not in, and comes when it is", () => {
    const found = put(bytesOf(handed));
    rmSync(medium.folder, { recursive: true });
    expect(arrivals.look()).toBe("missing");
    medium = prepareMedium(root, "transfer", "PRODUCTION", random);
    expect(put(bytesOf(handed))).toEqual(found);
  });

  it("may be a record of more than 8 MiB", () => {
    const noted = {
      type: "exception-noted",
      by: "witness",
      data: {
        expected: "x".repeat(3_000_000),
        happened: "y",
        decided: "z",
        decidedBy: ["administrator", "witness"],
        decision: "continue",
      },
    } as const;
    const more = [1, 2, 3].map(() => ({ station: "offline", event: noted }) as const);
    const record = recordWith([
      ...placed.slice(0, handed - 1),
      ...more,
      ...placed.slice(handed - 1, handed),
    ]);
    expect(record.length).toBeGreaterThan(8 * 1024 * 1024);
    expect(put(record)).toMatchObject({ state: { handedTo: "connected" } });
  });

  it("is another's on a rehearsal's medium, or with a rehearsal's record", () => {
    expect(put(recordWith(activationWith().slice(0, handed)))).toBe("other");
    rmSync(medium.folder, { recursive: true });
    medium = prepareMedium(root, "transfer", "REHEARSAL", random);
    expect(put(bytesOf(handed))).toBe("other");
  });

  it("is damaged where any byte of the record differs", () => {
    const bytes = Uint8Array.from(bytesOf(handed));
    for (let at = 0; at < bytes.length; at += 997) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(put(changed)).toBe("damaged");
    }
    expect(typeof put(bytes)).toBe("object");
  });
});

describe("whether it may be taken over here", () => {
  it("may, at a connected station that has nothing yet", () => {
    expect(whatOf(arrivedHere(put(bytesOf(handed)), NOTHING, "connected"))).toBe("here");
  });

  it("may, if it continues this station's copy and was handed over to it", () => {
    const back =
      placed.findIndex(
        ({ event, station }) => event.type === "handed-over" && station === "connected",
      ) + 1;
    expect(whatOf(arrivedHere(put(bytesOf(back)), own(handed), "offline"))).toBe("here");
  });

  it("may not as it left, older, forked, or of another ceremony", () => {
    const found = put(bytesOf(handed));
    expect(arrivedHere(found, own(handed), "offline")).toBe("as-it-left");
    expect(arrivedHere(put(bytesOf(handed - 2)), own(handed), "offline")).toBe("without");
    const opening = { mode: "PRODUCTION", hsm: "Other-HSM" } as const;
    const fork = recordWith(activationWith({}, opening).slice(0, handed + 4));
    expect(arrivedHere(put(fork), own(handed), "offline")).toBe("forked");
    expect(arrivedHere(found, { ...own(handed), ceremony: "f".repeat(32) }, "offline")).toBe(
      "other",
    );
  });

  it("may not before it was handed over", () => {
    expect(arrivedHere(put(bytesOf(handed - 1)), NOTHING, "connected")).toBe("as-it-left");
  });
});

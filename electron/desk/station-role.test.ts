// What a computer is for: chosen, kept, and bound by what was held on it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { abort, offline } from "../ceremony/running.fixture.ts";
import { activation, activationWith, onPaper, recordWith } from "../evidence/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { bringRecord } from "./bring-record.ts";
import { setDamagedAside } from "./damaged.ts";
import type { Roots } from "./options.ts";
import { StationRole } from "./station-role.ts";
import { latest, storedCeremonies } from "./ceremony-store.ts";

const inEarnest = ceremonyOf("activation", makePool("PRODUCTION"), 1).record;
const HEAD = verifyRecord(inEarnest).head;

let folder = "";
let roots: Roots;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "posts-"));
  roots = { rehearsals: join(folder, "rehearsals"), production: join(folder, "production") };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const role = (rehearsalOnly: "not-packaged" | null = null): StationRole =>
  new StationRole(roots, rehearsalOnly);

/** A record as a station of this computer would have written it. */
function held(bytes: Uint8Array, station: string): void {
  const at = join(roots.production, "1", ".ceremonies", "1-activation", station);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "record.jsonl"), bytes);
}

describe("what a computer is for", () => {
  it("is rehearsals, until a person chooses", () => {
    const fresh = role();
    expect(fresh.view).toEqual({
      role: "rehearsal",
      rehearsalOnly: null,
      differences: [],
      release: null,
      image: null,
      kept: null,
    });
    expect([fresh.at, fresh.mode, fresh.root]).toEqual([null, "REHEARSAL", roots.rehearsals]);
  });

  it("is what was chosen, also after a restart, with records of its own", () => {
    role().choose("offline");
    const again = role();
    expect([again.at, again.mode, again.root]).toEqual(["offline", "PRODUCTION", roots.production]);
    again.choose("rehearsal");
    expect(role().at).toBe(null);
  });

  it("is rehearsals alone in a program not to be used in earnest, whatever was chosen", () => {
    role().choose("connected");
    const developer = role("not-packaged");
    expect(developer.at).toBe(null);
    expect(developer.view.rehearsalOnly).toBe("not-packaged");
    expect(
      codeOf(() => {
        developer.choose("offline");
      }),
    ).toBe("E-POST-PROGRAM");
    expect(
      codeOf(() => {
        developer.choose("rehearsal");
      }),
    ).toBe("nothing thrown");
  });

  it("stays the station at which ceremonies were held, and may still rehearse", () => {
    held(recordWith(activationWith({}, { mode: "PRODUCTION" }).slice(0, 2)), "offline");
    const here = role();
    expect(here.view.kept).toBe("offline");
    expect(
      codeOf(() => {
        here.choose("connected");
      }),
    ).toBe("E-POST-KEPT");
    here.choose("offline");
    here.choose("rehearsal");
    expect(here.mode).toBe("REHEARSAL");
  });

  it("stays it although that record is damaged since, and set aside", () => {
    const bytes = Buffer.from(recordWith(activationWith({}, { mode: "PRODUCTION" }).slice(0, 2)));
    bytes[100]! ^= 1;
    held(bytes, "offline");
    expect(role().view.kept).toBe("offline");
    setDamagedAside(roots.production, 1);
    expect(role().view.kept).toBe("offline");
  });

  it("is not decided by a file among the records", () => {
    held(recordWith(activationWith({}, { mode: "PRODUCTION" }).slice(0, 2)), "offline");
    rmSync(join(roots.production, "1", ".ceremonies", "1-activation"), { recursive: true });
    writeFileSync(join(roots.production, "1", ".ceremonies", ".DS_Store"), "");
    expect(role().view.kept).toBe(null);
  });

  it.each(["", "{}", "[1]", '{"post":"moon"}', '{"post":', "x".repeat(900)])(
    "is rehearsals if what is kept reads %j",
    (text) => {
      mkdirSync(roots.production, { recursive: true });
      writeFileSync(join(roots.production, "post.json"), text);
      expect(role().at).toBe(null);
    },
  );
});

describe("a record that is brought", () => {
  it("is what later ceremonies continue from", () => {
    bringRecord(roots.production, inEarnest, HEAD);
    const found = latest(storedCeremonies(roots.production));
    expect(found?.entries.at(-1)?.hash).toBe(verifyRecord(inEarnest).head);
  });

  it("is refused a second time, and from a rehearsal, and unfinished", () => {
    bringRecord(roots.production, inEarnest, HEAD);
    const unfinished = recordWith(activationWith({}, { mode: "PRODUCTION" }));
    for (const bytes of [inEarnest, activation(), unfinished])
      expect(
        codeOf(() => {
          bringRecord(roots.production, bytes, HEAD);
        }),
      ).toBe("E-POST-BRING");
    expect(storedCeremonies(roots.production)).toHaveLength(1);
  });

  it("is refused when its ceremony was aborted, though it is closed", () => {
    const aborted = recordWith([
      ...activationWith({}, { mode: "PRODUCTION" }),
      ...offline(abort),
      ...onPaper.filter(({ event }) => event.type === "closing-on-paper"),
    ]);
    expect(verifyRecord(aborted).closed).toBe(true);
    expect(
      codeOf(() => {
        bringRecord(roots.production, aborted, verifyRecord(aborted).head);
      }),
    ).toBe("E-POST-BRING");
    expect(storedCeremonies(roots.production)).toEqual([]);
  });

  it("is refused while a ceremony is unfinished here", () => {
    held(recordWith(activationWith({}, { mode: "PRODUCTION" }).slice(0, 2)), "offline");
    expect(
      codeOf(() => {
        bringRecord(roots.production, inEarnest, HEAD);
      }),
    ).toBe("E-POST-BRING");
    expect(storedCeremonies(roots.production)).toHaveLength(1);
  });

  it("is refused when a byte of it was changed, and nothing of it is left", () => {
    const changed = Uint8Array.from(inEarnest);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(
      codeOf(() => {
        bringRecord(roots.production, changed, HEAD);
      }),
    ).toMatch(/^E-LOG-/);
    expect(storedCeremonies(roots.production)).toEqual([]);
  });
});

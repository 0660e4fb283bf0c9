// A rehearsal that people discarded: kept whole under another name, brought back exactly as it was,
// removed by people alone.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { activation, activationWith, recordWith } from "../evidence/record.fixture.ts";
import * as disk from "../disk/disk.ts";
import { storeIn } from "./ceremony-store.ts";
import { deskIn } from "./desk.fixture.ts";
import { discard, removeDiscarded, settleDiscarded, undoDiscard } from "./discarded.ts";
import { homeOf, mediaFor } from "./home.ts";
import { dropUnopened, setAside } from "./unfinished.ts";

/** How many renames are done before the power goes. */
let left = Number.POSITIVE_INFINITY;
vi.mock("../disk/disk.ts", async (original) => {
  const real = await original<typeof disk>();
  return {
    ...real,
    renameFolder: (from: string, to: string) => {
      if (left === 0) throw new Error("the power went");
      left -= 1;
      real.renameFolder(from, to);
    },
  };
});

let root = "";
beforeEach(() => {
  left = Number.POSITIVE_INFINITY;
  root = mkdtempSync(join(tmpdir(), "discarded-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const DAY = "2026-12-01";
const NOW = `${DAY}T23:59:59.000Z`;
const UNFINISHED = recordWith(activationWith());
const CLOSED = activation();

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}
const store = (media: number, name: string, bytes: Uint8Array): void =>
  put(`${String(media)}/.ceremonies/${name}/offline/record.jsonl`, bytes);

/** Every file and folder here, with its bytes. */
const tree = (at = root): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at, { withFileTypes: true, recursive: true })
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        relative(at, path),
        statSync(path).isFile() ? readFileSync(path, "utf8") : "",
      ]),
  );

/** The desk keeps files of its own beside the media. */
const media1 = () => tree(join(root, "1"));

const home = (now = NOW) => homeOf(storeIn(root), now, null, null, { officers: 3, quorum: 2 });
const names = () => home().ceremonies.map(({ name, progress }) => `${name} ${progress}`);

/** A custody, and a replacement that has laid aside one officer's media and destroyed another's. */
function replacing(): void {
  store(1, "1-activation", CLOSED);
  store(1, "2-replacement", UNFINISHED);
  put("1/officer-1/cert_0.key", "new 1");
  put("1/.old-2-officer-1/cert_0.key", "old 1");
  put("1/officer-2/cert_1.key", "new 2");
  mkdirSync(join(root, "1", ".old-2-officer-2"));
  put("1/backup-1/cert_0.key", "new backup 1");
  put("1/.old-2-backup-1/cert_0.key", "old backup 1");
  put("1/transfer/record.jsonl", "carried");
}

describe("a rehearsal that is discarded", () => {
  it("is in no list but its own, with its ceremony, its HSM, its day and its end", () => {
    store(1, "1-activation", UNFINISHED);
    discard(root, null, 1, NOW);
    expect(home().ceremonies).toEqual([]);
    expect(home().may.activation).toBe(true);
    expect(mediaFor(root, "activation", null)).toBe(join(root, "2"));
    expect(home().discarded).toMatchObject([
      {
        name: "activation",
        hsm: expect.stringMatching(/./u) as string,
        day: DAY,
        until: "2026-12-31",
        isOver: false,
        mayUndo: true,
        folder: join(root, "1", ".ceremonies", `1-activation.discarded-${DAY}`),
      },
    ]);
  });

  it("comes back exactly as it was, also after a restart, with the officers' media", () => {
    replacing();
    const before = tree();
    discard(root, null, 2, NOW);
    const media = (label: string) => readdirSync(join(root, "1", label));
    expect(readFileSync(join(root, "1", "officer-1", "cert_0.key"), "utf8")).toBe("old 1");
    expect(readFileSync(join(root, "1", "officer-2", "cert_1.key"), "utf8")).toBe("new 2");
    expect(media("transfer")).toEqual(["record.jsonl"]);
    expect(names()).toEqual(["activation closed"]);
    expect(home().may.recovery).toBe(true);
    settleDiscarded(root);
    undoDiscard(root, null, 1);
    expect(tree()).toEqual(before);
  });

  it("comes back by the window's own question, after its process was another", async () => {
    store(1, "1-activation", UNFINISHED);
    const before = media1();
    const gone = await deskIn(root).setAside({ number: 1, how: "discard" });
    expect([gone.home.ceremonies.length, gone.home.discarded.length]).toEqual([0, 1]);
    const back = await deskIn(root).setAside({ number: 1, how: "undo" });
    expect([back.home.ceremonies.length, back.home.discarded.length]).toEqual([1, 0]);
    expect(media1()).toEqual(before);
  });

  it("is either there or discarded wherever the power goes, and its media with it", () => {
    replacing();
    const [before, discarded] = [tree(), afterDiscard()];
    const renames = 5;
    for (const act of ["discard", "undo"] as const)
      for (let done = 0; done <= renames; done += 1) {
        start(act === "undo");
        left = done;
        const run = () =>
          act === "discard" ? discard(root, null, 2, NOW) : undoDiscard(root, null, 1);
        if (done < renames) expect(run).toThrow("the power went");
        else run();
        left = Number.POSITIVE_INFINITY;
        settleDiscarded(root);
        expect([before, discarded], `${act} ${String(done)}`).toContainEqual(tree());
        settleDiscarded(root);
        if (home().discarded.length > 0) undoDiscard(root, null, 1);
        expect(tree(), `${act} ${String(done)}, brought back`).toEqual(before);
      }

    function afterDiscard() {
      discard(root, null, 2, NOW);
      return tree();
    }
    function start(isDiscarded: boolean) {
      rmSync(join(root, "1"), { recursive: true });
      replacing();
      if (isDiscarded) discard(root, null, 2, NOW);
    }
  });

  it("comes back parked beside another that is in progress, and stays parked if it was", () => {
    store(1, "1-activation", UNFINISHED);
    discard(root, null, 1, NOW);
    store(2, "1-adoption", UNFINISHED);
    undoDiscard(root, null, 1);
    expect(names()).toEqual(["activation parked", "adoption unfinished"]);
    setAside(root, null, 2, "park");
    discard(root, null, 2, NOW);
    undoDiscard(root, null, 1);
    expect(names()).toEqual(["activation parked", "adoption parked"]);
  });

  it("does not come back once another ceremony was opened with its media, and says so", () => {
    replacing();
    discard(root, null, 2, NOW);
    mkdirSync(join(root, "1", ".ceremonies", "3-hand-off", "offline"), { recursive: true });
    dropUnopened(root, null);
    expect(home().discarded[0]?.mayUndo).toBe(true);
    store(1, "4-hand-off", UNFINISHED);
    const before = tree();
    expect(home().discarded[0]?.mayUndo).toBe(false);
    expect(codeOf(() => undoDiscard(root, null, 1))).toBe("E-DESK-UNDO");
    expect(tree()).toEqual(before);
  });

  describe("on real sticks", () => {
    /** A record of an activation to the end of which its sticks have these ids. */
    const ofSticks = (set: string, end = -1): Uint8Array =>
      recordWith(
        activationWith()
          .slice(0, end)
          .map(
            (placed) =>
              JSON.parse(
                JSON.stringify(placed).replaceAll(
                  /"medium":"[^"]*"/g,
                  `"medium":"${set.repeat(32)}"`,
                ),
              ) as typeof placed,
          ),
      );
    const onSticks = (media: number, name: string, record: Uint8Array): void => {
      store(media, name, record);
      put(`${String(media)}/.ceremonies/on-drives`, "");
    };
    const only = () => home().discarded[0];

    it("does not come back once a later record of another folder names one of its sticks", () => {
      onSticks(1, "1-activation", ofSticks("a"));
      discard(root, null, 1, NOW);
      expect(only()).toMatchObject({ mayUndo: true, onDrives: true });
      onSticks(2, "1-activation", ofSticks("b"));
      expect(only()?.mayUndo).toBe(true);
      onSticks(3, "1-activation", ofSticks("a"));
      expect(only()?.mayUndo).toBe(false);
      const before = tree();
      expect(codeOf(() => undoDiscard(root, null, 1))).toBe("E-DESK-UNDO");
      expect(tree()).toEqual(before);
    });

    it("comes back if the other record ended before, or is of folders on this computer", () => {
      onSticks(1, "1-activation", ofSticks("a", -4));
      onSticks(2, "1-activation", ofSticks("a", -3));
      store(3, "1-activation", ofSticks("a"));
      expect(home().ceremonies.map(({ onDrives }) => onDrives === true)).toEqual([
        true,
        true,
        false,
      ]);
      discard(root, null, 2, NOW);
      expect(only()).toMatchObject({ mayUndo: true, onDrives: true });
      // A parked one continues in the older folder.
      onSticks(1, "1-activation", ofSticks("a", -2));
      expect(only()?.mayUndo).toBe(false);
      onSticks(1, "1-activation", ofSticks("a", -4));
      undoDiscard(root, null, 1);
      expect(home().discarded).toEqual([]);
    });

    it("does not come back while one that was discarded later names one of its sticks", () => {
      onSticks(1, "1-activation", ofSticks("a"));
      onSticks(2, "1-activation", ofSticks("a"));
      discard(root, null, 1, NOW);
      discard(root, null, 1, NOW);
      expect(home().discarded.map(({ mayUndo }) => mayUndo)).toEqual([false, true]);
    });
  });

  it("whose record cannot be read is listed, comes back, and locks nothing meanwhile", () => {
    store(1, "1-activation", UNFINISHED);
    discard(root, null, 1, NOW);
    const aside = home().discarded[0]!.folder;
    writeFileSync(join(aside, "offline", "record.jsonl"), "no record\n\n");
    expect([home().damaged.length, home().discarded[0]?.hsm]).toEqual([0, ""]);
    undoDiscard(root, null, 1);
    expect(home().damaged).toHaveLength(1);
  });

  it("is none in earnest, nor is a closed one, nor one that is not there", () => {
    store(1, "1-activation", CLOSED);
    store(2, "1-activation", UNFINISHED);
    for (const [at, number] of [
      ["offline", 2],
      ["connected", 2],
      [null, 1],
      [null, 3],
    ] as const)
      expect(codeOf(() => discard(root, at, number, NOW))).toBe("E-DESK-STALE");
    discard(root, null, 2, NOW);
    for (const act of [undoDiscard, removeDiscarded] as const)
      for (const [at, number] of [
        ["offline", 1],
        [null, 2],
      ] as const)
        expect(codeOf(() => act(root, at, number, "2036-12-01T00:00:00.000Z"))).toBe(
          "E-DESK-STALE",
        );
  });
});

describe("what was discarded", () => {
  const LATER = "2027-01-01T00:00:00.000Z";
  const JUMPED = "2036-12-01T00:00:00.000Z";

  it("is never removed by a clock, only by people, and not before its thirty days", async () => {
    store(1, "1-activation", UNFINISHED);
    discard(root, null, 1, NOW);
    const before = media1();
    expect(codeOf(() => removeDiscarded(root, null, 1, "2026-12-31T23:59:59.000Z"))).toBe(
      "E-DESK-STALE",
    );
    settleDiscarded(root);
    await deskIn(root, undefined, { clock: () => new Date(JUMPED) }).look();
    expect(media1()).toEqual(before);
    expect([home(NOW), home(LATER), home(JUMPED)].map((one) => one.discarded[0]?.isOver)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("is removed with its media where it was the only one, else without the others'", () => {
    store(3, "1-activation", UNFINISHED);
    discard(root, null, 1, NOW);
    removeDiscarded(root, null, 1, LATER);
    expect(readdirSync(root)).toEqual([]);
    replacing();
    discard(root, null, 2, NOW);
    removeDiscarded(root, null, 1, LATER);
    expect(
      [...tree().keys()].filter((path) => /replacement|\.old|\.discarded-2/u.test(path)),
    ).toEqual(["1/.ceremonies/2-replacement.discarded"]);
    expect(readFileSync(join(root, "1", "officer-1", "cert_0.key"), "utf8")).toBe("old 1");
    expect(names()).toEqual(["activation closed"]);
  });

  it("is removed further after a stop, and its number is not used again", () => {
    replacing();
    discard(root, null, 2, NOW);
    const aside = join(root, "1", ".ceremonies", `2-replacement.discarded-${DAY}`);
    disk.renameFolder(aside, aside.slice(0, -DAY.length - 1));
    expect(home().discarded).toEqual([]);
    settleDiscarded(root);
    expect(readdirSync(join(root, "1", ".ceremonies"))).toEqual([
      "1-activation",
      "2-replacement.discarded",
    ]);
    expect(existsSync(join(root, "1", ".discarded-2-officer-1"))).toBe(false);
  });
});

describe("ceremonies with long numbers", () => {
  it.each([9_999, 10_000, 123_456_789])("are found and counted on from: %i", (number) => {
    store(number, `${String(number)}-activation`, CLOSED);
    expect(names()).toEqual(["activation closed"]);
    expect(mediaFor(root, "activation", null)).toBe(join(root, String(number + 1)));
    expect(mediaFor(root, "attestation", null)).toBe(join(root, String(number)));
  });
});

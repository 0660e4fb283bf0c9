// Ceremonies that were not finished: what nobody opened is gone, a rehearsal is parked.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { WindowView } from "../bridge/view.ts";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { activation, activationWith, recordWith } from "../evidence/record.fixture.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { parkedMarker } from "../session/folders.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import { storeIn } from "./ceremony-store.ts";
import { homeOf, mediaFor } from "./home.ts";
import { deskAt, deskIn, stoppedDeskAt } from "./desk.fixture.ts";
import { OpenCeremony } from "./open-ceremony.ts";
import { dropUnopened, setAside } from "./unfinished.ts";

beforeAll(() => snapshotOf("activation", "make-key-1"));

let root = "";
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "unfinished-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A ceremony in a folder of the rehearsal; without bytes one that nobody opened. */
function stored(media: number, folder: string, bytes: Uint8Array | null): string {
  const at = join(root, String(media), ".ceremonies", folder);
  mkdirSync(join(at, "offline"), { recursive: true });
  if (bytes !== null) writeFileSync(join(at, "offline", "record.jsonl"), bytes);
  return at;
}
const UNFINISHED = recordWith(activationWith());
const CLOSED = activation();
const home = () =>
  homeOf(storeIn(root), "2026-12-01T00:00:00.000Z", null, null, { officers: 3, quorum: 2 });
const mayAll = () => Object.values(home().may).every((may) => may);

describe("a ceremony that nobody opened", () => {
  it("blocks nothing, and is on no list, also after a stop", () => {
    stored(1, "1-activation", CLOSED);
    stored(1, "2-attestation-part", null);
    expect(home().ceremonies.map(({ name }) => name)).toEqual(["activation"]);
    expect(mayAll()).toBe(true);
    expect(mediaFor(root, "recovery", null)).toBe(join(root, "1"));
  });

  it("is gone with the media that were prepared for it alone", () => {
    const closed = stored(1, "1-activation", CLOSED);
    const unopened = stored(1, "2-attestation-part", null);
    stored(2, "1-activation", null);
    dropUnopened(root, null);
    expect([existsSync(closed), existsSync(unopened)]).toEqual([true, false]);
    expect(existsSync(join(root, "2"))).toBe(false);
  });

  it("stays at a connected station: its record may have come", () => {
    stored(1, "1-activation", null);
    dropUnopened(root, "connected");
    expect(existsSync(join(root, "1"))).toBe(true);
  });

  it("is gone when people leave it for Home", async () => {
    const desk = await stoppedDeskAt("activation", "make-key-1");
    await desk.leave({});
    const before = (await desk.look()).home.ceremonies;
    await desk.setAside({ number: 1, how: "park" });
    const opened = await desk.begin({ ceremony: "adoption", on: "drives" });
    expect(opened.ceremony?.ledger).toEqual([]);
    const left = await desk.leave({});
    expect(left.home.ceremonies).toEqual(before.map((one) => ({ ...one, progress: "parked" })));
    expect(left.home.may.activation).toBe(true);
  });
});

describe("a ceremony that people left for Home", () => {
  const types = ({ ceremony }: WindowView) => ceremony?.ledger.map(({ type }) => type);

  it("continues where it was, without the witness: nothing was interrupted", async () => {
    const desk = await deskAt("activation", "make-key-1", vaultsHere);
    const before = types(await desk.look());
    for (let times = 0; times < 2; times += 1) {
      await desk.leave({});
      const back = await desk.begin({ ceremony: "activation", on: "folders" });
      expect([back.resumption, types(back)]).toEqual([null, before]);
    }
  });

  it("was interrupted if its interruption was not confirmed before", async () => {
    const desk = await stoppedDeskAt("activation", "make-key-1", vaultsHere);
    await desk.leave({});
    const back = await desk.begin({ ceremony: "activation", on: "folders" });
    expect(back.resumption).not.toBeNull();
  });

  it("was interrupted if the app ended meanwhile, or its record was continued elsewhere", async () => {
    let above = "";
    const desk = await stoppedDeskAt("activation", "make-key-1", vaultsHere, {}, (hidden) => {
      above = dirname(dirname(hidden));
    });
    await desk.resume({});
    await desk.leave({});
    const other = deskIn(above, vaultsHere);
    const there = await other.begin({ ceremony: "activation", on: "folders" });
    expect(there.resumption).not.toBeNull();
    await other.resume({});
    await other.leave({});
    const back = await desk.begin({ ceremony: "activation", on: "folders" });
    expect(back.resumption).not.toBeNull();
  });
});

describe("a ceremony that is being left", () => {
  it("keeps others from beginning until all its processes have ended, and Home from view", async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const open = OpenCeremony.open.bind(OpenCeremony);
    vi.spyOn(OpenCeremony, "open").mockImplementationOnce(async (...given) => {
      const opened = await open(...given);
      vi.spyOn(opened.session, "end").mockReturnValueOnce(ended);
      return opened;
    });
    const show = vi.fn();
    const desk = deskIn(root, vaultsHere, { show });
    await desk.begin({ ceremony: "activation", on: "folders" });
    const left = desk.leave({});
    show.mockClear();
    desk.glance();
    expect(show).not.toHaveBeenCalled();
    const begun = desk.begin({ ceremony: "activation", on: "folders" });
    await expect(begun).rejects.toMatchObject({ code: "E-DESK-BUSY" });
    end();
    expect((await left).open).toBeNull();
    expect((await desk.begin({ ceremony: "activation", on: "folders" })).open).toBe("activation");
  });
});

describe("an unfinished rehearsal", () => {
  it("blocks what is not itself, until it is parked", () => {
    stored(1, "1-activation", UNFINISHED);
    expect([home().may.activation, home().may.adoption]).toEqual([true, false]);
    setAside(root, null, 1, "park");
    expect(home().ceremonies[0]?.progress).toBe("parked");
    expect([home().may.activation, home().may.adoption]).toEqual([true, true]);
    expect(mediaFor(root, "activation", null)).toBe(join(root, "2"));
  });

  it("keeps its media while it is parked: nothing else continues the custody that it continues", () => {
    stored(1, "1-activation", CLOSED);
    stored(1, "2-replacement", UNFINISHED);
    setAside(root, null, 2, "park");
    expect([home().may.recovery, home().may.activation]).toEqual([false, true]);
  });

  it("is taken up again, and the one in progress is parked then", () => {
    const first = stored(1, "1-activation", UNFINISHED);
    setAside(root, null, 1, "park");
    stored(2, "1-adoption", UNFINISHED);
    setAside(root, null, 1, "take-up");
    expect(home().ceremonies.map(({ progress }) => progress)).toEqual(["unfinished", "parked"]);
    expect(existsSync(parkedMarker({ folder: first }))).toBe(false);
  });

  it("is no longer set aside once it is closed, nor in earnest", () => {
    stored(1, "1-activation", CLOSED);
    expect(codeOf(() => setAside(root, null, 1, "park"))).toBe("E-DESK-STALE");
    stored(2, "1-activation", UNFINISHED);
    expect(codeOf(() => setAside(root, "offline", 2, "park"))).toBe("E-DESK-STALE");
  });

  it("can be left for Home at any step, without a recess", async () => {
    const desk = await deskAt("activation", "make-key-1");
    const left = await desk.leave({});
    expect(left.open).toBeNull();
    expect(left.home.ceremonies[0]?.progress).toBe("unfinished");
  });
});

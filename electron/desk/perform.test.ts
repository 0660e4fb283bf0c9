// What the window may perform: the step that is now, with what its own kind asks for, and nothing
// before the witness has looked, the words were heard, and the ceremony continues.
import { beforeAll, describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import type { Desk } from "./desk.ts";
import { deskAt, stoppedDeskAt } from "./desk.fixture.ts";

const BLOB = "make-restore-blob";
const CUSTODY = "record-custody";
const witnessed = { projector: true, camera: true };

beforeAll(() => snapshotOf("recovery", BLOB));

const typesIn = async (desk: Desk): Promise<readonly string[]> =>
  ((await desk.look()).ceremony?.ledger ?? []).map(({ type }) => type);

/** The code that it is refused with, and the types of the entries that this has added. */
async function refused(desk: Desk, request: Parameters<Desk["perform"]>[0]) {
  const before = await typesIn(desk);
  const code = await desk.perform(request).then(
    () => "not refused",
    (error: unknown) => (error as { readonly code: string }).code,
  );
  return { code, added: (await typesIn(desk)).slice(before.length) };
}

describe("a step in the window", () => {
  it("takes what its kind asks for, and nothing else", async () => {
    const desk = await deskAt("recovery", BLOB);
    for (const input of [{ more: 1 }, { goTo: "close" }, { decidedBy: ["witness"] }])
      expect(await refused(desk, { step: BLOB, input, witnessed })).toEqual({
        code: "E-DESK-FORM",
        added: [],
      });
  });

  it("is the one that is now", async () => {
    const desk = await deskAt("recovery", BLOB);
    expect(await refused(desk, { step: "close", input: {}, witnessed })).toEqual({
      code: "E-DESK-STALE",
      added: [],
    });
  });

  it("is not begun before the witness has looked round the room", async () => {
    const desk = await deskAt("recovery", BLOB);
    for (const looked of [undefined, { projector: true, camera: false }]) {
      const request = { step: BLOB, input: {} };
      expect(
        await refused(desk, looked === undefined ? request : { ...request, witnessed: looked }),
      ).toEqual({ code: "E-ROOM-WITNESS", added: [] });
    }
    expect((await desk.look()).activity.kind).toBe("idle");
  });

  it("waits until the witness has confirmed how it continues after a stop", async () => {
    const desk = await stoppedDeskAt("recovery", BLOB);
    expect((await refused(desk, { step: BLOB, input: {}, witnessed })).code).toBe("E-DESK-RESUME");
  });

  it("whose words are heard is not performed before all of them were", async () => {
    const desk = await deskAt("recovery", "compare-exchange-key");
    await desk.look();
    expect(await refused(desk, { step: "compare-exchange-key", input: {} })).toEqual({
      code: "E-DESK-STALE",
      added: [],
    });
  });

  it("that its use case refuses at once says so, and the refusal is recorded", async () => {
    const desk = await deskAt("activation", CUSTODY);
    const input = { objects: [], deviations: [] };
    expect(await refused(desk, { step: CUSTODY, input })).toEqual({
      code: "E-CUSTODY-OBJECT",
      added: ["step-began", "refused"],
    });
  });
});

describe("files of Intel's, brought where the exchange key is compared", () => {
  const STEP = "compare-exchange-key";

  it("are refused if they are invalid, and nothing of them stays", async () => {
    let chosen: readonly Uint8Array[] | "unreadable" | null = null;
    const chooseCollateral = async () => {
      if (chosen === "unreadable") throw new RangeError("too large");
      return chosen;
    };
    const desk = await deskAt("recovery", STEP, undefined, { chooseCollateral });
    const { activity } = await desk.look();
    const bring = (step = STEP) =>
      desk.collateral({ step }).then(
        () => "nothing thrown",
        (error: unknown) => (error as { readonly code: string }).code,
      );
    expect(await bring()).toBe("nothing thrown");
    chosen = [utf8("no file of Intel's")];
    expect(await bring()).toBe("E-COLLATERAL-FORM");
    chosen = "unreadable";
    expect(await bring()).toBe("E-COLLATERAL-FILE");
    expect(await bring("close")).toBe("E-DESK-STALE");
    expect((await desk.look()).activity).toEqual(activity);
  });
});

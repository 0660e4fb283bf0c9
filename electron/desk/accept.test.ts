// At the desk: a refused step, two people who overrule the refusal, and the same step done.
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { fromUtf8, utf8 } from "../../crypto/index.ts";
import { openJournal } from "../journal/journal.ts";
import type { WindowView } from "../bridge/view.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import type { Vaults } from "../vault/vault.ts";
import { deskAt } from "./desk.fixture.ts";
import type { Desk } from "./desk.ts";

const STEP = "make-restore-blob";
const CODE = "E-SD-UNKNOWN-MEMBER";
const DECISION = { decidedBy: ["witness", "officer-1"] };
const witnessed = { projector: true, camera: true };

beforeAll(() => snapshotOf("recovery", STEP));

/** What the quorum vault is given in place of the domain. */
type Change = (text: string) => string;

/** Vaults whose quorum is given a changed domain: their readers check it. */
function vaultsWith(change: Change): Vaults {
  const vaults = vaultsHere;
  return {
    ...vaults,
    openQuorumVault: async () => {
      const vault = await vaults.openQuorumVault();
      const { call } = vault;
      return {
        ...vault,
        call: {
          ...call,
          blob: async (request) => {
            const domain = utf8(change(fromUtf8(request.domain)));
            const { text } = await call.blob({ ...request, domain });
            // The activation opened the domain with this change.
            const { commitment } = await call.blob(request);
            return { text, commitment };
          },
        },
      };
    },
  };
}

/** A desk on which the recovery is open, just before its blob is made. */
const deskAtBlob = (change: Change): Promise<Desk> => deskAt("recovery", STEP, vaultsWith(change));

/** Acts the step; every officer who is called is there. @returns the view when it ended */
async function act(desk: Desk): Promise<WindowView> {
  await desk.perform({ step: STEP, input: {}, witnessed });
  for (;;) {
    const view = await desk.look();
    const { activity } = view;
    if (activity.kind === "idle") return view;
    if (activity.kind === "calling") await desk.answer({ seat: activity.seat, here: true });
    await setTimeout(5);
  }
}

describe("a refusal at the desk", () => {
  it("is overruled by two people, and then the step is done", async () => {
    const desk = await deskAtBlob((text) => text.replace("{", '{"new":"of Azure",'));
    const refused = await act(desk);
    expect(refused).toMatchObject({
      refusal: { code: CODE, canBeAccepted: true },
      ceremony: { step: { id: STEP } },
    });
    const accepted = await desk.accept(DECISION);
    expect(accepted.refusal).toBeNull();
    expect(accepted.ceremony?.ledger.slice(-2).map(({ type }) => type)).toEqual([
      "refused",
      "refusal-accepted",
    ]);
    const done = await act(desk);
    expect(done).toMatchObject({
      refusal: null,
      ceremony: { step: { id: STEP }, isPerformed: true },
    });
    const confirmed = await desk.confirm({ step: STEP });
    expect(confirmed).toMatchObject({ ceremony: { step: { id: "sign-blob" } } });
  });

  it("cannot be overruled if that would not help, whatever its code", async () => {
    const twice: Change = (text) => text.replace(/"data":\s*\[\s*(\{[^}]*\})/, '"data":[$1,$1');
    const desk = await deskAtBlob(twice);
    const { refusal, ceremony } = await act(desk);
    expect(refusal).toMatchObject({ code: "E-SD-TAG", canBeAccepted: false });
    await expect(desk.accept(DECISION)).rejects.toMatchObject({ code: "E-DESK-STALE" });
    expect((await desk.look()).ceremony?.ledger).toEqual(ceremony?.ledger);
  });
});

describe("B179 a rule of meaning that a record breaks", () => {
  const RULE = "E-MEAN-MOMENT";
  const TWO = { decidedBy: ["administrator", "witness"] };

  /** An earlier version of the app wrote what people's clock then left in the future. */
  function ahead(hidden: string): void {
    const clock = (): Date => new Date();
    const folder = join(hidden, "2-recovery", "offline");
    const journal = openJournal({ folder, station: "offline", clock });
    const said = { expected: "It works.", happened: "It stood still.", decided: "We walked." };
    const notedAt = new Date(Date.now() + 3_600_000).toISOString();
    const data = { ...said, ...TWO, step: "to-connected", decision: "continue", notedAt };
    journal.append([{ type: "exception-noted", by: "administrator", data }]);
    journal.close();
  }

  it("is refused at the take-over, and two people proceed despite it", async () => {
    const desk = await deskAt("recovery", "to-connected", vaultsHere, {}, ahead);
    const idle = async (): Promise<WindowView> => {
      for (;;) {
        const view = await desk.look();
        if (view.activity.kind === "idle") return view;
        await setTimeout(5);
      }
    };
    await desk.perform({ step: "to-connected", input: {} });
    expect((await idle()).refusal).toBeNull();
    await desk.confirm({ step: "to-connected" });
    const taking = async () => {
      await desk.perform({ step: "at-connected", input: {} });
      return idle();
    };
    expect(await taking()).toMatchObject({ refusal: { code: RULE, canBeAccepted: true } });
    expect((await desk.accept(TWO)).refusal).toBeNull();
    const taken = await taking();
    expect(taken).toMatchObject({ refusal: null, ceremony: { isPerformed: true } });
    expect(taken.ceremony?.ledger.map(({ type }) => type).slice(-2)).toEqual([
      "taken-over",
      "refusal-accepted",
    ]);
    const confirmed = await desk.confirm({ step: "at-connected" });
    expect(confirmed.refusal).toBeNull();
    expect(confirmed.ceremony?.step?.id).not.toBe("at-connected");
  });
});

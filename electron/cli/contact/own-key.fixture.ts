// For tests: what `sd contact key` does, at a pilot in this process of which beliefs are turned around.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isFault, random, type Fault } from "../../../crypto/index.ts";
import type { Exchange } from "../../beliefs/beliefs.ts";
import type { ContactHsm } from "../../hsm/own-keys.ts";
import { rehearsalClient } from "../../hsm/azure/rehearsal-client.ts";
import { clientOf } from "../../rehearsal-hsm/hsm.fixture.ts";
import { activate, makeOfficers } from "../../rehearsal-hsm/officers.fixture.ts";
import { startRehearsalHsm, type RunningHsm } from "../../rehearsal-hsm/rehearsal-hsm.ts";
import { asking } from "./asking.ts";
import type { Own } from "./own-file.ts";
import { useOwnKey, type KeyDone } from "./own-key.ts";
import type { Unanswered } from "./told.ts";

export const PILOT = "Contoso-Pilot";

/** An activated pilot that is not running, and how to remove it. */
export interface PilotFolder {
  readonly folder: string;
  readonly remove: () => void;
}

export async function activatedPilot(): Promise<PilotFolder> {
  const folder = mkdtempSync(join(tmpdir(), "pilot-"));
  const running = await pilotAt(folder, []);
  await activate(
    clientOf(running, () => setTimeout(5)),
    makeOfficers(3),
  );
  await running.close();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const pilotAt = (
  dir: string,
  otherwise: readonly string[],
  heard: (exchange: Exchange) => void = () => undefined,
): Promise<RunningHsm> =>
  startRehearsalHsm({
    dir,
    name: PILOT,
    isPilot: true,
    pendingSeconds: 0,
    clock: () => new Date(),
    random,
    otherwise,
    heard,
  });

/** What came of one run. */
export interface KeyHeld {
  readonly done: KeyDone | null;
  readonly refusal: Fault | null;
  readonly unanswered: readonly Unanswered[];
  /** What is still noted as made. */
  readonly noted: Own | null;
  /** How many keys, deleted ones included, and how many roles the HSM has more than before. */
  readonly more: number;
  readonly exchanges: readonly Exchange[];
}

/** How a run is begun, and where it ends too early. */
export interface KeyRun {
  readonly otherwise?: readonly string[];
  /** What an earlier run noted. */
  readonly earlier?: Own | null;
  /** The program is gone after so many questions; then another run follows. */
  readonly killedAfter?: number;
}

/** One run at a copy of this pilot; waits pass at once. */
export async function keyHeld(
  { folder }: Pick<PilotFolder, "folder">,
  { otherwise = [], earlier = null, killedAfter = 0 }: KeyRun = {},
): Promise<KeyHeld> {
  const root = mkdtempSync(join(tmpdir(), "own-key-"));
  const dir = join(root, "hsm");
  cpSync(folder, dir, { recursive: true });
  const exchanges: Exchange[] = [];
  const running = await pilotAt(dir, otherwise, (one) => exchanges.push(one));
  try {
    const before = thingsIn(running);
    const hsm = rehearsalClient({ name: PILOT, ...running });
    let noted = earlier;
    const held = async (asked: ContactHsm): Promise<Ended> => {
      const { ask, unanswered } = asking();
      const file = {
        earlier: noted,
        note: (own: Own) => void (noted = own),
        drop: () => void (noted = null),
      };
      const sleep = async (): Promise<void> => {
        await setTimeout(1);
      };
      try {
        const done = await useOwnKey({ hsm: asked, file, ask, sleep, progress: () => undefined });
        return { done, refusal: null, unanswered };
      } catch (error) {
        if (!isFault(error)) throw error;
        return { done: null, refusal: error, unanswered };
      }
    };
    if (killedAfter > 0) {
      const { asked, killed } = killedClient(hsm, killedAfter);
      await Promise.race([killed, held(asked)]);
    }
    const ended = await held(hsm);
    return { ...ended, noted, more: thingsIn(running) - before, exchanges: [...exchanges] };
  } finally {
    await running.close();
    rmSync(root, { recursive: true, force: true });
  }
}

type Ended = Pick<KeyHeld, "done" | "refusal" | "unanswered">;

/** A client whose program is gone once so many questions were answered: it never learns of the last answer. */
function killedClient(
  hsm: ContactHsm,
  after: number,
): { readonly asked: ContactHsm; readonly killed: Promise<void> } {
  let left = after;
  let end = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const counting = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (of, name) => {
        const member: unknown = Reflect.get(of, name);
        if (name === "ownKeys") return counting(member as object);
        if (typeof member !== "function") return member;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          if (left === 0) return new Promise(() => undefined);
          left -= 1;
          const answer = Promise.resolve(
            (member as (...all: readonly unknown[]) => unknown)(...given),
          );
          if (left > 0) return answer;
          await answer.catch(() => undefined);
          end();
          return new Promise(() => undefined);
        };
      },
    });
  return { asked: counting(hsm), killed };
}

/** Keys, deleted keys and role assignments, as the HSM has them in its state. */
function thingsIn({ accountKeyFile }: RunningHsm): number {
  const file = join(accountKeyFile, "..", "..", "state.json");
  const {
    keys,
    deletedKeys = [],
    assignments,
  } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly keys: readonly unknown[];
    readonly deletedKeys?: readonly unknown[];
    readonly assignments: readonly unknown[];
  };
  return keys.length + deletedKeys.length + assignments.length;
}

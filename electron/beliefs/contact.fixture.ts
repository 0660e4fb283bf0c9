// For tests: an activation and a recovery at an HSM of which beliefs are turned around, what came of
// each, and that nothing was lost by it.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isFault, sha256Hex, utf8, type Fault } from "../../crypto/index.ts";
import { readRecord } from "../journal/journal.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { confirm } from "../session/confirm.ts";
import { acceptRefusal } from "../usecases/accept-refusal.ts";
import { downloadDomain } from "../usecases/download-domain.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { openStations, type ScriptName, type Stations } from "../usecases/stations.fixture.ts";
import type { Exchange } from "./beliefs.ts";

/** A refusal at a step. */
interface Refused {
  readonly step: string;
  readonly code: string;
  readonly sentence: string;
  /** Azure's own words, or "". */
  readonly said: string;
}

/** What came of a ceremony. */
export interface Outcome {
  /** What refused it for good; null: it went to its end. */
  readonly refusal: Refused | null;
  /** Refusals after which the same step succeeded when it was done again. */
  readonly passed: readonly string[];
  /** What it warned of, by code. */
  readonly warned: readonly string[];
  /** How it ended once Azure was as believed: null, or the code that still refused it. */
  readonly after: string | null;
  /** All that was asked while the belief was turned around. */
  readonly exchanges: readonly Exchange[];
}

/** From the step that first asks the HSM to the one after what its answers decide. */
const PARTS: Readonly<Record<ScriptName, readonly [from: string, to: string]>> = {
  activation: ["read-activation", "prove-quorum"],
  recovery: ["fetch-exchange-key", "to-offline-to-sign"],
};

const TWO = ["administrator", "witness"];

/** How often people do a step that was refused. */
const TRIES = 3;

/**
 * Holds one ceremony while these beliefs are turned around. After a refusal people try again; if it is
 * refused again, Azure behaves as believed from then on, and the same ceremony continues.
 * @param part the step that it begins with, and the one before which it ends
 * @throws Error for a crash, a call that the record does not have, or a lost answer
 */
export async function heldOtherwise(
  name: ScriptName,
  ids: readonly string[],
  part: { readonly from?: string; readonly to?: string } = {},
): Promise<Outcome> {
  const { from = PARTS[name][0], to = PARTS[name][1] } = part;
  const root = mkdtempSync(join(tmpdir(), "contact-"));
  try {
    cpSync(await snapshotOf(name, from), root, { recursive: true });
    // Making a key of 4096 bits takes a second: each run has that of the snapshot.
    if (from === "fetch-exchange-key") {
      const later = await snapshotOf(name, "read-exchange-key-aloud");
      cpSync(join(later, "hsm"), join(root, "hsm"), { recursive: true });
    }
    const exchanges: Exchange[] = [];
    const passed: string[] = [];
    const warned = new Set<string>();
    const watch = new Watch();
    const held = new Held(root, name, watch, warned, passed);
    const refusal = await held.until(to, exchanges, ids);
    const after =
      refusal === null
        ? null
        : await new Held(root, name, watch, new Set(), []).until(to, [], [], true);
    checkKept(root, exchanges);
    checkRecord(root, name);
    return { refusal, passed, warned: [...warned], after: after?.code ?? null, exchanges };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The exchange key, asked for once. */
export async function exchangeKeyAsked(): Promise<readonly Exchange[]> {
  const root = mkdtempSync(join(tmpdir(), "contact-"));
  try {
    cpSync(await snapshotOf("recovery", "upload-blob"), root, { recursive: true });
    const exchanges: Exchange[] = [];
    const heard = (one: Exchange): void => void exchanges.push(one);
    const stations = await openStations(root, "recovery", { heard });
    await stations.hsm.exchangeKey();
    await stations.end();
    return exchanges;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The HSM's clock, which runs ahead whenever people wait: how fast the machine is decides nothing. */
class Watch {
  #ahead = 0;
  readonly clock = (): Date => new Date(Date.now() + this.#ahead);
  readonly sleep = async (seconds: number): Promise<void> => {
    this.#ahead += seconds * 1000;
    await setTimeout(1);
  };
}

/** Seconds between two questions, and those that each long operation takes. */
const [EVERY, PENDING] = [30, 70];

class Held {
  readonly #root: string;
  readonly #name: ScriptName;
  readonly #watch: Watch;
  readonly #warned: Set<string>;
  readonly #passed: string[];

  constructor(root: string, name: ScriptName, watch: Watch, warned: Set<string>, passed: string[]) {
    this.#root = root;
    this.#name = name;
    this.#watch = watch;
    this.#warned = warned;
    this.#passed = passed;
  }

  /**
   * Holds the ceremony until this step comes.
   * @param decides two people decide to download again what was no security domain, and overrule what
   * they may
   * @returns what refused it, or null
   */
  async until(
    to: string,
    exchanges: Exchange[],
    otherwise: readonly string[],
    decides = false,
  ): Promise<Refused | null> {
    const stations = await openStations(this.#root, this.#name, {
      otherwise,
      heard: (one) => exchanges.push(one),
      clock: this.#watch.clock,
      pendingSeconds: PENDING,
    });
    const before = stations.entries.length;
    try {
      while (stations.step.id !== to) {
        const refused = await this.#step(stations, decides);
        if (refused !== null) return refused;
      }
      return null;
    } finally {
      checkOnce(stations.types(before), exchanges);
      await stations.end();
    }
  }

  async #step(stations: Stations, decides: boolean): Promise<Refused | null> {
    const step = stations.step.id;
    let refused: Refused | null = null;
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        if (decides && refused?.code === "E-ANSWER") await downloadAgain(stations, this.#deps);
        else await stations.act(this.#deps);
        if (refused !== null) this.#passed.push(`${step} ${refused.code}`);
        return null;
      } catch (error) {
        // What is no refusal of ours is a crash.
        if (!isFault(error)) throw error;
        refused = refusedAt(step, error);
        const { code, overrulable } = error;
        if (decides && overrulable)
          acceptRefusal(stations[stations.step.station], { code, decidedBy: TWO });
        // People read the refusal first: meanwhile what began may end.
        await this.#watch.sleep(EVERY);
      }
    }
    return refused;
  }

  get #deps() {
    return {
      sleep: this.#watch.sleep,
      pollSeconds: EVERY,
      notice: (notice: Parameters<Stations["connected"]["notice"]>[0]) => {
        if (notice.kind === "warned") this.#warned.add(notice.code);
      },
    };
  }
}

const refusedAt = (step: string, { code, message, said }: Fault): Refused => ({
  step,
  code,
  sentence: message,
  said: said?.words ?? "",
});

async function downloadAgain(stations: Stations, change: object): Promise<void> {
  const deps = { ...stations.connected, ...change };
  await downloadDomain(deps, { againDecidedBy: TWO });
  await confirm(deps, stations.step.id, "");
}

/** What changes something, and the entry that must be durable before it is sent. */
const CHANGES: readonly (readonly [method: string, path: string, entry: string])[] = [
  ["POST", "/securitydomain/download", "download-began"],
  ["POST", "/securitydomain/upload", "upload-began"],
  ["POST", "/backup", "backup-began"],
  ["PUT", "/restore", "restore-began"],
];

/** Nothing is sent again that the record does not say. */
function checkOnce(types: readonly string[], exchanges: readonly Exchange[]): void {
  for (const [method, path, entry] of CHANGES) {
    const sent = exchanges.filter(
      (one) => one.authorized && one.method === method && one.path === path,
    ).length;
    const recorded = types.filter((type) => type === entry).length;
    if (sent > recorded)
      throw new Error(`${path} was sent ${String(sent)} times, recorded ${String(recorded)}.`);
  }
}

/** Every answer to a download that came whole is on both media, byte for byte. */
function checkKept(root: string, exchanges: readonly Exchange[]): void {
  const answers = exchanges.filter(
    ({ method, path, authorized, given }) =>
      authorized
      && method === "POST"
      && path === "/securitydomain/download"
      && given.status < 300
      && given.cut === undefined,
  );
  for (const label of ["transfer", "domain-copy"]) {
    const folder = join(root, "media", label);
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => sha256Hex(new Uint8Array(readFileSync(join(file.parentPath, file.name)))));
    for (const { given } of answers) {
      const bytes = given.bytes ?? utf8(JSON.stringify(given.body));
      if (!kept.includes(sha256Hex(bytes))) throw new Error(`An answer is not on ${label}.`);
    }
  }
}

/** The record still means what it says. */
function checkRecord(root: string, name: ScriptName): void {
  const [longest] = ["offline", "connected"]
    .map((station) => readRecord(join(root, name, station))?.entries ?? [])
    .toSorted((a, b) => b.length - a.length);
  checkMeaning({ entries: longest ?? [], closed: false });
}

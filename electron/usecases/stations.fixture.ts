// A ceremony for tests at some step: real media, records, vaults and rehearsal HSMs; only the people
// are played here, by sending to the vaults' sockets.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromHex, random, rootIn, sha256Hex, toWords, utf8 } from "../../crypto/index.ts";
import {
  BUILT_IN,
  readScript,
  type Script,
  type Station,
  type Step,
} from "../../ceremony-scripts/index.ts";
import {
  fold,
  nextStep,
  type CeremonyView,
  type EventData,
  type State,
} from "../ceremony/ceremony.ts";
import { custodyOf } from "../ceremony/record.fixture.ts";
import { rehearsalStation } from "../hsm/azure/rehearsal-client.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { readRecord } from "../journal/journal.ts";
import { folderMedia, prepareMedium } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import {
  startRehearsalHsm,
  type RehearsalHsmOptions,
  type RunningHsm,
} from "../rehearsal-hsm/rehearsal-hsm.ts";
import { actAndConfirm } from "../rehearse/act-and-confirm.ts";
import type { Plan } from "../rehearse/rehearsed-step.ts";
import { goOn } from "../session/stations.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import { sendSecret } from "../vault/vault.ts";
import { MEDIA, type Deps, type PassphraseInvitation } from "./deps.ts";
import { letGo } from "./turn.ts";

/** The bundle whose processes the vaults are. */
export const PROGRAM = fileURLToPath(new URL("../../.runtime/quick/sd.cjs", import.meta.url));

export type ScriptName = "activation" | "recovery";

/** Each script's HSM. */
export const HSMS: Readonly<Record<ScriptName, string>> = {
  activation: "Contoso-HSM",
  recovery: "Contoso-Recovery",
};
export const CONTAINER = "https://contoso.blob.core.windows.net/backups";

/** What officer `seat` types by default. */
export const passphraseOf = (seat: number): string => `passphrase of officer ${seat}`;

/** The words of a digest, all 32. */
export const wordsOf = (hex: string): string => toWords(fromHex(hex)!).join(" ");

type Papers = Readonly<Record<string, string>>;

/** Both stations of a ceremony, somewhere between two steps. */
export class Stations {
  readonly root: string;
  readonly script: Script;
  readonly offline: Deps;
  readonly connected: Deps;
  readonly hsm: AskedHsm;
  /** What is typed at the next invitations instead: one entry for each. */
  readonly slips: Parameters<typeof sendSecret>[1][] = [];
  readonly #running: RunningHsm;
  readonly #papers: Map<string, string>;

  constructor(root: string, name: ScriptName, running: RunningHsm) {
    this.root = root;
    this.script = scriptOf(name);
    this.#running = running;
    this.#papers = new Map(Object.entries((readJson(this.#paperFile) ?? {}) as Papers));
    this.hsm = clientOf(HSMS[name], running);
    [this.offline, this.connected] = [this.#station("offline"), this.#station("connected")];
    for (const label of LABELS) prepareMedium(this.media, label, "REHEARSAL", random);
    goOn({ offline: this.offline, connected: this.connected });
  }

  get media(): string {
    return join(this.root, "media");
  }

  /** The path of a file on a medium. */
  on(label: string, name: string): string {
    return join(this.media, label, name);
  }

  /** The state by the longer of both records. */
  get state(): State {
    return fold(this.entries);
  }

  get entries() {
    const copies = [this.offline, this.connected].map(
      ({ record }) => record.open?.entries ?? readRecord(record.folder)?.entries ?? [],
    );
    return copies.reduce((a, b) => (a.length >= b.length ? a : b));
  }

  /** The types of the entries, from the number `from`. */
  types(from = 0): readonly string[] {
    return this.entries.slice(from).map(({ type }) => type);
  }

  /** Data of the last entry of a type. */
  last<Type extends keyof EventData>(type: Type): EventData[Type] {
    return this.entries.findLast((entry) => entry.type === type)!.data as EventData[Type];
  }

  get step(): Step {
    return nextStep(this.state, this.script)!;
  }

  /** Acts the step that comes now, as the people of a rehearsal do. */
  async act(change: Partial<Deps> = {}): Promise<CeremonyView> {
    const { step } = this;
    const deps = { ...this[step.station], ...this.#makers, ...change };
    return actAndConfirm({ deps, step, people: this.#people, plan: this.#plan });
  }

  /** Acts until the step of this id comes, or the ceremony is closed. */
  async actTo(id: string): Promise<void> {
    while (!this.state.closed && this.step.id !== id) await this.act();
  }

  /** Ends everything that runs; the folder can be copied, and continued. */
  async end(): Promise<void> {
    writeFileSync(this.#paperFile, JSON.stringify(Object.fromEntries(this.#papers)));
    for (const { record } of [this.offline, this.connected]) letGo(record);
    await this.#running.close();
  }

  readonly invite = async ({ seat, purpose, socket }: PassphraseInvitation): Promise<void> => {
    const passphrase = passphraseOf(seat);
    const right = purpose === "new" ? { passphrase, again: passphrase } : { passphrase };
    await sendSecret(socket, this.slips.shift() ?? right);
  };

  /** Keys are made in processes, which protect them by few rounds. */
  get #makers(): Partial<Deps> {
    return this.step.action.kind === "make-key" ? { vaults: nodeVaults(PROGRAM) } : {};
  }

  get #paperFile(): string {
    return join(this.root, `${this.script.name}-papers.json`);
  }

  get #plan(): Plan {
    const earlier = this.script.continues
      ? readRecord(join(this.root, "activation", "offline"))!.bytes
      : null;
    const backup = readJson(join(this.root, "sheet.json")) as Plan["backup"];
    const none = {
      keysSeen: null,
      parts: new Map(),
      officer: 1,
      coming: [1, 2],
      choices: [],
      renewed: [],
    };
    const anchor = "none";
    return {
      hsm: HSMS[this.script.name as ScriptName],
      bits: 2048,
      earlier,
      anchor,
      stamps: [],
      backup,
      ...none,
    };
  }

  readonly #people: PeopleMethods = {
    type: () => Promise.reject(new Error("Nobody is asked here.")),
    write: async ({ paper, words }) => {
      this.#papers.set(paper, words);
      return null;
    },
    read: async ({ paper }) => this.#papers.get(paper)!,
    bag: async ({ objects }) => custodyOf(objects),
    move: () => Promise.resolve(null),
    look: async ({ objects }) => custodyOf(objects),
    photograph: async ({ bags }) => {
      const folder = join(this.root, `${this.script.name}-photographs`);
      mkdirSync(folder, { recursive: true });
      for (const { seal } of bags)
        writeFileSync(join(folder, `${seal}.jpg`), Buffer.from([0xff, 0xd8, 0xff, ...utf8(seal)]));
      return folder;
    },
    slip: () => Promise.reject(new Error("Nobody is on trial here.")),
    tear: () => Promise.reject(new Error("Nobody is on trial here.")),
  };

  #station(station: Station): Deps {
    return {
      station,
      script: this.script,
      mode: "REHEARSAL",
      media: folderMedia(this.media),
      record: { folder: join(this.root, this.script.name, station), open: null },
      vaults: vaultsHere,
      invite: this.invite,
      hsm: async () => this.hsm,
      network: () => readNetwork(),
      traces: () => ({ cores: false, swaps: [] }),
      sgxRoot: () => rootIn(new Uint8Array(readFileSync(this.#running.sgxRootFile))),
      clock: () => new Date(),
      random,
      sleep,
      call: async () => undefined,
      leave: () => undefined,
      dismiss: () => undefined,
      seeSeconds: 0,
      patience: 1,
      notice: () => undefined,
      software: { version: "0", commit: "0", runtime: "test" },
      pollSeconds: 0.02,
      restoreWaitSeconds: 0.05,
    };
  }
}

const LABELS = [
  MEDIA.transfer,
  MEDIA.domainCopy,
  ...[1, 2, 3].flatMap((seat) => [MEDIA.own(seat), MEDIA.backup(seat)]),
];

const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function scriptOf(name: ScriptName): Script {
  const text = BUILT_IN.get(name)!;
  return readScript(text, sha256Hex(utf8(text)));
}

const readJson = (file: string): unknown =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as unknown) : null;

/** Starts a rehearsal HSM whose state is in the folder. */
export const startHsm = (
  root: string,
  name: string,
  more: Partial<RehearsalHsmOptions> = {},
): Promise<RunningHsm> =>
  startRehearsalHsm({
    dir: join(root, "hsm", name),
    store: join(root, "store"),
    name,
    pendingSeconds: 0.05,
    clock: () => new Date(),
    random,
    ...more,
  });

/** Our client to it, the same that production uses. */
export const clientOf = (name: string, running: RunningHsm): AskedHsm =>
  rehearsalStation({ name, ...running });

/** Opens a folder's ceremony; the caller ends it. */
export const openStations = async (
  root: string,
  name: ScriptName,
  more: Partial<RehearsalHsmOptions> = {},
): Promise<Stations> => new Stations(root, name, await startHsm(root, HSMS[name], more));

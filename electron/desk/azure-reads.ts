// Reads Azure for a deployment's proofs: only in the connected station's process, signed in as for
// ceremonies; in a rehearsal from a subscription of its own, which follows the record.
import { utf8 } from "../../crypto/index.ts";
import type { ReadView, WorkView } from "../bridge/deployment-views.ts";
import type { SignInView } from "../bridge/view.ts";
import type { History, Wanted } from "../deployment-record/keeper.ts";
import { QuietWatch } from "../hsm/quiet.ts";
import { followSignIn } from "../hsm/remote-hsm.ts";
import { followWaits, type Reader, type ReaderAddress } from "../hsm/remote-reader.ts";
import { CLOUDS, type Site } from "../hsm/site.ts";
import type { Standing, Subscription } from "../rehearsal-arm/subscription.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { StationRole } from "./station-role.ts";

/** What was read, and how. */
export interface Got {
  readonly files: readonly Uint8Array[];
  readonly read: ReadView;
}

/** After these nothing else could be read either. */
const ENDS_IT = [
  "E-HSM-NET",
  "E-HSM-TLS",
  "E-HSM-TIMEOUT",
  "E-HSM-REDIRECT",
  "E-HSM-TENANT",
  "E-AUTH-CANCELLED",
];

const PUBLIC_DOMAIN = CLOUDS.get("public")?.hsm ?? "";
const NOBODY: SignInView = { kind: "none" };

type Options = Pick<DeskOptions, "startReader" | "startSubscription">;
type Report = (work: Pick<WorkView, "done" | "all">) => void;

export class AzureReads {
  readonly #options: Options;
  readonly #role: Pick<StationRole, "at">;
  readonly #site: () => Site | null;
  #reader: { readonly key: string; readonly started: Promise<Reader> } | null = null;
  #subscription: Promise<Subscription> | null = null;
  #signIn: SignInView = NOBODY;
  readonly #watch = new QuietWatch();

  /** @param site the site that was chosen at Home */
  constructor(options: Options, role: Pick<StationRole, "at">, site: () => Site | null) {
    this.#options = options;
    this.#role = role;
    this.#site = site;
  }

  get signIn(): SignInView {
    return this.#signIn;
  }

  /** Why the reading makes no progress now, while nobody signs in. */
  get quiet(): Pick<WorkView, "quiet"> {
    const quiet = this.#signIn.kind === "asking" ? null : this.#watch.view;
    return quiet === null ? {} : { quiet };
  }

  /** The domain of the HSMs that are asked. @throws Fault E-DESK-SITE */
  get domain(): string {
    return this.#isRehearsal ? PUBLIC_DOMAIN : this.#chosen.cloud.hsm;
  }

  get #isRehearsal(): boolean {
    return this.#role.at === null;
  }

  get #chosen(): Site {
    const site = this.#site();
    if (site === null) throw fault("E-DESK-SITE");
    return site;
  }

  /**
   * Reads everything that is wanted.
   * @param given files from people that only they can bring
   * @param more what is wanted after these answers, beside what was
   * @returns null if it was stopped
   * @throws Fault E-DESK-SITE, E-DESK-TENANT, E-DESK-AZURE, E-AUTH-*, E-HSM-*, E-WORKER-GONE; as `more`
   */
  async read(
    wanted: Wanted,
    given: readonly Uint8Array[],
    told: Report,
    stop: AbortSignal,
    more: (files: readonly Uint8Array[]) => Promise<Wanted> = async () => wanted,
  ): Promise<Got | null> {
    const { hsms, checks, history } = wanted;
    const { stopped, forget } = whenAborted(stop);
    told({ done: 0, all: wanted.reads.length });
    try {
      const { reader, from } = await this.#readerFor(wanted.tenant, hsms, history);
      const as = await Promise.race([reader.signIn(null), stopped]);
      const files = [...given];
      const unread: { file: string; why: string }[] = [];
      const asked = new Set<string>();
      let reads = wanted.reads;
      for (let left = reads; left.length > 0;) {
        const all = asked.size + left.length;
        for (const { into, question } of left) {
          this.#watch.asked();
          const got = await Promise.race([reader.read(question), stopped]);
          if (got.answer !== null) files.push(utf8(JSON.stringify(got.answer)));
          else if (ENDS_IT.includes(got.why)) throw fault("E-DESK-AZURE", { code: got.why });
          else unread.push({ file: into, why: got.why });
          asked.add(into);
          told({ done: asked.size, all });
        }
        ({ reads } = await more(files));
        left = reads.filter(({ into }) => !asked.has(into));
      }
      if (this.#isRehearsal && given.length === 0) {
        const brought = await (await this.#standIn()).answers(checks);
        files.push(...brought.map(({ text }) => utf8(text)));
      }
      const name = [as.name, as.id].filter((text) => text !== "").join(" ");
      const trusts = as.ca === undefined ? {} : { ca: as.ca };
      return { files, read: { from, as: name === "" ? as.way : name, unread, ...trusts } };
    } catch (error) {
      if (!stop.aborted) throw error;
      await this.#cancelSignIn();
      return null;
    } finally {
      this.#watch.rests();
      forget();
    }
  }

  /** The rehearsal's subscription after this history. @throws Fault E-WORKER-GONE */
  async bring(history: History): Promise<Standing> {
    return (await this.#standIn()).bring(history);
  }

  /** Ends its processes, and signs out. */
  async end(): Promise<void> {
    const ending = [this.#reader?.started, this.#subscription];
    this.#reader = null;
    this.#subscription = null;
    this.#signIn = NOBODY;
    await Promise.all(ending.map(ended));
  }

  async #readerFor(tenant: string | null, hsms: readonly string[], history: History | null) {
    if (this.#isRehearsal) {
      if (history === null) throw fault("E-DESK-STALE");
      const { host, port, ca, token } = await this.bring(history);
      const of = { subscription: { host, port, ca, token } };
      return { reader: await this.#opened({ of, hsms }), from: "rehearsal" };
    }
    const site = this.#chosen;
    if (tenant !== null && site.tenant.toLowerCase() !== tenant.toLowerCase())
      throw fault("E-DESK-TENANT");
    const from = new URL(site.cloud.arm).hostname;
    return { reader: await this.#opened({ of: { site }, hsms }), from };
  }

  /** The process that asks there; a new one if the last asked elsewhere, or has gone. */
  async #opened(address: ReaderAddress): Promise<Reader> {
    const key = JSON.stringify(address);
    const isGone = await this.#reader?.started.then(
      (reader) => reader.isGone(),
      () => true,
    );
    if (this.#reader !== null && (this.#reader.key !== key || isGone === true)) {
      const { started } = this.#reader;
      this.#reader = null;
      await ended(started);
    }
    this.#reader ??= { key, started: this.#started(address) };
    return this.#reader.started;
  }

  async #started(address: ReaderAddress): Promise<Reader> {
    const reader = await this.#options.startReader();
    try {
      await reader.connect(address);
    } catch (error) {
      await reader.end();
      throw error;
    }
    void followSignIn(reader, (view) => (this.#signIn = view));
    void followWaits(reader, (seconds) => this.#watch.putOff(seconds));
    return reader;
  }

  async #standIn(): Promise<Subscription> {
    const isGone = await this.#subscription?.then(
      (one) => one.isGone(),
      () => true,
    );
    if (isGone === true) this.#subscription = null;
    this.#subscription ??= this.#options.startSubscription();
    return this.#subscription;
  }

  async #cancelSignIn(): Promise<void> {
    if (this.#signIn.kind !== "asking") return;
    await this.#reader?.started.then((reader) => reader.cancelSignIn(null));
  }
}

/** Ends its process; one that could not be started has none. */
const ended = async (
  started: Promise<{ readonly end: () => Promise<void> }> | null | undefined,
): Promise<void> => {
  const running = await started?.catch(() => null);
  await running?.end();
};

/** Rejects when it is aborted: the answer comes later, and nothing waits for it. */
function whenAborted(stop: AbortSignal): {
  readonly stopped: Promise<never>;
  readonly forget: () => void;
} {
  let abort: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    abort = () => reject(fault("E-DESK-STOPPED"));
  });
  // It may reject when it is no longer raced.
  stopped.catch(() => undefined);
  if (stop.aborted) abort();
  stop.addEventListener("abort", abort);
  return { stopped, forget: () => stop.removeEventListener("abort", abort) };
}

// An HTTPS server that answers as a Managed HSM does, started, run and stopped.
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { isFault, random } from "../../crypto/index.ts";
import { turnedBy, type Exchange } from "../beliefs/beliefs.ts";
import { takeLock, type Lock } from "../journal/journal.ts";
import { makeFolder } from "./disk.ts";
import { systemCode } from "../disk/refusal.ts";
import { fault } from "./faults.ts";
import { openMachine, type Endpoints } from "./machine.ts";
import { SGX_ROOT_FILE, type QuoteKind } from "./quoting.ts";
import { makeServer } from "./serve.ts";
import { AUDITOR_TOKEN_FILE, openTokens, TOKEN_FILE } from "./sign-in.ts";
import { ACCOUNT_KEY_FILE, openAccount } from "./storage-account.ts";
import { CA_FILE, openTls } from "./tls.ts";

export { BELIEF_IDS } from "../beliefs/beliefs.ts";
export { ENDPOINTS } from "./machine.ts";
export { QUOTE_KINDS, type QuoteKind } from "./quoting.ts";

export interface RehearsalHsmArgs {
  /** The HSM's own folder; made if missing. Two servers cannot share it. */
  readonly dir: string;
  /** Where backups go; HSMs that restore each other's backups share it. `dir`/store by default. */
  readonly store?: string | undefined;
  /** On 127.0.0.1; a free one by default. */
  readonly port?: number | undefined;
  /** By default: the name of the folder's HSM, or Contoso-REHEARSAL-HSM. */
  readonly name?: string | undefined;
  /** How long each long operation takes, in seconds, up to an hour; 2 by default. */
  readonly pendingSeconds?: number | undefined;
  /** The quote of a future exchange key; by default that of a known signer. */
  readonly quote?: QuoteKind | undefined;
  /** How it is reached, according to Azure Resource Manager; by default by the public network. */
  readonly endpoints?: Endpoints | undefined;
  /** Ordered as a pilot: without keys and purge protection, with the shortest retention. */
  readonly isPilot?: boolean | undefined;
  /** Ids of beliefs about Azure that it turns around. */
  readonly otherwise?: readonly string[] | undefined;
}

export interface RehearsalHsmOptions extends RehearsalHsmArgs {
  /** Gets each exchange as it was sent. */
  readonly heard?: (exchange: Exchange) => void;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
}

/** Where it answers. Both files' paths are absolute. */
export interface RunningHsm {
  /** No slash at the end. */
  readonly url: string;
  /** PEM of the authority to trust. */
  readonly caFile: string;
  /** The administrator's bearer token. */
  readonly tokenFile: string;
  /** The token of a person without a role at first. */
  readonly auditorTokenFile: string;
  /** PEM of the root of its quotes. */
  readonly sgxRootFile: string;
  /** The key of the storage account, with which SAS tokens for its containers are made. */
  readonly accountKeyFile: string;
  /** Finishes current answers, then releases the folder. */
  close(): Promise<void>;
}

const PENDING_SECONDS = 2;
const PENDING_SECONDS_MAX = 3600;
/** How long a predecessor that was told to end may take. */
const LOCK_SECONDS = 5;
const LOCK_EVERY_MS = 100;
/** How long current answers may take at the end. */
const CLOSE_MS = 2000;

/**
 * Starts the HSM of a folder, new or continued, even after a kill.
 * @throws Fault E-RHSM-NAME, -OTHER, -PENDING, -PORT, -DIR, -STATE, -LOCK
 */
export async function startRehearsalHsm(options: RehearsalHsmOptions): Promise<RunningHsm> {
  const { clock, random: bytes, port = 0, pendingSeconds = PENDING_SECONDS } = options;
  if (!(pendingSeconds >= 0 && pendingSeconds <= PENDING_SECONDS_MAX))
    throw fault("E-RHSM-PENDING");
  const folder = resolve(options.dir);
  const store = resolve(options.store ?? join(folder, "store"));
  const lock = await lockFolder(folder);
  try {
    const server = onDisk(() => {
      makeFolder(store);
      openAccount(store, bytes);
      const { name, quote = "known", endpoints = "none" } = options;
      const machine = openMachine({
        folder,
        store,
        name,
        pendingMs: pendingSeconds * 1000,
        clock,
        random: bytes,
        quote,
        endpoints,
        isPilot: options.isPilot ?? false,
      });
      machine.settle();
      const tls = openTls(folder, clock(), bytes);
      const bearers = openTokens(folder, machine.state.tenant, bytes);
      const { otherwise = [], heard } = options;
      const turn = otherwise.length === 0 ? undefined : turnedBy(otherwise);
      return makeServer({ machine, tls, bearers, turn, heard });
    });
    await listen(server, port);
    const { port: taken } = server.address() as AddressInfo;
    return {
      url: `https://127.0.0.1:${taken}`,
      caFile: join(folder, CA_FILE),
      tokenFile: join(folder, TOKEN_FILE),
      auditorTokenFile: join(folder, AUDITOR_TOKEN_FILE),
      sgxRootFile: join(folder, SGX_ROOT_FILE),
      accountKeyFile: join(store, ACCOUNT_KEY_FILE),
      close: () => close(server, lock),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Runs an HSM for the command line: one line of JSON on stdout when ready, then until SIGTERM or
 * SIGINT, or until the parent that forked it with a channel is gone.
 * @throws Fault as `startRehearsalHsm`
 */
export async function runRehearsalHsm(args: RehearsalHsmArgs): Promise<void> {
  const stop = new Promise<void>((ended) => {
    process.once("SIGTERM", ended);
    process.once("SIGINT", ended);
    if (process.channel) process.once("disconnect", ended);
  });
  const running = await startRehearsalHsm({ ...args, clock: () => new Date(), random });
  const { url, caFile, tokenFile, auditorTokenFile, sgxRootFile, accountKeyFile } = running;
  const address = { url, caFile, tokenFile, auditorTokenFile, sgxRootFile, accountKeyFile };
  // A missing reader is no reason to end.
  process.stdout.on("error", () => undefined);
  process.stdout.write(`${JSON.stringify(address)}\n`);
  await stop;
  await running.close();
  // A pipe to a parent would keep this process alive after its work is done.
  if (process.connected) process.disconnect();
}

type Server = ReturnType<typeof makeServer>;

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((ready, refuse) => {
    server.once("error", (error) => {
      const known = ["EADDRINUSE", "EACCES"].includes(systemCode(error) ?? "");
      refuse(known ? fault("E-RHSM-PORT") : error);
    });
    server.listen({ port, host: "127.0.0.1" }, ready);
  });

async function close(server: Server, lock: Lock): Promise<void> {
  const closed = new Promise<void>((ended) => server.close(() => ended()));
  server.closeIdleConnections();
  const late = globalThis.setTimeout(() => server.closeAllConnections(), CLOSE_MS);
  await closed;
  clearTimeout(late);
  lock.release();
}

/** One that is ending may still have the folder for a moment. */
async function lockFolder(folder: string): Promise<Lock> {
  for (let waited = 0; ; waited += LOCK_EVERY_MS) {
    try {
      makeFolder(folder);
      return takeLock(folder);
    } catch (error) {
      if (isFault(error) && error.code === "E-LOG-LOCK" && waited < LOCK_SECONDS * 1000) {
        await setTimeout(LOCK_EVERY_MS);
        continue;
      }
      throw ofFolder(error);
    }
  }
}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ofFolder(error);
  }
}

/** The lock's faults are about a record; here it is a folder. */
function ofFolder(error: unknown): unknown {
  if (isFault(error)) {
    if (error.code === "E-LOG-LOCK")
      return fault("E-RHSM-LOCK", { pid: /\d+/.exec(error.message)?.[0] ?? "unknown" });
    const why = /^E-LOG-(.*)$/.exec(error.code)?.[1];
    return why === undefined ? error : fault("E-RHSM-DIR", { why });
  }
  const code = systemCode(error);
  return code === null ? error : fault("E-RHSM-DIR", { why: code });
}

// This ceremony's HSM, and waiting for its long operations: what is unknown stays unknown.
import { exchangeKeyDer, isFault, sha256Hex, type Fault } from "../../crypto/index.ts";
import { fault, type State, type StorageWay } from "../ceremony/ceremony.ts";
import { saidBy, type Activation, type AskedHsm, type Hsm, type Progress } from "../hsm/hsm.ts";
import { waitFor } from "../hsm/poll.ts";
import type { Deps, LongWork } from "./deps.ts";
import { fault as ownFault } from "./faults.ts";
import { record, stateOf } from "./turn.ts";

/** An activation takes about ten minutes; what moves many keys may take longer. */
const LIMIT_SECONDS: Readonly<Record<LongWork, number>> = {
  activation: 30 * 60,
  "domain-restore": 30 * 60,
  backup: 60 * 60,
  "restore-wait": 60 * 60,
  restore: 60 * 60,
  role: 10 * 60,
};

/** How to wait for a long operation: half an hour or an hour by default. */
export type Waiting = Pick<Deps, "notice" | "pollSeconds" | "sleep"> & {
  readonly limitSeconds?: number;
};

/**
 * The HSM of the first entry, and no other. Who signs in to it is recorded before it is asked
 * anything; again, when someone else does.
 * @throws Fault E-HSM-OTHER, E-AUTH-*, E-HSM-AUTH, E-HSM-TENANT...
 */
export async function hsmOf(deps: Deps, { opened }: State): Promise<AskedHsm> {
  const hsm = await deps.hsm();
  if (hsm.name.toLowerCase() !== opened?.hsm.toLowerCase()) throw fault("E-HSM-OTHER");
  const as = await hsm.signIn();
  // The token of a rehearsal's own HSM belongs to nobody.
  if (as === null || as.way === "rehearsal") return hsm;
  const { signedIn } = stateOf(deps);
  const { way, tenant, id, name } = as;
  const isKnown =
    signedIn?.way === way
    && signedIn.tenant === tenant
    && signedIn.id === id
    && signedIn.name === name;
  if (!isKnown)
    record(deps, { type: "signed-in", by: "administrator", data: { way, tenant, id, name } });
  return hsm;
}

/** Only an HSM that never was active is activated. @throws Fault E-HSM-ACTIVE, E-HSM-NOT-WAITING */
export async function checkNotActive(hsm: Hsm, state: Activation): Promise<void> {
  if (state === "Active") throw fault("E-HSM-ACTIVE");
  await checkWaiting(hsm, state);
}

/** It waits for a domain, of its own or another's. @throws Fault E-HSM-NOT-WAITING, with Azure's word */
export async function checkWaiting(hsm: Hsm, state: Activation): Promise<void> {
  if (state === "NotActivated") return;
  const { activationSaid } = await hsm.facts();
  throw fault("E-HSM-NOT-WAITING", {}, [], saidBy("server", activationSaid));
}

/** Only an HSM in use gives its domain again. @throws Fault E-HSM-NOT-ACTIVE */
export function checkActive(state: Activation): void {
  if (state !== "Active") throw fault("E-HSM-NOT-ACTIVE");
}

/** @throws Fault E-HSM-FAILED, E-HSM-STILL-RUNNING and others of `waitFor` */
export const untilDone = async <Status extends Progress>(
  deps: Waiting,
  what: LongWork,
  ask: () => Promise<Status>,
): Promise<Status> =>
  waitFor(ask, {
    everySeconds: deps.pollSeconds,
    limitSeconds: deps.limitSeconds ?? LIMIT_SECONDS[what],
    sleep: deps.sleep,
    onProgress: ({ state, details }, seconds, trouble) =>
      deps.notice({
        kind: "asked",
        what,
        state,
        details,
        note: trouble?.sentences.message ?? "",
        seconds,
      }),
  });

/**
 * Waits until a download has ended. Where it activates the HSM, its status is not the only witness: an HSM
 * that is active has ended it, even if it no longer reports the status, or by a word that is not known.
 * @param wasActive the HSM was active before, which says nothing of this download
 */
export function untilDownloaded(deps: Waiting, hsm: Hsm, wasActive: boolean): Promise<Progress> {
  const ask = (): Promise<Progress> => hsm.downloadStatus();
  return untilDone(deps, "activation", wasActive ? ask : orActive(hsm, ask));
}

const orActive = (hsm: Hsm, ask: () => Promise<Progress>) => async (): Promise<Progress> => {
  try {
    const status = await ask();
    return status.state === "unknown" && (await isActive(hsm)) ? DONE : status;
  } catch (error) {
    if (!isFault(error) || !["E-HSM-NONE", "E-HSM-BODY"].includes(error.code)) throw error;
    if (await isActive(hsm)) return DONE;
    throw error;
  }
};

const DONE: Progress = { state: "succeeded", details: "" };
const isActive = async (hsm: Hsm): Promise<boolean> => (await hsm.activation()) === "Active";

/**
 * Asks what a role allows that was assigned just now: Azure may need minutes until it has effect.
 * @throws Fault E-HSM-AUTH if it has none after ten minutes
 */
export async function onceAllowed<T>(deps: Waiting, ask: () => Promise<T>): Promise<T> {
  const got: T[] = [];
  const refusals: Fault[] = [];
  try {
    await untilDone(deps, "role", async () => {
      try {
        got.push(await ask());
        return DONE;
      } catch (error) {
        if (!isFault(error) || error.code !== "E-HSM-AUTH") throw error;
        refusals.push(error);
        return { state: "running", details: error.said?.words ?? "" };
      }
    });
  } catch (error) {
    const isOver = isFault(error) && error.code === "E-HSM-STILL-RUNNING";
    throw isOver ? (refusals.at(-1) ?? error) : error;
  }
  const [allowed] = got;
  return allowed as T;
}

/** Not active, and no download to be confirmed: whatever was sent never counted. */
export async function stillWaiting(hsm: Hsm): Promise<boolean> {
  if ((await hsm.activation()) !== "NotActivated") return false;
  const state = await stateOr(hsm.downloadStatus.bind(hsm), "failed");
  return state === "failed";
}

/** True if an upload reached the HSM: it is working on it, or is active. */
export async function hasBlob(hsm: Hsm): Promise<boolean> {
  if ((await hsm.activation()) === "Active") return true;
  const state = await stateOr(hsm.uploadStatus.bind(hsm), "failed");
  return state !== "failed";
}

/** Sends a blob. A missing answer is not a failure: the status, asked next, decides. */
export async function sendOnce(hsm: Hsm, blob: string, id?: string): Promise<void> {
  try {
    await hsm.upload(blob, id);
  } catch (error) {
    if (!isFault(error) || error.code !== "E-HSM-UNKNOWN-OUTCOME") throw error;
  }
}

/**
 * The job to wait for: the one that began before (its name, or ""), unless it has failed or the HSM
 * no longer knows it; else a new one.
 */
export async function startedJob(
  known: string,
  ask: (job: string) => Promise<Progress>,
  start: () => Promise<string>,
): Promise<string> {
  if (known !== "" && (await stateOr(() => ask(known), "failed")) !== "failed") return known;
  return start();
}

/** How the storage is reached, as recorded: never the token, nor its place. */
export const storageWay = (sasFile: string | undefined): StorageWay =>
  sasFile === undefined ? "managed-identity" : "sas";

/**
 * Waits until the HSM has accepted a blob. One that it refused was perhaps made for a key that is
 * gone: only now the key is requested again, because asking may make a new one.
 * @param thumbprint of the blob's exchange key
 * @param id of that request in Azure's log; none without a record of it
 */
export async function untilTaken(
  deps: Waiting,
  hsm: Hsm,
  thumbprint: string,
  id: () => string | undefined = () => undefined,
): Promise<void> {
  try {
    await untilDone(
      deps,
      "domain-restore",
      orActive(hsm, () => hsm.uploadStatus()),
    );
  } catch (error) {
    if (!isFault(error) || error.code !== "E-HSM-FAILED") throw error;
    // An HSM that gives no key now, because it is active, says nothing but that it failed.
    if (await isActive(hsm)) throw error;
    const now = sha256Hex(exchangeKeyDer(await hsm.exchangeKey(id())));
    throw ownFault(now === thumbprint ? "E-UPLOAD-FAILED" : "E-XK-STALE");
  }
}

/**
 * What the HSM says of a backup or restore before it begins: nothing that would fail is begun. An HSM that does
 * not say is mentioned, not refused.
 * @param job of the check; null if the HSM did not say
 * @throws Fault E-HSM-FORETOLD, with the HSM's words; others of `waitFor`
 */
export async function askedFirst(
  deps: Waiting,
  hsm: Hsm,
  what: "backup" | "restore",
  job: string | null,
): Promise<void> {
  if (job === null) {
    const { code, message } = ownFault("E-HSM-UNSAID");
    deps.notice({ kind: "warned", code, message });
    return;
  }
  try {
    await untilDone(deps, what, () => hsm.checkStatus(what, job));
  } catch (error) {
    if (!isFault(error) || error.code !== "E-HSM-FAILED") throw error;
    throw ownFault("E-HSM-FORETOLD", {}, [], error.said);
  }
}

/** An operation's status; `none` if the HSM knows no such operation. */
async function stateOr(
  ask: () => Promise<Progress>,
  none: Progress["state"],
): Promise<Progress["state"]> {
  try {
    return (await ask()).state;
  } catch (error) {
    if (isFault(error) && error.code === "E-HSM-NONE") return none;
    throw error;
  }
}

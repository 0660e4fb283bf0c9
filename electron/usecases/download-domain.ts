// Downloads the security domain: received means stored. The answer is streamed to two media and to
// the station's own disk, fsynced, read back, hashed and recorded before it is parsed, and parsed
// before anything is polled.
import { isFault, checkOfficers, sha256Hex, type Fault } from "../../crypto/index.ts";
import {
  domainNameAfter,
  fault as ceremonyFault,
  fold,
  mayDownload,
  keyNamesOf,
  requestIdOf,
  seatsOf,
  thumbprintOf,
  type CeremonyView,
  type FileOnMedium,
} from "../ceremony/ceremony.ts";
import type { AskedHsm, Hsm } from "../hsm/hsm.ts";
import { setAsideAnswer, type Medium } from "../media/media.ts";
import { noteAfter } from "./after-activation.ts";
import { checkBefore } from "./before-activation.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { hsmOf, checkActive, checkNotActive, stillWaiting, untilDownloaded } from "./hsm-wait.ts";
import { checkClean } from "./incident.ts";
import type { Keeping } from "./answer-places.ts";
import { answerKept, domainKept, putOn, receiveAnswer } from "./kept-answer.ts";
import { putBack } from "./put-back.ts";
import {
  begin,
  finish,
  journalOf,
  load,
  medium,
  record,
  refuse,
  type Turn,
  certificateOf,
} from "./turn.ts";

export interface DownloadRequest {
  /**
   * Who decided to download again after an answer was lost: Azure then encrypts the same domain
   * again. Never needed the first time, and never assumed.
   */
  readonly againDecidedBy?: readonly string[];
}

/**
 * Continues from wherever a crash left it: an answer that is complete on the media is never
 * requested again.
 * @throws Fault E-STATE*, E-MEDIA-*, E-CERT-*, E-HSM-*, E-ACTIVATED-NO-SD, E-ANSWER*, E-PREFLIGHT,
 * E-PREFLIGHT-DECIDE
 */
export async function downloadDomain(
  deps: Deps,
  request: DownloadRequest,
  kind: "download-domain" | "download-again" = "download-domain",
): Promise<CeremonyView> {
  const turn = begin(deps, kind);
  const isAgain = kind === "download-again";
  refuse(mayDownload(turn.state));
  const hsm = await hsmOf(deps, turn.state);
  const media = [transferOf(deps, turn), medium(deps, MEDIA.domainCopy)] as const;
  for (const on of media) await checkClean(deps, on, turn.step.id);
  // The record's folder has no secret either, and belongs to this ceremony alone.
  const keeping = { media, spool: deps.record.folder };
  const name = domainNameAfter(turn.state);
  let { download } = turn.state;
  if (download === "began" && recoverAnswer(deps, keeping, FILES.answer(name)))
    download = "received";
  if (download === "began")
    download = await (isAgain ? askAgain(deps, hsm) : decideAgain(deps, turn, hsm, request));
  const unread = download === "received" ? unreadIn(turn, keeping, name) : null;
  if (unread !== null)
    download = await (isAgain ? askAgain(deps, hsm) : decidePast(deps, turn, hsm, request, unread));
  if (download === "none") await checkReady(deps, hsm, isAgain);
  if (download === "none" || download === "again") await receive(deps, turn, hsm, keeping);
  if (download !== "written" && download !== "ended") writeDomain(deps, media, name);
  if (download !== "ended") {
    deps.notice({ kind: "task", task: "poll" });
    await untilDownloaded(deps, hsm, isAgain);
    const state = await hsm.activation();
    record(deps, { type: "download-ended", by: "app", data: { state } });
    if (!isAgain) await noteAfter(deps, hsm, state);
  }
  return finish(deps, turn);
}

/**
 * The transfer medium. If a call began whose answer no entry names, the medium may have died during
 * it, and another one replaces it (rule 49 of what a record means).
 */
function transferOf(deps: Deps, { state }: Turn): Medium {
  const isCalled = state.download === "began" || state.download === "again";
  const mayBeAnother = isCalled && state.answer === null;
  const id = mayBeAnother ? deps.media.find(MEDIA.transfer).id : undefined;
  return medium(deps, MEDIA.transfer, id);
}

/** An HSM in use gives its domain again; a new one is activated when everything holds that must. */
async function checkReady(deps: Deps, hsm: AskedHsm, isAgain: boolean): Promise<void> {
  const state = await hsm.activation();
  if (isAgain) checkActive(state);
  else {
    await checkNotActive(hsm, state);
    await checkBefore(deps, hsm);
  }
}

/** The irreversible call. `download-began` is durable before the first byte is sent. */
async function receive(deps: Deps, turn: Turn, hsm: Hsm, keeping: OnTwo): Promise<void> {
  const { required, certificates } = officersOf(deps, turn, keeping.media[0]);
  const name = FILES.answer(domainNameAfter(turn.state));
  // Any answer there was decided against: from here on a complete answer is this call's.
  for (const on of keeping.media) setAsideAnswer(on, name);
  record(deps, {
    type: "download-began",
    by: "administrator",
    data: { required, thumbprints: certificates.map(({ thumbprint }) => thumbprint) },
  });
  deps.notice({ kind: "task", task: "send" });
  const asked = { certificates, required, name, id: requestIdOf(journalOf(deps).head) };
  const kept = await receiveAnswer(hsm, asked, keeping, () =>
    deps.notice({ kind: "task", task: "keep-answer" }),
  );
  recordAnswer(deps, kept);
}

/** The transfer medium comes first. */
type OnTwo = Keeping & { readonly media: readonly [Medium, Medium] };

/** The certificates on the transfer medium, which must be those of the record. */
function officersOf(deps: Deps, turn: Turn, from: Medium) {
  // At first a medium without them is a wrong one; later it may replace a dead one.
  if (turn.state.download !== "none") putBack(from, turn.state);
  const certificates = seatsOf(deps.script.officers).map((seat) => {
    const name = FILES.certificateNamed(keyNamesOf(turn.state, seat).key);
    const certificate = certificateOf(deps, load(from, name));
    if (certificate.thumbprint !== thumbprintOf(turn.state, seat))
      throw ceremonyFault("E-CERT-SWAPPED", { n: seat });
    return certificate;
  });
  const required = deps.script.quorum;
  checkOfficers(certificates, required);
  return { required, certificates };
}

function recordAnswer(deps: Deps, files: readonly FileOnMedium[]): void {
  const [first] = files;
  if (first === undefined) throw fault("E-DOMAIN-MISSING");
  record(deps, {
    type: "answer-received",
    by: "app",
    data: { sha256: first.sha256, size: first.size, files },
  });
}

/** Whether a complete answer was found, after a crash or a failed medium; then it is recorded. */
function recoverAnswer(deps: Deps, keeping: Keeping, name: string): boolean {
  const files = answerKept(keeping, name);
  if (files !== null) recordAnswer(deps, files);
  return files !== null;
}

/**
 * After a crash with no answer on any medium the HSM decides: still waiting means that the call
 * never counted; otherwise two people decide to download again.
 */
async function decideAgain(
  deps: Deps,
  { state }: Turn,
  hsm: Hsm,
  request: DownloadRequest,
  why = "The answer was lost",
): Promise<"again"> {
  if (await stillWaiting(hsm)) {
    record(deps, {
      type: "download-again-decided",
      by: "app",
      data: { reason: "The HSM is still waiting: the call did not count.", decidedBy: [] },
    });
    return "again";
  }
  const roles = state.opened?.participants.map(({ role }) => role) ?? [];
  const decidedBy = roles.filter((role) => request.againDecidedBy?.includes(role) ?? false);
  if (decidedBy.length < 2) throw ceremonyFault("E-ACTIVATED-NO-SD");
  await untilDownloaded(deps, hsm, false);
  record(deps, {
    type: "download-again-decided",
    by: "administrator",
    data: { reason: `${why}; Azure wraps the same domain again.`, decidedBy },
  });
  return "again";
}

/** E-ANSWER if what was received is not the text of a security domain at all; else null. */
function unreadIn({ state }: Turn, { media }: Keeping, name: string): Fault | null {
  try {
    domainKept(media, FILES.answer(name), state.answer?.sha256);
    return null;
  } catch (error) {
    if (!isFault(error) || error.code !== "E-ANSWER") throw error;
    return error;
  }
}

/**
 * What came was not the HSM's answer, or may not be. If the HSM still waits, it is asked again;
 * else two people decide so. Until then it is left unchanged.
 * @throws Fault E-ANSWER
 */
async function decidePast(
  deps: Deps,
  turn: Turn,
  hsm: Hsm,
  request: DownloadRequest,
  unread: Fault,
): Promise<"again"> {
  try {
    return await decideAgain(deps, turn, hsm, request, "What came was no security domain");
  } catch (error) {
    throw isFault(error) && error.code === "E-ACTIVATED-NO-SD" ? unread : error;
  }
}

/**
 * An HSM in use gives its domain as often as it is asked, and does not change: after a crash
 * without an answer it is asked again, once an earlier call has ended.
 */
async function askAgain(deps: Deps, hsm: Hsm): Promise<"again"> {
  checkActive(await hsm.activation());
  try {
    await untilDownloaded(deps, hsm, true);
  } catch (error) {
    // It never received the call.
    if (!isFault(error) || error.code !== "E-HSM-NONE") throw error;
  }
  record(deps, {
    type: "download-again-decided",
    by: "app",
    data: { reason: "The HSM was active before: it wraps the same domain again.", decidedBy: [] },
  });
  return "again";
}

/** Writes the domain from the answer to a file of its own on both media, before the first poll. */
function writeDomain(deps: Deps, media: readonly Medium[], name: string): void {
  deps.notice({ kind: "task", task: "read-answer" });
  const recorded = fold(journalOf(deps).entries).answer?.sha256;
  const bytes = domainKept(media, FILES.answer(name), recorded);
  if (bytes === null) throw ceremonyFault("E-DOMAIN-HASH");
  const files = putOn(media, FILES.domain(name), bytes);
  record(deps, {
    type: "domain-written",
    by: "app",
    data: { sha256: sha256Hex(bytes), size: bytes.length, files },
  });
}

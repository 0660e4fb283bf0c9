// Uploads the restore blob once. After a crash the HSM is asked first; nothing is repeated blindly.
import {
  isFault,
  checkRestoreBlob,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  sha256Hex,
  fromUtf8,
  utf8,
  type RestoreBlob,
} from "../../crypto/index.ts";
import {
  fault as ceremonyFault,
  mayUpload,
  requestIdOf,
  type CeremonyView,
} from "../ceremony/ceremony.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { checkWaiting, hasBlob, hsmOf, sendOnce, untilTaken } from "./hsm-wait.ts";
import { begin, finish, journalOf, load, medium, record, refuse, type Turn } from "./turn.ts";

/** @throws Fault E-STATE*, E-MEDIA-*, E-BLOB-*, E-HSM-*, E-UPLOAD-FAILED, E-XK-STALE */
export async function uploadBlob(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "upload-blob");
  const hsm = await hsmOf(deps, turn.state);
  const blob = checkedBlob(deps, turn);
  refuse(mayUpload(turn.state, sha256Hex(blob), turn.step.id));
  const last = turn.state.uploads.at(-1);
  // Interrupted between the end of the upload and the end of the step.
  if (last?.step === turn.step.id && last.ended !== null) return finish(deps, turn);
  const inHand = turn.state.upload === "began" && (await hasBlob(hsm));
  if (!inHand) {
    const state = await hsm.activation();
    if (state === "Active") throw ceremonyFault("E-BLOB-USED", { when: "" });
    await checkWaiting(hsm, state);
    record(deps, { type: "upload-began", by: "administrator", data: { sha256: sha256Hex(blob) } });
    deps.notice({ kind: "task", task: "send" });
    await sendOnce(hsm, fromUtf8(blob), requestIdOf(journalOf(deps).head));
  }
  deps.notice({ kind: "task", task: "poll" });
  const { exchangeThumbprint } = readRestoreBlob(blob);
  await untilTaken(deps, hsm, exchangeThumbprint, () => requestIdOf(journalOf(deps).head));
  record(deps, { type: "upload-ended", by: "app", data: { state: await hsm.activation() } });
  return finish(deps, turn);
}

/**
 * The blob on the medium: for this exchange key, complete for this domain, the bytes that were made.
 */
function checkedBlob(deps: Deps, turn: Turn): Uint8Array {
  const { opened, exchange, blob: made, accepted } = turn.state;
  const bytes = load(medium(deps, MEDIA.transfer), FILES.blob(opened?.hsm ?? ""));
  const certificate = readExchangeKey(utf8(exchange?.certificate ?? ""), accepted);
  const domain = readSecurityDomain(domainOnMedia(deps, turn.state).bytes, accepted);
  checkRestoreBlob(understood(bytes), certificate, domain);
  if (sha256Hex(bytes) !== made?.sha256) throw ceremonyFault("E-BLOB-HASH");
  return bytes;
}

/** What cannot be read as a blob is not ours: those were read before they were stored. */
function understood(bytes: Uint8Array): RestoreBlob {
  try {
    return readRestoreBlob(bytes);
  } catch (error) {
    if (isFault(error) && error.code === "E-BLOB-FORM") throw ceremonyFault("E-BLOB-HASH");
    throw error;
  }
}

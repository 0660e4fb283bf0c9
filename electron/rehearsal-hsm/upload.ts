// Recovery: a restore blob comes in and is taken or not; the HSM then waits on or is active
// (docs/azure-protocol.md 3).
import {
  isFault, isObject, readJson, readRestoreBlob, utf8, type RestoreBlob,
} from "../../crypto/index.ts";
import {
  accepted, badParameter, conflict, notFound, polled, type Answer, type Call,
} from "./answer.ts";
import { judgeBlob } from "./blob.ts";
import { ACTIVE } from "./download.ts";
import type { Machine } from "./machine.ts";
import { begin } from "./operation.ts";
import { isActivating, type State } from "./state.ts";

const RESTORING = {
  status: "InProgress", status_details: "The Security Domain is being restored.",
};
const UNREADABLE = "The Security Domain to restore could not be read.";

/**
 * POST securitydomain/upload. The judgement is made at once and shown at the end. A good blob's
 * domain is kept and the private exchange key destroyed in one step; after a bad one all is as
 * before, and the same exchange key stays valid.
 */
export function postUpload(machine: Machine, call: Call): Answer {
  const { state, random, pendingMs } = machine;
  if (state.activated) return conflict("The HSM is already active; it takes no security domain.");
  if (isActivating(state)) return conflict("The HSM is already being activated.");
  const blob = readBlob(call.body);
  if (blob === null) {
    const upload = { ...begin(machine.now(), 0), ended: true, failure: UNREADABLE };
    machine.commit({ ...state, upload });
    return badParameter(UNREADABLE);
  }
  const judgement = judgeBlob(blob, state.exchange, random);
  const pending = begin(machine.now(), pendingMs);
  const next: State = "failure" in judgement
    ? { ...state, upload: { ...pending, failure: judgement.failure } }
    : {
        ...state, upload: { ...pending, failure: null }, domain: judgement.domain,
        exchange: state.exchange && { ...state.exchange, pkcs8: null },
      };
  machine.commit(next);
  return accepted(RESTORING, poll(call));
}

/** GET securitydomain/upload/pending. */
export function getUploadStatus({ state: { upload } }: Machine, call: Call): Answer {
  if (upload === null) return notFound("No security domain was uploaded.");
  const ended = upload.failure === null
    ? { status: "Success", status_details: ACTIVE }
    : { status: "Failed", status_details: upload.failure };
  return polled(upload.ended ? ended : RESTORING, poll(call), !upload.ended);
}

const poll = ({ base }: Call): string => `${base}/securitydomain/upload/pending?api-version=7.5`;

function readBlob(body: Uint8Array): RestoreBlob | null {
  const reading = readJson(body);
  const value = reading.ok && isObject(reading.value) ? reading.value["value"] : undefined;
  if (typeof value !== "string") return null;
  try {
    return readRestoreBlob(utf8(value));
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

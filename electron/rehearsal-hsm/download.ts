// Activation: the security domain is given out once, then confirmed (docs/azure-protocol.md 2).
import { isFault } from "../../crypto/index.ts";
import {
  accepted, badParameter, conflict, notFound, polled, type Answer, type Call,
} from "./answer.ts";
import { makeDomain, wrapDomain } from "./domain.ts";
import { readDownloadRequest, type DownloadRequest } from "./download-request.ts";
import { makeKeys } from "./keys.ts";
import type { Machine } from "./machine.ts";
import { begin } from "./operation.ts";
import { isActivating } from "./state.ts";

/** Recorded sentences, for download and upload alike. */
export const ACTIVE = "The resource is active.";
const CONFIRMING = "The Security Domain is being confirmed.";

/**
 * POST securitydomain/download. On a new HSM it makes the domain, and the HSM becomes active when
 * it was confirmed. On an active one it wraps the same domain for new officers; the HSM stays
 * active. A new HSM begins with Contoso's three keys, so that there is something to lose.
 */
export function postDownload(machine: Machine, call: Call): Answer {
  const { state, random, pendingMs } = machine;
  if (isActivating(state)) return conflict("The HSM is already being activated.");
  const request = judge(call.body);
  if ("status" in request) return request;
  const domain = state.domain ?? makeDomain(random);
  const keys = state.activated ? state.keys : makeKeys(Math.floor(machine.now() / 1000), random);
  const value = wrapDomain(domain, request.officers, request.required, random);
  machine.commit({
    ...state, domain, keys, download: begin(machine.now(), pendingMs),
    // An HSM with a domain of its own takes no other: what was made for that has no use left.
    exchange: null,
  });
  return accepted({ value }, poll(call));
}

/** GET securitydomain/download/pending. Long after the end it still says Success. */
export function getDownloadStatus({ state }: Machine, call: Call): Answer {
  if (state.download === null) return notFound("No security domain was downloaded.");
  const { ended } = state.download;
  const body = ended
    ? { status: "Success", status_details: ACTIVE }
    : { status: "InProgress", status_details: CONFIRMING };
  return polled(body, poll(call), !ended);
}

const poll = ({ base }: Call): string => `${base}/securitydomain/download/pending?api-version=7.5`;

function judge(body: Uint8Array): DownloadRequest | Answer {
  try {
    return readDownloadRequest(body);
  } catch (error) {
    if (!isFault(error) || error.code === "E-DOUBLE-ENTRY") throw error;
    return badParameter(error.message);
  }
}

// Recovery: a restore blob arrives and is accepted or not; the HSM then waits or is active
// (docs/azure-protocol.md 3).
import {
  equal,
  isFault,
  isObject,
  readJson,
  readRestoreBlob,
  toHex,
  utf8,
  type RestoreBlob,
} from "../../crypto/index.ts";
import { openWithPrivateKey, openWithSecret } from "../../crypto/secret-half.ts";
import {
  accepted,
  badParameter,
  conflict,
  notFound,
  polled,
  type Answer,
  type Call,
} from "./answer.ts";
import { bytesOf, sealDomain, type Domain } from "./domain.ts";
import { ACTIVE } from "./download.ts";
import {
  DOMAIN_KEY_BYTES,
  ENTRIES,
  holds,
  KEY_ENTRY,
  readEntryForm,
  type ReadEntryForm,
} from "./entry-form.ts";
import type { Machine } from "./machine.ts";
import { begin } from "./operation.ts";
import { isActivating, type ExchangeKey, type State } from "./state.ts";
import { exchangeCertificate } from "./transfer-key.ts";

const RESTORING = {
  status: "InProgress",
  status_details: "The Security Domain is being restored.",
};
const UNREADABLE = "The Security Domain to restore could not be read.";

/**
 * POST securitydomain/upload. The verdict is made at once and shown at the end. A good blob's
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
  const judgement = checkBlob(blob, state.exchange, random);
  const pending = begin(machine.now(), pendingMs);
  const next: State =
    "failure" in judgement
      ? { ...state, upload: { ...pending, failure: judgement.failure } }
      : {
          ...state,
          upload: { ...pending, failure: null },
          domain: judgement.domain,
          exchange: state.exchange && { ...state.exchange, pkcs8: null },
        };
  machine.commit(next);
  return accepted(RESTORING, poll(call));
}

/** GET securitydomain/upload/pending. */
export function getUploadStatus({ state: { upload } }: Machine, call: Call): Answer {
  if (upload === null) return notFound("No security domain was uploaded.");
  const ended =
    upload.failure === null
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

/** Why a blob is refused: a sentence for `status_details`. */
export type BlobVerdict = { readonly domain: Domain } | { readonly failure: string };

const SECRET_BYTES = 32;

/**
 * Takes the domain out of a blob: the exchange key is this HSM's, its key and every entry open,
 * and the entries are the three of one rehearsal HSM's domain, each with its check value.
 * @param exchange null where no exchange key was ever asked for
 */
function checkBlob(
  blob: RestoreBlob,
  exchange: ExchangeKey | null,
  random: (length: number) => Uint8Array,
): BlobVerdict {
  if (
    exchange?.pkcs8 == null
    || blob.exchangeThumbprint !== exchangeCertificate(exchange).thumbprint
  )
    return { failure: "The Security Domain was encrypted for another exchange key." };
  const pkcs8 = bytesOf(exchange.pkcs8);
  const secret = opened(() => openWithPrivateKey(blob.wrappedKey, pkcs8));
  if (secret?.length !== SECRET_BYTES)
    return { failure: "The wrapped key does not open with the exchange key." };
  return checkEntries(blob, secret, random);
}

function checkEntries(
  blob: RestoreBlob,
  secret: Uint8Array,
  random: (length: number) => Uint8Array,
): BlobVerdict {
  const plaintexts: { tag: string; plaintext: Uint8Array }[] = [];
  for (const { tag } of ENTRIES) {
    const entry = blob.entries.find((one) => one.tag === tag);
    if (entry === undefined) return { failure: `The entry ${tag} is missing.` };
    const plaintext = opened(() => openWithSecret([entry], secret)[0]?.plaintext ?? null);
    if (plaintext === null) return { failure: `The entry ${tag} was altered.` };
    plaintexts.push({ tag, plaintext });
  }
  if (blob.entries.length !== ENTRIES.length) return { failure: "There is an entry too many." };
  const forms = plaintexts.flatMap(({ tag, plaintext }) => {
    const form = readEntryForm(plaintext);
    return form?.tag === tag ? [form] : [];
  });
  const failure = checkForms(forms);
  if (failure !== null) return { failure };
  const id = toHex(forms[0]?.domainId ?? new Uint8Array());
  return { domain: sealDomain(plaintexts, id, random) };
}

function checkForms(forms: readonly ReadEntryForm[]): string | null {
  if (forms.length !== ENTRIES.length) return "An entry is not one of a rehearsal HSM's.";
  const key = forms.find(({ tag }) => tag === KEY_ENTRY)?.body.subarray(0, DOMAIN_KEY_BYTES);
  const [first] = forms;
  if (first === undefined || key?.length !== DOMAIN_KEY_BYTES)
    return "There is no domain key in the Security Domain.";
  const foreign = forms.find((form) => !equal(form.domainId, first.domainId) || !holds(form, key));
  return foreign ? "The entries do not belong to one Security Domain." : null;
}

/** The decrypted content; null if a key or a tag is wrong. */
function opened(open: () => Uint8Array | null): Uint8Array | null {
  try {
    return open();
  } catch (error) {
    if (isFault(error) && error.code.startsWith("E-JWE-")) return null;
    throw error;
  }
}

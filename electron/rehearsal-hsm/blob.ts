// An uploaded restore blob, opened with the exchange key and judged from its own bytes alone.
import { equal, isFault, toHex, type RestoreBlob } from "../../crypto/index.ts";
import { openWithPrivateKey, openWithSecret } from "../../crypto/secret-half.ts";
import { bytesOf, sealDomain, type Domain } from "./domain.ts";
import {
  DOMAIN_KEY_BYTES, ENTRIES, holds, KEY_ENTRY, readEntryForm, type ReadEntryForm,
} from "./entry-form.ts";
import type { ExchangeKey } from "./state.ts";
import { exchangeCertificate } from "./transfer-key.ts";

/** Why a blob is not taken: a sentence for `status_details`. */
export type Judgement = { readonly domain: Domain } | { readonly failure: string };

const SECRET_BYTES = 32;

/**
 * Takes the domain out of a blob: the exchange key is this HSM's, its key and every entry open,
 * and the entries are the three of one rehearsal HSM's domain, each with its check value.
 * @param exchange null where no exchange key was ever asked for
 */
export function judgeBlob(
  blob: RestoreBlob, exchange: ExchangeKey | null, random: (length: number) => Uint8Array,
): Judgement {
  if (exchange?.pkcs8 == null
    || blob.exchangeThumbprint !== exchangeCertificate(exchange).thumbprint)
    return { failure: "The Security Domain was encrypted for another exchange key." };
  const pkcs8 = bytesOf(exchange.pkcs8);
  const secret = opened(() => openWithPrivateKey(blob.wrappedKey, pkcs8));
  if (secret?.length !== SECRET_BYTES)
    return { failure: "The wrapped key does not open with the exchange key." };
  return judgeEntries(blob, secret, random);
}

function judgeEntries(
  blob: RestoreBlob, secret: Uint8Array, random: (length: number) => Uint8Array,
): Judgement {
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
  const failure = judgeForms(forms);
  if (failure !== null) return { failure };
  const id = toHex(forms[0]?.domainId ?? new Uint8Array());
  return { domain: sealDomain(plaintexts, id, random) };
}

function judgeForms(forms: readonly ReadEntryForm[]): string | null {
  if (forms.length !== ENTRIES.length) return "An entry is not one of a rehearsal HSM's.";
  const key = forms.find(({ tag }) => tag === KEY_ENTRY)?.body.subarray(0, DOMAIN_KEY_BYTES);
  const [first] = forms;
  if (first === undefined || key?.length !== DOMAIN_KEY_BYTES)
    return "There is no domain key in the Security Domain.";
  const foreign = forms.find((form) =>
    !equal(form.domainId, first.domainId) || !holds(form, key));
  return foreign ? "The entries do not belong to one Security Domain." : null;
}

/** What opens, or null where a key or a tag does not fit. */
function opened(open: () => Uint8Array | null): Uint8Array | null {
  try {
    return open();
  } catch (error) {
    if (isFault(error) && error.code.startsWith("E-JWE-")) return null;
    throw error;
  }
}

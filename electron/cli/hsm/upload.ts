// `sd hsm upload`: sends a restore blob, once. The HSM is asked before, and never sent it twice.
import {
  fromUtf8,
  checkRestoreBlob,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
} from "../../../crypto/index.ts";
import { fault as ceremonyFault } from "../../ceremony/ceremony.ts";
import { hasBlob, sendOnce, untilTaken } from "../../usecases/hsm-wait.ts";
import { optional, need, usage, type Given } from "../shared/arguments.ts";
import {
  claimsOf,
  confirmedLine,
  confirmingFlag,
  confirmThumbprint,
  digestLines,
  NOBODY_CONFIRMED,
  UNCONFIRMED_CODE,
} from "../exchange/exchange-confirmed.ts";
import { fault } from "../shared/faults.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { inWords, spoken } from "../shared/spoken.ts";
import { hasNotice } from "../exchange/unverified-notice.ts";
import { connect } from "./connection.ts";
import { waiting } from "./wait.ts";

const [BLOB, KEY, DOMAIN] = ["--sd-file-restore-blob", "--sd-exchange-key", "--sd-file"] as const;

/**
 * An HSM that already works on a blob is only waited for. A blob with a notice that its exchange
 * key was unconfirmed is sent once it is confirmed; if nobody can be asked, the outcome has exit
 * code 3, and nothing is sent.
 * @throws Fault E-USAGE, E-WORDS, E-FILE-*, E-BLOB-*, E-XK-DIFFERS, E-HSM-*, E-BLOB-USED,
 * E-UPLOAD-FAILED, E-XK-STALE
 */
export async function upload(given: Given, voice: Voice): Promise<Outcome> {
  const [path, claims] = [need(given, BLOB), claimsOf(given, false)];
  const blob = readInput(path, BLOB);
  const { exchangeThumbprint } = checkedBlob(given, blob);
  const isNoticed = hasNotice(path, blob);
  const isClaimed = claims.sha256 !== null || claims.words !== null;
  const confirmedBy =
    isNoticed || isClaimed
      ? await confirmThumbprint(exchangeThumbprint, lookLines(exchangeThumbprint), claims)
      : [];
  if (confirmedBy === null) return unconfirmed(exchangeThumbprint);
  const unverified = isNoticed && confirmedBy.length === 0;
  if (unverified) voice.warn(NOBODY_CONFIRMED);
  const { hsm } = await connect(given, voice);
  const wait = waiting(given, voice);
  const before = await hsm.activation();
  if (before === "Active") throw ceremonyFault("E-BLOB-USED", { when: ", or another one" });
  if (before !== "NotActivated") throw ceremonyFault("E-HSM-NOT-WAITING");
  if (await hasBlob(hsm)) {
    voice.tell("The HSM is already working on a blob: nothing is sent; sd only waits for it.");
  } else {
    voice.tell("Sending the restore blob, once.");
    await sendOnce(hsm, fromUtf8(blob));
  }
  await untilTaken(wait, hsm, exchangeThumbprint);
  const activation = await hsm.activation();
  return {
    text: [
      ...(unverified ? lookLines(exchangeThumbprint) : []),
      ...(confirmedBy.length > 0 ? [confirmedLine(confirmedBy)] : []),
      `The HSM has accepted the restore blob and is ${activation}.`,
      "Next: back this empty HSM up, wait 30 minutes, then restore the newest full backup.",
    ].join("\n"),
    data: {
      activation,
      exchange: spoken(exchangeThumbprint),
      confirmedBy: [...confirmedBy],
      unverified,
    },
  };
}

/** A blob's exchange key, as a person compares it. */
const lookLines = (thumbprint: string): readonly string[] => [
  "*** UNVERIFIED ***  This blob was made for an exchange key that NOBODY HAD CONFIRMED.",
  "If it is not your HSM's, the person who made it can open the whole security domain with this blob.",
  "The exchange key that the blob is for:",
  ...digestLines({ thumbprint }),
];

/** If the key is unconfirmed: what it is, the line to add, and how to continue without. */
function unconfirmed(thumbprint: string): Outcome {
  const add = confirmingFlag(thumbprint);
  return {
    text: [
      ...lookLines(thumbprint),
      "Nothing was sent. Compare the SHA-256 or the words with those of the HSM's exchange key, as they",
      "were shown when it was fetched here. Only if they are the same, add this line to the command:",
      `  ${add}`,
    ].join("\n"),
    data: { exchange: spoken(thumbprint), exchangeWords: inWords(thumbprint), add },
    refusal: fault("E-XK-UNSENT"),
    code: UNCONFIRMED_CODE,
  };
}

/** The blob; with key and domain given, checked for that key and complete for that domain. */
function checkedBlob(given: Given, bytes: Uint8Array) {
  const blob = readRestoreBlob(bytes);
  const [key, domain] = [optional(given, KEY), optional(given, DOMAIN)];
  if ((key === null) !== (domain === null))
    throw usage(`The flags ${KEY} and ${DOMAIN} go together.`);
  if (key !== null && domain !== null)
    checkRestoreBlob(
      blob,
      readExchangeKey(readInput(key, KEY)),
      readSecurityDomain(readInput(domain, DOMAIN)),
    );
  return blob;
}

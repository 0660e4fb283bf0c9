// `sd hsm upload`: a restore blob, sent once. The HSM is asked before, and never told twice.
import {
  fromUtf8,
  checkRestoreBlob,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
} from "../../../crypto/index.ts";
import { fault as ceremonyFault } from "../../ceremony/ceremony.ts";
import { hasBlob, sendOnce, untilTaken } from "../../usecases/hsm-wait.ts";
import { may, need, usage, type Given } from "../arguments.ts";
import { readInput } from "../files.ts";
import type { Outcome, Voice } from "../outcome.ts";
import { spoken } from "../shown.ts";
import { connect } from "./connection.ts";
import { waiting } from "./wait.ts";

const [BLOB, KEY, DOMAIN] = ["--sd-file-restore-blob", "--sd-exchange-key", "--sd-file"] as const;

/**
 * An HSM that already works on a blob is only waited for.
 * @throws Fault E-USAGE, E-FILE-*, E-BLOB-*, E-HSM-*, E-BLOB-USED, E-UPLOAD-FAILED, E-XK-STALE
 */
export async function upload(given: Given, voice: Voice): Promise<Outcome> {
  const blob = readInput(need(given, BLOB), BLOB);
  const { exchangeThumbprint } = judged(given, blob);
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
      `The HSM has accepted the restore blob and is ${activation}.`,
      "Next: back this empty HSM up, wait 30 minutes, then restore the newest full backup.",
    ].join("\n"),
    data: { activation, exchange: spoken(exchangeThumbprint) },
  };
}

/** The blob; with key and domain given, that it is for that key and whole for that domain. */
function judged(given: Given, bytes: Uint8Array) {
  const blob = readRestoreBlob(bytes);
  const [key, domain] = [may(given, KEY), may(given, DOMAIN)];
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

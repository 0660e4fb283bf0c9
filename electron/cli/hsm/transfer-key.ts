// `sd hsm transfer-key`: a waiting HSM's exchange key, stored unchanged, then checked.
import {
  exchangeKeyDer,
  checkAttestation,
  checkExchangeSubject,
  readExchangeKey,
  untrusted,
  utf8,
} from "../../../crypto/index.ts";
import { fault as ceremonyFault } from "../../ceremony/ceremony.ts";
import { need, type Given } from "../shared/arguments.ts";
import { rootOf } from "../exchange/attest-exchange-key.ts";
import { NAME } from "../exchange/confirming.ts";
import { confirmingFlag } from "../exchange/exchange-confirmed.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { NOT_ATTESTED } from "../exchange/restore-blob.ts";
import { allWordsOf, inWords, spoken } from "../shared/spoken.ts";
import { connect } from "./connection.ts";

const OUT = "--sd-exchange-key";
const RECEIVED = `${OUT}: FILE.received, an earlier answer of the HSM, is there`;

/**
 * Writes FILE.received, the HSM's unchanged answer, and FILE, the certificate as az writes it.
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-*, E-HSM-NOT-WAITING, E-XK-*, E-CERT-*
 */
export async function transferKey(given: Given, voice: Voice): Promise<Outcome> {
  const { warn } = voice;
  const out = need(given, OUT);
  const root = rootOf(given, warn);
  const received = `${out}.received`;
  checkFree(out, OUT);
  // The file of a refused answer: it may be all that shows what the HSM said.
  checkFree(received, RECEIVED);
  const { hsm } = await connect(given, voice);
  if ((await hsm.activation()) !== "NotActivated") throw ceremonyFault("E-HSM-NOT-WAITING");
  const answer = await hsm.exchangeKey();
  writeOutput(received, OUT, answer);
  const key = readExchangeKey(answer);
  checkExchangeSubject(key, hsm.name);
  const attestation = checkAttestation(exchangeKeyDer(answer), root);
  const refusal = untrusted(attestation);
  if (refusal !== null) throw refusal;
  const attested = attestation.verdict === "attested";
  if (!attested) warn(NOT_ATTESTED);
  writeOutput(out, OUT, utf8(key.pem));
  const add = confirmingFlag(key.thumbprint);
  return {
    text: [
      `The exchange key is written, and the HSM's answer as it came beside it (.received).`,
      attested ? "A genuine Managed HSM made it." : "Nothing shows that a Managed HSM made it.",
      `Thumbprint: ${key.thumbprint}`,
      "In words (all 32 are compared):",
      ...allWordsOf(key.thumbprint),
      "Offline, sd restore-blob writes no blob until this key is confirmed. It asks for these words, or",
      "takes the line below. Bring them on paper or read them aloud: not on the medium with the key.",
      `  ${add}`,
      ...(attested ? [`As the key is attested, its HSM's name will do: ${NAME} ${hsm.name}`] : []),
    ].join("\n"),
    data: {
      ...{ exchange: spoken(key.thumbprint), exchangeWords: inWords(key.thumbprint) },
      ...{ attested, file: out, received, add },
    },
  };
}

// What a rehearsal HSM states of its keys: of the form of a real card's, under a root that nobody else
// trusts. A rehearsal attests its keys by that root; everyone else refuses them.
import { fromBase64Url, toBase64Url, utf8 } from "../../crypto/index.ts";
import { makeCard, makeStatement, rehearsalPairs, type Card } from "../../crypto/secret-half.ts";
import { replaceFile } from "./disk.ts";
import { fault } from "./faults.ts";
import type { HsmKey } from "./state.ts";

/** As in an answer: base64url. */
export interface KeyAttestationParts {
  readonly certificatePemFile: string;
  readonly privateKeyAttestation: string;
  readonly publicKeyAttestation: string;
  readonly version: "MRVL-1";
}

/** What the HSM states of a key. @throws Fault E-RHSM-STATE; errors of the system */
export type Attest = (key: HsmKey) => KeyAttestationParts;

/** PEM of the root of cards to pin instead of the maker's. */
export const CARD_ROOT_FILE = "card-root.pem";

/**
 * The card is made when it is first asked: its keys take a moment, and few rehearsals ask.
 * @param name of the HSM, from which the card follows
 * @param madeAt when the HSM was provisioned, in milliseconds since 1970
 */
export function openAttesting(folder: string, name: string, madeAt: number): Attest {
  let card: Card | null = null;
  return (key) => {
    card ??= made(folder, name, new Date(madeAt));
    const by = card;
    const stated = { path: `/keys/${key.name}/${key.version}`, modulus: bytesIn(key.modulus) };
    const half = (which: "private" | "public"): string =>
      toBase64Url(makeStatement(by, stated, which));
    return {
      certificatePemFile: toBase64Url(utf8(by.certificates)),
      privateKeyAttestation: half("private"),
      publicKeyAttestation: half("public"),
      version: "MRVL-1",
    };
  };
}

function bytesIn(modulus: string): Uint8Array {
  const bytes = fromBase64Url(modulus);
  if (typeof bytes === "number") throw fault("E-RHSM-STATE", { file: "state.json" });
  return bytes;
}

function made(folder: string, name: string, at: Date): Card {
  const card = makeCard(rehearsalPairs(name), name, at);
  replaceFile(folder, CARD_ROOT_FILE, card.root);
  return card;
}

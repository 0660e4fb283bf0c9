// What a rehearsal HSM states of its keys: of the form of a real card's, under a root that nobody else
// trusts. Pinning that root attests its keys; everyone else refuses them.
import { join } from "node:path";
import {
  fromBase64,
  fromBase64Url,
  isObject,
  readJson,
  toBase64,
  toBase64Url,
  utf8,
} from "../../crypto/index.ts";
import {
  generateRsa,
  makeCard,
  makeCardPairs,
  makeStatement,
  type Card,
  type CardPairs,
} from "../../crypto/secret-half.ts";
import { readIfThere, replaceFile } from "./disk.ts";
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

const FILE = "card.json";
/** PEM of the root of cards to pin instead of the maker's. */
export const CARD_ROOT_FILE = "card-root.pem";
const BITS = 2048;

/**
 * The card is made when it is first asked: its keys take a second, and few rehearsals ask.
 * @param name of the HSM, which its own root has
 * @param madeAt when the HSM was provisioned, in milliseconds since 1970
 */
export function openAttesting(folder: string, name: string, madeAt: number): Attest {
  let card: Card | null = null;
  return (key) => {
    card ??= load(folder) ?? made(folder, name, new Date(madeAt));
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
  if (typeof bytes === "number") throw fault("E-RHSM-STATE", { file: FILE });
  return bytes;
}

/** Cards are of their maker: all HSMs of this process have one, and each a root of its own. */
let pairs: CardPairs | null = null;

function made(folder: string, name: string, at: Date): Card {
  pairs ??= makeCardPairs();
  const card = makeCard({ ...pairs, pool: generateRsa(BITS) }, name, at);
  const { root, certificates, partition } = card;
  replaceFile(folder, CARD_ROOT_FILE, root);
  replaceFile(folder, FILE, JSON.stringify({ root, certificates, partition: toBase64(partition) }));
  return card;
}

function load(folder: string): Card | null {
  const text = readIfThere(join(folder, FILE));
  if (text === null) return null;
  const reading = readJson(utf8(text));
  const { root, certificates, partition } =
    reading.ok && isObject(reading.value) ? reading.value : {};
  const key = typeof partition === "string" ? fromBase64(partition) : 0;
  if (typeof root !== "string" || typeof certificates !== "string" || typeof key === "number")
    throw fault("E-RHSM-STATE", { file: FILE });
  return { root, certificates, partition: key };
}

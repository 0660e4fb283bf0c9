// Whether the time of a refusal tells why it was refused. The oracle of Manger (CRYPTO 2001) asks
// whether the first byte under OAEP was zero; if that could be timed, a content key could be read.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from "node:crypto";
import { millisecondsOf, rankSum } from "./statistics.mjs";

const BITS = 2048;
const BYTES = BITS / 8;
const EACH = 5000;
/** The first ones warm up and do not count. */
const WARM = 100;
/** Below it two kinds of refusals would be distinguished by their time. */
const TOLD_APART = 0.01;

/**
 * Prints the probability that so great a difference of the times of two kinds of refusals is chance.
 * @param {import("./engines.mjs").Engines} engines
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the two are not distinguished
 */
export async function benchRefusals(engines, { isSmallest }) {
  const each = isSmallest ? 10 : EACH;
  const chance = await chanceOfRefusals(engines, each);
  console.log(
    `refusals of RSA-${BITS}, ${each} of each of two kinds: their times differ by chance `
      + `with p = ${chance.toFixed(3)} (promised: over ${TOLD_APART})`,
  );
  return chance > TOLD_APART;
}

/**
 * Content keys that neither engine takes, of two kinds in turn, as a step opens them: with a first
 * byte that is not zero, and with a zero and another label.
 * @param {import("./engines.mjs").Engines} engines
 * @param {number} each how many of each kind
 * @returns {Promise<number>} the probability that so great a difference of their times is chance
 */
export async function chanceOfRefusals({ makeOfficer, openWithPrivateKey }, each) {
  const { pkcs8 } = makeOfficer("officer", BITS);
  const key = createPublicKey(
    createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" }),
  );
  const kinds = [() => notZero(key), () => otherLabel(key)];
  const taken = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let i = -WARM; i < each; i++)
    for (const [kind, make] of kinds.entries()) {
      const jwe = jweOf(make());
      const took = await millisecondsOf(() => refused(() => openWithPrivateKey(jwe, pkcs8)));
      if (i >= 0) taken[kind]?.push(took);
    }
  return rankSum(taken[0] ?? [], taken[1] ?? []);
}

/** @param {() => unknown} open */
function refused(open) {
  try {
    open();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "E-JWE-OAEP") return;
    throw error;
  }
  throw new Error("a wrong content key was taken");
}

/** @param {import("node:crypto").KeyObject} key */
function notZero(key) {
  // 1 to 127: below every modulus of this length.
  const first = 1 + ((randomBytes(1)[0] ?? 0) % 127);
  const block = Buffer.concat([Buffer.of(first), randomBytes(BYTES - 1)]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
}

/** @param {import("node:crypto").KeyObject} key */
const otherLabel = (key) =>
  publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256", oaepLabel: Buffer.of(1) },
    randomBytes(64),
  );

/** @param {Buffer} encryptedKey */
const jweOf = (encryptedKey) => ({
  header: "",
  encryptedKey,
  iv: randomBytes(16),
  ciphertext: randomBytes(16),
  tag: randomBytes(32),
});

// The proof of every subset beside the bare private-key operations of the same engines.
import { inTurn, median } from "./statistics.mjs";

const RUNS = 15;
const GOAL = 3;

/** @type {readonly (readonly [officers: number, quorum: number, bits: number, what: string])[]} */
const PROOFS = [
  [3, 2, 2048, "all pairs of 3"],
  [3, 2, 4096, "all pairs of 3"],
  [10, 5, 2048, "252 subsets, 5 of 10"],
];

/**
 * Ours: each officer's share opened with their key, every subset proven. Theirs: each share's
 * content key decrypted by forge and by node, and nothing else. All in this process, keys in the
 * clear.
 * @param {import("./engines.mjs").Engines} engines
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<import("./statistics.mjs").Row[]>} medians
 */
export async function benchProof(engines, { isSmallest }) {
  const { forge, native, makeDomain, readSecurityDomain, openShare, proveQuorum } = engines;
  const [rows, now] = [/** @type {import("./statistics.mjs").Row[]} */ ([]), new Date()];
  for (const [count, quorum, bits, what] of isSmallest ? PROOFS.slice(0, 1) : PROOFS) {
    const officers = Array.from({ length: count }, (_, i) =>
      engines.makeOfficer(`officer ${i + 1}`, bits),
    );
    const file = engines.utf8(makeDomain(count, quorum, officers).text);
    const domain = readSecurityDomain(file);
    const ours = () =>
      proveQuorum(
        domain,
        officers.map(({ pkcs8, certificate }, i) =>
          openShare(domain, { pkcs8, warnings: [] }, certificate, i + 1),
        ),
        now,
      );
    const theirs = () =>
      officers.forEach(({ pkcs8, certificate }, i) => {
        const { encryptedKey } = engines.shareFor(domain, certificate, i + 1).share.jwe;
        for (const engine of [forge, native]) engine.oaepDecrypt(pkcs8, encryptedKey);
      });
    const taken = await inTurn(isSmallest ? 1 : RUNS, ours, theirs);
    rows.push({
      what: `proof of ${what}, RSA-${bits}, beside the bare decryptions; in one process`,
      ours: median(taken.ours),
      theirs: median(taken.theirs),
      goal: GOAL,
    });
  }
  return rows;
}

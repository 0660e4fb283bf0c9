// What is told about a private key file: only how it is protected. Nothing of it is opened.
import { readProtection } from "../../../crypto/secret-half.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-KEY-PEM, -WEAKKDF, -KDFCOST, -DER, E-DOUBLE-ENTRY */
export function privateKeyFacts(bytes: Uint8Array): Facts {
  const { protection, warnings } = readProtection(bytes);
  return {
    title: "a private key. Keep it where it belongs",
    lines: [protection === null ? "NOT PROTECTED: there is no passphrase." : told(protection)],
    data: { protection: protection === null ? null : { ...protection } },
    warnings,
  };
}

function told({ kdf, rounds, cipher }: { kdf: string; rounds: number | null; cipher: string }) {
  const work = rounds === null ? "" : `, ${String(rounds)} rounds`;
  return `Protected by a passphrase: ${kdf}${work}; ${cipher}.`;
}

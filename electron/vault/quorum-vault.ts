// The quorum vault: has shares, never keys or passphrases, until its one step ends.
import { readExchangeKey, readSecurityDomain, utf8 } from "../../crypto/index.ts";
import {
  dryRun,
  isShare,
  makeRestoreBlob,
  proveQuorum,
  subsetsThatOpen,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import type { QuorumMethods } from "./protocol.ts";

/**
 * The methods of a quorum vault, and what its socket receives: one officer's share per message.
 * Says whether it is the first of that officer.
 */
export function quorumVault(): { methods: QuorumMethods; receive: (line: unknown) => boolean } {
  const shares: OfficerShare[] = [];
  return {
    receive: (line) => {
      const brought = readOfficerShare(line);
      const isFirst = shares.every(({ n }) => n !== brought.n);
      shares.push(brought);
      return isFirst;
    },
    methods: {
      prove: async ({ domain, now, accepted }) =>
        proveQuorum(readSecurityDomain(domain, accepted), inOrder(shares), new Date(now)),
      subsets: async ({ domain, seats, seat, accepted }) => {
        const given = inOrder(shares.filter(({ n }) => seats.includes(n)));
        return subsetsThatOpen(readSecurityDomain(domain, accepted), given, seat);
      },
      dryRun: async ({ domain, now, accepted }) =>
        dryRun(readSecurityDomain(domain, accepted), inOrder(shares), new Date(now)),
      blob: async ({ domain, exchangePem, accepted }) => {
        const exchange = readExchangeKey(utf8(exchangePem), accepted);
        return makeRestoreBlob(readSecurityDomain(domain, accepted), inOrder(shares), exchange);
      },
    },
  };
}

const inOrder = (shares: readonly OfficerShare[]) => [...shares].sort((a, b) => a.n - b.n);

/** What an officer's vault sends: a possible share. Whether it is right, the data shows. */
function readOfficerShare(line: unknown): OfficerShare {
  const brought = (line as { share?: Partial<OfficerShare> | null } | null)?.share;
  const { n, thumbprint, share } = brought ?? {};
  const sound = Array.isArray(share?.values) && isShare(share);
  if (!sound || n === undefined || !Number.isSafeInteger(n) || typeof thumbprint !== "string")
    throw fault("E-VAULT-FORM");
  return { n, thumbprint, share };
}

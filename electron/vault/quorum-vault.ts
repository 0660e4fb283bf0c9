// The quorum vault: has shares, never keys or passphrases, until its one step ends.
import { readExchangeKey, readSecurityDomain, utf8 } from "../../crypto/index.ts";
import {
  commitmentTo,
  dryRun,
  isShare,
  makeRestoreBlob,
  proveQuorum,
  subsetsThatOpen,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import type { QuorumMethods, ToOpen } from "./protocol.ts";

/**
 * The methods of a quorum vault, and what its socket receives: one officer's share per message.
 * Says whether it is the first of that officer.
 */
export function quorumVault(): { methods: QuorumMethods; receive: (line: unknown) => boolean } {
  const shares: OfficerShare[] = [];
  const given = ({ domain, accepted }: ToOpen) =>
    [readSecurityDomain(domain, accepted), inOrder(shares)] as const;
  const committed = (asked: ToOpen) => commitmentTo(...given(asked), asked.before);
  return {
    receive: (line) => {
      const brought = readOfficerShare(line);
      const isFirst = shares.every(({ n }) => n !== brought.n);
      shares.push(brought);
      return isFirst;
    },
    methods: {
      prove: async ({ now, ...asked }) => ({
        ...proveQuorum(...given(asked), new Date(now)),
        commitment: committed(asked),
      }),
      subsets: async ({ domain, seats, seat, accepted }) => {
        const some = inOrder(shares.filter(({ n }) => seats.includes(n)));
        return subsetsThatOpen(readSecurityDomain(domain, accepted), some, seat);
      },
      dryRun: async ({ now, ...asked }) => ({
        ...(await dryRun(...given(asked), new Date(now))),
        commitment: committed(asked),
      }),
      blob: async ({ exchangePem, ...asked }) => {
        const exchange = readExchangeKey(utf8(exchangePem), asked.accepted);
        const text = makeRestoreBlob(...given(asked), exchange);
        return { text, commitment: committed(asked) };
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

// The quorum vault: holds shares, never keys or passphrases, until its one step ends.
import { readExchangeKey, readSecurityDomain, utf8 } from "../../crypto/index.ts";
import { makeRestoreBlob, proveQuorum, type OfficerShare } from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import type { QuorumMethods } from "./protocol.ts";

/** The methods of a quorum vault, and what its door receives: one officer's share a visit. */
export function quorumVault(): { methods: QuorumMethods; receive: (line: unknown) => void } {
  const shares: OfficerShare[] = [];
  return {
    receive: (line) => {
      shares.push(readOfficerShare(line));
    },
    methods: {
      prove: ({ domain }) =>
        Promise.resolve(proveQuorum(readSecurityDomain(domain), inOrder(shares))),
      blob: ({ domain, exchangePem }) =>
        Promise.resolve(
          makeRestoreBlob(
            readSecurityDomain(domain),
            inOrder(shares),
            readExchangeKey(utf8(exchangePem)),
          ),
        ),
    },
  };
}

const inOrder = (shares: readonly OfficerShare[]) => [...shares].sort((a, b) => a.n - b.n);

/** What an officer's vault sends; the form is judged, the values are judged when they combine. */
function readOfficerShare(line: unknown): OfficerShare {
  const share = (line as { share?: OfficerShare } | null)?.share;
  const sound =
    Number.isSafeInteger(share?.n) &&
    typeof share?.thumbprint === "string" &&
    Number.isSafeInteger(share.share.x) &&
    Array.isArray(share.share.values);
  if (!sound) throw fault("E-VAULT-FORM");
  return share;
}

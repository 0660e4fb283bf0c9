// The conditions before an HSM is activated for good: each point as data, in plain words.
import { clockFault } from "./clock.ts";
import type { HsmFacts } from "./hsm.ts";
import { decide, good, wrong, type Point } from "./point.ts";

/** What else is known where the question is asked. */
export interface Surroundings {
  /** The object id of who signed in, in lower case; null where the token does not say. */
  readonly signedInAs: string | null;
  /** The addresses that the HSM's name leads to here; none where it leads nowhere. */
  readonly addresses: readonly string[];
}

export type PreflightPoint = Point<
  | "provisioned"
  | "waiting"
  | "soft-delete"
  | "purge-protection"
  | "administrator"
  | "clock"
  | "private-endpoint"
  | "private-address"
>;

/** Every point, in the order in which people can put things right. */
export const preflight = (facts: HsmFacts, around: Surroundings): readonly PreflightPoint[] => [
  provisioned(facts),
  waiting(facts),
  softDelete(facts),
  purgeProtection(facts),
  administrator(facts, around),
  clock(facts),
  ...network(facts, around),
];

const provisioned = ({ provisioning }: HsmFacts): PreflightPoint =>
  provisioning === "Succeeded"
    ? good("provisioned", "The HSM has been created.")
    : wrong(
        "provisioned",
        "The HSM has not been created yet, or Azure is still working on it.",
        "Wait until Azure has finished: it takes about 15 minutes.",
      );

/** By activationStatus: statusMessage says "ready to use" too early (docs/azure-protocol.md 4). */
function waiting({ activation }: HsmFacts): PreflightPoint {
  if (activation === "NotActivated") return good("waiting", "The HSM is waiting to be activated.");
  return activation === "Active"
    ? wrong(
        "waiting",
        "The HSM is already active.",
        "Do not activate it. Find out who has its security domain; another download is possible.",
      )
    : wrong(
        "waiting",
        "Azure does not report that the HSM is waiting to be activated.",
        "Check again later. If nothing changes, ask Microsoft.",
      );
}

function softDelete({ softDelete: on, retentionDays }: HsmFacts): PreflightPoint {
  if (on !== true)
    return wrong(
      "soft-delete",
      "A deleted HSM could not be brought back: soft-delete is off.",
      "Create a new HSM with soft-delete; it cannot be switched on later.",
    );
  const days = retentionDays === null ? "" : ` for ${String(retentionDays)} days`;
  return good("soft-delete", `A deleted HSM can be brought back${days}.`);
}

const purgeProtection = ({ purgeProtection: on }: HsmFacts): PreflightPoint =>
  on === true
    ? good("purge-protection", "Nobody can destroy the HSM before that time ends.")
    : wrong(
        "purge-protection",
        "An administrator could destroy the HSM for good immediately.",
        "Switch on purge protection. It cannot be switched off again.",
      );

function administrator({ administrators }: HsmFacts, { signedInAs }: Surroundings): PreflightPoint {
  if (signedInAs === null)
    return decide(
      "administrator",
      "It is not known whether you are one of its administrators.",
      "Compare your object ID with the list of its first administrators.",
    );
  return administrators.includes(signedInAs)
    ? good("administrator", "You are one of its first administrators; only they can activate it.")
    : wrong(
        "administrator",
        "You are not one of its first administrators: it would refuse you.",
        "Sign in as one of them.",
      );
}

/** By the Date of the very answer that holds these facts. */
function clock({ clocks }: HsmFacts): PreflightPoint {
  const off = clockFault(clocks);
  if (off !== null) return wrong("clock", off.message, off.next);
  return clocks.azures === null
    ? decide(
        "clock",
        "Azure's answer had no date: this machine's clock could not be compared.",
        "Compare this machine's clock with another one.",
      )
    : good("clock", "This machine's clock agrees with Azure's within five minutes.");
}

/** Activation comes before private endpoints in most plans; then people decide and record it. */
function network(facts: HsmFacts, { addresses }: Surroundings): readonly PreflightPoint[] {
  const { publicAccess, endpoints, approvedEndpoints } = facts;
  if (publicAccess !== "Disabled")
    return [
      decide(
        "private-endpoint",
        endpoints === 0
          ? "The HSM is reached over the public network, and has no private endpoint."
          : "The HSM has private endpoints, but the public network still reaches it.",
        "Two people decide to activate it like this. Close public access afterwards.",
      ),
    ];
  const endpoint =
    approvedEndpoints > 0
      ? good("private-endpoint", "Only approved private endpoints can reach the HSM.")
      : wrong(
          "private-endpoint",
          "Public access is off, and no private endpoint is approved.",
          "Approve a private endpoint for this network.",
        );
  const inside = addresses.length > 0 && addresses.every(isPrivate);
  return [
    endpoint,
    inside
      ? good("private-address", "Its name resolves to a private address here.")
      : wrong(
          "private-address",
          "Its name does not resolve to a private address on this machine.",
          "Check the private DNS zone of this network.",
        ),
  ];
}

/** RFC 1918, and RFC 4193 of IPv6. */
export function isPrivate(address: string): boolean {
  const [a = -1, b = -1, ...rest] = address.split(".").map(Number);
  if (rest.length === 2)
    return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  return /^f[cd][0-9a-f]{2}:/i.test(address);
}

// The conditions for activating an HSM: each point as data, in plain words.
import { sentence } from "../text/sentence.ts";
import { clockFault } from "./clock.ts";
import type { HsmFacts } from "./hsm.ts";
import { decide, good, wrong, type Point } from "./point.ts";

/** What else is known at the station. */
export interface Surroundings {
  /** The object id of the person signed in, in lower case; null if the token does not say. */
  readonly signedInAs: string | null;
  /** The addresses of the HSM's name here; empty if it does not resolve. */
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
    ? good("provisioned", sentence("preflight-points.provisioned.good"))
    : wrong(
        "provisioned",
        sentence("preflight-points.provisioned.wrong"),
        sentence("preflight-points.provisioned.next"),
      );

/** By activationStatus: statusMessage says "ready to use" too early (docs/azure-protocol.md 4). */
function waiting({ activation }: HsmFacts): PreflightPoint {
  if (activation === "NotActivated")
    return good("waiting", sentence("preflight-points.waiting.good"));
  return activation === "Active"
    ? wrong(
        "waiting",
        sentence("preflight-points.waiting.active"),
        sentence("preflight-points.waiting.active.next"),
      )
    : wrong(
        "waiting",
        sentence("preflight-points.waiting.not-said"),
        sentence("preflight-points.waiting.not-said.next"),
      );
}

function softDelete({ softDelete: on, retentionDays }: HsmFacts): PreflightPoint {
  if (on !== true)
    return wrong(
      "soft-delete",
      sentence("preflight-points.soft-delete.off"),
      sentence("preflight-points.soft-delete.next"),
    );
  return good(
    "soft-delete",
    retentionDays === null
      ? sentence("preflight-points.soft-delete.good")
      : sentence("preflight-points.soft-delete.days", { days: retentionDays }),
  );
}

const purgeProtection = ({ purgeProtection: on }: HsmFacts): PreflightPoint =>
  on === true
    ? good("purge-protection", sentence("preflight-points.purge-protection.good"))
    : wrong(
        "purge-protection",
        sentence("preflight-points.purge-protection.off"),
        sentence("preflight-points.purge-protection.next"),
      );

function administrator({ administrators }: HsmFacts, { signedInAs }: Surroundings): PreflightPoint {
  if (signedInAs === null)
    return decide(
      "administrator",
      sentence("preflight-points.administrator.unknown"),
      sentence("preflight-points.administrator.unknown.next"),
    );
  return administrators.includes(signedInAs)
    ? good("administrator", sentence("preflight-points.administrator.good"))
    : wrong(
        "administrator",
        sentence("preflight-points.administrator.wrong"),
        sentence("preflight-points.administrator.wrong.next"),
      );
}

/** By the Date of the answer that contains these facts. */
function clock({ clocks }: HsmFacts): PreflightPoint {
  const off = clockFault(clocks);
  if (off !== null) return wrong("clock", off.sentences.message, off.sentences.next);
  return clocks.azures === null
    ? decide(
        "clock",
        sentence("preflight-points.clock.undated"),
        sentence("preflight-points.clock.next"),
      )
    : good("clock", sentence("preflight-points.clock.good"));
}

/** In most plans activation comes before private endpoints; then people decide and record it. */
function network(facts: HsmFacts, { addresses }: Surroundings): readonly PreflightPoint[] {
  const { publicAccess, endpoints, approvedEndpoints } = facts;
  if (publicAccess !== "Disabled")
    return [
      decide(
        "private-endpoint",
        endpoints === 0
          ? sentence("preflight-points.private-endpoint.none")
          : sentence("preflight-points.private-endpoint.public"),
        sentence("preflight-points.private-endpoint.public.next"),
      ),
    ];
  const endpoint =
    approvedEndpoints > 0
      ? good("private-endpoint", sentence("preflight-points.private-endpoint.good"))
      : wrong(
          "private-endpoint",
          sentence("preflight-points.private-endpoint.not-approved"),
          sentence("preflight-points.private-endpoint.not-approved.next"),
        );
  const inside = addresses.length > 0 && addresses.every(isPrivate);
  return [
    endpoint,
    inside
      ? good("private-address", sentence("preflight-points.private-address.good"))
      : wrong(
          "private-address",
          sentence("preflight-points.private-address.wrong"),
          sentence("preflight-points.private-address.next"),
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

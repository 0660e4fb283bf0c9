// What Azure is at a date: what changes more often than a rule about it. Each with the day of its edition.
import type { SourceName } from "./sources.ts";

/** A day of an edition, or of an end. */
type Day = string;

/**
 * Regions that a Managed HSM cannot be extended to, by the page on multi-region replication, whose own date does not
 * follow its changes: the days are those of its repository's commits. The list changed six times in five months. A
 * region that is not on it is not thereby one that can be chosen.
 */
export const NO_EXTENSION: readonly {
  readonly region: string;
  readonly on: Day;
  /** When it left the list. */
  readonly off?: Day;
}[] = [
  { region: "eastus", on: "2023-05-23" },
  { region: "canadaeast", on: "2026-03-18" },
  { region: "westeurope", on: "2025-12-03" },
  { region: "qatarcentral", on: "2023-05-23" },
  { region: "polandcentral", on: "2023-05-23" },
  { region: "westindia", on: "2025-11-17" },
  { region: "centralindia", on: "2023-05-23", off: "2025-11-17" },
];

/** Sizes of a Managed HSM. Those of the second generation are sizes of Azure Cloud HSM too, which is something else. */
export const SIZES = ["Standard_B1", "Custom_B6", "Custom_B32", "Custom_C10", "Custom_C42"];
export const SIZES_V2 = [
  "Standard_B1v2",
  "Standard_B5v2",
  "Standard_B10v2",
  "Standard_B15v2",
  "Standard_B20v2",
];

/** The family of a size is the letter behind its first underscore. */
export const familyOf = (size: string): string => /^[A-Za-z]+_([A-Z])/.exec(size)?.[1] ?? "";

/** The day on which Resource Manager no longer answers versions of Key Vault before 2026-02-01. */
export const ARM_END: Day = "2027-02-27";

/** The first version of Key Vault that lasts, and the one preview that is not yet announced to end. */
const ARM_LASTING: Day = "2026-02-01";
const ARM_PREVIEW = "2026-04-01-preview";

/** Whether Resource Manager refuses a version of Key Vault from that day on. */
export const isEnding = (version: string): boolean =>
  version.endsWith("preview") ? version !== ARM_PREVIEW : version < ARM_LASTING;

/** What ends, or has no place for an HSM, with the day or without one; by the page that says so. */
export const DATES: readonly {
  /** Null if no day was announced. */
  readonly on: Day | null;
  readonly says: string;
  readonly source: SourceName;
}[] = [
  {
    on: ARM_END,
    says: "Resource Manager refuses versions of Key Vault before 2026-02-01; vaults are named, HSMs have the same provider.",
    source: "armVersions",
  },
  {
    on: "2027-03-31",
    says: "Dedicated HSM: the Basic public IP address of its ExpressRoute gateway ends.",
    source: "dedicated",
  },
  { on: "2028-07-31", says: "Dedicated HSM ends.", source: "dedicated" },
  {
    on: "2028-09-15",
    says: "Azure Disk Encryption ends: its disks no longer unlock after a restart. It never worked with a Managed HSM.",
    source: "diskEncryptionEnds",
  },
  {
    on: null,
    says: "A SAS token for backups is outdated: the HSM writes them with its user-assigned identity.",
    source: "backup",
  },
  {
    on: null,
    says: "A network security perimeter takes vaults, and no Managed HSM: it needs endpoints and its own firewall.",
    source: "perimeter",
  },
  {
    on: null,
    says: "An HSM speaks TLS 1.2 and 1.3; the proxy of external keys 1.3 alone.",
    source: "controlData",
  },
];

/** The first release of az, 2.N, that asks in a later version; and that certainly sends a request once. */
export const AZ_LASTING = 90;
/** The first one that has attestations of keys. */
export const AZ_LEAST = 73;
/** Releases that may send a request twice, and then say that it failed; whether 2.89 is cured, nobody says. */
export const AZ_REPEATING = { from: 77, to: 89 } as const;

/** N of az 2.N.n; NaN for any other text. */
export const azRelease = (text: string): number =>
  Number(/^2\.(\d{1,3})\.\d+$/.exec(text)?.[1] ?? Number.NaN);

/** Whether a release of az may send a request twice. */
export const isRepeating = (release: number): boolean =>
  release >= AZ_REPEATING.from && release <= AZ_REPEATING.to;

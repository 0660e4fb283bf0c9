// What media and custody objects are called, and how their state is said.

/** A medium by its label: "officer-2-backup" is officer 2's backup medium. */
export function mediumName(label: string): string {
  const [, seat, backup] = /^officer-(\d+)(-backup)?$/.exec(label) ?? [];
  if (seat !== undefined)
    return `Officer ${seat}: ${backup === undefined ? "own medium" : "backup medium"}`;
  return { transfer: "Transfer medium", "domain-copy": "Domain copy medium" }[label] ?? label;
}

/** An object of custody in plain words: "officer-2 passphrase envelope" is officer 2's envelope. */
export function objectName(object: string): string {
  const [, what] = /^officer-\d+ (.+)$/.exec(object) ?? [];
  if (what === undefined) return capital(object);
  return (
    {
      medium: "Own medium",
      "backup medium": "Backup medium",
      "passphrase envelope": "Passphrase envelope",
    }[what] ?? capital(what)
  );
}

/** The officer's seat in a label or an object, or null. */
export function seatOf(name: string): number | null {
  const [, seat] = /^officer-(\d+)\b/.exec(name) ?? [];
  return seat === undefined ? null : Number(seat);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Media, and whether they are in. */
export const MEDIA = {
  label: { drives: "Media for this step", folders: "Media: folders here, nothing to insert" },
  states: { in: "in", missing: "not in", wrong: "another medium" },
  missing: (label: string): string => `${mediumName(label)} is not in`,
  wrong: (label: string): string => `Take it out, insert the right one: ${mediumName(label)}`,
} as const;

/** The form of the custody. */
export const CUSTODY = {
  object: "Object",
  seal: "Seal number",
  place: "Place",
  custodian: "Custodian",
  field: (what: string, object: string, seat: number | null): string =>
    `${what}: ${objectName(object)}${seat === null ? "" : ` of officer ${seat}`}`,
  places:
    "Write the site, a comma, then the exact spot: Chennai, safe 3. Objects with the same site "
    + "count as together.",
  keys: "Enter goes to the next field. In an empty place or custodian it copies the one above.",
  noBags: "No bag was opened in this ceremony: there is nothing to enter.",
  filled: (filled: number, all: number): string => `${filled} of ${all} bags are complete.`,
  notFilled: (left: number): string =>
    left === 1 ? "One field is still empty" : `${left} fields are still empty`,
  wrong: "Correct what is marked first",
  faults: {
    seal: "Used twice.",
    place: "Envelope and medium together.",
    custodian: "Keeps two officers’ media.",
  },
} as const;

/** Rules of Microsoft's that these bags do not meet. */
export const ACCEPT = {
  compare: "Compare with the rules",
  title: "Rules not met",
  intro:
    "Microsoft advises these for the keys of a security domain. Two or more people may accept "
    + "an exception; the record says who, and why. Or change the bags above.",
  reason: {
    quorum: "Why is the quorum below three?",
    sites: "Why aren’t the copies at separate sites?",
  },
  by: "Who accepts this, at least two",
  missing: "Say why, and tick two people",
} as const;

/** The backup sheet. */
export const BACKUP = {
  container: "Container",
  folder: "Folder",
  keys: "Keys",
  count: (keys: number): string => (keys === 1 ? "1 key" : `${keys} keys`),
  version: "version",
  roles: "Roles",
  roleCount: (roles: number): string =>
    roles === 1 ? "1 role assignment" : `${roles} role assignments`,
  none: "No backup is recorded yet.",
} as const;

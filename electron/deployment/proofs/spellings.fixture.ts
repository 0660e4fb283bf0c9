// For tests: the same answers in other spellings. Each row is a belief about how Azure writes what proofs
// read, turned around: what is said stays the same.
import type { Loose, Named } from "./changes.fixture.ts";
import type { CheckName } from "./checks.ts";
import { wholeRightFor } from "./false-answers.fixture.ts";
import type { Finding } from "./finding.ts";
import { contoso, KNOWN } from "./right.fixture.ts";
import { verdictOf } from "./verdict.ts";

/** One belief about spelling, and the other spelling. */
export interface Spelling {
  readonly id: string;
  /** How the right answers write it, as one sentence. */
  readonly believed: string;
  /** Where we have it from, or where it was otherwise. */
  readonly why: string;
  /** How the other answers write it. */
  readonly otherwise: string;
  /** It is no spelling of the same, but a value of another kind: it may be refused, if it is shown as such. */
  readonly isOtherKind?: true;
  /** The other spelling of a member's value; undefined where the belief is not about it. */
  readonly of: (value: unknown, name: string) => unknown;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST = /^https:\/\/[^/]+/;
const REGION = /^(central|south|uk|west|east|north)([a-z]+)$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const isId = (value: unknown): value is string =>
  typeof value === "string" && /^\/(?:subscriptions|providers)\//i.test(value);

/** In place of each text that `matches`. */
const text =
  (matches: (value: string, name: string) => boolean, other: (value: string) => unknown) =>
  (value: unknown, name: string): unknown =>
    typeof value === "string" && matches(value, name) ? other(value) : undefined;

/** A word of a state, and not the exponent of a key, AQAB. */
const isWord = (value: string, name: string): boolean =>
  !["name", "e"].includes(name) && /^[A-Z][A-Za-z]+$/.test(value);

const upper = (value: string): string => value.toUpperCase();
const lower = (value: string): string => value.toLowerCase();
const title = (word: string): string => upper(word.slice(0, 1)) + word.slice(1);

const LEFT_OUT = Symbol("left out");

const NAMES = "azure-resource-manager/management/resource-name-rules.md";
const WORDS = "Azure SDK design guidelines (.NET), extensible enumerations: compared without case";
const EXAMPLES = "Microsoft's examples of answers";

export const SPELLINGS: readonly Spelling[] = [
  {
    id: "id-lower",
    believed: "Ids of resources have the case in which these were created.",
    why: `${NAMES}; azure-cli issue 26817`,
    otherwise: "They are in lower case.",
    of: text(isId, (id) => id.toLowerCase()),
  },
  {
    id: "group-upper",
    believed: "Resource groups in ids have the case in which they were created.",
    why: `${NAMES}; azure-docs issue 36222 (disks)`,
    otherwise: "They are in upper case.",
    of: text(isId, (id) =>
      id.replace(
        /(\/resourcegroups\/)([^/]+)/i,
        (_, at: string, name: string) => at + name.toUpperCase(),
      ),
    ),
  },
  {
    id: "name-upper",
    believed: "Names have the case in which they were created.",
    why: `${NAMES}; azure-docs issue 98457`,
    otherwise: "They are in upper case.",
    of: text((value, name) => name === "name" && !GUID.test(value), upper),
  },
  {
    id: "type-lower",
    believed: "Types of resources have the case of their specification.",
    why: "azure-rest-api-specs",
    otherwise: "They are in lower case.",
    of: text((value) => /^Microsoft\.\w+\/[\w/]+$/i.test(value), lower),
  },
  {
    id: "guid-upper",
    believed: "Ids of people and roles are in lower case.",
    why: EXAMPLES,
    otherwise: "They are in upper case.",
    of: text((value) => GUID.test(value), upper),
  },
  {
    id: "region-shown",
    believed: "Regions are written as in commands: westeurope.",
    why: "azure-xplat-cli issue 3501",
    otherwise: "They are written as the portal shows them: West Europe.",
    of: text(
      (value, name) => name === "location" && REGION.test(value),
      (region) =>
        region.replace(REGION, (_, one: string, two: string) => `${title(one)} ${title(two)}`),
    ),
  },
  {
    id: "word-lower",
    believed: "Words of states begin with a capital letter.",
    why: WORDS,
    otherwise: "They are in lower case.",
    of: text(isWord, lower),
  },
  {
    id: "word-upper",
    believed: "Words of states are not in upper case.",
    why: WORDS,
    otherwise: "They are in upper case.",
    of: text(isWord, upper),
  },
  {
    id: "time-fraction",
    believed: "Times have whole seconds.",
    why: EXAMPLES,
    otherwise: "They have seven decimals.",
    of: text(
      (value) => TIME.test(value),
      (time) => time.replace(/(?:\.\d+)?Z$/, ".0000000Z"),
    ),
  },
  {
    id: "time-offset",
    believed: "Times end with Z.",
    why: EXAMPLES,
    otherwise: "They end with +00:00.",
    of: text(
      (value) => TIME.test(value),
      (time) => time.replace("Z", "+00:00"),
    ),
  },
  {
    id: "address-upper",
    believed: "Hosts in addresses are in lower case.",
    why: EXAMPLES,
    otherwise: "They are in upper case.",
    of: text(
      (value) => HOST.test(value),
      (url) => url.replace(HOST, upper).replace(/^HTTPS/, "https"),
    ),
  },
  {
    id: "address-slash",
    believed: "Addresses of hosts end with a slash, or without one, as recorded.",
    why: EXAMPLES,
    otherwise: "The other way round.",
    of: text(
      (value) => /^https:\/\/[^/]+\/?$/.test(value),
      (url) => (url.endsWith("/") ? url.slice(0, -1) : `${url}/`),
    ),
  },
  {
    id: "list-reversed",
    believed: "Lists have the order in which their items were created.",
    why: "not documented",
    otherwise: "They have the other order.",
    of: (value) => (Array.isArray(value) && value.length > 1 ? value.toReversed() : undefined),
  },
  {
    id: "null-left-out",
    believed: "What is not set is null.",
    why: EXAMPLES,
    otherwise: "It is left out.",
    of: (value) => (value === null ? LEFT_OUT : undefined),
  },
  {
    id: "number-text",
    believed: "Numbers are numbers.",
    why: "azure-rest-api-specs",
    otherwise: "They are texts.",
    isOtherKind: true,
    of: (value) => (typeof value === "number" ? String(value) : undefined),
  },
  {
    id: "flag-text",
    believed: "Yes and no are true and false.",
    why: "azure-rest-api-specs",
    otherwise: "They are texts.",
    isOtherKind: true,
    of: (value) => (typeof value === "boolean" ? String(value) : undefined),
  },
];

/** A value with every member in the other spelling. */
function respelled(value: unknown, { of }: Pick<Spelling, "of">, name = ""): unknown {
  const other = of(value, name);
  const own = other === undefined ? value : other;
  if (Array.isArray(own)) return own.map((item) => respelled(item, { of }, name));
  if (typeof own !== "object" || own === null) return own;
  return Object.fromEntries(
    Object.entries(own)
      .map(([key, member]) => [key, respelled(member, { of }, key)] as const)
      .filter(([, member]) => member !== LEFT_OUT),
  );
}

/** A proof's right answers in other spellings. */
export const respelledFor = (check: CheckName, spellings: readonly Spelling[]): Named =>
  Object.fromEntries(
    Object.entries(wholeRightFor(check)).map(([name, answer]) => [
      name,
      spellings.reduce<unknown>((value, spelling) => respelled(value, spelling), answer) as Loose,
    ]),
  );

/** What a proof says of them. */
export function findingsOn(check: CheckName, answers: Named): readonly Finding[] {
  const files = Object.values(answers).map((one) => new TextEncoder().encode(JSON.stringify(one)));
  return verdictOf(check, contoso, files, KNOWN, null).findings;
}

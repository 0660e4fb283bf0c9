// For tests: false answers, made of the right ones. Every member of each right answer, with those that Azure
// sends beside what a proof reads, is left out, emptied, and given other values that Azure could send.
import { isFault } from "../../../crypto/errors.ts";
import type { Json } from "../../../crypto/json.ts";
import { flattened } from "../answers/shape.ts";
import { kindOf } from "../answers/kind.ts";
import { AZURE_MEMBERS } from "./azure-members.fixture.ts";
import type { Loose, Named } from "./changes.fixture.ts";
import type { CheckName } from "./checks.ts";
import { contoso, KNOWN, rightFor } from "./right.fixture.ts";
import type { Accepted } from "./unread.fixture.ts";
import { verdictOf } from "./verdict.ts";

/** Right answers, one of which has one member changed. */
interface FalseAnswer {
  readonly kind: string;
  /** The member's path, with `[]` for each place in a list. */
  readonly path: string;
  readonly value: unknown;
  readonly answers: Named;
}

const isLoose = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Path = readonly (string | number)[];

const kindOfAnswer = (value: unknown): string => kindOf(flattened(value as Json));

/** Names of members may have dots: `odata.type`. */
const stepsOf = (path: string): readonly string[] =>
  path
    .split(/(?<!odata)\./)
    .flatMap((name) => (name.endsWith("[]") ? [name.slice(0, -2), "[]"] : [name]));

/** An answer with what Azure sends beside the members that the right answers have. */
function whole(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(whole);
  if (isLoose(answer) && Array.isArray(answer["value"]))
    return { ...answer, value: answer["value"].map(whole) };
  if (!isLoose(answer)) return answer;
  const kind = kindOfAnswer(answer);
  for (const [of, path, right] of AZURE_MEMBERS)
    if (of === kind) fill(answer, stepsOf(path), right);
  return answer;
}

/** Sets a member where the answer has what contains it, and does not have it itself. */
function fill(at: unknown, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (name === "[]") {
    if (Array.isArray(at)) for (const item of at) fill(item, rest, value);
  } else if (isLoose(at)) {
    if (rest.length === 0) at[name] ??= structuredClone(value);
    else {
      if (at[name] === undefined && rest[0] !== "[]") at[name] = {};
      fill(at[name], rest, value);
    }
  }
}

/** The right answers of a proof, with all that Azure sends. */
export function wholeRightFor(check: CheckName): Named {
  const named = rightFor(check);
  return Object.fromEntries(Object.entries(named).map(([name, answer]) => [name, whole(answer)]));
}

const OTHER_GUID = "0f0f0f0f-0000-4000-8000-00000000f0f0";

/** Words of Azure that contradict each other. */
const OPPOSITES = [
  ["Succeeded", "Failed", "Updating"],
  ["Enabled", "Disabled"],
  ["Approved", "Pending", "Rejected"],
  ["Allow", "Deny"],
  ["Inbound", "Outbound"],
  ["Tcp", "Udp", "Icmp"],
  ["Primary", "Secondary"],
  ["LessThan", "GreaterThan"],
  ["Average", "Maximum", "Count"],
  ["SystemAssigned", "UserAssigned", "None"],
  ["Recoverable", "Recoverable+Purgeable"],
  ["Active", "NotActivated"],
  ["Online", "Offline"],
  ["Available", "Unavailable", "Unknown"],
  ["Connected", "Disconnected"],
] as const;

/** Other values of the same form that Azure could send in place of a text. */
function otherTexts(text: string): readonly unknown[] {
  const opposites = OPPOSITES.find((words) => words.some((word) => word === text));
  if (opposites !== undefined) return [...opposites.filter((word) => word !== text), "Other"];
  if (/^\/(subscriptions|providers)\//i.test(text))
    return [
      text.replace(/[^/]+$/, "other"),
      text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i, OTHER_GUID),
    ].filter((other) => other !== text);
  if (text.startsWith("https:"))
    return [
      text.replace(/^https:\/\/[^/]+/, "https://other.example"),
      text.replace(/[^/]+\/?$/, "other"),
    ];
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return ["2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
  if (/^PT?\d/.test(text)) return ["P1D", "PT1M", "P10000D"].filter((other) => other !== text);
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return [OTHER_GUID];
  if (/^\d+\.\d+\.\d+\.\d+/.test(text)) return ["203.0.113.10", "203.0.113.0/24", "*"];
  return ["Other"];
}

/** Values that a member could have in place of its own; `undefined` leaves it out. */
function others(value: unknown): readonly unknown[] {
  const none = [undefined, null];
  if (typeof value === "string") return [...none, "", ...otherTexts(value)];
  if (typeof value === "boolean") return [...none, !value];
  if (typeof value === "number") return [...none, 0, -1, value + 1, value * 1000];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const more = items.length === 0 ? [] : [[...items, stranger(items.at(-1))]];
    return [...none, [], items.slice(1), ...more];
  }
  return isLoose(value) ? [...none, {}] : [];
}

/** Another item of a list: like one that is there, but of something else. */
function stranger(item: unknown): unknown {
  if (typeof item === "string") return otherTexts(item)[0];
  if (Array.isArray(item)) return item.map(stranger);
  if (!isLoose(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([name, member]) => [
      name,
      /^(id|name|kid|principalId|ipv4Address|remoteVirtualNetwork|privateEndpoint)$/.test(name)
      || isLoose(member)
      || Array.isArray(member)
        ? stranger(member)
        : member,
    ]),
  );
}

/** All paths into a value. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) => {
        const own = [...path, Array.isArray(value) ? Number(name) : name];
        return [own, ...pathsIn(member, own)];
      });

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (held, name) => (held as Readonly<Record<string | number, unknown>>)[name],
    value,
  );

const spelled = (path: Path): string =>
  path
    .map((name) => (typeof name === "number" ? "[]" : `.${name}`))
    .join("")
    .slice(1);

/** A copy with one member replaced, or left out. */
function changed(answer: unknown, path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(answer);
  const last = path.at(-1) ?? "";
  const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

/** The answers in a document: itself, or those of its list, with the paths to them. */
const answersIn = (document: unknown): readonly (readonly [Path, unknown])[] =>
  isLoose(document) && Array.isArray(document["value"])
    ? document["value"].map((item: unknown, n) => [["value", n], item] as const)
    : [[[], document]];

/** So many answers of a kind are tried: the others are like them. */
const OF_A_KIND = 4;

/** Every false answer of a proof. */
function* falseAnswers(check: CheckName): Generator<FalseAnswer> {
  const right = wholeRightFor(check);
  const tried = new Map<string, number>();
  for (const [name, document] of Object.entries(right))
    for (const [to, answer] of answersIn(document)) {
      const kind = kindOfAnswer(answer);
      tried.set(kind, (tried.get(kind) ?? 0) + 1);
      if ((tried.get(kind) ?? 0) > OF_A_KIND) continue;
      for (const path of pathsIn(answer)) {
        const where = spelled(path);
        const value = at(answer, path);
        const known = AZURE_MEMBERS.filter(([of, own]) => of === kind && own === where).flatMap(
          ([, , , ...values]) => values,
        );
        for (const other of [...others(value), ...known])
          if (JSON.stringify(other) !== JSON.stringify(value))
            yield {
              kind,
              path: where,
              value: other,
              answers: { ...right, [name]: changed(document, [...to, ...path], other) },
            };
      }
    }
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Whether these answers prove a check. */
export function proves(check: CheckName, answers: Named): boolean {
  try {
    const files = Object.values(answers).map(bytesOf);
    return verdictOf(check, contoso, files, KNOWN, null).proven;
  } catch (error) {
    if (isFault(error) && error.code.startsWith("E-ANSWER-")) return false;
    throw error;
  }
}

const isLeftOut = (value: unknown): boolean =>
  value === undefined || ["null", '""', "[]", "{}"].includes(JSON.stringify(value));

/** The false answers that a proof accepts. @param every of how many one is tried */
export const acceptedBy = (
  check: CheckName,
  { every }: { readonly every: number },
): readonly (Accepted & { readonly value: unknown })[] =>
  [...falseAnswers(check)]
    .filter((_, n) => n % every === 0)
    .filter(({ answers }) => proves(check, answers))
    .map(({ kind, path, value }) => ({
      check,
      kind,
      path,
      value,
      change: isLeftOut(value) ? "left out" : "other",
    }));

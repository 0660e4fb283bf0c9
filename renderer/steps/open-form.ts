// The form of an opening, and whether a ceremony can be opened with it.
import { roleInText } from "../text/frame.ts";
import { say } from "../text/say.ts";

/** The form's texts. People by role; an empty name means absent. */
export interface OpenForm {
  readonly hsm: string;
  readonly names: readonly { readonly role: string; readonly name: string }[];
  /** Seats of those whose keys are replaced, if that is asked. */
  readonly renewed?: readonly number[];
}

/** How many officers the script lets come, of how many. */
export interface OpenRule {
  readonly officers: number;
  readonly quorum: number;
  readonly least: number;
  readonly most: number;
  /** If keys are replaced: those of before. */
  readonly before?: Before;
}

/** The officers of the custody that is renewed, by seat from 1, and how many of them it took. */
export interface Before {
  readonly names: readonly string[];
  readonly quorum: number;
}

/** Why the form is not ready, in a sentence; null if it is. */
export function openTrouble({ hsm, names, renewed = [] }: OpenForm, rule: OpenRule): string | null {
  if (hsm.trim() === "") return say("opening.needHsm");
  if (!isHsmName(hsm)) return say("opening.hsmHint");
  const missing = names.find(({ role, name }) => name.trim() === "" && !mayMiss(role, rule));
  if (missing !== undefined) return say("opening.needName", { role: roleInText(missing.role) });
  const officers = names.filter(
    ({ role, name }) => role.startsWith("officer-") && name.trim() !== "",
  );
  if (officers.length < rule.least) return say("opening.needOfficers", { least: rule.least });
  if (officers.length > rule.most) return say("opening.tooMany", { most: rule.most });
  if (rule.before !== undefined && renewed.length === 0 && isSame(rule, rule.before))
    return say("opening.needRenewed");
  return names.some(({ role }) => isTwice(names, role)) ? say("opening.needOthers") : null;
}

/** Whether the numbers stay; then someone must get a new key. */
const isSame = ({ officers, quorum }: OpenRule, before: Before): boolean =>
  officers === before.names.length && quorum === before.quorum;

/** What a renewal means for people; each list has names. */
export interface Changes {
  readonly stay: readonly string[];
  /** Another key in place of their own, perhaps under another number. */
  readonly renew: readonly string[];
  readonly come: readonly string[];
  readonly leave: readonly string[];
}

/** Who stays, comes and leaves by this form. Two names are one person as in `isTwice`. */
export function changesIn({ names, renewed = [] }: OpenForm, before: Before): Changes {
  const officers = names.filter(({ role }) => role.startsWith("officer-"));
  const named = officers.filter(({ name }) => name.trim() !== "");
  const hasNew = ({ role }: (typeof names)[number]): boolean =>
    renewed.some((seat) => role === `officer-${seat}`);
  const known = before.names.map(folded);
  const isKnown = ({ name }: (typeof names)[number]): boolean => known.includes(folded(name));
  const here = named.map(({ name }) => folded(name));
  const keeps = officers.map((one) => !hasNew(one));
  const of = (people: typeof names) => people.map(({ name }) => name.trim());
  return {
    stay: of(named.filter((one) => !hasNew(one))),
    renew: of(named.filter((one) => hasNew(one) && isKnown(one))),
    come: of(named.filter((one) => hasNew(one) && !isKnown(one))),
    leave: before.names.filter((name, i) => keeps[i] !== true && !here.includes(folded(name))),
  };
}

const mayMiss = (role: string, { least, officers }: OpenRule): boolean =>
  least < officers && role.startsWith("officer-");

/** An HSM's name as Azure takes it. Main checks it again. */
export const isHsmName = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(name.trim());

/** Whether another person has this name, too. */
export function isTwice(names: OpenForm["names"], role: string): boolean {
  const own = names.find((person) => person.role === role)?.name ?? "";
  return (
    own.trim() !== ""
    && names.some((person) => person.role !== role && folded(person.name) === folded(own))
  );
}

/** The form in which names are compared: people do not distinguish case and spaces. */
export const folded = (text: string): string =>
  text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** The people present. */
export const peopleIn = ({ names }: OpenForm): readonly { role: string; name: string }[] =>
  names.flatMap(({ role, name }) => (name.trim() === "" ? [] : [{ role, name: name.trim() }]));

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
  readonly least: number;
  readonly most: number;
  /** Whether keys are replaced. */
  readonly renews?: boolean;
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
  if (rule.renews === true && renewed.length === 0) return say("opening.needRenewed");
  return names.some(({ role }) => isTwice(names, role)) ? say("opening.needOthers") : null;
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

// Names of people and reasons, as entered: untrusted text that goes into a record.
import { alike, isName, isPlain } from "../record/plain.ts";
import { fault } from "./faults.ts";

const NAME_MAX = 80;
/** As long as the window's form accepts. */
const REASON_MAX = 400;

/** A person's name, trimmed. @throws Fault E-DEPLOY-NAME */
export function nameIn(text: string): string {
  const name = text.trim();
  // A spreadsheet reads text that starts with one of these as a formula.
  if (!isName(name, NAME_MAX) || /^[=+\-@]/.test(name)) throw fault("E-DEPLOY-NAME");
  return name;
}

/** Two people, whose names do not look the same. @throws Fault E-DEPLOY-NAME, -TWO */
export function twoNamesIn([one, other]: readonly [string, string]): [string, string] {
  const [first, second] = [nameIn(one), nameIn(other)];
  if (alike(first, second)) throw fault("E-DEPLOY-TWO");
  return [first, second];
}

/** Why, on one line. @throws Fault E-DEPLOY-REASON */
export function reasonIn(text: string): string {
  const reason = text.replace(/\s+/g, " ").trim();
  if (!isPlain(reason, REASON_MAX)) throw fault("E-DEPLOY-REASON");
  return reason;
}

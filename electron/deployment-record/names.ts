// Names of people and reasons, as entered: untrusted text that goes into a record.
import { fault } from "./faults.ts";

/** Control and direction characters, and what is no character: they could hide what is read. */
const UNPLAIN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const NAME_MAX = 80;

/** A person's name, trimmed. @throws Fault E-DEPLOY-NAME */
export function nameIn(text: string): string {
  const name = text.trim();
  // A spreadsheet reads text that starts with one of these as a formula.
  if (name === "" || name.length > NAME_MAX || UNPLAIN.test(name) || /^[=+\-@]/.test(name))
    throw fault("E-DEPLOY-NAME");
  return name;
}

/** Two people; case and spaces do not distinguish them. @throws Fault E-DEPLOY-NAME, -TWO */
export function twoNamesIn([one, other]: readonly [string, string]): [string, string] {
  const [first, second] = [nameIn(one), nameIn(other)];
  if (plain(first) === plain(second)) throw fault("E-DEPLOY-TWO");
  return [first, second];
}

const plain = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

/** Why, on one line. @throws Fault E-DEPLOY-REASON */
export function reasonIn(text: string): string {
  const reason = text.replace(/\s+/g, " ").trim();
  if (reason === "" || UNPLAIN.test(reason)) throw fault("E-DEPLOY-REASON");
  return reason;
}

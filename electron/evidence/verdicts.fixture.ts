// A verdict as one line of text, so that those of several verifiers can be compared.
import { isFault, toWords, fromHex } from "../../crypto/index.ts";
import { audit, type Anchors } from "../desk/audit.ts";
import type { Files } from "./bundle.ts";

/** The end of an act, in a verdict. */
export interface ActVerdict {
  readonly act: string;
  readonly by: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

/** What all verdicts contain, each in a form of its own. */
export interface CommonVerdict {
  readonly closedBy: string | null;
  readonly unvouched: readonly string[];
  readonly acts: readonly ActVerdict[];
  readonly head: string;
  /** How many. */
  readonly entries: number;
  /** Who signed the end: officer, and words of the certificate. */
  readonly signers: readonly (readonly [string, string])[];
  /** All of them are among the cards that were given. */
  readonly known: boolean;
  /** What the rules of meaning report; null if only the form was checked. */
  readonly said: Said | null;
}

/** How many must sign the end, who did not and why, what was excused, when clocks went back. */
export interface Said {
  readonly signed: number;
  readonly of: number;
  readonly due: number;
  readonly vouchedTo: number | null;
  readonly missing: readonly (readonly [role: string, why: string])[];
  readonly excused: readonly (readonly [code: string, entry: number, by: number])[];
  readonly back: readonly number[];
  /** Of the rules; and those that it is too old for. */
  readonly version: number;
  readonly notAsked: readonly string[];
}

/**
 * The summary of a verdict: "good" with how it was closed, for whom it does not vouch, who signed
 * its end, and who signed which act.
 */
export const good = (told: CommonVerdict): string => {
  const { closedBy, unvouched, acts, head, entries, signers, known, said } = told;
  return (
    `good ${String(closedBy)} ${unvouched.join()} ${head} ${String(entries)} ${String(known)} `
    + JSON.stringify([
      signers,
      acts.map(({ act, by, present, missing }) => [act, by, present, missing]),
      said && [said.signed, said.of, said.missing, said.excused, said.back],
      said && [said.version, said.notAsked, said.due, said.vouchedTo],
    ])
  );
};

/** The code of a fault, and the numbers of the entries that it names. */
export function bad(error: unknown): string {
  if (!isFault(error)) throw error;
  return badOf(error.code, error.message);
}

/** As `bad`, of a fault that came as data. */
export function badOf(code: string, message: string): string {
  const named = [...message.matchAll(/entry (\d+)/gi)].map(([, n = ""]) => n);
  if (code === "E-LOG-HEAD" || named.length === 0) return `${code} -`;
  return [code, ...named.slice(0, code.startsWith("E-MEAN-") ? 2 : 1)].join(" ");
}

/** The first ten words of a digest in hex. */
export const spokenWords = (digest: string): string =>
  toWords(fromHex(digest) ?? new Uint8Array())
    .slice(0, 10)
    .join(" ");

const NOW = "2026-11-25T10:00:00.000Z";

/** The app's own verdict: what the Audit screen asks. */
export function inTheApp(files: Files, head: string | null, cards: Anchors["cards"] = []): string {
  const record = files.get("record.jsonl") ?? new Uint8Array();
  try {
    const view = audit({ record, bundle: files }, NOW, { head: head ?? "", cards });
    const signers = view.signers.map(({ officer, words }) => [officer, words.join(" ")] as const);
    const { signed = 0, of = 0, due = 0, vouchedTo = null, missing = [] } = view.closing ?? {};
    const said = {
      signed,
      of,
      due,
      vouchedTo,
      missing: missing.map(({ role, why }) => [role, why] as const),
      excused: view.excused.map(({ code, entry, by }) => [code, entry, by] as const),
      back: view.clockBack,
      version: view.rules.version,
      notAsked: view.rules.notAsked,
    };
    return good({ ...view, signers, known: view.signersKnown, said });
  } catch (error) {
    return bad(error);
  }
}

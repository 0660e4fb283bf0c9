// A verdict as one line of text, so that those of several verifiers can be compared.
import { isFault, toWords, fromHex } from "../../crypto/index.ts";
import { audit, type Anchors } from "../desk/audit.ts";
import type { Files } from "./bundle.ts";

/** The end of an act, as a verdict tells it. */
export interface ActTold {
  readonly act: string;
  readonly by: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

/** What all verdicts tell, each in a shape of its own. */
export interface Told {
  readonly closedBy: string | null;
  readonly unvouched: readonly string[];
  readonly acts: readonly ActTold[];
  readonly head: string;
  /** How many. */
  readonly entries: number;
  /** Who signed the end: officer, and words of the certificate. */
  readonly signers: readonly (readonly [string, string])[];
  /** All of them are among the cards that were given. */
  readonly known: boolean;
}

/**
 * What a verdict comes to: "good" with how it was closed, for whom it does not vouch, who signed
 * its end, and who signed which act.
 */
export const good = ({ closedBy, unvouched, acts, head, entries, signers, known }: Told): string =>
  `good ${String(closedBy)} ${unvouched.join()} ${head} ${String(entries)} ${String(known)} `
  + JSON.stringify(signers)
  + JSON.stringify(acts.map(({ act, by, present, missing }) => [act, by, present, missing]));

/** The code of a fault, and the number of the entry that it names. */
export function bad(error: unknown): string {
  if (!isFault(error)) throw error;
  const [, n = "-"] = /entry (\d+)/i.exec(error.message) ?? [];
  return `${error.code} ${error.code === "E-LOG-HEAD" ? "-" : n}`;
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
    return good({ ...view, signers, known: view.signersKnown });
  } catch (error) {
    return bad(error);
  }
}

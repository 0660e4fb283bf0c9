// A verdict as one line of text, so that those of several verifiers can be compared.
import { isFault } from "../../crypto/index.ts";
import { checkBundle, type Files } from "./bundle.ts";

/** The end of an act, as a verdict tells it. */
export interface ActTold {
  readonly act: string;
  readonly by: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

/**
 * What a verdict comes to: "good" with how it was closed, for whom it does not vouch, and who
 * signed which act.
 */
export const good = ({
  closedBy,
  unvouched,
  acts,
  head,
  entries,
}: {
  readonly closedBy: string | null;
  readonly unvouched: readonly string[];
  readonly acts: readonly ActTold[];
  readonly head: string;
  readonly entries: readonly unknown[];
}): string =>
  `good ${String(closedBy)} ${unvouched.join()} ${head} ${entries.length} `
  + JSON.stringify(acts.map(({ act, by, present, missing }) => [act, by, present, missing]));

/** The code of a fault, and the number of the entry that it names. */
export function bad(error: unknown): string {
  if (!isFault(error)) throw error;
  const [, n = "-"] = /entry (\d+)/i.exec(error.message) ?? [];
  return `${error.code} ${error.code === "E-LOG-HEAD" ? "-" : n}`;
}

/** The app's own verdict. */
export function inTheApp(files: Files, head: string | null): string {
  try {
    return good(checkBundle(files, head));
  } catch (error) {
    return bad(error);
  }
}

// How sure it is that a record is the one that people closed: what it lacks, and what is done then.
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";

const LACKS: Readonly<Record<Anchoring["lacks"][number], string>> = {
  paper: "it was closed on paper",
  unvouched: "nothing vouches for one of its signers",
  elsewhere: "the record before it is not here",
};

/** What it lacks, and what anchors it. */
export function lacksLine(lacks: Anchoring["lacks"]): string {
  const said = lacks.map((lack) => LACKS[lack]);
  const all =
    said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
  return (
    `This record is not anchored here: ${all}. Audit it with the words of its head from paper; `
    + "where there is no paper, hold an attestation and enter the head of that one."
  );
}

const SHORT: typeof LACKS = {
  paper: "only on paper",
  unvouched: "signer unvouched",
  elsewhere: "earlier one absent",
};

/** On Home, in one line: what it lacks first, and where to go; nothing of an anchored record. */
export const anchoringHint = ({ lacks: [first] }: Anchoring): string =>
  first === undefined ? "" : `${SHORT[first]}: see Audit`;

// The quorum certificate: one page that says which officers together opened which bytes, and when.
import {
  named,
  paragraph,
  table,
  theirs,
  type Block,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import { custodyAnswers } from "../ceremony/ceremony.ts";
import { closers } from "./minutes-end.ts";
import { dayOf, facts } from "./phrases.ts";
import { proofBlocks } from "./proof-blocks.ts";
import type { Reading } from "./reading.ts";

/** Null where this ceremony proved nothing. */
export function quorumCertificate(reading: Reading): Paper | null {
  const blocks = proofBlocks(reading, "domain");
  const { hsm, required, officers, ceremony } = reading.opened;
  if (blocks.length === 0) return null;
  return {
    title: `Quorum certificate, ${hsm}`,
    blocks: [
      paragraph(
        `${String(required)} of ${String(officers)} officers open the security domain of `,
        theirs(hsm),
        ". The evidence is the record of the ceremony ",
        named(ceremony),
        HOW[reading.closedBy ?? "open"],
      ),
      ...closers(reading),
      ...blocks,
      ...besideProof(reading),
    ],
  };
}

/** A proof is not a drill: the last drill and the last backup are always beside it. */
export function besideProof({ after, gaps, until }: Reading): readonly Block[] {
  const { backup, drilledAt } = after;
  const { attestation, dryRun } = custodyAnswers(after, gaps, until).health;
  return [
    facts([
      ["Last recovery that found every key again", [[dayOf(drilledAt)]]],
      [
        "Newest full backup known",
        [
          backup.folder === ""
            ? ["none: without one, the security " + "domain cannot bring any key back"]
            : [theirs(backup.folder), `, ${dayOf(backup.at)}`],
        ],
      ],
      ["Next custody attestation", [[dayOf(attestation.at)]]],
      ["Next dry run of recovery", [[dayOf(dryRun.at)]]],
    ]),
    table(
      [
        ["Witness, name", 30],
        ["Signature", 42],
        ["Date and time UTC", 28],
      ],
      [["", "", ""]],
    ),
  ];
}

/** How the record that is the evidence was closed. */
export const HOW = {
  signatures: ", which its officers signed: this was demonstrated, not only assumed.",
  paper: ", which was signed on paper: this was demonstrated, not only assumed.",
  open: ", WHICH IS NOT CLOSED.",
} as const;

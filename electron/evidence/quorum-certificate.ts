// The quorum certificate: one page that says which officers together opened which bytes, and when.
import {
  named,
  paragraph,
  table,
  theirs,
  type Block,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import { custodyAnswers, isDeviable } from "../ceremony/ceremony.ts";
import { and, list, sentence, type Sentence } from "../text/sentence.ts";
import { closers } from "./minutes-end.ts";
import { backupOf, dayOf, facts } from "./phrases.ts";
import { proofBlocks } from "./proof-blocks.ts";
import type { Reading } from "./reading.ts";

/** Null if this ceremony proved nothing. */
export function quorumCertificate(reading: Reading): Paper | null {
  const { hsm, required, officers } = reading.opened;
  return certificate(
    reading,
    sentence("certificates.quorum", { hsm }),
    sentence("certificates.quorumOf", { required, all: officers, hsm: theirs(hsm) }),
    proofBlocks(reading, "domain"),
  );
}

/**
 * A certificate: what was shown, by which record, and how.
 * @param blocks how; without any there is no certificate
 */
export const certificate = (
  reading: Reading,
  title: Sentence,
  shown: Sentence,
  blocks: readonly Block[],
): Paper | null =>
  blocks.length === 0
    ? null
    : {
        title,
        blocks: [
          paragraph(list([shown, evidence(reading)], " ")),
          ...closers(reading),
          ...blocks,
          ...besideProof(reading),
        ],
      };

const evidence = ({ opened: { ceremony }, closedBy }: Reading): Sentence =>
  sentence("certificates.evidence", { ceremony: named(ceremony), closed: closedBy ?? "open" });

/** The width of the labels beside the proof, in percent: those in German are long. */
const LABELS = 44;

/** A proof is not a drill: the last drill and the last backup are always beside it. */
function besideProof({ after, gaps, until }: Reading): readonly Block[] {
  const { backup, drilledAt } = after;
  const { health, rules } = custodyAnswers(after, gaps, until);
  const { attestation, dryRun } = health;
  const accepted = rules.flatMap(({ rule, verdict }) =>
    verdict === "deviation" && isDeviable(rule)
      ? [sentence("certificates.acceptedRule", { rule })]
      : [],
  );
  return [
    facts(
      [
        ...(accepted.length === 0
          ? []
          : [
              [
                sentence("certificates.accepted"),
                [[sentence("certificates.acceptedRules", { rules: and(accepted) })]],
              ] as const,
            ]),
        [sentence("paper.lastDrill"), [[dayOf(drilledAt)]]],
        [sentence("paper.newestBackup"), [[backupOf(backup)]]],
        [sentence("certificates.nextAttestation"), [[dayOf(attestation.at)]]],
        [sentence("certificates.nextDryRun"), [[dayOf(dryRun.at)]]],
      ],
      LABELS,
    ),
    table(
      [
        [sentence("certificates.witness"), 30],
        [sentence("paper.signature"), 42],
        [sentence("paper.dateAndTime"), 28],
      ],
      [["", "", ""]],
    ),
  ];
}

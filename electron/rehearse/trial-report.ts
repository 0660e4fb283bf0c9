// The report of a rehearsal with trials: the same for the trainer, on paper, and on the screen.
import { english } from "../text/english.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Score, Verdict } from "./trial-score.ts";

/** "Found 5 of 6", the one line that is said aloud. */
export const scoreLine = ({ found, of }: Score): string =>
  `Found ${String(found)} of ${String(of)}.`;

/** How one trial ended. */
export const verdictSentence = ({ found, by, steps }: Verdict): Sentence =>
  found === "not-set"
    ? sentence("drills.verdict.not-set")
    : found === "nobody" || by === null
      ? sentence("drills.verdict.nobody")
      : sentence("drills.verdict.found", { by: found, what: by.what, seq: by.seq, steps });

/** The same in English, for terminals and reports. */
export const verdictLine = (verdict: Verdict): string => english(verdictSentence(verdict));

/** The report as Markdown. @param title the ceremony's; @param head its record's, in hex */
export function reportOf(score: Score, title: string, head: string): string {
  const lines = [
    `# REHEARSAL with drills: ${title}`,
    "",
    `**${scoreLine(score)}** Scored from the record alone, whose head is \`${head}\`.`,
    "",
    score.asSealed
      ? "The drills named at the end are those sealed at the beginning."
      : "**The drills named at the end are not those sealed at the beginning: the score is void.**",
    "",
    `Seed: ${score.seed}`,
    "",
    "| Drill | Step | Officer | How it ended |",
    "|---|---|---|---|",
    ...score.verdicts.map(
      (one) =>
        `| ${english(one.title)} | ${one.step} | ${
          one.seat === 0 ? "" : String(one.seat)
        } | ${verdictLine(one)} |`,
    ),
  ];
  const missed = score.verdicts.filter(({ found }) => found === "nobody");
  const lessons =
    missed.length === 0
      ? []
      : [
          "",
          "## What should have been done",
          "",
          ...missed.map((one) => `- **${english(one.title)}.** ${english(one.should)}`),
        ];
  return `${[...lines, ...lessons].join("\n")}\n`;
}

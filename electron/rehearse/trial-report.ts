// The report of a rehearsal with trials: the same for the trainer, on paper, and on the screen.
import type { Score, Verdict } from "./trial-score.ts";

/** "Found 5 of 6", the one line that is said aloud. */
export const scoreLine = ({ found, of }: Score): string =>
  `Found ${String(found)} of ${String(of)}.`;

/** How one trial ended, in a sentence. */
export function verdictLine({ found, by, steps }: Verdict): string {
  if (found === "not-set") return "Not set: the ceremony did not reach it. It is not scored.";
  if (found === "nobody" || by === null) return "Missed: nobody found it.";
  const who = found === "app" ? "Found by the app" : "Found by the people";
  return `${who} (${by.what}, entry ${String(by.seq)}), ${after(steps)}.`;
}

const after = (steps: number): string =>
  steps === 0
    ? "at once, in the same step"
    : steps === 1
      ? "one step later"
      : `${String(steps)} steps later`;

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
        `| ${one.title} | ${one.step} | ${
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
          ...missed.map(({ title: name, should }) => `- **${name}.** ${should}`),
        ];
  return `${[...lines, ...lessons].join("\n")}\n`;
}

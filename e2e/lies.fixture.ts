// The page LIES.md: every lie that the tests tell about a record, and what becomes of it.
import { RULES } from "../electron/meaning/breach.ts";
import type { Lie } from "../electron/meaning/lie.fixture.ts";
import { CONDITIONS, LIES, NEWER } from "../electron/meaning/lies.fixture.ts";
import { TOLD } from "../electron/meaning/lies-told.fixture.ts";
import { CHAIN_LIES } from "./stranger/chains.fixture.ts";

const HEAD = `# What becomes of each lie

Made by a test from the lies themselves (\`npx vitest run e2e/lies --update\`). Each is a record that is complete, chained and
truly signed by everyone, and says something that did not happen. *Refused* is with the rule of [this number](FORMAT.md) and
its code; *told*: no rule refuses it, and the verdict says it in this member of [\`sd verify --json\`](../cli/FORMAT.md), the
window's audit and the browser page in words; *exit 3*: it is not called good either. Beside the records that it names, a
record is refused for what differs ([from record to record](../journal/FORMAT.md#from-record-to-record)).
\`lies.test.ts\`, \`e2e/lies.test.ts\` and \`e2e/stranger-chain.test.ts\` tell them to the app, to the page and to the verifier
in Python.
`;

const refused = ({ code, script, name, counts, left }: Lie): string => {
  const of = counts === undefined ? "" : ` of ${counts.quorum} of ${counts.officers}`;
  const after = left === undefined ? "" : ` after ${left.quorum} of ${left.officers}`;
  return row(name, `${script}${of}${after}`, `refused, rule ${RULES[code]}, \`${code}\``);
};

const row = (name: string, script: string, verdict: string): string =>
  `| ${name} | ${script} | ${verdict} |`;

const MEMBERS = ["excused", "clockBack", "gaps", "names"];

const told = (tells: string): string =>
  tells === "vouchedFor"
    ? "exit 3, `closed.vouchedFor` is false"
    : `told, ${MEMBERS.includes(tells) ? `\`${tells}\`` : `\`notes\`: \`${tells}\``}`;

const beside = (one: string): string => (one.startsWith("E-") ? `refused, \`${one}\`` : told(one));

const table = (title: string, rows: readonly string[]): string =>
  `\n## ${title}\n\n| Lie | Ceremony | Becomes |\n|---|---|---|\n${rows.join("\n")}\n`;

/** The text of the page. */
export const liesText = (): string =>
  [
    HEAD,
    table("About one thing", LIES.map(refused)),
    table("About one condition of a rule", CONDITIONS.map(refused)),
    table(
      "That no rule refuses",
      TOLD.map(({ name, script, tells }) => row(name, script, told(tells))),
    ),
    table(
      "Of a later version",
      NEWER.map(({ name, script }) => row(name, script, "refused, `E-RULES-NEWER`")),
    ),
    table(
      "Beside the records that it names",
      CHAIN_LIES.map(({ name, becomes }) => row(name, "any", becomes.map(beside).join("; or "))),
    ),
  ].join("");

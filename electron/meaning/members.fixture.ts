// The page MEMBERS.md: what becomes of every member of every entry.
import { FORMS, membersIn } from "./declared.fixture.ts";
import { ROWS, fateOf } from "./members.ts";

const HEAD = `# What becomes of every member of a record

Made by a test from \`members.ts\` (\`npx vitest run --update\`); \`liar.test.ts\` tries it. *Checked*: each other plausible value is
refused, by a rule of [this number](FORMAT.md) or with this code of [the record](../journal/FORMAT.md). *Told*: a rule may refuse
it, but another value can also be good; then no rule has compared it with anything, and the verdict lists it
(\`sd verify --entries\`, \`told\` in \`--json\`, *All entries* on the verifier's page). A member stands for all that is in it and
has no row of its own. Of every entry \`by\` is checked (rule 13), \`station\` too (rule 10); its time and that it is there
are told.
`;

/** Every value of every entry, with its fate. */
export const ALL: readonly { readonly name: string; readonly fate: string }[] = Object.entries(
  FORMS,
).flatMap(([type, form]) =>
  membersIn(form).map((member) => ({ name: `${type} ${member}`, fate: fateOf(type, member) })),
);

const code = (text: string): string => `\`${text}\``;

/** The text of the page. */
export function membersText(): string {
  const lines = Object.keys(FORMS).flatMap((type) => {
    const own = ROWS.filter((row) => row.startsWith(`${type} `)).map((row) => row.split(" ")[1]!);
    const fates = [...new Set(own.map((member) => fateOf(type, member)))];
    return fates.map((fate) => {
      const members = own.filter((member) => fateOf(type, member) === fate).map(code);
      const is = fate === "told" ? "told | " : `checked | ${fate.replaceAll(" ", ", ")}`;
      return `| ${code(type)} | ${members.join(", ")} | ${is} |`;
    });
  });
  return `${HEAD}\n| Entry | Member | Is | By |\n|---|---|---|---|\n${lines.join("\n")}\n`;
}

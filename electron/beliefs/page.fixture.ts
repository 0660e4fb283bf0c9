// For tests: the pages of the table: what we believe, and what came of each row turned around.
import { BELIEFS } from "./beliefs.ts";
import type { Outcome } from "./contact.fixture.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

const code = (text: string): string => `\`${text}\``;

/** What we believe of Azure, why, on whom it acts, where it is seen, and what the turned stand-in does. */
export function beliefsText(): string {
  return `${[
    "# What we believe of Azure",
    "",
    "Made from `beliefs.ts` by a test: do not edit. Each row is what code, stand-in or pages rely on and what",
    "was only read of, never tried. `azure-protocol N [MARK]` is a section of docs/azure-protocol.md, whose",
    "marks name the sources; `D:PAGE (DATE)` is a page of Microsoft on Managed HSM; `A2026` is what changed in",
    "2026; `[ours]` was concluded. `sd rehearsal-hsm --otherwise ID` serves an HSM that behaves as the last",
    "column says. What came of each, `contact.long.test.ts` writes into `TURNED.md`.",
    "",
    row("Id", "We believe", "Why", "Depends on it", "Seen in", "Otherwise"),
    "|---|---|---|---|---|---|",
    ...BELIEFS.map(({ id, believed, why, relies, on, otherwise }) =>
      row(
        code(id),
        believed,
        why,
        relies.join(", "),
        code(`${on.method} ${on.path.source}`),
        otherwise,
      ),
    ),
  ].join("\n")}\n`;
}

/** What came of a ceremony, in words; and of what kind that is. */
function cameOf({ refusal, passed, warned, after }: Outcome): {
  readonly kind: string;
  readonly said: string;
} {
  if (refusal === null) {
    const how = [
      ...passed.map((one) => `after ${code(one)}, done again`),
      ...warned.map((one) => `with ${code(one)}`),
    ];
    return how.length === 0
      ? { kind: "ends as usual", said: "ends as usual" }
      : { kind: "ends, after a refusal or with a warning", said: `ends: ${how.join("; ")}` };
  }
  const { step, code: refused, sentence, said } = refusal;
  const words = said === "" ? "" : ` Azure: “${said}”`;
  const end =
    after === null
      ? "Once Azure is as believed, the same ceremony ends."
      : `Then it is still ${code(after)}.`;
  return {
    kind: after === null ? "stops, and can be continued" : "stops for good",
    said: `stops at ${step}: ${code(refused)} ${sentence}${words} ${end}`,
  };
}

/** One ceremony with one row turned around. */
export interface Turned {
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
}

export function turnedText(all: readonly Turned[]): string {
  const told = all.map(({ id, name, outcome }) => ({ id, name, ...cameOf(outcome) }));
  const kinds = [...new Set(told.map(({ kind }) => kind))].toSorted();
  return `${[
    "# What came of each belief turned around",
    "",
    "Written by the long run (`contact.long.test.ts`): an activation and a recovery at an HSM that behaves as",
    "the row of [BELIEFS.md](BELIEFS.md) says, wherever that ceremony asks what the row is about. In each: no",
    "crash, no call that the record does not have, every whole answer to the download on both media, and a",
    "record that means what it says. People do a refused step three times. What no ceremony asks, the level",
    "`sd contact key` does, which continues after what is refused, and leaves nothing behind.",
    "",
    row("Ceremonies", "What came of them"),
    "|---:|---|",
    ...kinds.map((kind) => row(String(told.filter((one) => one.kind === kind).length), kind)),
    "",
    row("Row", "Ceremony", "What came of it"),
    "|---|---|---|",
    ...told.map(({ id, name, said }) => row(code(id), name, said)),
  ].join("\n")}\n`;
}

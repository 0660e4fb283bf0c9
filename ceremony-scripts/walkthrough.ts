// A script as a paper that people can finish the ceremony on: steps numbered, with what is done and
// said, what must be seen, and room for initials and the time.
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import { ROLES } from "./roles.ts";
import type { Script } from "./schema.ts";
import type { Actor, Step } from "./steps.ts";

const BLANK = "__________";
const WORDS_A_LINE = 8;
const EXCEPTIONS = 6;

/**
 * The walkthrough, in Markdown.
 * @param words of the script's SHA-256, all 32
 */
export function walkthrough(script: Script, words: readonly string[]): string {
  const acts = [...new Set(script.steps.map(({ act }) => act))];
  return [
    ...frontMatter(script, words),
    ...people(script),
    ...materials(script),
    ...acts.flatMap((act, i) => ofAct(script, act, i + 1)),
    ...exceptions(),
    ...end(),
  ].join("\n");
}

function frontMatter(script: Script, words: readonly string[]): readonly string[] {
  const { title, name, steps, officers, quorum, sha256 } = script;
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  return [
    `# ${plain(title)}`,
    "",
    `Script \`${name}\`: ${String(steps.length)} steps, about ${String(minutes)} minutes. `
      + `${String(officers)} officers, quorum ${String(quorum)}.`,
    "",
    "The SHA-256 of the script, in words and in hex. It is read aloud before the first step:",
    "",
    "```",
    ...Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, i) =>
      words.slice(i * WORDS_A_LINE, (i + 1) * WORDS_A_LINE).join(" ")),
    sha256,
    "```",
    "",
    ...table(["Date", "Place", "HSM", "Clock that is read", "Number of the ceremony"],
      [["", "", "", "", ""]]),
    "How to use it: the one who acts reads the words in quotation marks aloud and does what "
      + "stands before them. The one who confirms compares what is expected, fills in each blank, "
      + "puts his initials and the time (UTC) behind the step, and only then the next one begins. "
      + "What goes otherwise goes on the sheet of exceptions.",
    "",
  ];
}

function people({ roles, officers, quorum, everyone }: Script): readonly string[] {
  const rows = ROLES.flatMap((name) => {
    const others = roles.find(({ role }) => role === name)?.mayNotAlsoBe ?? [];
    const not = others.map((other) => other === name ? `another ${other}` : other).join(", ");
    const seats = name === "officer" ? seatsOf(officers).map((seat) => `Officer ${seat}`)
      : [capital(name)];
    return seats.map((seat) => [seat, not, "", "", ""]);
  });
  const absent = `At least ${String(quorum)} of the officers come; whoever does not come is struck `
    + "out here, with his materials and his steps.";
  return [
    "## People", "",
    ...table(["Role", "May not also be", "Name", "Signature (at the end)", "Time UTC"], rows),
    everyone ? "Every officer comes." : absent,
    "",
  ];
}

function materials(script: Script): readonly string[] {
  return [
    "## Materials", "",
    "Each medium and each envelope ends in a bag of its own, or destroyed before witnesses.", "",
    ...table(
      ["Object", "Of", "Comes", "Seal it came in", "Serial number", "Seal at the end", "Place",
        "Custodian", "Initials"],
      script.materials.map((material) =>
        [thing(material), actor(material.of), comes(material), ...blanksOf(material)])),
  ];
}

const thing = ({ sort, name }: Material): string => `${capital(sort)} \`${name}\``;

function comes({ sort, at, comesSealed, holds }: Material): string {
  if (sort === "paper") return "blank";
  const what = holds === undefined ? "" : ` with ${holds === "keys" ? "his keys" : "the domain"}`;
  return `${comesSealed ? "sealed" : "new"}${what}, ${at ?? ""}`;
}

/** Papers need no seal and no number; what comes new came in none. */
const blanksOf = ({ sort, comesSealed }: Material): readonly string[] =>
  sort === "paper" ? ["-", "-", "-", "", "", ""]
    : [comesSealed ? "" : "-", sort === "medium" ? "" : "-", "", "", "", ""];

function ofAct({ steps }: Script, act: string, number: number): readonly string[] {
  const rows = steps.filter((step) => step.act === act).map((step, i) => [
    `${String(number)}.${String(i + 1)}`, doer(step), activity(step), expected(step), "", "",
  ]);
  return [
    `## Act ${String(number)}: ${plain(act)}`, "",
    ...table(["Step", "Actor", "Activity", "Expected", "Initials", "Time UTC"], rows),
  ];
}

const doer = ({ by, confirm, station }: Step): string =>
  `${actor(by)} at the ${station} station; ${actor(confirm)} confirms`;

/** The kind's sentence, what people do by hand, and what is said aloud. */
function activity(step: Step): string {
  const hands = step.ensures.map(({ text }) => byHand(text, step));
  return [
    filledIn(kindOf(step.action.kind).activity, step),
    `"${plain(step.say)}"`,
    ...hands.length === 0 ? [] : [`By hand: ${hands.join(", ")}.`],
  ].join("<br>");
}

const HAND: Readonly<Record<string, (object: string) => string>> = {
  "opened": (object) => `open \`${object}\``,
  "sealed": (object) => `seal \`${object}\``,
  "destroyed": (object) => `destroy \`${object}\``,
  "goes": (object) => `take \`${object}\` along`,
  "present": (object) => `${object} comes in`,
  "left": (object) => `${object} leaves`,
  "network-down": () => "take the offline station from the network",
  "network-up": () => "put the offline station on the network",
};

function byHand(text: string, { seat }: Step): string {
  const [word = "", object = ""] = text.split(" ");
  const whose = object.replace("{officer}", seat === undefined ? "N" : String(seat));
  const of = seat === undefined && whose !== object ? " of each officer who came" : "";
  return `${HAND[word]?.(whose) ?? ""}${of}`;
}

const expected = (step: Step): string =>
  filledIn(kindOf(step.action.kind).expected, step).replaceAll("____", BLANK);

const filledIn = (text: string, { seat, action }: Step): string => text
  .replaceAll("{officer}", String(seat ?? ""))
  .replace("{to}", action.to ?? "")
  .replace("{what}", (action.what ?? "").replace("-", " "));

function exceptions(): readonly string[] {
  return [
    "## Exceptions", "",
    "A refusal by the app is no exception: it is a control that works. Each exception ends with "
      + "one decision: continue, repeat the step, or abort.", "",
    ...table(
      ["Step", "Time UTC", "Expected", "Happened", "Decided", "By whom", "Initials"],
      Array.from({ length: EXCEPTIONS }, () => ["", "", "", "", "", "", ""])),
  ];
}

function end(): readonly string[] {
  return [
    "## End", "",
    `Ended at ${BLANK} UTC. Head of the record, all 32 words: ${BLANK}. Exceptions: ${BLANK}.`, "",
    "Everybody now signs in the table of people: this is a true record of the ceremony, to the "
      + "best of my knowledge.", "",
  ];
}

function table(
  head: readonly string[], rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

const seatsOf = (officers: number): readonly string[] =>
  Array.from({ length: officers }, (_, i) => String(i + 1));

const actor = (of: Actor): string => capital(of.replace("-", " "));

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Text of the script on one line, with nothing in it that Markdown or a table would take. */
const plain = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");

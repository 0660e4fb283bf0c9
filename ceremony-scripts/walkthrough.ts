// A script as a paper that people can finish the ceremony on: steps numbered, with what is done and
// said, what must be seen, and room for initials and the time.
import { coursesOf } from "./courses.ts";
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import { pathOf } from "./path.ts";
import { ROLES } from "./roles.ts";
import type { Script } from "./schema.ts";
import type { Actor, Step } from "./steps.ts";
import type { Whose } from "./whose.ts";

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
  const { title, name, officers, quorum, sha256 } = script;
  const steps = longest(script);
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

/** The way with the most steps. */
const longest = (script: Script): readonly Step[] =>
  coursesOf(script).map((course) => pathOf(script, course))
    .reduce((most, path) => path.length > most.length ? path : most, []);

function people({ roles, officers, quorum, attend }: Script): readonly string[] {
  const rows = ROLES.flatMap((name) => {
    const others = roles.find(({ role }) => role === name)?.mayNotAlsoBe ?? [];
    const not = others.map((other) => other === name ? `another ${other}` : other).join(", ");
    const seats = name === "officer" ? seatsOf(officers).map((seat) => `Officer ${seat}`)
      : [capital(name)];
    return seats.map((seat) => [seat, not, "", "", ""]);
  });
  const struck = "whoever does not come is struck out here, with his materials and his steps.";
  const come = {
    everyone: "Every officer comes.",
    quorum: `At least ${String(quorum)} of the officers come; ${struck}`,
    one: `One officer comes; ${struck}`,
    nobody: "No officer comes.",
  };
  return [
    "## People", "",
    ...table(["Role", "May not also be", "Name", "Signature (at the end)", "Time UTC"], rows),
    come[attend],
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
  const numbers = numbersOf(steps);
  const rows = steps.filter((step) => step.act === act).map((step) => [
    numbers.get(step.id) ?? "", doer(step), activity(step, numbers), expected(step), "", "",
  ]);
  return [
    `## Act ${String(number)}: ${plain(act)}`, "",
    ...table(["Step", "Actor", "Activity", "Expected", "Initials", "Time UTC"], rows),
  ];
}

/** Act and place in the act, by the step's id. */
function numbersOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const acts = [...new Set(steps.map(({ act }) => act))];
  return new Map(acts.flatMap((act, i) => steps.filter((step) => step.act === act)
    .map(({ id }, at) => [id, `${String(i + 1)}.${String(at + 1)}`] as const)));
}

const doer = ({ by, confirm, station }: Step): string =>
  `${actor(by)} at the ${station} station; ${actor(confirm)} confirms`;

/** The kind's sentence, what is said aloud, the choices, what people do by hand, where to go. */
function activity(step: Step, numbers: ReadonlyMap<string, string>): string {
  const hands = step.ensures.map(({ text }) => byHand(text, step));
  const to = (id: string): string => `go to step ${numbers.get(id) ?? ""}`;
  return [
    filledIn(kindOf(step.action.kind).activity, step),
    `"${plain(step.say)}"`,
    ...(step.action.choices ?? []).map(({ when, goTo }) => `( ) If ${plain(when)}: ${to(goTo)}.`),
    ...hands.length === 0 ? [] : [`By hand: ${hands.join(", ")}.`],
    ...step.goTo === undefined ? [] : [`Then ${to(step.goTo)}.`],
    ...WHO[step.whose ?? "present"],
  ].join("<br>");
}

/** For whom a step is, where not every officer has it. */
const WHO: Readonly<Record<Whose, readonly string[]>> = {
  present: [],
  all: [],
  new: ["Only for an officer whose keys are made anew."],
  remaining: ["Only for an officer who keeps his keys."],
};

const HAND: Readonly<Record<string, (object: string) => string>> = {
  "opened": (object) => `open \`${object}\``,
  "sealed": (object) => `seal \`${object}\``,
  "resealed": (object) => `put \`${object}\` into a new bag, if it was opened`,
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
  .replace("{what}", (action.what ?? "").replace("-", " "))
  .replace("{copy}", (action.copy ?? "").replace("-", " "));

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

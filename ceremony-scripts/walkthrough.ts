// A script as a paper that people can finish the ceremony on: steps numbered, with what is done and
// said, what must be seen, and room for initials and the time.
import { coursesOf } from "./courses.ts";
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import {
  blank,
  heading,
  named,
  paragraph,
  preformatted,
  said,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
  type Paper,
  type Span,
} from "./paper.ts";
import { pathOf } from "./path.ts";
import { ROLES, type Actor } from "./roles.ts";
import type { Script } from "./schema.ts";
import type { Step } from "./steps.ts";
import { numbersOf, waysOf, type Ways } from "./walkthrough-ways.ts";
import type { Whose } from "./whose.ts";

const WORDS_A_LINE = 8;
const EXCEPTIONS = 6;
const HAND_OFFS = 6;
/** Lines that ten or more words of a digest need, by hand, in a cell; and all 32, over the page. */
const WORDS_IN_A_CELL = 3;
const WORDS_IN_FULL = 4;

/**
 * The walkthrough, for `walkthroughMarkdown` and for a printer of pages.
 * @param words of the script's SHA-256, all 32
 */
export function walkthrough(script: Script, words: readonly string[]): Paper {
  const acts = [...new Set(script.steps.map(({ act }) => act))];
  return {
    title: script.title,
    blocks: [
      ...frontMatter(script, words),
      ...people(script),
      ...materials(script),
      ...handOffs(script),
      ...acts.flatMap((act, i) => ofAct(script, act, i + 1)),
      ...exceptions(),
      ...end(),
    ],
  };
}

function frontMatter(script: Script, words: readonly string[]): readonly Block[] {
  const { name, officers, quorum, sha256 } = script;
  const steps = longest(script);
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const isForked = script.steps.some(({ action }) => action.choices !== undefined);
  const most = isForked ? "up to " : "";
  return [
    paragraph(
      "Script ",
      named(name),
      `: ${most}${String(steps.length)} steps, about `
        + `${String(minutes)} minutes. ${String(officers)} officers, quorum ${String(quorum)}.`,
    ),
    paragraph(
      "The SHA-256 of the script, in words and in hex. Read it aloud before the first " + "step:",
    ),
    preformatted([
      ...Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, i) =>
        words.slice(i * WORDS_A_LINE, (i + 1) * WORDS_A_LINE).join(" "),
      ),
      sha256,
    ]),
    table(
      [
        ["Date", 12],
        ["Place", 24],
        ["HSM", 24],
        ["Clock that is read", 20],
        ["Ceremony number", 20],
      ],
      [["", "", "", "", ""]],
    ),
    paragraph(
      "How to use this script: the person who acts does what is written before the "
        + "quotation marks, and reads the words between them aloud. The person who confirms checks "
        + "what is expected, fills in each blank, and writes their initials and the time (UTC) "
        + "beside the step. Only then does the next step begin. Anything that goes differently is "
        + "written on the sheet of exceptions.",
    ),
    ...(isForked ? [WAYS] : []),
  ];
}

const WAYS = paragraph(
  "Where there is a choice: put a cross in one pair of brackets, strike out "
    + "the steps that are skipped, and continue with the step named. If a step is struck out, such "
    + "as that of an officer who did not come, continue with the one after it.",
);

/** The way with the most steps. */
const longest = (script: Script): readonly Step[] =>
  coursesOf(script)
    .map((course) => pathOf(script, course))
    .reduce((most, path) => (path.length > most.length ? path : most), []);

function people({ roles, officers, quorum, attend }: Script): readonly Block[] {
  const rows = ROLES.flatMap((name) => {
    const others = roles.find(({ role }) => role === name)?.mayNotAlsoBe ?? [];
    const not = others.map((other) => (other === name ? `another ${other}` : other)).join(", ");
    const seats =
      name === "officer" ? seatsOf(officers).map((seat) => `Officer ${seat}`) : [capital(name)];
    return seats.map((seat) => [seat, not, "", "", ""]);
  });
  const struck = "strike out here anyone who does not come, with their materials and steps.";
  const come = {
    everyone: "Every officer comes.",
    quorum: `At least ${String(quorum)} of the officers come; ${struck}`,
    one: `One officer comes; ${struck}`,
    nobody: "No officer comes.",
  };
  return [
    heading("People"),
    table(
      [
        ["Role", 14],
        ["May not also be", 22],
        ["Name", 26],
        ["Signature (at the end)", 26],
        ["Time UTC", 12],
      ],
      rows,
    ),
    paragraph(come[attend]),
  ];
}

const materials = (script: Script): readonly Block[] => [
  heading("Materials"),
  paragraph(
    "At the end, each medium and each envelope is in its own bag, or was destroyed "
      + "before witnesses.",
  ),
  table(
    [
      ["Object", 15],
      ["Of", 10],
      ["Comes", 12],
      ["Seal on arrival", 11],
      ["Serial number", 12],
      ["Seal at the end", 11],
      ["Place", 11],
      ["Custodian", 11],
      ["Initials", 7],
    ],
    script.materials.map((material) => [
      [thing(material)],
      actor(material.of),
      comes(material),
      ...blanksOf(material),
    ]),
  ),
];

/** What is handed off is known on the day: room for it, and for both sides' initials. */
function handOffs({ steps }: Script): readonly Block[] {
  if (!steps.some(({ action }) => action.kind === "hand-off")) return [];
  return [
    heading("Objects handed off"),
    paragraph(
      "The number, place and custodian in the last record are filled in beforehand. The "
        + "giver and the receiver both write their initials beside each object.",
    ),
    table(
      [
        ["Object", 14],
        ["Number in the last record", 11],
        ["Number on the bag", 11],
        ["Seal intact?", 7],
        ["From", 13],
        ["To", 13],
        ["New place", 15],
        ["Initials, from", 8],
        ["Initials, to", 8],
      ],
      Array.from({ length: HAND_OFFS }, () => ["", "", "", "", "", "", "", "", ""]),
    ),
  ];
}

const thing = ({ sort, name }: Material): Line => [`${capital(sort)} `, named(name)];

function comes(material: Material): string {
  const { whose } = material;
  const only =
    whose === "new"
      ? "if the key is replaced: "
      : whose === "remaining"
        ? "if the key stays: "
        : "";
  return only + comesAs(material);
}

function comesAs({ sort, at, comesSealed, comesFound, holds }: Material): string {
  if (sort === "paper") return "blank";
  const what = holds === undefined ? "" : ` with ${holds === "keys" ? "their keys" : "the domain"}`;
  return `${comesSealed ? "sealed" : comesFound ? "as found" : "new"}${what}, ${at ?? ""}`;
}

/** Papers need no seal and no number; what comes new came in none. */
const blanksOf = ({ sort, comesSealed }: Material): readonly string[] =>
  sort === "paper"
    ? ["-", "-", "-", "", "", ""]
    : [comesSealed ? "" : "-", sort === "medium" ? "" : "-", "", "", "", ""];

function ofAct({ steps }: Script, act: string, number: number): readonly Block[] {
  const numbers = numbersOf(steps);
  const ways = waysOf(steps);
  const rows = steps
    .filter((step) => step.act === act)
    .map((step) => [
      numbers.get(step.id) ?? "",
      doer(step),
      activity(step, ways.get(step.id)),
      [expected(step)],
      "",
      "",
    ]);
  return [
    heading(`Act ${String(number)}: `, theirs(act)),
    table(
      [
        ["Step", 5],
        ["Actor", 12],
        ["Activity", 38],
        ["Expected", 26],
        ["Initials", 9],
        ["Time UTC", 10],
      ],
      rows,
    ),
  ];
}

const doer = ({ by, confirm, station }: Step): string =>
  `${actor(by)} at the ${station} station; ${actor(confirm)} confirms`;

/** From where it is reached, the kind's sentence, what is said aloud or done by hand, and on. */
function activity(step: Step, ways: Ways | undefined): Cell {
  const hands = step.ensures.map(({ text }) => byHand(text, step));
  return [
    ...(ways?.from ?? []),
    ...WHO[step.whose ?? "present"],
    [filledIn(kindOf(step.action.kind).activity, step)],
    [said(step.say)],
    ...(hands.length === 0 ? [] : [["By hand: ", ...joined(hands), "."]]),
    ...(ways?.to ?? []),
  ];
}

/** For whom a step is, where not every officer has it. */
const WHO: Readonly<Record<Whose, readonly Line[]>> = {
  present: [],
  all: [],
  new: [["Only for an officer whose keys are replaced."]],
  remaining: [["Only for an officer who keeps their keys."]],
};

const HAND: Readonly<Record<string, (object: string) => Line>> = {
  opened: (object) => ["open ", named(object)],
  sealed: (object) => ["seal ", named(object)],
  resealed: (object) => ["put ", named(object), " into a new bag, if it was opened"],
  destroyed: (object) => ["destroy ", named(object)],
  goes: (object) => ["take ", named(object), " along"],
  present: (object) => [`${object} comes in`],
  left: (object) => [`${object} leaves`],
  "network-down": () => ["disconnect the offline station from the network"],
  "network-up": () => ["connect the offline station to the network"],
};

function byHand(text: string, { seat }: Step): Line {
  const [word = "", object = ""] = text.split(" ");
  const whose = object.replace("{officer}", seat === undefined ? "N" : String(seat));
  const of = seat === undefined && whose !== object ? [" of each officer present"] : [];
  return [...(HAND[word]?.(whose) ?? []), ...of];
}

const joined = (lines: readonly Line[]): Line =>
  lines.flatMap((line, i) => (i === 0 ? line : [", ", ...line]));

const expected = (step: Step): Line =>
  withBlanks(filledIn(kindOf(step.action.kind).expected, step));

/** Each blank as room to write: after "words: " for the words of a digest. */
const withBlanks = (text: string): Line =>
  text.split("____").flatMap((piece, i, pieces): Line => {
    const before = pieces[i - 1] ?? "";
    const room: readonly Span[] =
      i === 0 ? [] : [blank(before.endsWith("words: ") ? WORDS_IN_A_CELL : 0)];
    return [...room, piece];
  });

const filledIn = (text: string, { seat, action }: Step): string =>
  text
    .replaceAll("{officer}", String(seat ?? ""))
    .replace("{to}", action.to ?? "")
    .replace("{what}", (action.what ?? "").replace("-", " "))
    .replace("{copy}", (action.copy ?? "").replace("-", " "));

const exceptions = (): readonly Block[] => [
  heading("Exceptions"),
  paragraph(
    "A refusal by the app is not an exception: it is a control that works. Each "
      + "exception ends with one decision: continue, repeat the step, or abort.",
  ),
  table(
    [
      ["Step", 6],
      ["Time UTC", 9],
      ["Expected", 23],
      ["Happened", 23],
      ["Decided", 18],
      ["By whom", 13],
      ["Initials", 8],
    ],
    Array.from({ length: EXCEPTIONS }, () => ["", "", "", "", "", "", ""]),
  ),
];

function end(): readonly Block[] {
  return [
    heading("End"),
    paragraph(
      "Ended at ",
      blank(),
      " UTC. Head of the record, all 32 words: ",
      blank(WORDS_IN_FULL),
      ". Exceptions: ",
      blank(),
      ".",
    ),
    paragraph(
      "Everyone now signs in the table of people: this is a true record of the ceremony, "
        + "to the best of my knowledge.",
    ),
  ];
}

const seatsOf = (officers: number): readonly string[] =>
  Array.from({ length: officers }, (_, i) => String(i + 1));

const actor = (of: Actor): string => capital(of.replace("-", " "));

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

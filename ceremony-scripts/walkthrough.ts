// A script as a paper on which people can finish the ceremony: numbered steps, with what is done
// and said, what must be seen, and room for initials and the time.
import { fromScript, spoken } from "../electron/text/from-script.ts";
import { list, sentence, type Id, type Value } from "../electron/text/sentence.ts";
import { routesOf } from "./routes.ts";
import { factOf, type HandWord } from "./language/facts.ts";
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
} from "./paper.ts";
import { pathOf } from "./path.ts";
import { ROLES, type Actor } from "./roles.ts";
import type { Script } from "./schema.ts";
import type { Step } from "./steps.ts";
import { detailsOf } from "./titles.ts";
import { numbersOf, waysOf, type Ways } from "./walkthrough-ways.ts";
import type { Whose } from "./whose.ts";

const WORDS_A_LINE = 8;
const EXCEPTIONS = 6;
const HAND_OFFS = 6;
/** Lines for ten or more handwritten words of a digest in a cell; and for all 32, across the page. */
const WORDS_IN_A_CELL = 3;
const WORDS_IN_FULL = 4;

/**
 * The walkthrough, for `walkthroughMarkdown` and for PDF pages.
 * @param words of the script's SHA-256, all 32
 */
export function walkthrough(script: Script, words: readonly string[]): Paper {
  const acts = [...new Set(script.steps.map(({ act }) => act))];
  return {
    title: fromScript(script.title),
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
  const forked = script.steps.some(({ action }) => action.choices !== undefined);
  return [
    paragraph(
      sentence("walkthrough.summary", {
        name: named(name),
        forked,
        steps: steps.length,
        minutes,
        officers,
        quorum,
      }),
    ),
    paragraph(sentence("walkthrough.digest")),
    preformatted([
      ...Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, i) =>
        words.slice(i * WORDS_A_LINE, (i + 1) * WORDS_A_LINE).join(" "),
      ),
      sha256,
    ]),
    ...toWrite(1, ["date", 12], ["place", 24], ["hsm", 24], ["clock", 20], ["ceremony", 20]),
    paragraph(sentence("walkthrough.use")),
    ...(forked ? [paragraph(sentence("walkthrough.ways"))] : []),
  ];
}

/** The way with the most steps. */
const longest = (script: Script): readonly Step[] =>
  routesOf(script)
    .map((route) => pathOf(script, route))
    .reduce((most, path) => (path.length > most.length ? path : most), []);

/** A column by its heading, with its share of the width. */
type Column = readonly [head: Head, share: number];
type Head =
  Extract<Id, `walkthrough.head.${string}`> extends `walkthrough.head.${infer H}` ? H : never;

const tableOf = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Block =>
  table(
    columns.map(([head, share]) => [sentence(`walkthrough.head.${head}`), share]),
    rows,
  );

/** Rows in which people write everything. */
const toWrite = (rows: number, ...columns: readonly Column[]): readonly Block[] => [
  tableOf(
    columns,
    Array.from({ length: rows }, () => columns.map(() => "")),
  ),
];

function people({ roles, officers, quorum, attend }: Script): readonly Block[] {
  const rows = ROLES.flatMap((name) => {
    const others = roles.find(({ role }) => role === name)?.mayNotAlsoBe ?? [];
    const not = list(
      others.map((one) => sentence(`walkthrough.${one === name ? "another" : "role"}.${one}`)),
    );
    const who =
      name === "officer" ? seatsOf(officers).map((seat) => `officer-${seat}` as const) : [name];
    return who.map((one) => [actor(one), not, "", "", ""]);
  });
  return [
    heading(sentence("walkthrough.people")),
    tableOf(
      [
        ["role", 14],
        ["not", 22],
        ["name", 26],
        ["signature", 26],
        ["time", 12],
      ],
      rows,
    ),
    paragraph(sentence(`walkthrough.come.${attend}`, { quorum })),
  ];
}

const materials = (script: Script): readonly Block[] => [
  heading(sentence("walkthrough.materials")),
  paragraph(sentence("walkthrough.ownBag")),
  tableOf(
    [
      ["object", 15],
      ["of", 10],
      ["comes", 12],
      ["sealBefore", 11],
      ["serial", 12],
      ["sealAfter", 11],
      ["place", 11],
      ["custodian", 11],
      ["initials", 7],
    ],
    script.materials.map((material) => [
      sentence(`walkthrough.thing.${material.sort}`, { name: named(material.name) }),
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
    heading(sentence("walkthrough.handedOff")),
    paragraph(sentence("walkthrough.filledIn")),
    ...toWrite(
      HAND_OFFS,
      ["object", 14],
      ["numberBefore", 11],
      ["number", 11],
      ["intact", 7],
      ["from", 13],
      ["to", 13],
      ["newPlace", 15],
      ["initialsFrom", 8],
      ["initialsTo", 8],
    ),
  ];
}

function comes({ sort, whose, at, comesSealed, comesFound, holds }: Material) {
  const [how, where] =
    sort === "paper"
      ? (["blank", "anywhere"] as const)
      : ([comesSealed ? "sealed" : comesFound ? "found" : "new", at ?? "anywhere"] as const);
  return sentence("walkthrough.comes", { whose, how, holds: holds ?? "nothing", at: where });
}

/** Papers need no seal and no number; new things came in none. */
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
      [[sentence(`steps.${step.action.kind}.expected`, onPaper(step))]],
      "",
      "",
    ]);
  return [
    heading(sentence("walkthrough.act", { number, act: theirs(fromScript(act)) })),
    tableOf(
      [
        ["step", 5],
        ["actor", 12],
        ["activity", 38],
        ["expected", 26],
        ["initials", 9],
        ["time", 10],
      ],
      rows,
    ),
  ];
}

const doer = ({ by, confirm, station }: Step) =>
  sentence("walkthrough.doer", { by: actor(by), station, confirm: actor(confirm) });

/** Where one comes from, what is done, what is said aloud or done by hand, and what comes next. */
function activity(step: Step, ways: Ways | undefined): Cell {
  const deeds = step.ensures.map(({ text }) => byHand(text, step));
  return [
    ...(ways?.from ?? []),
    ...onlyFor(step.whose),
    [sentence(`steps.${step.action.kind}.activity`, onPaper(step))],
    [said(list(spoken(step.say), " "))],
    ...(deeds.length === 0 ? [] : [[sentence("walkthrough.byHand", { deeds: list(deeds) })]]),
    ...(ways?.to ?? []),
  ];
}

/** What a step's sentences may name on paper, with room to write. */
const onPaper = (step: Step) => ({
  ...detailsOf(step),
  blank: blank(),
  words: blank(WORDS_IN_A_CELL),
});

/** For whom a step is, if not for every officer. */
const onlyFor = (whose: Whose | undefined): readonly Line[] =>
  whose === "new" || whose === "remaining" || whose === "leaving"
    ? [[sentence(`walkthrough.only.${whose}`)]]
    : [];

function byHand(text: string, { seat }: Step): Value {
  const { word, object } = factOf(text);
  const name = object.replace("{officer}", seat === undefined ? "N" : String(seat));
  // A step ensures only what people do: `readClaims` accepts nothing else.
  const details = {
    object: named(name),
    who:
      name === "administrator" || name === "witness" ? sentence(`walkthrough.role.${name}`) : name,
  };
  const deed = sentence(`walkthrough.hand.${word as HandWord}`, details);
  return seat === undefined && name !== object ? sentence("walkthrough.ofEach", { deed }) : deed;
}

const exceptions = (): readonly Block[] => [
  heading(sentence("walkthrough.exceptions")),
  paragraph(sentence("walkthrough.control")),
  ...toWrite(
    EXCEPTIONS,
    ["step", 6],
    ["time", 9],
    ["expected", 23],
    ["happened", 23],
    ["decided", 18],
    ["by", 13],
    ["initials", 8],
  ),
];

const end = (): readonly Block[] => [
  heading(sentence("walkthrough.end")),
  paragraph(sentence("walkthrough.ended", { blank: blank(), words: blank(WORDS_IN_FULL) })),
  paragraph(sentence("walkthrough.signs")),
];

const seatsOf = (officers: number): readonly number[] =>
  Array.from({ length: officers }, (_, i) => i + 1);

/** A role as in a table. */
const actor = (of: Actor) =>
  of === "administrator" || of === "witness"
    ? sentence(`walkthrough.${of}`)
    : sentence("walkthrough.officer", { seat: of.slice("officer-".length) });

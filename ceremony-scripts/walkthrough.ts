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
import { presenceIn } from "./presence.ts";
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
  const { steps, seats } = longest(script);
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const { waits, people: all } = presenceIn(steps, seats);
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
    ...(waits === 0 ? [] : [paragraph(sentence("walkthrough.presence", { waits, people: all }))]),
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

/** The way with the most steps, and who comes. */
const longest = (
  script: Script,
): { readonly steps: readonly Step[]; readonly seats: readonly number[] } =>
  routesOf(script)
    .map((route) => ({ steps: pathOf(script, route), seats: route.seats }))
    .reduce((most, one) => (one.steps.length > most.steps.length ? one : most));

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
    script.materials
      .filter(({ whose }) => whose !== "leaving")
      .map((material) => [
        thing(material),
        actor(material.of),
        comes(material),
        ...blanksOf(material),
      ]),
  ),
  ...ofLeaving(script),
];

const thing = ({ sort, name }: Pick<Material, "sort" | "name">) =>
  sentence(`walkthrough.thing.${sort}`, { name: named(name) });

/** What comes to be destroyed: a row for each officer that there can have been, one column for each thing. */
function ofLeaving({ materials: all }: Script): readonly Block[] {
  const theirThings = all.filter(({ whose }) => whose === "leaving");
  const owners = [...new Set(theirThings.map(({ of }) => of))];
  const columns = theirThings.filter(({ of }) => of === owners[0]);
  if (columns.length === 0) return [];
  return [
    paragraph(sentence("walkthrough.oldKeys")),
    tableOf(
      [["of", 14], ...columns.map(() => ["object", 25] as const), ["initials", 11]],
      [
        [
          "",
          ...columns.map(({ sort, name }) => thing({ sort, name: name.replace(/\d+/, "N") })),
          "",
        ],
        ...owners.map((of) => [
          actor(of),
          ...columns.map(({ comesSealed }) => (comesSealed ? "" : "-")),
          "",
        ]),
      ],
    ),
  ];
}

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
  // Most of those who may leave are not there: their rows refer to the first.
  const asBefore = (step: Step): string => {
    const first = steps.find((one) => one.whose === "leaving" && isSameBut(one, step));
    return first === undefined || first === step ? "" : (numbers.get(first.id) ?? "");
  };
  const rows = steps
    .filter((step) => step.act === act)
    .map((step) => [
      numbers.get(step.id) ?? "",
      doer(step),
      activity(step, ways.get(step.id), asBefore(step)),
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

/** Whether the script has it as one step, for one officer and another. */
const isSameBut = (one: Step, other: Step): boolean => nameOf(one) === nameOf(other);
const nameOf = ({ id, seat, whose }: Step): string =>
  `${String(whose)} ${id.replace(new RegExp(`-${String(seat)}$`), "")}`;

const doer = ({ by, confirm, station }: Step) =>
  sentence("walkthrough.doer", { by: actor(by), station, confirm: actor(confirm) });

/**
 * Where one comes from, what is done, what is said aloud or done by hand, and what comes next.
 * @param before the number of the step that is the same for another officer, or ""
 */
function activity(step: Step, ways: Ways | undefined, before: string): Cell {
  if (before !== "")
    return [
      ...(ways?.from ?? []),
      [sentence("walkthrough.asBefore", { before, seat: step.seat ?? "" })],
      ...(ways?.to ?? []),
    ];
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

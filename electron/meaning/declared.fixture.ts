// What the rules need of scripts and forms, as plain data: the text of `declared.json`.
import { ASSIGNED, IGNORABLE, LOOKALIKE, toWords } from "../../crypto/index.ts";
import { kindOf, KINDS, renews, type KindName, type Step } from "../../ceremony-scripts/index.ts";
import { readScript } from "../../ceremony-scripts/index.ts";
import type { Written } from "../ceremony/entries/entry.ts";
import { ENTRIES } from "../ceremony/entries/index.ts";
import { NEWEST, RULES, since, type RuleCode } from "./breach.ts";
import { knownScripts } from "./known-script.ts";
import { isToldOnly } from "./members.ts";
import { NAMES } from "./names.ts";
import { kindsThatWrite, needsOf } from "./writers.ts";

/** As much of a form of zod's as describes it. */
interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly element?: Schema;
      readonly innerType?: Schema;
      readonly entries?: Readonly<Record<string, string>>;
      readonly values?: readonly string[];
      readonly options?: readonly Schema[];
      readonly checks?: readonly {
        readonly _zod: { readonly def: { readonly pattern?: RegExp } };
      }[];
    };
  };
}

/** A form as FORMAT.md writes it. */
export type Form =
  | string
  | { readonly "one of": readonly string[] }
  | { readonly either: readonly Form[] }
  | { readonly list: Form }
  | { readonly members: Readonly<Record<string, Form>> };

/** Whether a form is one of those with this name in it. */
export const isForm = <Name extends string>(
  form: Form,
  name: Name,
): form is Extract<Form, Readonly<Record<Name, unknown>>> =>
  typeof form === "object" && name in form;

/** The name of a member that may be absent, without its mark. */
export const bare = (name: string): string => name.replace(/\?$/, "");

/** The names of all values within a form, such as `files[].sha256`. */
export function membersIn(form: Form, within = ""): readonly string[] {
  if (isForm(form, "list")) return membersIn(form.list, `${within}[]`);
  if (!isForm(form, "members")) return [within];
  return Object.entries(form.members).flatMap(([name, inner]) =>
    membersIn(inner, within === "" ? bare(name) : `${within}.${bare(name)}`),
  );
}

const ROLE = "/^(administrator|witness|officer-([1-9]|10))$/";

function formOf({ _zod: { def } }: Schema): Form {
  switch (def.type) {
    case "string": {
      const pattern = def.checks?.[0]?._zod.def.pattern;
      return pattern === undefined ? "text" : String(pattern);
    }
    case "boolean":
      return "truth";
    case "number":
      return "count";
    case "custom":
      return ROLE;
    case "enum":
      return { "one of": Object.values(def.entries ?? {}) };
    case "literal":
      return { "one of": def.values ?? [] };
    case "union":
      return { either: (def.options ?? []).map(formOf) };
    case "array":
      return { list: formOf(def.element!) };
    case "object":
      return { members: Object.fromEntries(Object.entries(def.shape ?? {}).map(memberOf)) };
    default:
      throw new Error(`a form of the kind ${def.type}`);
  }
}

function memberOf([name, schema]: readonly [string, Schema]): readonly [string, Form] {
  const { type, innerType } = schema._zod.def;
  return type === "optional" && innerType !== undefined
    ? [`${name}?`, formOf(innerType)]
    : [name, formOf(schema)];
}

/** A step as the page of rules describes it. */
export function stepOf({ id, act, station, by, confirm, action, seat, whose, goTo }: Step) {
  const { kind, to, what, copy, choices } = action;
  const goes = choices?.map((choice) => choice.goTo);
  return { id, kind, act, station, by, confirm, seat, whose, goTo, choices: goes, to, what, copy };
}

type DeclaredStep = Omit<ReturnType<typeof stepOf>, "by" | "seat"> & { readonly by: string };

/** What each officer does as a list of steps, however many officers there are; else a step. */
export type DeclaredItem = DeclaredStep | readonly DeclaredStep[];

/** Where the steps of each officer are declared: at one place of the script. */
const placeOf = ({ block, path }: Step): string => block?.replace(/-\d+$/, "") ?? path;

/** The steps of a script for any number of officers: those of the first officer are those of each. */
export function itemsOf(steps: readonly Step[]): readonly DeclaredItem[] {
  return steps.flatMap((step, i): readonly DeclaredItem[] => {
    if (step.seat === undefined) return [stepOf(step)];
    const isHere = (one: Step | undefined) =>
      one?.seat !== undefined && placeOf(one) === placeOf(step);
    if (isHere(steps[i - 1])) return [];
    const here = steps.filter(isHere);
    const own = here.filter(({ seat }) => seat === 1);
    const second = here.find(({ seat }) => seat === 2)?.id;
    const bare = (id: string): string => id.replace(/-1$/, "");
    const to = (id: string): string =>
      id === second ? "next" : own.some((one) => one.id === id) ? bare(id) : id;
    return [
      own.map((one) => {
        const { seat: _, goTo, choices, ...rest } = stepOf(one);
        const by = one.by.replace("officer-1", "officer");
        const goes = { goTo: goTo && to(goTo), choices: choices?.map(to) };
        return { ...rest, id: bare(one.id), by, ...goes };
      }),
    ];
  });
}

interface Declared {
  readonly script: string;
  readonly steps: readonly DeclaredItem[];
}

type DeclaredCounts = "chosen" | readonly [officers: number, quorum: number];

/** Each once, with the versions that differ from it only in words or counts. */
function scriptsDeclared() {
  const bySteps = new Map<string, { sha256: [string, DeclaredCounts][]; script: Declared }>();
  for (const [sha256, text] of knownScripts()) {
    const { name, officers, quorum, chosen, attend, continues, steps } = readScript(text, sha256);
    const script = {
      script: name,
      attend,
      continues,
      renews: renews(steps),
      steps: itemsOf(steps),
    };
    const key = JSON.stringify(script);
    const known = bySteps.get(key) ?? { sha256: [], script };
    known.sha256.push([sha256, chosen ? "chosen" : [officers, quorum]]);
    bySteps.set(key, known);
  }
  return [...bySteps.values()]
    .map(({ sha256, script }) => ({ sha256: Object.fromEntries(sha256.toSorted()), ...script }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const declaredKind = (name: string) => {
  const { secret, carries, ends } = kindOf(name as KindName);
  return [name, { secret, carries: carries ?? "", ends }] as const;
};

/** The form of each type of these entries. */
export const formsOf = (
  entries: Readonly<Record<string, { readonly form: unknown }>>,
): Readonly<Record<string, Form>> =>
  Object.fromEntries(
    Object.entries(entries).map(([type, { form }]) => [type, formOf(form as Schema)]),
  );

/** The form of each type of entry. */
export const FORMS = formsOf(ENTRIES);

const declaredEntry = ([type, kind]: readonly [string, Written]) => {
  const { by, current, afterAbort } = kind;
  const form = FORMS[type] ?? "text";
  const told = membersIn(form).filter((member) => isToldOnly(type, member));
  const writing = kindsThatWrite(type);
  const kinds = writing.length === 0 ? undefined : writing;
  return [
    type,
    { by: [by].flat(), kinds, current, afterAbort, form, told, names: NAMES[type] },
  ] as const;
};

/** The newest version of the rules, and those rules that came with a later version than the first. */
function rulesDeclared() {
  const codes = (Object.keys(RULES) as RuleCode[]).filter((code) => since(code) > 1);
  return { newest: NEWEST, since: Object.fromEntries(codes.map((code) => [code, since(code)])) };
}

/** The words of bytes 0 to 255 at even places, and at odd ones. */
const WORDS = [0, 1].map((place) =>
  Array.from({ length: 256 }, (_, byte) => toWords(Uint8Array.of(byte, byte))[place]).join(" "),
);

const linesOf = (item: DeclaredItem): string =>
  Array.isArray(item)
    ? `      [\n${item.map((step) => `        ${JSON.stringify(step)}`).join(",\n")}\n      ]`
    : `      ${JSON.stringify(item)}`;

/** One value on a line. */
export function declaredText(): string {
  const parts = {
    scripts: scriptsDeclared(),
    kinds: Object.keys(KINDS).map(declaredKind),
    entries: Object.entries(ENTRIES).map(declaredEntry),
    needs: Object.keys(KINDS).flatMap((name) => {
      const needs = needsOf(name as KindName);
      return needs.length === 0 ? [] : [[name, needs] as const];
    }),
  };
  const scripts = parts.scripts.map(({ steps, ...rest }) => {
    const head = JSON.stringify(rest).slice(0, -1);
    return `    ${head}, "steps": [\n${steps.map(linesOf).join(",\n")}\n    ]}`;
  });
  const rows = (all: readonly (readonly [string, unknown])[]) =>
    all.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(",\n");
  return [
    "{",
    `  "rules": ${JSON.stringify(rulesDeclared())},`,
    `  "scripts": [\n${scripts.join(",\n")}\n  ],`,
    `  "kinds": {\n${rows(parts.kinds)}\n  },`,
    `  "entries": {\n${rows(parts.entries)}\n  },`,
    `  "needs": {\n${rows(parts.needs)}\n  },`,
    `  "unicode": {\n${rows(Object.entries({ version: "14.0", assigned: ASSIGNED, ignorable: IGNORABLE, lookalike: LOOKALIKE }))}\n  },`,
    `  "words": [\n${WORDS.map((list) => `    ${JSON.stringify(list)}`).join(",\n")}\n  ]`,
    "}",
    "",
  ].join("\n");
}

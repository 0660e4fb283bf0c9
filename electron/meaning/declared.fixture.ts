// What the rules need of scripts and forms, as plain data: the text of `declared.json`.
import { ASSIGNED, IGNORABLE, LOOKALIKE } from "../../crypto/index.ts";
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

function stepOf({ id, act, station, by, confirm, action, seat, whose, goTo }: Step) {
  const { kind, to, what, copy, choices } = action;
  const goes = choices?.map((choice) => choice.goTo);
  return { id, kind, act, station, by, confirm, seat, whose, goTo, choices: goes, to, what, copy };
}

interface Declared {
  readonly script: string;
  readonly steps: readonly object[];
}

function scriptsDeclared() {
  const byText = new Map<string, { sha256: string[]; script: Declared }>();
  for (const [sha256, text] of knownScripts()) {
    const read = readScript(text, sha256);
    const { name, officers, quorum, attend, continues, steps } = read;
    const script = {
      script: name,
      officers,
      quorum,
      attend,
      continues,
      renews: renews(steps),
      steps: steps.map(stepOf),
    };
    const key = JSON.stringify(script);
    const same = byText.get(key);
    if (same === undefined) byText.set(key, { sha256: [sha256], script });
    else same.sha256.push(sha256);
  }
  return [...byText.values()]
    .map(({ sha256, script }) => ({ sha256: sha256.toSorted(), ...script }))
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
    return `    ${head}, "steps": [\n${steps.map((step: object) => `      ${JSON.stringify(step)}`).join(",\n")}\n    ]}`;
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
    `  "unicode": {\n${rows(Object.entries({ version: "14.0", assigned: ASSIGNED, ignorable: IGNORABLE, lookalike: LOOKALIKE }))}\n  }`,
    "}",
    "",
  ].join("\n");
}

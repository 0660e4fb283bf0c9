// Forms of entries as plain predicates, made once from zod's: a long record has a hundred thousand
// entries, and only needs to know whether each is of its form.
import type * as z from "zod/mini";

/** The part of a zod form that says what it accepts. */
interface Schema {
  readonly _zod: { readonly def: Definition };
}
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly options?: readonly Schema[];
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly pattern?: RegExp } } }[];
}

export type Takes = (value: unknown) => boolean;

/**
 * Whether a value is of this form, as `z.safeParse` says.
 * @param otherwise used for an unknown form
 */
export function takesOf(form: z.ZodMiniType, otherwise: (form: z.ZodMiniType) => Takes): Takes {
  const made = (schema: Schema): Takes =>
    predicateOf(schema._zod.def, made) ?? otherwise(schema as never);
  return made(form as unknown as Schema);
}

function predicateOf(def: Definition, made: (schema: Schema) => Takes): Takes | null {
  switch (def.type) {
    case "string":
      return stringForm(def);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "enum":
      return oneOf(Object.values(def.entries ?? {}));
    case "literal":
      return oneOf(def.values ?? []);
    case "union": {
      const options = (def.options ?? []).map(made);
      return (value) => options.some((takes) => takes(value));
    }
    case "array": {
      if (def.element === undefined) return null;
      const takes = made(def.element);
      return (value) => Array.isArray(value) && value.every(takes);
    }
    case "object":
      return objectOf(def.shape ?? {}, made);
    default:
      return null;
  }
}

function stringForm({ checks = [] }: Definition): Takes | null {
  const patterns = checks.map((check) => check._zod.def.pattern);
  if (patterns.includes(undefined)) return null;
  const [pattern] = patterns;
  if (pattern === undefined) return (value) => typeof value === "string";
  return patterns.length > 1 ? null : (value) => typeof value === "string" && pattern.test(value);
}

const oneOf = (values: readonly unknown[]): Takes => {
  const all = new Set(values);
  return (value) => all.has(value);
};

/** Exactly these members; an optional member must not be present as undefined. */
function objectOf(shape: Readonly<Record<string, Schema>>, made: (schema: Schema) => Takes): Takes {
  const members = new Map(
    Object.entries(shape).map(([name, schema]) => {
      const { type, innerType } = schema._zod.def;
      const isOptional = type === "optional" && innerType !== undefined;
      return [name, { takes: made(isOptional ? innerType : schema), isOptional }] as const;
    }),
  );
  const needed = [...members].filter(([, { isOptional }]) => !isOptional).length;
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const name of Object.keys(value)) {
      const member = members.get(name);
      if (member?.takes((value as Readonly<Record<string, unknown>>)[name]) !== true) return false;
      if (!member.isOptional) found += 1;
    }
    return found === needed;
  };
}

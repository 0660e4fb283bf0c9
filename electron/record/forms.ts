// What the forms of entries are made of, in every record: checks of single values.
import * as z from "zod/mini";

/** Data of a form, deeply read-only. */
export type Data<Form extends z.ZodMiniType> = Frozen<z.output<Form>>;
type Frozen<Value> = { readonly [Name in keyof Value]: Frozen<Value[Name]> };

/** A text of this pattern. */
export const like = (pattern: RegExp) => z.string().check(z.regex(pattern));

export const text = z.string();
export const truth = z.boolean();
/** An integer, 0 or more. */
export const count = z.int().check(z.nonnegative());
/** RFC 3339 in UTC with milliseconds; "" for a missing time. */
export const time = like(
  /^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z)?$/,
);
export const day = like(/^\d{4}-\d\d-\d\d$/);
/** SHA-256 in lower-case hex; `digestOrNone` may be "". */
export const digest = like(/^[0-9a-f]{64}$/);
export const digestOrNone = like(/^([0-9a-f]{64})?$/);
/** Whether it is in earnest. */
export const mode = z.enum(["REHEARSAL", "PRODUCTION"]);
export type Mode = z.output<typeof mode>;

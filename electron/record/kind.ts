// How a type of entry is declared, once: its form, what it changes, and what the minutes say of it.
import type * as z from "zod/mini";
import type { Data } from "./forms.ts";

/** An entry of a record, as far as its fold reads it. */
export interface RecordEntry {
  readonly type: string;
  readonly by: string;
  readonly at: string;
  readonly hash: string;
  readonly seq: number;
  readonly station: string;
  readonly data: unknown;
}

/**
 * A type of entry. `Slice` is what it reads of the state, `Change` what it changes, `Said` what its
 * sentence is, `How` what the sentence needs besides the data.
 */
export interface EntryKind<
  Form extends z.ZodMiniType,
  Slice,
  Change,
  Said,
  How extends readonly unknown[],
> {
  /** Exactly these members: an entry with unknown ones is not trusted. */
  readonly form: Form;
  /** It is only in the record of a rehearsal. */
  readonly rehearsal?: true;
  /** What it changes in the state. @throws Fault if it is never written like this */
  readonly evolve?: (data: Data<Form>, state: Slice, entry: RecordEntry) => Change;
  /** What the minutes say of it, as whole sentences. */
  readonly minutes: (data: Data<Form>, ...how: How) => Said;
}

/** Data by entry type. */
export type DataOf<Entries extends Readonly<Record<string, { readonly form: z.ZodMiniType }>>> = {
  readonly [Type in keyof Entries]: Data<Entries[Type]["form"]>;
};

/** An entry before it is in the record, by its type. */
export type NewOf<All> = {
  readonly [Type in keyof All]: {
    readonly type: Type;
    readonly by: string;
    readonly data: All[Type];
  };
}[keyof All];

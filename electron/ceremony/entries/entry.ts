// One type of entry, declared once: its form, what it changes, and its sentences.
import type * as z from "zod/mini";
import type { Phrase } from "../../text/sentence.ts";
import type { Standing } from "./standing.ts";
import type { Data } from "./forms.ts";

/** An entry of the record, as far as the ceremony reads it. */
export interface RecordEntry {
  readonly type: string;
  readonly by: string;
  readonly at: string;
  readonly hash: string;
  readonly seq: number;
  readonly station: string;
  readonly data: unknown;
}

/** The ten words of a digest (hex) that are read aloud, on one line. */
export type WordsOf = (hex: string) => string;

/**
 * Who an entry is by: a role; the app; `doer` and `confirmer` of the step that is now; `officer`,
 * whom its data names.
 */
export type Writer = "administrator" | "witness" | "app" | "doer" | "confirmer" | "officer";

/** How an entry is written. */
export interface Written {
  readonly by: Writer | readonly Writer[];
  /** Of the kinds that write it the step is the one that is now, whether it is in progress or not. */
  readonly current?: true;
  /** It may follow an abort, in no step: it closes the record, or is independent of it. */
  readonly afterAbort?: true;
}

/** A type of entry. `Slice` is what it reads of the state, `Change` what it changes. */
export interface EntryKind<Form extends z.ZodMiniType, Slice, Change, Facts> extends Written {
  /** Exactly these members: an entry with unknown ones is not trusted. */
  readonly form: Form;
  /** What it changes in the state. @throws Fault E-STATE-RECORD if it is never written like this */
  readonly evolve?: (data: Data<Form>, state: Slice, entry: RecordEntry) => Change;
  /** What it changes in the standing that the ceremony leaves; `at` is the entry's time. */
  readonly leaves?: (data: Data<Form>, standing: Standing, at: string) => Partial<Standing>;
  /** What the minutes say of it, as whole sentences; `by` is the role that wrote it. */
  readonly minutes: (data: Data<Form>, wordsOf: WordsOf, by: string) => Phrase;
  /** The few facts for its line on the screen: short, public, plain. */
  readonly facts?: (data: Data<Form>) => Facts;
}

/** Infers the types of a declaration. */
export const entry = <Form extends z.ZodMiniType, Slice = unknown, Change = object, Facts = object>(
  kind: EntryKind<Form, Slice, Change, Facts>,
): EntryKind<Form, Slice, Change, Facts> => kind;

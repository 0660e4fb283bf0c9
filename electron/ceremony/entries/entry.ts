// One type of entry of a ceremony, declared once: besides what every record's entries have, who writes it.
import type * as z from "zod/mini";
import type { Phrase } from "../../text/sentence.ts";
import type { Data } from "../../record/forms.ts";
import type { EntryKind as Declared } from "../../record/kind.ts";
import type { Standing } from "./standing.ts";

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

/** A type of entry of a ceremony, whose minutes also say which role wrote it. */
export interface EntryKind<Form extends z.ZodMiniType, Slice, Change, Facts>
  extends Written, Declared<Form, Slice, Change, Phrase, [wordsOf: WordsOf, by: string]> {
  /**
   * What it changes in the standing that the ceremony leaves; `at` is the entry's time, `recorded` the
   * objects that this record took into custody before.
   */
  readonly leaves?: (
    data: Data<Form>,
    standing: Standing,
    at: string,
    recorded: readonly string[],
  ) => Partial<Standing>;
  /** The few facts for its line on the screen: short, public, plain. */
  readonly facts?: (data: Data<Form>) => Facts;
}

/** Infers the types of a declaration. */
export const entry = <Form extends z.ZodMiniType, Slice = unknown, Change = object, Facts = object>(
  kind: EntryKind<Form, Slice, Change, Facts>,
): EntryKind<Form, Slice, Change, Facts> => kind;

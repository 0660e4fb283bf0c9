// A record by the entries that are declared for it: its state is a fold, and what may come next is
// what the fold accepts.
import * as z from "zod/mini";
import { isFault, type Fault } from "../../crypto/errors.ts";
import type { RecordEntry } from "./kind.ts";
import { takesOf, type Takes } from "./quick-form.ts";

/** A declared entry as the fold uses it, with data whose form was checked. */
export interface Kind<State> {
  readonly form: z.ZodMiniType;
  readonly rehearsal?: true;
  readonly evolve?: (data: never, state: State, entry: RecordEntry) => Partial<State>;
}

/** An entry before it is in the record. */
type New = Pick<RecordEntry, "type" | "by" | "data">;

/** What a record consists of. */
export interface Declaration<State, K extends Kind<State>> {
  readonly entries: Readonly<Record<string, K>>;
  /** Before the first entry. */
  readonly initial: State;
  /** Whether its first entry says that it is a rehearsal. */
  readonly isRehearsal: (state: State) => boolean;
  /** Whether an entry of this type may come next, whatever its data. */
  readonly mayStand: (state: State, entry: RecordEntry, kind: K) => boolean;
  /** What an entry of any type changes, before its own change. */
  readonly every?: (state: State, entry: RecordEntry) => Partial<State>;
  /** Says that an entry is not as we write it. */
  readonly refusal: (entry: RecordEntry) => Fault;
}

/**
 * What can be asked of records of one declaration. `fold` throws its refusal for an entry of another
 * form, or where it may not be.
 */
export function folding<State extends object, K extends Kind<State>>({
  entries: declared,
  initial,
  isRehearsal,
  mayStand,
  every = () => ({}),
  refusal,
}: Declaration<State, K>) {
  const kinds = new Map(Object.entries(declared));
  const evolve = (state: State, entry: RecordEntry): State => {
    const kind = kinds.get(entry.type);
    const isRight =
      kind !== undefined
      && byZod(kind.form)(entry.data)
      && mayStand(state, entry, kind)
      && (kind.rehearsal !== true || isRehearsal(state));
    if (!isRight) throw refusal(entry);
    const before = { ...state, ...every(state, entry) };
    return { ...before, ...kind.evolve?.(entry.data as never, before, entry) };
  };
  /** Each type's form, made when first needed. */
  const forms = new Map<string, Takes>();
  /**
   * What a record was when it was last folded, by its first entry: it is asked for again after each
   * entry, and grows at its end alone.
   */
  const folded = new WeakMap<RecordEntry, { entries: readonly RecordEntry[]; state: State }>();
  const fold = (entries: readonly RecordEntry[]): State => {
    const [first] = entries;
    if (first === undefined) return initial;
    const last = folded.get(first);
    const known = last?.entries.every((entry, i) => entry === entries[i]) === true ? last : null;
    const added = entries.slice(known?.entries.length);
    if (known !== null && added.length === 0) return known.state;
    const state = added.reduce(evolve, known?.state ?? initial);
    folded.set(first, { entries: [...entries], state });
    return state;
  };
  return {
    fold: (entries: readonly RecordEntry[], from = initial): State =>
      from === initial ? fold(entries) : entries.reduce(evolve, from),
    /** Whether the fold would accept these next, in this order: others are never written. */
    mayStandNext: (state: State, station: string, ...entries: readonly New[]): boolean => {
      const blank = { station, at: "", hash: "", seq: 0 };
      try {
        entries.reduce((now, one) => evolve(now, { ...blank, ...one }), state);
        return true;
      } catch (error) {
        if (isFault(error)) return false;
        throw error;
      }
    },
    /** Whether these are data of an entry of this type: all its members, each of its form. */
    isOfForm: (type: string, data: unknown): boolean => {
      const kind = kinds.get(type);
      if (kind === undefined) return false;
      const takes = forms.get(type) ?? takesOf(kind.form, byZod);
      forms.set(type, takes);
      return takes(data);
    },
    kindOf: (type: string): K | undefined => kinds.get(type),
  };
}

const byZod =
  (form: z.ZodMiniType): Takes =>
  (value) =>
    z.safeParse(form, value).success;

// Texts of the forms, which must outlive a re-render: nothing here is secret, nothing is kept.
import { create } from "zustand";

type Texts = Readonly<Record<string, string>>;

interface DraftStore {
  /** By the name of the form, then by the name of the field. */
  readonly forms: Readonly<Record<string, Texts>>;
}

const useStore = create<DraftStore>(() => ({ forms: {} }));

/** A form was taken, or its step was performed otherwise: every text of it is forgotten. */
export const dropDraft = (form: string): void =>
  useStore.setState(({ forms }) => ({
    forms: Object.fromEntries(Object.entries(forms).filter(([name]) => name !== form)),
  }));

/** What is written so far in one form. */
export interface Draft {
  /** Whether anybody wrote or chose anything. */
  readonly isTouched: boolean;
  /** A field's text; `first` until somebody touches it. */
  readonly text: (field: string, first?: string) => string;
  /** What is ticked in a field of boxes. */
  readonly list: (field: string) => readonly string[];
  readonly write: (field: string, text: string) => void;
  readonly writeList: (field: string, ones: readonly string[]) => void;
  /** The form was taken: every text of it is forgotten. */
  readonly drop: () => void;
}

const EMPTY: Texts = {};

/** The draft of a form under its name: a step's id, or such as "except". */
export function useDraft(form: string): Draft {
  const texts = useStore(({ forms }) => forms[form] ?? EMPTY);
  const write = (field: string, text: string): void =>
    useStore.setState(({ forms }) => ({
      forms: { ...forms, [form]: { ...forms[form], [field]: text } },
    }));
  return {
    isTouched: Object.keys(texts).length > 0,
    text: (field, first = "") => texts[field] ?? first,
    list: (field) => (texts[field] ?? "").split("\n").filter(Boolean),
    write,
    writeList: (field, ones) => write(field, ones.join("\n")),
    drop: () => dropDraft(form),
  };
}

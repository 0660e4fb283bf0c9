// Texts of the forms, which must survive a re-render: nothing here is secret or persistent.
import { create } from "zustand";

type Texts = Readonly<Record<string, string>>;

interface DraftStore {
  /** By the name of the form, then by the name of the field. */
  readonly forms: Readonly<Record<string, Texts>>;
}

const useStore = create<DraftStore>(() => ({ forms: {} }));

/** The form was submitted, or its step performed otherwise: forget all its texts. */
export const dropDraft = (form: string): void =>
  useStore.setState(({ forms }) => ({
    forms: Object.fromEntries(Object.entries(forms).filter(([name]) => name !== form)),
  }));

/** The entries so far in one form. */
export interface Draft {
  /** Whether anyone entered or chose anything. */
  readonly isTouched: boolean;
  /** A field's text; `first` until it is edited. */
  readonly text: (field: string, first?: string) => string;
  /** What is ticked in a field of boxes. */
  readonly list: (field: string) => readonly string[];
  readonly write: (field: string, text: string) => void;
  readonly writeList: (field: string, ones: readonly string[]) => void;
  /** The form was submitted: forget all its texts. */
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

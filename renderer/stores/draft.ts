// Texts of the forms, which must outlive a re-render: nothing here is secret, nothing is kept.
import { create } from "zustand";

interface DraftStore {
  readonly texts: Readonly<Record<string, string>>;
}

const useStore = create<DraftStore>(() => ({ texts: {} }));

/** A field's text under its name, such as "except.happened", and how to change it. */
export function useDraft(name: string, first = ""): readonly [string, (text: string) => void] {
  const text = useStore(({ texts }) => texts[name]);
  return [text ?? first, (next) => { setDraft(name, next); }];
}

/** All texts, for forms of many fields. */
export const useDrafts = (): Readonly<Record<string, string>> => useStore(({ texts }) => texts);

/** Writes one text. */
export function setDraft(name: string, text: string): void {
  useStore.setState(({ texts }) => ({ texts: { ...texts, [name]: text } }));
}

/** The form was taken: every text whose name begins so is forgotten. */
export function dropDrafts(prefix: string): void {
  useStore.setState(({ texts }) => ({
    texts: Object.fromEntries(Object.entries(texts).filter(([name]) => !name.startsWith(prefix))),
  }));
}

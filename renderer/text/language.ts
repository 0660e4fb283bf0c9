// The language of the window: the page starts in it, and main reports changes.
import { create } from "zustand";
import { LANGUAGES, languageOf, type Language } from "../../electron/text/text.ts";

interface LanguageStore {
  readonly language: Language;
}

const useStore = create<LanguageStore>(() => ({
  language: languageOf(typeof document === "undefined" ? "" : document.documentElement.lang),
}));

export const currentLanguage = (): Language => useStore.getState().language;

/** The same; components that use it are drawn again after a change. */
export const useLanguage = (): Language => useStore(({ language }) => language);

/** The other languages, which people can choose. */
export const otherLanguages = (language: Language): readonly (typeof LANGUAGES)[number][] =>
  LANGUAGES.filter(({ id }) => id !== language);

/** Changes the language from now on. */
export function speak(language: Language): void {
  if (language === currentLanguage()) return;
  document.documentElement.lang = language;
  useStore.setState({ language });
}

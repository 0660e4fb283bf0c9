// The language of the window: the page comes in it, and main says when people choose another.
import { create } from "zustand";
import { LANGUAGES, languageOf, type Language } from "../../electron/text/text.ts";

interface LanguageStore {
  readonly language: Language;
}

const useStore = create<LanguageStore>(() => ({
  language: languageOf(typeof document === "undefined" ? "" : document.documentElement.lang),
}));

/** The language that everything is said in now. */
export const currentLanguage = (): Language => useStore.getState().language;

/** The same; what uses it is drawn again in another one. */
export const useLanguage = (): Language => useStore(({ language }) => language);

/** The others, which people can choose. */
export const otherLanguages = (language: Language): readonly (typeof LANGUAGES)[number][] =>
  LANGUAGES.filter(({ id }) => id !== language);

/** Says everything in this language from now on. */
export function speak(language: Language): void {
  if (language === currentLanguage()) return;
  document.documentElement.lang = language;
  useStore.setState({ language });
}

// Every sentence that people read, in every language: data until it is said.
export { LANGUAGES, languageOf, type Language } from "./languages.ts";
export { english, known } from "./english.ts";
export { partsIn, saidIn, tagOf, localeOf } from "./say.ts";
export type { Refusal } from "./refusal.ts";
export { fromScript, spoken } from "./from-script.ts";
export {
  and,
  capital,
  list,
  sentence,
  type Given,
  type Id,
  type Sentence,
  type Value,
} from "./sentence.ts";

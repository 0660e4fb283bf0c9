// Every sentence that people read, in every language: data until it is said.
export { LANGUAGES, languageOf, tagOf, type Language } from "./languages.ts";
export { recogniser } from "./recogniser.ts";
export { english, known, partsIn, saidIn, type Part } from "./say.ts";
export type { Refusal } from "./refusal.ts";
export {
  and,
  capital,
  list,
  sentence,
  type Given,
  type Id,
  type Phrase,
  type Sentence,
  type Value,
} from "./sentence.ts";

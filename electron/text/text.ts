// Every sentence that people read, in every language: data until it is said.
export { LANGUAGES, languageOf, tagOf, type Language } from "./languages.ts";
export { english, known } from "./english.ts";
export { recogniser } from "./recogniser.ts";
export { partsIn, saidIn, type Part } from "./say.ts";
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

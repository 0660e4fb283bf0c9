// The only door to the scripts: the language, and the scripts that come with the app.
export { readScript } from "./schema.ts";
export type { Actor, Script, Step } from "./schema.ts";
export { KINDS } from "./kinds.ts";
export type { Action, KindName, ReadAloud, Station } from "./kinds.ts";
export { BUILT_IN } from "./built-in.ts";

// The only public file of the scripts: the language, and the scripts that come with the app.
export { readScript, type Script } from "./schema.ts";
export { areCounts, PROPOSED, type Counts } from "./counts.ts";
export { withCounts } from "./with-counts.ts";
export { plannedIn, type Planned } from "./planned.ts";
export { SCRIPT_BYTES_MAX } from "./strict-yaml.ts";
export type { Step } from "./steps.ts";
export type { Actor } from "./roles.ts";
export { checkScript } from "./check.ts";
export { KINDS, kindOf, type InputOf, type KindName } from "./kinds.ts";
export { traitsOf } from "./language/kind.ts";
export type { Copy, ReadAloud, Station, Task, Traits } from "./language/kind.ts";
export { glossary, type GlossaryEntry } from "./glossary.ts";
export { BUILT_IN, CEREMONIES, type CeremonyName } from "./built-in.ts";
export { RELEASED, versionOf } from "./released.ts";
export { titleOf } from "./titles.ts";
export { pathOf, type Route } from "./path.ts";
export { presenceIn, type Presence } from "./presence.ts";
export { makesKeys, recounts, renews, restores } from "./routes.ts";
export { isOf } from "./whose.ts";
export { walkthrough } from "./walkthrough.ts";
export { walkthroughMarkdown } from "./walkthrough-markdown.ts";
export type {
  Band,
  Block,
  Words,
  Cell,
  Column,
  Heading,
  Line,
  Paper,
  Quorum,
  SaidSpan,
  Span,
  Table,
} from "./paper.ts";
export {
  blank,
  code,
  heading,
  markedHeading,
  wordLines,
  named,
  newPage,
  pageOf,
  paragraph,
  preformatted,
  subheading,
  table,
  theirs,
} from "./paper.ts";

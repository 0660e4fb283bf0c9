// Words that docs/style.md never says, in comments, test titles, pages and English texts.
import { isCode, type Finding, type Rule, type SourceText } from "./source.ts";

/** Each word with what to say instead. */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/\bjudg(?:e[ds]?|ing|e?ments?)\b/i, "check, validate or evaluate; result"],
  [/\b(?:some|any|every)body\b/i, "someone, anyone, everyone"],
  [/\bwhoever\b/i, "the person who"],
  [/\banew\b/i, "again"],
  [/\bdoors?\b/i, "the thing itself"],
  [/\bin spite of\b/i, "despite"],
  [/\ball the same\b/i, "anyway"],
  [/\bunder way\b/i, "in progress"],
  [/\bdrawn by chance\b/i, "picked at random"],
  [/\b(?:go(?:es|ing|ne)?|went) on\b(?! (?:an?|its|the|to)\b)/i, "continue"],
  [/\b(?:lies?|lay) (?:apart|at|beneath|beside|elsewhere|in|on|open|there)\b/i, "is"],
  [/\bstands(?! for\b)|\bstood (?:at|in|on|there)\b/i, "is, was"],
  [/\b(?:is|are|was|were|be) looked at\b/i, "is checked, is read"],
  [/\btold of\b|\btells? of\b/i, "report, record or mention"],
  [/\btold apart\b/i, "distinguished"],
  [/\bmend(?:s|ed|ing)?\b/i, "correct, fix or repair"],
  [/\bsuch that\b/i, "so that"],
];

/** The page that lists the words, pages of earlier releases, and what is made from scripts. */
const QUOTES = /^(?:docs\/style\.md|CHANGELOG\.md|ceremony-scripts\/(?:scripts|released)\/.*)$/;
/** The catalogues, except rows that repeat the scripts or that records contain. */
const TEXTS = /^electron\/text\/en\/(?!(?:scripts|preflight-points)\.ts$)[\w-]+\.ts$/;

/** What the command line says: its texts are in its code. */
const SAID = /^electron\/cli\/(?!.*\.(?:test|fixture)\.ts$).*\.ts$/;

/** Finds words that are never said; code, codes and names of entries are not prose. */
export const words: Rule = (files) =>
  files.filter(({ path }) => !QUOTES.test(path)).flatMap((file) => inOneFile(file));

const inOneFile = (file: SourceText): readonly Finding[] =>
  proseOf(file).flatMap(([index, prose]) =>
    NEVER.filter(([word]) => word.test(prose)).map(([, better]) => ({
      path: file.path,
      line: index + 1,
      says: `uses a word that docs/style.md never says; say: ${better}`,
    })),
  );

/** The lines of prose, without code in backticks and names with hyphens. */
function proseOf({ path, text }: SourceText): readonly (readonly [index: number, prose: string])[] {
  const part = path.endsWith(".md")
    ? pageLine()
    : isCode(path)
      ? codeLine(TEXTS.test(path) ? catalogueText : SAID.test(path) ? saidTexts : () => null)
      : path.endsWith(".css")
        ? (line: string): string => line
        : null;
  if (part === null) return [];
  return text
    .split("\n")
    .map((line, index) => [index, part(line).replace(/`[^`]*`|[\w.]*-[\w-]*/g, "")] as const);
}

/** A page's line; nothing within a fence. */
function pageLine(): (line: string) => string {
  let isFenced = false;
  return (line) => {
    if (/^\s*(?:`{3,}|~{3,})/.test(line)) isFenced = !isFenced;
    return isFenced ? "" : line.replace(/\]\([^)]*\)/g, "]");
  };
}

/** A line's comment or a test's title, else its texts and the comment behind its code. */
const codeLine =
  (textsOf: (line: string) => string | null) =>
  (line: string): string =>
    /^\s*(?:\/\/|\/?\*|(?:it|test|describe)\b)(.*)/.exec(line)?.[1]
    ?? [textsOf(line), /\s\/\/\s(.*)/.exec(line)?.[1]].filter(Boolean).join(" ");

const catalogueText = (line: string): string => line.replace(/^\s*"?[\w.-]+"?:/, "");

/** The texts in quotation marks that are more than one word. */
const saidTexts = (line: string): string =>
  [...line.replace(/^\s*"[^"]*":/, "").matchAll(/"([^"]* [^"]*)"/g)]
    .map(([, text]) => text)
    .join(" ");

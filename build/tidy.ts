// The house rules as a check over all files of the project; tidy.test.ts runs it.
import { arrows } from "./tidy/arrows.ts";
import { children } from "./tidy/children.ts";
import { circles } from "./tidy/circles.ts";
import { dead, deadNames } from "./tidy/dead.ts";
import { dependencies, releases } from "./tidy/dependencies.ts";
import { documents } from "./tidy/documents.ts";
import { hosts } from "./tidy/hosts.ts";
import { kinds } from "./tidy/kinds.ts";
import { leftovers } from "./tidy/leftovers.ts";
import { lengths } from "./tidy/lengths.ts";
import { names } from "./tidy/names.ts";
import { projects } from "./tidy/projects.ts";
import { quiet } from "./tidy/quiet.ts";
import { reads } from "./tidy/reads.ts";
import type { Finding, SourceText } from "./tidy/source.ts";
import { styles } from "./tidy/styles.ts";
import { joined, translations, unsaid } from "./tidy/texts.ts";
import { unused } from "./tidy/unused.ts";
import { words } from "./tidy/words.ts";

/**
 * Every finding of every rule.
 * @param files all files of the project
 * @param registryHosts hosts of the registries in use here, which no file may name
 */
export function tidy(
  files: readonly SourceText[],
  registryHosts: readonly string[],
): readonly Finding[] {
  const rules = [
    arrows,
    children,
    circles,
    dead,
    deadNames,
    dependencies,
    releases,
    documents,
    hosts(registryHosts),
    kinds,
    leftovers,
    names,
    projects,
    quiet,
    reads,
    styles,
    translations,
    unsaid,
    joined,
    unused,
    words,
  ];
  return rules.flatMap((rule) => rule(files));
}

/** What is told and does not fail the check: files and functions that have become long. */
export const warnings = (files: readonly SourceText[]): readonly Finding[] => lengths(files);

/** `path:line: what is wrong`, as editors understand it. */
export function spell({ path, line, says }: Finding): string {
  return `${path}:${line === 0 ? "" : `${line}:`} ${says}`;
}

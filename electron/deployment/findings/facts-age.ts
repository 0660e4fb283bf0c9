// How old the facts are by which a plan is checked: the editions of the pages that its rules name.
import { DATES } from "../plan/azure-facts.ts";
import { SOURCES, type Source } from "../plan/sources.ts";

const DAY_MS = 86_400_000;

/** The editions, as the pages or their repositories date them: a day, or a year alone. */
export interface FactsAge {
  readonly oldest: string;
  readonly newest: string;
  /** How many days the newest is old. */
  readonly days: number;
  /** How many pages have no date. */
  readonly undated: number;
}

/** @param today the day from which the age is counted */
export function factsAge(today: Date): FactsAge {
  const pages = Object.values<Source>(SOURCES).filter(({ url }) => url !== undefined);
  const editions = pages.flatMap(({ edition }) => edition ?? []).toSorted();
  const [oldest = "", newest = ""] = [editions[0], editions.at(-1)];
  return {
    oldest,
    newest,
    days: Math.floor((today.getTime() - Date.parse(newest)) / DAY_MS),
    undated: pages.length - editions.length,
  };
}

/** The same as a sentence. */
export const factsText = ({ oldest, newest, days, undated }: FactsAge): string =>
  `The rules know pages of ${oldest} to ${newest}, the newest ${String(days)} days old; `
  + `${String(undated)} have no date. Azure may have changed since.`;

/** What ends, each with the page that says so and its edition. */
export const datesAhead = () =>
  DATES.map(({ on, says, source }) => {
    const { title, url, edition }: Source = SOURCES[source];
    return { on, says, source: { title, url: url ?? null, edition: edition ?? null } };
  });

/** The same for people. */
export const datesText = (): string =>
  [
    "Dates ahead:",
    ...datesAhead().map(
      ({ on, says, source }) =>
        `  ${on ?? "no day    "} ${says} (${source.title}, ${source.edition ?? "no date"})`,
    ),
  ].join("\n");

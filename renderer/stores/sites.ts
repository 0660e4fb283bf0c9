// The sites that are known: a place is written as its site, a comma, and where there.
import type { WindowView } from "../../electron/bridge/view.ts";

/** The site of a place, without what is behind its first comma. */
const siteOf = (place: string): string => (place.split(",")[0] ?? "").trim();

/**
 * Beginnings of places to pick from: of what is in custody, and of what is written just now.
 * @param written places of the form so far
 */
export function knownSites(
  { home, ceremony }: Pick<WindowView, "home" | "ceremony">,
  written: readonly string[],
): readonly string[] {
  const stored = [...(home.custody?.objects ?? []), ...(ceremony?.custody ?? [])];
  const places = [
    ...stored.map(({ place }) => place),
    ...written.filter((one) => one.includes(",")),
  ];
  const sites = places.map(siteOf).filter((site) => site !== "");
  return [...new Set(sites)].sort().map((site) => `${site}, `);
}

// The known sites: a place is written as its site, a comma, and the rest.
import type { WindowView } from "../../electron/bridge/view.ts";

/** The site of a place: the text before its first comma. */
const siteOf = (place: string): string => (place.split(",")[0] ?? "").trim();

/**
 * Sites to suggest: from the custody, and from the form itself.
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

// Which screen the window shows while no ceremony is open.
import { create } from "zustand";
import type { StationRoleName } from "../../electron/bridge/view.ts";
import { forget } from "./action.ts";

interface Row {
  /** The group of Home that lists it; none where a screen leads to it in its own words. */
  readonly group?: "papers" | "computer";
  /** What a computer is for where it is listed, if not everywhere. */
  readonly roles?: readonly StationRoleName[];
}

/** All screens but Home, in the order in which it lists them. */
const ROUTES = {
  custody: {},
  reconcile: {},
  drives: { group: "computer" },
  deployment: { group: "papers", roles: ["rehearsal", "connected"] },
  audit: { group: "papers" },
  "station-role": {},
  trainer: { group: "computer", roles: ["rehearsal"] },
} as const satisfies Readonly<Record<string, Row>>;

export type Route = keyof typeof ROUTES;

/** Those that Home lists, in words of its own. */
type Listed = {
  [Name in Route]: (typeof ROUTES)[Name] extends { group: string } ? Name : never;
}[Route];

interface Shown {
  readonly route: Route | "home";
  /** The part of the screen that it opens with; its beginning if there is none. */
  readonly part: "rules" | null;
}

const useStore = create<Shown>(() => ({ route: "home", part: null }));

/** The screen that is shown. */
export const useRoute = (): Route | "home" => useStore(({ route }) => route);

/** The part of it that was asked for. */
export const useRoutePart = (): Shown["part"] => useStore(({ part }) => part);

/** Shows another screen, or a part of it. A refusal stays with the screen on which it was read. */
export function goTo(route: Route | "home", part: Shown["part"] = null): void {
  forget();
  useStore.setState({ route, part });
}

/** What a group of Home lists on such a computer. */
export const routesOf = (group: Row["group"], role: StationRoleName): readonly Listed[] =>
  (Object.entries(ROUTES) as [Listed, Row][]).flatMap(([route, row]) =>
    row.group === group && (row.roles?.includes(role) ?? true) ? [route] : [],
  );

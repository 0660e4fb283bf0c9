// The one name of a step: on every screen, in the timetable, in the ledger and on paper.
import { kindOf } from "./kinds.ts";
import type { Step } from "./steps.ts";

/** Such as "Make the key of officer 2". */
export function titleOf({ action, seat, station }: Step): string {
  const { title } = kindOf(action.kind);
  const { what, copy, to = "other" } = action;
  return (typeof title === "string" ? title : title({ station, what, copy }))
    .replaceAll("{officer}", String(seat ?? ""))
    .replaceAll("{station}", station)
    .replaceAll("{to}", to);
}

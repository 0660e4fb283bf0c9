// The closed table of step kinds: what each does, where, by whom, and with which parameters.
import { Fields } from "./reader.ts";

export type Station = "offline" | "connected";
export const STATIONS: readonly Station[] = ["offline", "connected"];

/** Where a kind may run; "any" for what both stations do. */
type Place = Station | "any";

/** One kind: its place, whether it is one officer's turn, and the reader of its parameters. */
interface Kind {
  readonly place: Place;
  readonly officer: boolean;
  readonly parameters: readonly ("to" | "what")[];
}

const kind = (place: Place, officer = false, parameters: Kind["parameters"] = []): Kind =>
  ({ place, officer, parameters });

export const KINDS = {
  "open": kind("any"),
  "make-key": kind("offline", true),
  "confirm-thumbprint": kind("any", true),
  "export-certificates": kind("offline"),
  "hand-over": kind("any", false, ["to"]),
  "take-over": kind("any"),
  "read-activation": kind("connected"),
  "download-domain": kind("connected"),
  "read-aloud": kind("connected", false, ["what"]),
  "match-domain": kind("offline"),
  "prove-quorum": kind("offline"),
  "record-custody": kind("offline"),
  "know-backup": kind("connected"),
  "fetch-exchange-key": kind("connected"),
  "compare-exchange-key": kind("offline"),
  "make-restore-blob": kind("offline"),
  "upload-blob": kind("connected"),
  "backup-empty": kind("connected"),
  "restore-backup": kind("connected"),
  "compare-keys": kind("connected"),
  "close": kind("offline"),
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

export const READ_ALOUD = ["domain", "exchange-key"] as const;
export type ReadAloud = (typeof READ_ALOUD)[number];

/** What a step does: its kind and the parameters that kind has. */
export interface Action {
  readonly kind: KindName;
  readonly to?: Station;
  readonly what?: ReadAloud;
}

/** True for the name of a kind. */
export const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name);

/**
 * Reads a kind's parameters.
 * @throws Fault E-SCRIPT-MISSING, -VALUE, -FIELD with the path
 */
export function readAction(name: KindName, value: unknown, path: string): Action {
  const wanted = KINDS[name].parameters;
  const fields = new Fields(value ?? {}, path);
  const action = wanted.reduce<Action>((read, parameter) => {
    if (parameter === "to") return { ...read, to: fields.word("to", STATIONS) };
    return { ...read, what: fields.word("what", READ_ALOUD) };
  }, { kind: name });
  fields.end();
  return action;
}

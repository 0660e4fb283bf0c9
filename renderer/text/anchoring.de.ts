// In German: what ./anchoring.ts says.
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";

const LACKS: Readonly<Record<Anchoring["lacks"][number], string>> = {
  paper: "es wurde auf Papier geschlossen",
  unvouched: "für einen seiner Unterzeichner bürgt nichts",
  elsewhere: "das Protokoll davor ist nicht hier",
};

/** What it lacks, and what anchors it. */
export function lacksLine(lacks: Anchoring["lacks"]): string {
  const said = lacks.map((lack) => LACKS[lack]);
  const all =
    said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} und ${said.at(-1)}`;
  return (
    `Dieses Protokoll ist hier nicht verankert: ${all}. Prüfen Sie es mit den Wörtern `
    + "seines Prüfwerts vom Papier; wo es kein Papier gibt, führen Sie eine "
    + "Verwahrungsprüfung durch und geben deren Prüfwert ein."
  );
}

const SHORT: typeof LACKS = {
  paper: "nur auf Papier",
  unvouched: "Unterzeichner unverbürgt",
  elsewhere: "früheres fehlt",
};

/** On Home, in one line: what it lacks first, and where to go; nothing of an anchored record. */
export const anchoringHint = ({ lacks: [first] }: Anchoring): string =>
  first === undefined ? "" : `${SHORT[first]}: siehe „Protokoll prüfen“`;

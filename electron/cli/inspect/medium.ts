// The facts of the two files that make a stick a medium: its marker and its manifest.
import { manifestOf, readMarker } from "../../media/media.ts";
import { shown } from "../shared/shown.ts";
import { headWordsOf, spokenHead } from "../shared/spoken.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-MEDIA-MARKER */
export function markerFacts(bytes: Uint8Array): Facts {
  const { id, label, mode } = readMarker(bytes);
  return {
    title: "a medium's marker",
    lines: [`Mode: ${mode}`, `Label: ${shown(label)}`, `Number: ${id}`],
    data: { mode, label: shown(label), id },
  };
}

/** The medium itself is not read. @throws Fault E-MEDIA-MANIFEST, -NAME, -NAMECLASH */
export function manifestFacts(bytes: Uint8Array): Facts {
  const { ceremony, files, head, hsm, mode } = manifestOf(bytes);
  // A manifest does not say how its record was closed: a paper's words begin with those read aloud.
  const ending = { head, closedBy: "paper" } as const;
  return {
    title: "a transfer medium's manifest",
    lines: [
      `Mode: ${mode}; HSM: ${shown(hsm)}; ceremony: ${ceremony}`,
      `The record's head then: ${head}`,
      `In words: ${headWordsOf(ending)}`,
      `Files: ${String(files.length)}`,
      ...files.map(
        ({ name, size, sha256 }) => `  ${shown(name)}, ${String(size)} bytes\n    ${sha256}`,
      ),
    ],
    data: {
      mode,
      hsm: shown(hsm),
      ceremony,
      head: spokenHead(ending),
      files: files.map(({ name, size, sha256 }) => ({ name: shown(name), size, sha256 })),
    },
  };
}

// The sets of recordings of whole ceremonies: simulated people go through them from beginning to
// end. Those that continue from an activation start from a copy of the home that it leaves.
import { CEREMONIES, type CeremonyName } from "../../ceremony-scripts/index.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { around, comesAndGoes, incident } from "./mishaps.fixture.ts";
import { home, site, trainer } from "./at-home.fixture.ts";
import { made } from "./made.fixture.ts";
import type { Recorder, Ways } from "./recorder.fixture.ts";

/** What a set goes through. */
export interface SetOf {
  /** The home that it starts from a copy of, by the name it was put aside under; null for none. */
  readonly from: string | null;
  readonly play: (recorder: Recorder) => Promise<void>;
}

/** From its beginning to its end, and back to Home. */
async function whole(recorder: Recorder, ceremony: CeremonyName, ways: Ways = {}): Promise<void> {
  const opened = await recorder.desk.begin({ ceremony, on: "folders" });
  await toItsEnd(recorder, opened, ways);
}

async function toItsEnd(recorder: Recorder, now: WindowView, ways: Ways = {}): Promise<void> {
  if (now.ceremony !== null) recorder.keepNow(now);
  const view = await recorder.go(ways, () => false);
  const papers = await recorder.ask("papers", {});
  recorder.keep(`${recorder.set}/end`, view, { papers });
  recorder.keep(`home/after-${recorder.set}`, await recorder.desk.leave({}));
}

/** The last ones are those of the ceremony. */
const COUNTS = [
  ["three-of-five", 5, 3],
  ["five-of-ten", 10, 5],
  ["four-of-four", 4, 4],
  ["two-of-three", 3, 2],
] as const;

async function activation(recorder: Recorder): Promise<void> {
  recorder.keep("home/new", await recorder.look());
  await recorder.desk.begin({ ceremony: "activation", on: "folders" });
  for (const [name, officers, quorum] of COUNTS)
    recorder.keep(`opening/${name}`, await recorder.desk.counts({ officers, quorum }));
  await recorder.goTo("to-connected");
  recorder.keep("home/unfinished", await recorder.restart());
  const { desk } = recorder;
  recorder.keep("home/discarded", await desk.setAside({ number: 1, how: "discard" }));
  await desk.setAside({ number: 1, how: "undo" });
  await recorder.putAside("handing-over");
  const stopped = await recorder.desk.begin({ ceremony: "activation", on: "folders" });
  await toItsEnd(recorder, stopped);
  await recorder.restart();
  await recorder.putAside("activated");
}

/** With the form of other numbers of officers, before it continues with its own. */
async function replacement(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  await desk.begin({ ceremony: "replacement", on: "folders" });
  for (const [name, officers, quorum] of COUNTS)
    recorder.keep(`opening/renewal-${name}`, await desk.counts({ officers, quorum }));
  await toItsEnd(recorder, await recorder.look());
}

/** With people who come and go while it runs. */
async function dryRun(recorder: Recorder): Promise<void> {
  await recorder.desk.begin({ ceremony: "dry-run", on: "folders" });
  await comesAndGoes(recorder);
  await toItsEnd(recorder, await recorder.look());
}

/** Three officers' parts, each another way, and what is made of them. */
async function attestation(recorder: Recorder): Promise<void> {
  const parts: readonly (readonly string[])[] = [
    ["transfer-seal", "copy-seal", "paper-custody"],
    ["where-copy", "how-far-2", "open-bag-2"],
    ["where-copy", "how-far-3", "report-trouble-3"],
  ];
  recorder.set = "attestation-part";
  for (const [at, choices] of parts.entries())
    await whole(recorder, "attestation-part", { officer: at + 1, choices });
  recorder.keep("home/parts-waiting", await recorder.look());
  recorder.set = "attestation";
  await whole(recorder, "attestation");
}

/** Ceremonies of which nothing else is shown: from an activated HSM to their end. */
const WHOLE = CEREMONIES.filter((name) => name !== "attestation-part").map(
  (name): [string, SetOf] => [
    name,
    { from: "activated", play: (recorder) => whole(recorder, name) },
  ],
);

export const SETS: Readonly<Record<string, SetOf>> = {
  ...Object.fromEntries(WHOLE),
  activation: { from: null, play: activation },
  replacement: { from: "activated", play: replacement },
  "dry-run": { from: "activated", play: dryRun },
  adoption: { from: null, play: (recorder) => whole(recorder, "adoption") },
  around: { from: null, play: around },
  incident: { from: "handing-over", play: incident },
  attestation: { from: "activated", play: attestation },
  trainer: { from: "activated", play: trainer },
  site: { from: "activated", play: site },
  home: { from: "activated", play: home },
  made: { from: "recordings", play: made },
};

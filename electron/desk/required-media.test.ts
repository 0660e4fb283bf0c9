// The media that the window asks for follow from what a step's kind and its script want in.
import { describe, expect, it } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { random, sha256Hex, utf8 } from "../../crypto/index.ts";
import { fold, type State } from "../ceremony/ceremony.ts";
import {
  entriesOf,
  keyMade,
  opened,
  played,
  RECOVERY,
  SCRIPT,
} from "../ceremony/record.fixture.ts";
import { folderMedia, prepareMedium, type Mode } from "../media/media.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import { lookAtMedia, requiredMedia } from "./required-media.ts";

/** By the step's id, in the order of the screen. */
const OF_ACTIVATION: Readonly<Record<string, readonly string[]>> = {
  open: [],
  "make-key-2": ["officer-2", "officer-2-backup"],
  "confirm-thumbprint-2": ["officer-2"],
  "export-certificates": ["officer-1", "officer-2", "officer-3", "transfer"],
  "to-connected": ["transfer"],
  "at-connected": ["transfer"],
  "read-activation": ["transfer", "domain-copy"],
  "compare-thumbprint-2": ["transfer"],
  "download-domain": ["transfer", "domain-copy"],
  "prove-quorum": ["officer-1", "officer-2", "officer-3", "transfer", "domain-copy"],
  "record-custody": [],
  close: ["officer-1", "officer-2", "officer-3"],
};

describe("the media that a step requires", () => {
  const labels = (script: typeof SCRIPT, id: string) => {
    const step = script.steps.find((one) => one.id === id);
    if (step === undefined) throw new Error(`The script has no step ${id}.`);
    return requiredMedia(step, script, fold(entriesOf(played(script, 1))));
  };

  it.each(Object.entries(OF_ACTIVATION))("of an activation, in %s", (id, wanted) => {
    expect(labels(SCRIPT, id)).toEqual(wanted);
  });

  it("of the proof are also the backups of the keys that were made", () => {
    const step = SCRIPT.steps.find(({ id }) => id === "prove-quorum") ?? null;
    const events = [opened(), keyMade(2)].map((event) => ({ event, station: "offline" }) as const);
    expect(requiredMedia(step, SCRIPT, fold(entriesOf(events)))).toEqual([
      "officer-1",
      "officer-2",
      "officer-3",
      "officer-2-backup",
      "transfer",
      "domain-copy",
    ]);
  });

  it("of a recovery are those of the officers who came", () => {
    expect(labels(RECOVERY, "make-restore-blob")).toEqual([
      "officer-1",
      "officer-2",
      "officer-3",
      "transfer",
      "domain-copy",
    ]);
  });

  it.each([
    ["attestation-part", "check-key", ["officer-2"]],
    ["attestation", "rehash-copy", ["domain-copy"]],
    ["recovery-alone", "find-domain", ["officer-1", "officer-2", "transfer", "domain-copy"]],
    ["replacement", "retire-domain", ["transfer", "domain-copy"]],
  ] as const)("of %s, in %s", (name, kind, wanted) => {
    const text = BUILT_IN.get(name) ?? "";
    const script = readScript(text, sha256Hex(utf8(text)));
    const step = script.steps.find(
      ({ action, seat = 2 }) =>
        action.kind === kind && seat === 2 && (action.copy ?? "domain-copy") === "domain-copy",
    );
    if (step === undefined) throw new Error(`The script has no step of kind ${kind}.`);
    const participants = ["administrator", "witness", "officer-1", "officer-2"] as const;
    const [opening] = entriesOf(played(script, 1));
    const data = {
      ...(opening!.data as object),
      participants: participants.map((role) => ({ role, name: role })),
    };
    expect(requiredMedia(step, script, fold([{ ...opening!, data }]))).toEqual(wanted);
  });

  it("are none if no step is left", () => {
    expect(requiredMedia(null, SCRIPT, fold(entriesOf(played(SCRIPT, 1))))).toEqual([]);
  });
});

describe("a medium that a step requires", () => {
  const seen = (
    mode: Mode,
    change: (root: string, state: State) => State = (_, state) => state,
  ) => {
    const root = temporaryFolder();
    const state = change(root, fold(entriesOf(played(SCRIPT, 1))));
    const [found] = lookAtMedia({ media: folderMedia(root), mode }, ["officer-1"], state);
    return found?.state;
  };
  const prepared = (root: string) => prepareMedium(root, "officer-1", "REHEARSAL", random);

  it("is missing if no medium with its label is inserted", () => {
    expect(seen("REHEARSAL")).toBe("missing");
  });

  it("is in where it is of the ceremony's mode, and the one that the record knows", () => {
    const at = (root: string, state: State) => {
      const { id } = prepared(root);
      return { ...state, media: { "officer-1": id } };
    };
    expect(seen("REHEARSAL", at)).toBe("in");
    expect(
      seen("REHEARSAL", (root, state) => {
        prepared(root);
        return state;
      }),
    ).toBe("in");
  });

  it("is wrong where it is a rehearsal's in earnest, or another than the record knows", () => {
    const here = (root: string, state: State) => {
      prepared(root);
      return state;
    };
    expect(seen("PRODUCTION", here)).toBe("wrong");
    const another = (root: string, state: State) => ({
      ...here(root, state),
      media: { "officer-1": "0".repeat(32) },
    });
    expect(seen("REHEARSAL", another)).toBe("wrong");
  });
});

// Records for tests of papers: events as lines, with their hashes; closed on paper, for that needs
// no key.
import {
  custodyOf,
  digestOf,
  keyMade,
  opened,
  played,
  QUORUM_ACCEPTED,
  SCRIPT,
  type AnyEvent,
  type Placed,
} from "../ceremony/record.fixture.ts";
import type { EventData, FileOnMedium } from "../ceremony/ceremony.ts";
import type { JsonData } from "../journal/canonical.ts";
import { hashOf, lineOf, NOTHING_BEFORE } from "../journal/entry.ts";

/** Lines of a record; entry n is written n seconds after nine. */
export function recordWith(placed: readonly Placed[], previous = NOTHING_BEFORE): Uint8Array {
  let prev = previous;
  const lines = placed.map(({ station, event: { type, by, data } }, seq) => {
    const at = new Date(Date.UTC(2026, 0, 31, 9, 0, seq)).toISOString();
    const entry = { at, by, data: data as JsonData, prev, seq, station, type };
    prev = hashOf(entry);
    return lineOf(entry);
  });
  return new Uint8Array(Buffer.concat(lines));
}

const DOMAIN = digestOf("domain");
const file = (label: string): FileOnMedium => ({
  medium: digestOf(label).slice(0, 32),
  label,
  name: "Contoso-HSM-SD.json",
  size: 18_885,
  sha256: DOMAIN,
});
const FILES = [file("transfer"), file("domain-copy")];

const of = <Type extends keyof EventData>(
  type: Type,
  data: EventData[Type],
  by = "administrator",
): AnyEvent => ({ type, by, data });

/** A key that was made, with its files. */
export const KEY_FILES = (seat: number): AnyEvent => {
  const made = keyMade(seat);
  const [label, at] = [`officer-${seat}`, String(seat - 1)];
  const files = [`cert_${at}.key`, `cert_${at}.cer`, `sign_${at}.key`, `sign_${at}.cer`].map(
    (name) => ({ ...file(label), name, sha256: digestOf(`${label} ${name}`) }),
  );
  return { ...made, data: { ...made.data, files } };
};

/** What a step of this kind records, beyond that it was done. */
const WORK: Readonly<Record<string, readonly AnyEvent[]>> = {
  "download-domain": [of("domain-written", { sha256: DOMAIN, size: 18_885, files: FILES }, "app")],
  "match-domain": [
    of("domain-matched", {
      sha256: DOMAIN,
      required: 2,
      thumbprints: [1, 2, 3].map((n) => digestOf(`officer-${n}`)),
    }),
  ],
  "prove-quorum": [
    of(
      "quorum-proven",
      {
        domainSha256: DOMAIN,
        required: 2,
        entries: 1,
        subsets: [
          [1, 2],
          [1, 3],
          [2, 3],
        ],
        opened: [{ tag: "hsm_backup", sha256: digestOf("hsm_backup") }],
        media: FILES,
      },
      "app",
    ),
  ],
  "record-custody": [
    of("deviation-accepted", QUORUM_ACCEPTED),
    of("custody-recorded", {
      objects: custodyOf([
        ...[1, 2, 3].flatMap((n) =>
          ["medium", "backup medium", "passphrase envelope"].map((what) => `officer-${n} ${what}`),
        ),
        "transfer medium",
        "domain copy medium",
      ]),
    }),
  ],
};

/** An activation of all steps but the last, with more events before the end of some steps. */
export function activationWith(
  more: Readonly<Record<string, readonly AnyEvent[]>> = {},
  opening: Partial<EventData["opened"]> = {},
): readonly Placed[] {
  const steps = SCRIPT.steps.slice(0, -1);
  return [
    { station: "offline", event: opened({ scriptSha256: SCRIPT.sha256, ...opening }) },
    ...played(SCRIPT, steps.length)
      .slice(1)
      .flatMap((placed): readonly Placed[] => {
        const { type, data } = placed.event;
        if (type === "key-made") {
          const { officer } = data as { readonly officer: string };
          return [{ ...placed, event: KEY_FILES(Number(officer.slice(-1))) }];
        }
        if (type !== "step-performed") return [placed];
        const { step: id } = data as { readonly step: string };
        const kind = steps.find((step) => step.id === id)?.action.kind ?? "";
        return [...(WORK[kind] ?? []), ...(more[id] ?? [])]
          .map((event): Placed => ({ station: placed.station, event }))
          .concat(placed);
      }),
  ];
}

/** The end of a record that its people sign on paper. */
export const onPaper: readonly Placed[] = [
  of("step-began", { step: "close" }, "app"),
  of("closing-on-paper", {
    present: ["administrator", "witness"],
    consent: {
      ceremony: "0".repeat(32),
      scriptSha256: SCRIPT.sha256,
      hsm: "Contoso-HSM",
      officers: 3,
      required: 2,
      thumbprints: [],
      domainSha256: DOMAIN,
      exchangeThumbprint: "",
    },
  }),
].map((event): Placed => ({ station: "offline", event }));

/** A complete activation, closed on paper. */
export const activation = (
  more: Readonly<Record<string, readonly AnyEvent[]>> = {},
  opening: Partial<EventData["opened"]> = {},
): Uint8Array => recordWith([...activationWith(more, opening), ...onPaper]);

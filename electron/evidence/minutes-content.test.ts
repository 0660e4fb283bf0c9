// What minutes of a key ceremony must contain, item by item: the union of PCI DSS, PCI PIN,
// WebTrust, NIST, ISO and Microsoft. What no record can contain has a line to be filled in by hand.
import { describe, expect, it } from "vitest";
import { walkthroughMarkdown } from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { fromHex, toWords } from "../../crypto/index.ts";
import { digestOf, SCRIPT, type AnyEvent } from "../ceremony/record.fixture.ts";
import { minutes } from "./minutes.ts";
import { calledOnPaper, even } from "./pdf.fixture.ts";
import { readingOf } from "./reading.ts";
import { activation } from "./record.fixture.ts";

const event = (type: string, data: unknown, by = "administrator"): AnyEvent => ({ type, by, data });

const record = activation(
  {
    "make-key-2": [
      event("room-witnessed", { step: "make-key-2", projector: true, camera: true }, "witness"),
      event("exception-noted", {
        expected: "A dry medium",
        happened: "Coffee on it",
        decided: "Another medium",
        decidedBy: ["administrator", "witness"],
        step: "make-key-2",
        decision: "continue",
      }),
      event("refused", { step: "make-key-2", code: "E-MEDIA-FULL" }, "app"),
    ],
  },
  {
    software: {
      version: "9.8.7",
      commit: "c0ffee",
      runtime: "node 20",
      system: `Linux 6, live image with the SHA-256 ${digestOf("i")}`,
      program: digestOf("p"),
      verifier: digestOf("v"),
    },
  },
);
const reading = readingOf(record);
const text = even(walkthroughMarkdown(paperIn("en", minutes(reading))));
const words = (hex: string, count = 10): string => toWords(fromHex(hex)!).slice(0, count).join(" ");

/** The first two lines of words, as the screen numbers them. */
const lines = (hex: string): string => {
  const all = words(hex, 8).split(" ");
  return `1 ${all.slice(0, 4).join(" ")} 2 ${all.slice(4).join(" ")}`;
};

/** A head of a table, with a row below it that is left empty. */
const table = (...heads: readonly string[]): string => `| ${heads.join(" | ")} |`;

/** Each item of the list, and where it is in the minutes. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  "ceremony: id, kind, mode": ["| Ceremony | `activation`, REHEARSAL", "Number `0000"],
  "approval reference": [table("Approved by", "Reference", "Date")],
  "date, start and end in UTC": ["Date and time (UTC) | 2026-01-31 09:00:00 to 2026-01-31 09:01:"],
  place: [table("Place, building, room", "Who controls access", "Cameras, log book")],
  "clock source": ["| Clock | The stations' own, in UTC.", "Compared with, by hand: __________"],
  "script: version by its hash, and words": ["`activation`", SCRIPT.sha256, lines(SCRIPT.sha256)],
  app: ["| Version of the app | 9.8.7 |", "c0ffee", digestOf("p")],
  "image of the operating system": [
    `| Operating system | Linux 6, live image with the SHA-256 ${digestOf("i")} |`,
    `| Live image, in words | ${words(digestOf("i"), 32)} |`,
    "Image it runs from, its SHA-256",
  ],
  "hardware: serial numbers": [
    table("Machine", "Make and serial number", "Image it runs from, its SHA-256"),
    "| Offline station |",
    "| Connected station |",
  ],
  "participants: name, role, in and out": [
    "| Witness | Walter Brandt |",
    "| Officer 3 | Meera Iyer |",
    "09:00:00 to 09:01:",
  ],
  "participants: organisation, identity, acknowledgement": [
    table("Name", "Organisation", "Identity document, seen by", "Acknowledgement signed on"),
    "| Ines Okafor | | | |",
  ],
  "readings of the network": [
    table("Entry", "Time UTC", "Station", "Step", "Reading"),
    "No interface was up; the machine has had none since its start.",
  ],
  "projector and cameras": ["| covered | none sees the keyboard |"],
  "each officer: algorithm, bits, random numbers": [
    "Officer 1, Ines Okafor | RSA 2048",
    "random numbers of the app's runtime (see 3), as FIPS 186-5, A.1.3, requires",
  ],
  "each officer: thumbprints in hex and words": [1, 2, 3].flatMap((n) => [
    digestOf(`officer-${n}`),
    words(digestOf(`officer-${n}`)),
    digestOf(`signing ${n}`),
  ]),
  "each officer: media, copies, serial numbers": [
    "| officer-1 | Number `",
    "Serial, by hand: __________",
    digestOf("officer-1 cert_0.key"),
  ],
  "passphrase policy met, never the value": [
    "protected by a passphrase that only its officer "
      + "typed. The app accepted it only if it was strong enough, and recorded none of it.",
  ],
  "HSM: name, address, region, N and M": [
    "| HSM | Contoso-HSM, 2 of 3 officers",
    "Address and region, by hand: __________",
  ],
  "security domain: SHA-256, thumbprints in it": [
    digestOf("domain"),
    words(digestOf("domain")),
    `2 of 3 certificates:<br>\`${digestOf("officer-1")}\``,
  ],
  "pair matrix": ["- proven: 1 + 2 - proven: 1 + 3 - proven: 2 + 3", digestOf("hsm_backup")],
  "every step with doer, confirmer, time": [
    ...SCRIPT.steps.map((_, i) => `| Step ${String(i + 1)}: `),
    "Done 09:00:06 by<br>Officer 1, Ines Okafor; Confirmed 09:00:07 by<br>Witness, Walter Brandt",
  ],
  exceptions: ["| A dry medium | Coffee on it | Continue: Another medium |"],
  refusals: ["| offline | Make key 2 | `E-MEDIA-FULL` |"],
  "seals, and where they go": reading.after.objects.map(
    ({ object, seal, place, custodian }) =>
      `| ${calledOnPaper(object)} | \`${seal}\` | - | ${place} | ${custodian} |`,
  ),
  "photographs, courier, receipt": [
    table("Object", "Seal", "Photographs", "Courier, time", "Receipt, time"),
    ...reading.after.objects.map(
      ({ object, seal }) => `| ${calledOnPaper(object)} | \`${seal}\` | | | |`,
    ),
  ],
  "destruction and wiping": [
    "According to the record, nothing was destroyed. Machines wiped or "
      + "locked away, and waste destroyed, by hand: __________",
  ],
  "follow-ups, next attestation, re-wrap": [
    "Next custody attestation (every 91 days) | 2026-05-02",
    "Next key check of officer 1, Ines Okafor | 2027-01-31",
    "Renewal of officers' keys (re-wrap) | No date is in the record. Planned for, by hand: ",
  ],
  "accepted risk: a quorum below Microsoft's advice": ["| deviation accepted | 2 of 3 officers"],
  "statements and signatures of all": [
    "this is a true record of the ceremony, to the best of my " + "knowledge",
    table("Role", "Name", "Signature", "Date and time UTC"),
    ...reading.opened.participants.map(({ name }) => `${name} | | |`),
  ],
  "head of the log, in hex and words": [reading.head, lines(reading.head)],
  "manifest of the bundle": ["The first ten words of the manifest's SHA-256, by hand: ____"],
};

describe("the minutes contain", () => {
  it.each(Object.entries(ITEMS))("%s", (_, expected) => {
    expect(expected.length).toBeGreaterThan(0);
    for (const part of expected) expect(text).toContain(part);
  });
});

// Papers for what is in custody: labels for the bags, and the custodians' acknowledgement.
import {
  blank,
  code,
  heading,
  named,
  newPage,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import type { ObjectStanding } from "../ceremony/ceremony.ts";
import { dayOf } from "./phrases.ts";
import { wordsOf, type Reading } from "./reading.ts";

const ACROSS = 3;
/** So many words tell one record from another on a label. */
const LABEL_WORDS = 3;

/** A label for each bag; null where nothing is in custody. No place stands on it. */
export function custodyLabels(reading: Reading): Paper | null {
  const { objects } = reading.after;
  if (objects.length === 0) return null;
  const rows = Array.from({ length: Math.ceil(objects.length / ACROSS) }, (_, i) =>
    Array.from({ length: ACROSS }, (__, at): Cell => {
      const object = objects[i * ACROSS + at];
      return object === undefined ? [] : label(reading, object);
    }),
  );
  return {
    title: `Custody labels, ${reading.after.hsm}`,
    blocks: [
      paragraph(
        "Cut along the lines. Put one label into each bag, readable from outside. Compare "
          + "the number on the bag with the one on the label before you close the bag.",
      ),
      table(
        Array.from({ length: ACROSS }, () => ["", 10] as const),
        rows,
      ),
    ],
  };
}

const label = ({ after, head }: Reading, { object, seal, seenAt }: ObjectStanding): Cell => [
  [theirs(object)],
  // It names the object, and never the seal: that is read from the bag itself.
  [code(object)],
  ["Seal ", named(seal)],
  [theirs(after.hsm)],
  [`Recorded ${dayOf(seenAt)}, record:`],
  [named(wordsOf(head).split(" ").slice(0, LABEL_WORDS).join(" "))],
  ["Do not open. Call: ", blank()],
];

/** The version of the text: whoever signs it signs these words. */
const VERSION = 2;

const DUTIES = [
  "I keep each of these objects under lock, in its sealed bag, at its place, and nowhere else.",
  "I never open a bag alone, and I never keep two officers' keys, or a key with its passphrase.",
  "I give an object to no one without a hand-off that both of us have recorded.",
  "I check the seals when asked to, at least every quarter, and report at once if a seal, a place "
    + "or an object has changed, if someone may know a passphrase, or if I leave.",
  "I know that any two of three such keys open everything, and that if they are lost, everything "
    + "is lost for good.",
] as const;

/** A page for each custodian to sign, as PCI DSS 3.7.8 asks; null where nothing is in custody. */
export function acknowledgement(reading: Reading): Paper | null {
  const { objects, hsm } = reading.after;
  const custodians = [...new Set(objects.map(({ custodian }) => custodian))];
  if (custodians.length === 0) return null;
  return {
    title: `Custodians' acknowledgement, ${hsm}`,
    blocks: custodians.flatMap((name, i): readonly Block[] => [
      ...(i === 0 ? [] : [newPage]),
      heading("Custodian: ", theirs(name)),
      paragraph(
        "I have read and understood the duties of a custodian of keys, and accept them "
          + `(text ${String(VERSION)}, PCI DSS 3.7.8):`,
      ),
      ...DUTIES.map((duty, at) =>
        paragraph(`${String(at + 1)}. `, duty.replace("any two of three", quorum(reading))),
      ),
      table(
        [
          ["Object", 30],
          ["Seal", 20],
          ["Place", 30],
          ["Recorded on", 20],
        ],
        objects
          .filter(({ custodian }) => custodian === name)
          .map((object) => [
            [[theirs(object.object)]],
            [[named(object.seal)]],
            [[theirs(object.place)]],
            [[dayOf(object.seenAt)]],
          ]),
      ),
      table(
        [
          ["Organisation and position", 34],
          ["Person to tell if something is wrong", 36],
          ["Telephone", 30],
        ],
        [["", "", ""]],
      ),
      table(
        [
          ["Signature of the custodian", 40],
          ["Date", 20],
          ["Signature of a witness", 40],
        ],
        [["", "", ""]],
      ),
      subheading("At the end of this custody"),
      paragraph(
        "I have handed off every object above, each with a hand-off that both of us "
          + "recorded. I keep no copy of a key and no passphrase.",
      ),
      table(
        [
          ["Signature of the custodian", 40],
          ["Date", 20],
          ["Signature of the successor", 40],
        ],
        [["", "", ""]],
      ),
    ]),
  };
}

const quorum = ({ after: { required, officers } }: Reading): string =>
  `any ${String(required)} of ${String(officers.length)}`;

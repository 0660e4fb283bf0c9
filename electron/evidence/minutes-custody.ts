// Minutes, 6: where everything is, what was opened and sealed, and what follows from it.
import {
  blank,
  named,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
} from "../../ceremony-scripts/index.ts";
import { custodyAnswers, roleOf, timeOf, type Gap } from "../ceremony/ceremony.ts";
import { dayOf, timeFrom } from "./phrases.ts";
import { sealsSection } from "./minutes-seals.ts";
import { toldOf, type Reading } from "./reading.ts";

/** Objects, seals, hand-offs, gaps, and what is due next. */
export const custodySection = (reading: Reading): readonly Block[] => [
  ...objects(reading),
  ...sealsSection(reading),
  ...destroyed(reading),
  ...gaps(reading),
  ...rules(reading),
  ...due(reading),
];

function objects({ after, before, from }: Reading): readonly Block[] {
  const rows = after.objects;
  if (rows.length === 0) return [paragraph("According to this record, nothing is in custody.")];
  const was = (object: string): string =>
    before?.objects.find((one) => one.object === object)?.seal ?? "";
  return [
    subheading("What is in custody at the end"),
    table(
      [
        ["Object", 26],
        ["Seal", 12],
        ["Seal before", 12],
        ["Place", 22],
        ["Custodian", 14],
        ["Recorded UTC", 14],
      ],
      rows.map(({ object, seal, place, custodian, seenAt }): readonly Cell[] => [
        [[theirs(object)]],
        [[named(seal)]],
        [was(object) === "" ? ["-"] : [named(was(object))]],
        [[theirs(place)]],
        [[theirs(custodian)]],
        [[timeFrom(from, seenAt)]],
      ]),
    ),
  ];
}

const WIPED = "Machines wiped or locked away, and waste destroyed, by hand: ";

/** What was destroyed, and what went from hand to hand. */
function destroyed({ entries, after, from }: Reading): readonly Block[] {
  const gone = toldOf(entries, "objects-destroyed");
  const handed = after.handOffs;
  return [
    subheading("Destroyed and wiped"),
    ...(gone.length === 0
      ? [paragraph("According to the record, nothing was destroyed. ", WIPED, blank(1))]
      : [
          table(
            [
              ["Entry", 8],
              ["Time UTC", 14],
              ["Object", 28],
              ["How", 50],
            ],
            gone.flatMap(({ seq, at, data }) =>
              data.objects.map(({ object, how }) => [
                [[String(seq)]],
                [[timeFrom(from, at)]],
                [[theirs(object)]],
                [[theirs(how)]],
              ]),
            ),
          ),
          paragraph(WIPED, blank(1)),
        ]),
    ...(handed.length === 0
      ? []
      : [
          subheading("Hand-offs since the objects were last recorded together"),
          table(
            [
              ["Time UTC", 16],
              ["Object", 22],
              ["Seal", 12],
              ["From", 16],
              ["To", 16],
              ["Place", 18],
            ],
            handed.map(({ at, object, seal, from: giver, to, place }) => [
              [[timeOf(at)]],
              [[theirs(object)]],
              [[named(seal)]],
              [[theirs(giver)]],
              [[theirs(to)]],
              [[theirs(place)]],
            ]),
          ),
        ]),
  ];
}

const gaps = ({ gaps: all }: Reading): readonly Block[] => [
  subheading("Gaps in the chain of custody"),
  ...(all.length === 0
    ? [paragraph("None: everything found matches the earlier records.")]
    : [
        table(
          [
            ["Object", 26],
            ["What does not match", 26],
            ["In the record", 24],
            ["Found", 24],
          ],
          all.map(({ object, kind, expected, seen }) => [
            [[theirs(object)]],
            [[GAPS[kind]]],
            [expected === "" ? ["-"] : [theirs(expected)]],
            [seen === "" ? ["-"] : [theirs(seen)]],
          ]),
        ),
      ]),
];

const GAPS: Readonly<Record<Gap["kind"], string>> = {
  missing: "recorded, but not seen",
  unrecorded: "seen, but never recorded",
  custodian: "another custodian",
  place: "another place",
  seal: "another seal",
  "hand-off": "a hand-off does not start where the last one ended",
};

const VERDICTS = { kept: "met", deviation: "deviation accepted", "not-kept": "NOT MET" };

/** Microsoft's rules, checked as of the day of the record's last entry. */
function rules({ after, gaps: found, until }: Reading): readonly Block[] {
  if (after.objects.length === 0) return [];
  const answers = custodyAnswers(after, found, until);
  return [
    subheading("Microsoft's advice on custody, as of the end"),
    table(
      [
        ["Rule", 14],
        ["State", 56],
        ["Reason given, or what to do next", 30],
      ],
      answers.rules.map(({ verdict, sentence, reason, next }): readonly Cell[] => [
        [[VERDICTS[verdict]]],
        [[sentence]],
        [reason !== "" ? [theirs(reason)] : [next === "" ? "-" : next]],
      ]),
    ),
  ];
}

function due({ after, until, gaps: found }: Reading): readonly Block[] {
  if (after.officers.length === 0 || after.domainSha256 === "") return [];
  const { attestation, dryRun, officers } = custodyAnswers(after, found, until).health;
  const { backup, drilledAt } = after;
  return [
    subheading("Open follow-ups"),
    table(
      [
        ["What", 34],
        ["Due, or last known", 66],
      ],
      [
        [[["Next custody attestation (every 91 days)"]], [[dueOf(attestation.at)]]],
        [[["Next dry run of recovery (every year)"]], [[dueOf(dryRun.at)]]],
        ...officers.map(({ seat, name, keyCheck }): readonly Cell[] => [
          [
            [
              `Next key check of ${roleOf(`officer-${String(seat)}`).toLowerCase()}, `,
              theirs(name),
            ],
          ],
          [[dueOf(keyCheck.at)]],
        ]),
        [
          [["Replacement of officers' keys (re-wrap)"]],
          [["No date is in the record. Planned for, by hand: ", blank()]],
        ],
        [[["Last recovery that found every key again"]], [[dayOf(drilledAt)]]],
        [
          [["Newest full backup known"]],
          [
            backup.folder === ""
              ? ["none: without one, the security " + "domain cannot bring any key back"]
              : [theirs(backup.folder), `, ${dayOf(backup.at)}`],
          ],
        ],
      ],
    ),
  ];
}

const dueOf = (at: string): string => (at === "" ? "now: it was never done" : dayOf(at));

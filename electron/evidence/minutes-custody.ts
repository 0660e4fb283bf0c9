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
  type Span,
} from "../../ceremony-scripts/index.ts";
import { custodyAnswers, objectNamed, timeOf, whoOf } from "../ceremony/ceremony.ts";
import { and, list, sentence } from "../text/sentence.ts";
import { backupOf, dayOf, timeFrom } from "./phrases.ts";
import { sealsSection } from "./minutes-seals.ts";
import { allOf, type Reading } from "./reading.ts";

/** Objects, seals, hand-offs, gaps, and what is due next. */
export const custodySection = (reading: Reading): readonly Block[] => [
  ...objects(reading),
  ...sealsSection(reading),
  ...destroyed(reading),
  ...gaps(reading),
  ...geometry(reading),
  ...rules(reading),
  ...due(reading),
];

function objects({ after, before, from }: Reading): readonly Block[] {
  const rows = after.objects;
  if (rows.length === 0) return [paragraph(sentence("minutes-custody.nothing"))];
  const was = (object: string): string =>
    before?.objects.find((one) => one.object === object)?.seal ?? "";
  return [
    subheading(sentence("minutes-custody.atEnd")),
    table(
      [
        [sentence("paper.object"), 26],
        [sentence("paper.seal"), 12],
        [sentence("minutes-custody.sealBefore"), 12],
        [sentence("paper.place"), 22],
        [sentence("paper.custodian"), 14],
        [sentence("minutes-custody.recordedAt"), 14],
      ],
      rows.map(({ object, seal, place, custodian, seenAt }): readonly Cell[] => [
        [[objectNamed(object)]],
        [[named(seal)]],
        [was(object) === "" ? ["-"] : [named(was(object))]],
        [[theirs(place)]],
        [[theirs(custodian)]],
        [[timeFrom(from, seenAt)]],
      ]),
    ),
  ];
}

/** What was destroyed, and what was handed off. */
function destroyed({ entries, after, from }: Reading): readonly Block[] {
  const gone = allOf(entries, "objects-destroyed");
  const handed = after.handOffs;
  return [
    subheading(sentence("minutes-custody.destroyed")),
    ...(gone.length === 0
      ? [paragraph(sentence("minutes-custody.noneDestroyed", { room: blank(1) }))]
      : [
          table(
            [
              [sentence("paper.entry"), 8],
              [sentence("paper.time"), 14],
              [sentence("paper.object"), 28],
              [sentence("minutes-custody.how"), 50],
            ],
            gone.flatMap(({ seq, at, data }) =>
              data.objects.map(({ object, how }) => [
                [[String(seq)]],
                [[timeFrom(from, at)]],
                [[objectNamed(object)]],
                [[theirs(how)]],
              ]),
            ),
          ),
          paragraph(sentence("minutes-custody.wiped", { room: blank(1) })),
        ]),
    ...(handed.length === 0
      ? []
      : [
          subheading(sentence("minutes-custody.handOffs")),
          table(
            [
              [sentence("paper.time"), 16],
              [sentence("paper.object"), 22],
              [sentence("paper.seal"), 12],
              [sentence("minutes-custody.from"), 16],
              [sentence("minutes-custody.to"), 16],
              [sentence("paper.place"), 18],
            ],
            handed.map(({ at, object, seal, from: giver, to, place }) => [
              [[timeOf(at)]],
              [[objectNamed(object)]],
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
  subheading(sentence("minutes-custody.gaps")),
  ...(all.length === 0
    ? [paragraph(sentence("minutes-custody.noGaps"))]
    : [
        table(
          [
            [sentence("paper.object"), 26],
            [sentence("minutes-custody.gap"), 26],
            [sentence("paper.inRecord"), 24],
            [sentence("paper.found"), 24],
          ],
          all.map(({ object, kind, expected, seen }) => [
            [[objectNamed(object)]],
            [[sentence(`minutes-custody.gap.${kind}`)]],
            [expected === "" ? ["-"] : [theirs(expected)]],
            [seen === "" ? ["-"] : [theirs(seen)]],
          ]),
        ),
      ]),
];

/** What one holder leaves if it is lost, and gives in the wrong hands; then the worst two. */
function geometry({ after, gaps: found, until }: Reading): readonly Block[] {
  if (after.objects.length === 0) return [];
  const { groups, pairs } = custodyAnswers(after, found, until).geometry;
  const all = after.officers.length;
  type Caused = Pick<(typeof groups)[number], "leaves" | "domainLost" | "opens" | "hasDomain">;
  const cells = ({ leaves, domainLost, opens, hasDomain }: Caused): readonly Cell[] => [
    [[sentence(domainLost ? "geometry.leftNoDomain" : "geometry.left", { leaves, all })]],
    [[sentence(hasDomain ? "geometry.givenDomain" : "geometry.given", { opens })]],
  ];
  return [
    subheading(sentence("geometry.title")),
    paragraph(sentence("geometry.intro")),
    table(
      [
        [sentence("geometry.kind"), 14],
        [sentence("geometry.who"), 32],
        [sentence("geometry.lost"), 18],
        [sentence("geometry.hands"), 18],
        [sentence("geometry.state"), 18],
      ],
      [
        ...groups.map((group): readonly Cell[] => [
          [[sentence(`geometry.${group.kind}`)]],
          [[list(group.of.map((one) => whoOf(one, theirs)))]],
          ...cells(group),
          [[sentence(VERDICTS[group.verdict])]],
        ]),
        ...pairs.map((pair): readonly Cell[] => [
          [[sentence("geometry.pair")]],
          [[and(pair.of.map((one) => whoOf(one, theirs)))]],
          ...cells({ ...pair, opens: pair.opens.length }),
          "",
        ]),
      ],
    ),
  ];
}

const VERDICTS = {
  unmet: "minutes-custody.verdict.not-kept",
  accepted: "minutes-custody.verdict.deviation",
  thin: "geometry.thin",
  near: "geometry.near",
  met: "minutes-custody.verdict.kept",
} as const;

/** Microsoft's rules, checked as of the day of the record's last entry. */
function rules({ after, gaps: found, until }: Reading): readonly Block[] {
  if (after.objects.length === 0) return [];
  const answers = custodyAnswers(after, found, until);
  return [
    subheading(sentence("minutes-custody.advice")),
    table(
      [
        [sentence("minutes-custody.rule"), 14],
        [sentence("minutes-custody.state"), 56],
        [sentence("minutes-custody.reason"), 30],
      ],
      answers.rules.map(({ verdict, sentence: said, reason, next }): readonly Cell[] => [
        [[sentence(`minutes-custody.verdict.${verdict}`)]],
        [[said]],
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
    subheading(sentence("minutes-custody.followUps")),
    table(
      [
        [sentence("paper.what"), 34],
        [sentence("minutes-custody.due"), 66],
      ],
      [
        [[[sentence("minutes-custody.nextAttestation")]], [[dueOf(attestation.at)]]],
        [[[sentence("minutes-custody.nextDryRun")]], [[dueOf(dryRun.at)]]],
        ...officers.map(({ seat, name, keyCheck }): readonly Cell[] => [
          [[sentence("minutes-custody.nextKeyCheck", { seat, name: theirs(name) })]],
          [[dueOf(keyCheck.at)]],
        ]),
        [
          [[sentence("minutes-custody.replacement")]],
          [[sentence("minutes-custody.noDate", { room: blank() })]],
        ],
        [[[sentence("paper.lastDrill")]], [[dayOf(drilledAt)]]],
        [[[sentence("paper.newestBackup")]], [[backupOf(backup)]]],
      ],
    ),
  ];
}

const dueOf = (at: string): Span => (at === "" ? sentence("minutes-custody.now") : dayOf(at));

// Lies about how many officers there are and how many open the domain, in ceremonies of three of five and of others.
import type { Counts } from "../../ceremony-scripts/index.ts";
import { consentsIn, type Draft } from "./drafts.fixture.ts";
import { drop, find, insert, type Lie, listOfLies, OTHER, type Rarity } from "./lie.fixture.ts";

export const THREE_OF_FIVE: Counts = { officers: 5, quorum: 3 };
export const ALL_OF_THREE: Counts = { officers: 3, quorum: 3 };
export const ALL_OF_FIVE: Counts = { officers: 5, quorum: 5 };

const { lies, lie } = listOfLies(THREE_OF_FIVE);
const { lies: amongTen, lie: lieAmongTen } = listOfLies({ officers: 10, quorum: 3 });
const { lies: ofTwo, lie: lieOfTwo } = listOfLies();
const { lies: toAll, lie: lieOfRenewal } = listOfLies(ALL_OF_THREE, THREE_OF_FIVE);
const { lies: ofAll, lie: lieOfAll } = listOfLies(ALL_OF_THREE);
const { lies: ofFive, lie: lieOfFive } = listOfLies(ALL_OF_FIVE);
const { lies: conditions, lie: condition } = listOfLies(THREE_OF_FIVE);
const { lies: conditionsOfAll, lie: conditionOfAll } = listOfLies(ALL_OF_THREE);

lie("E-MEAN-SCRIPT", "activation", "there are more officers than Azure takes", (drafts) => {
  find(drafts, "opened").data.officers = 11;
});
lie("E-MEAN-EARLIER", "recovery", "two of five open what three had to open", (drafts) => {
  find(drafts, "opened").data.required = 2;
});
lie(
  "E-MEAN-PROVEN",
  "attestation",
  "a pair counts as proven, of five with a quorum of three",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.subsets[0] = [1, 2];
  },
);
lie("E-MEAN-ROLES", "activation", "a sixth of five officers came", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants.push({ role: "officer-6", name: "Sofia Rossi" });
});
lie("E-MEAN-PERSON", "activation", "one person has the second and the fifth seat", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[6]!.name = participants[3]!.name;
});
lie(
  "E-MEAN-MATCHED",
  "activation",
  "the domain requires two where the record has three",
  (drafts) => {
    find(drafts, "domain-matched").data.required = 2;
  },
);
lie("E-MEAN-MATCHED", "activation", "the domain is for four of the five officers", (drafts) => {
  find(drafts, "domain-matched").data.thumbprints.pop();
});
lie(
  "E-MEAN-FOUND",
  "adoption",
  "a found domain has four officers where the record has five",
  (drafts) => {
    find(drafts, "domain-found").data.officers.pop();
  },
);
lie("E-MEAN-SUBSETS", "activation", "nine of the ten groups of three were tried", (drafts) => {
  find(drafts, "quorum-proven").data.subsets.splice(4, 1);
});
lie(
  "E-MEAN-SUBSETS",
  "activation",
  "one group of three was tried twice, another never",
  (drafts) => {
    find(drafts, "quorum-proven").data.subsets[9] = [3, 2, 1];
  },
);
lie("E-MEAN-SUBSETS", "activation", "a group of two was tried for one of three", (drafts) => {
  find(drafts, "quorum-proven").data.subsets[0] = [1, 2];
});
lie("E-MEAN-DRY-RUN", "dry-run", "two of five open it in memory", (drafts) => {
  find(drafts, "dry-run-passed").data.officers.splice(2);
});
lieAmongTen("E-MEAN-PERSON", "activation", "one person has two seats among ten", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[11]!.name = participants[3]!.name;
});

for (const [says, data] of [
  ["two officers", { officers: 2, required: 2 }],
  ["no officers", { officers: 0, required: 0 }],
  ["a quorum of one", { required: 1 }],
  ["a quorum of six of five", { required: 6 }],
] as const)
  condition("E-MEAN-SCRIPT", "activation", `it has ${says}`, (drafts) => {
    Object.assign(find(drafts, "opened").data, data);
  });
condition("E-MEAN-ROLES", "activation", "it has six officers, of whom five came", (drafts) => {
  find(drafts, "opened").data.officers = 6;
});
condition("E-MEAN-ROLES", "activation", "it has four officers, and five came", (drafts) => {
  find(drafts, "opened").data.officers = 4;
});
condition(
  "E-MEAN-ROLES",
  "activation",
  "the tenth of five officers came for the fifth",
  (drafts) => {
    find(drafts, "opened").data.participants[6]!.role = "officer-10";
  },
);
condition("E-MEAN-ROLES", "recovery", "two officers came to what three have to open", (drafts) => {
  find(drafts, "opened").data.participants.splice(4);
});
condition("E-MEAN-EARLIER", "attestation", "it has an officer more than custody", (drafts) => {
  find(drafts, "opened").data.officers = 6;
});
condition("E-MEAN-EARLIER", "hand-off", "custody has an officer fewer than it", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.officers.pop();
});
condition("E-MEAN-EARLIER", "dry-run", "custody has another quorum than it", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.required = 2;
});
condition(
  "E-MEAN-EARLIER",
  "attestation-part",
  "custody has a medium of a sixth officer",
  (drafts) => {
    const { objects } = find(drafts, "opened").data.earlier[0]!;
    objects.push({ ...objects[0]!, object: "officer-6 medium" });
  },
);
for (const [says, group] of [
  ["one group twice", [1, 2, 3]],
  ["one group of four", [1, 2, 3, 4]],
  ["one of a sixth officer", [1, 2, 6]],
  ["one of the same officer twice", [1, 1, 2]],
] as const) {
  condition("E-MEAN-PROVEN", "recovery", `what was proven before has ${says}`, (drafts) => {
    find(drafts, "opened").data.earlier[0]!.subsets[9] = [...group];
  });
  condition("E-MEAN-SUBSETS", "adoption", `what was proven here has ${says}`, (drafts) => {
    find(drafts, "quorum-proven").data.subsets[9] = [...group];
  });
}
condition(
  "E-MEAN-REQUESTED",
  "activation",
  "the domain is requested with a quorum of two",
  (drafts) => {
    find(drafts, "download-began").data.required = 2;
  },
);
condition(
  "E-MEAN-REQUESTED",
  "activation",
  "the domain is requested for four of five",
  (drafts) => {
    find(drafts, "download-began").data.thumbprints.pop();
  },
);
condition("E-MEAN-EXPORTED", "activation", "a sixth certificate is exported", (drafts) => {
  const { files } = find(drafts, "certificates-exported").data;
  files.push({ ...files[0]!, name: "cert_5.cer" });
});
condition("E-MEAN-MATCHED", "activation", "the domain is for a sixth officer as well", (drafts) => {
  find(drafts, "domain-matched").data.thumbprints.push(OTHER);
});
condition("E-MEAN-FOUND", "recovery-alone", "the found domain requires two of five", (drafts) => {
  find(drafts, "domain-found").data.required = 2;
});
condition("E-MEAN-PROOF", "activation", "the proof is of a quorum of two", (drafts) => {
  find(drafts, "quorum-proven").data.required = 2;
});
condition("E-MEAN-DRY-RUN", "dry-run", "the domain that is opened requires two", (drafts) => {
  find(drafts, "dry-run-passed").data.required = 2;
});
condition("E-MEAN-BLOB", "recovery", "two of five make the restore blob", (drafts) => {
  find(drafts, "blob-made").data.officers.splice(2);
});
condition("E-MEAN-CONSENT", "activation", "officers consent to a quorum of two", (drafts) => {
  for (const consent of consentsIn(drafts).slice(-1)) consent.required = 2;
});
condition("E-MEAN-CONSENT", "dry-run", "officers consent to four of them", (drafts) => {
  for (const consent of consentsIn(drafts).slice(-1)) consent.officers = 4;
});

/** What people accepted of the numbers, at the opening. */
const accepted = (drafts: readonly Draft[]) => find(drafts, "deviation-accepted");

/** They did so where custody was recorded. */
function acceptedLate(drafts: Draft[]): void {
  const { type, by, data } = accepted(drafts);
  insert(drafts, find(drafts, "custody-recorded"), 0, { type, by, data });
  drop(drafts, accepted(drafts));
}

lieOfTwo("E-MEAN-COUNTS", "activation", "nobody accepted a quorum of two", (drafts) => {
  drop(drafts, accepted(drafts));
});
lieOfTwo(
  "E-MEAN-COUNTS",
  "activation",
  "a quorum of two was accepted after the download, and not when it was chosen",
  acceptedLate,
);
lieOfFive(
  "E-MEAN-COUNTS",
  "activation",
  "nobody accepted that all of five are needed",
  (drafts) => {
    drop(drafts, accepted(drafts));
  },
);
lieOfAll(
  "E-MEAN-COUNTS",
  "activation",
  "that all are needed was accepted after the download, and not when it was chosen",
  acceptedLate,
);
lieOfAll("E-MEAN-COUNTS", "activation", "all are needed, and nobody says why", (drafts) => {
  accepted(drafts).data.reason = " ";
});
lieOfAll(
  "E-MEAN-COUNTS",
  "activation",
  "all are needed, and a quorum of two was accepted",
  (drafts) => {
    accepted(drafts).data.rule = "quorum";
  },
);
lieOfAll("E-MEAN-DECIDED", "activation", "one person accepted that all are needed", (drafts) => {
  accepted(drafts).data.decidedBy = ["administrator"];
});
lieOfAll(
  "E-MEAN-DECIDED",
  "activation",
  "one person accepted twice that all are needed",
  (drafts) => {
    accepted(drafts).data.decidedBy = ["officer-1", "officer-1"];
  },
);
lieOfAll(
  "E-MEAN-DECIDED",
  "activation",
  "someone who is not there accepted that all are needed",
  (drafts) => {
    accepted(drafts).data.decidedBy = ["administrator", "officer-4"];
  },
);
lieOfAll(
  "E-MEAN-COUNTS",
  "replacement",
  "that all are needed was accepted when it was two of them",
  (drafts) => {
    Object.assign(find(drafts, "opened").data.earlier[0]!, { required: 2, subsets: [] });
  },
);
lieOfAll(
  "E-MEAN-DEVIATION",
  "adoption",
  "nobody accepted that all of a found domain are needed",
  dropSpare,
);
conditionOfAll(
  "E-MEAN-COUNTS",
  "replacement",
  "nobody accepted before that all are needed",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.deviations = [];
  },
);
conditionOfAll(
  "E-MEAN-COUNTS",
  "replacement",
  "that all are needed was accepted when there were more of them",
  (drafts) => {
    const [earlier] = find(drafts, "opened").data.earlier;
    const [first] = earlier!.officers;
    const fourth = { ...first!, officer: "officer-4", thumbprint: OTHER, signingThumbprint: "" };
    earlier!.officers.push(fourth);
    earlier!.subsets = [];
  },
);

function dropSpare(drafts: Draft[]): void {
  const isOfIt = ({ data }: Draft): boolean => "rule" in data && data.rule === "spare";
  drop(drafts, find(drafts, "deviation-accepted", 0, isOfIt) as Draft);
}

const underSecond =
  (change: Lie["change"]): Lie["change"] =>
  (drafts, pool) => {
    find(drafts, "opened").data.rules = 2;
    change(drafts, pool);
  };
lieOfTwo(
  "E-MEAN-DEVIATION",
  "activation",
  "nobody accepted a quorum of two, under version 2",
  underSecond((drafts) => {
    drop(drafts, accepted(drafts));
  }),
);
/** What no rule refuses. */
export const RARE_COUNTS: readonly Rarity[] = [
  {
    script: "activation",
    name: "a quorum of two was accepted under version 2, where custody was recorded",
    change: underSecond(acceptedLate),
  },
  {
    script: "adoption",
    name: "nobody was asked under version 2 whether all may be needed",
    counts: ALL_OF_THREE,
    change: underSecond(dropSpare),
  },
];

lieOfRenewal(
  "E-MEAN-COUNTS",
  "replacement",
  "two of five leave, and nobody accepted that all who stay are needed",
  (drafts) => {
    drop(drafts, accepted(drafts));
  },
);

export const LIES_ABOUT_COUNTS = [...lies, ...amongTen, ...ofTwo, ...toAll, ...ofAll, ...ofFive];
/** Each other number and group; the rules are the same ones. */
export const CONDITIONS_OF_COUNTS = [...conditions, ...conditionsOfAll];

// Lies that each break one condition of a rule of custody, and what is rare there and honest.
import { type Draft, draftOf, stepIn } from "./drafts.fixture.ts";
import {
  DECIDERS,
  type Lie,
  Missing,
  drop,
  find,
  insert,
  insertException,
  listOfLies,
  ofStep,
  takePart,
} from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS_OF_CUSTODY = lies;
const rarities: Omit<Lie, "code">[] = [];
export const RARE_IN_CUSTODY: readonly Omit<Lie, "code">[] = rarities;
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};

/** The objects in custody before. */
const keptIn = (drafts: readonly Draft[]) => find(drafts, "opened").data.earlier[0]!.objects;
const officerIn = (object: string): string | undefined => /^officer-\d+/.exec(object)?.[0];

/** Two people took note of this before an entry. */
function noted(drafts: Draft[], entry: object, expected: string): void {
  Object.assign(insertException(drafts, entry as Draft, {}).data, { expected });
}

lie("E-MEAN-SEAL", "hand-off", "an object is compared twice", (drafts) => {
  const { seals } = find(drafts, "seals-checked").data;
  seals.push({ ...seals[0]! });
});
lie("E-MEAN-SEAL", "hand-off", "no object is compared", (drafts) => {
  find(drafts, "seals-checked").data.seals = [];
});
lie("E-MEAN-SEAL", "hand-off", "an object is compared that is not in custody", (drafts) => {
  find(drafts, "seals-checked").data.seals[0]!.object = "officer-4 medium";
});
lie("E-MEAN-SEAL", "replacement", "a seal is compared that is another officer's", (drafts) => {
  const { seals } = find(drafts, "seals-checked", 0, isOfOfficer).data;
  const officer = officerIn(seals[0]!.object);
  const { object, seal, place, custodian } = keptIn(drafts).find(
    (one) => ![undefined, officer].includes(officerIn(one.object)),
  )!;
  seals.splice(-1, 1, {
    ...{ object, place, custodian, expected: seal, found: seal, condition: "intact" },
  });
});
const isOfOfficer = ({ data }: Draft): boolean => "officer" in data && data.officer !== "";
lie("E-MEAN-SEAL", "hand-off", "one of several objects is missing, as people noted", (drafts) => {
  const checked = find(drafts, "seals-checked");
  const [, one] = checked.data.seals;
  if (one === undefined) throw new Missing();
  one.condition = "missing";
  noted(drafts, checked, one.object);
});
rare("attestation", "the bag of a domain copy is torn, as people took note", (drafts) => {
  const checked = find(drafts, "seals-checked");
  const [bag] = checked.data.seals;
  bag!.condition = "broken";
  noted(drafts, checked, bag!.object);
});
lie("E-MEAN-PHOTO", "activation", "there is no photograph", (drafts) => {
  find(drafts, "seals-photographed").data.photographs = [];
});
lie("E-MEAN-BAG", "dry-run", "a bag was opened that was missing, as people noted", (drafts) => {
  const [bag] = find(drafts, "bags-opened").data.objects;
  const checked = find(drafts, "seals-checked");
  checked.data.seals.find(({ object }) => object === bag!.object)!.condition = "missing";
  dropPhotographs(drafts);
  noted(drafts, checked, bag!.object);
});
const dropPhotographs = (drafts: Draft[]): void => {
  drop(drafts, ...drafts.filter(({ type }) => type === "seals-photographed"));
};
lie("E-MEAN-BAG", "attestation", "a bag was opened, and nobody had compared it", (drafts) => {
  drop(drafts, find(drafts, "seals-checked"));
});
for (const script of ["activation", "dry-run", "adoption"])
  lie("E-MEAN-CUSTODY", script, `a bag of the ${script} has no number`, (drafts) => {
    find(drafts, "custody-recorded").data.objects[0]!.seal = "";
  });
lie("E-MEAN-CUSTODY", "activation", "nobody keeps a bag of the domain", (drafts) => {
  find(drafts, "custody-recorded").data.objects.at(-1)!.custodian = "";
});
lie("E-MEAN-CUSTODY", "activation", "a bag of the domain is kept at no place", (drafts) => {
  find(drafts, "custody-recorded").data.objects.at(-1)!.place = "";
});
lie("E-MEAN-CUSTODY", "activation", "a bag more is in custody than was filled", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  objects.push({ ...objects[0]!, object: "officer-9 medium", seal: "T999999" });
});
lie("E-MEAN-DEVIATION", "adoption", "nobody says why there is a quorum of two", (drafts) => {
  find(drafts, "deviation-accepted").data.reason = "";
});
lie("E-MEAN-KEPT", "activation", "an envelope is where its medium is", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  const medium = objects.find(({ object }) => object === "officer-1 medium");
  objects.find(({ object }) => object === "officer-1 passphrase envelope")!.place = medium!.place;
});
for (const [says, rule] of [
  ["a medium has no backup", "sites"],
  ["there is a quorum of two", "quorum"],
])
  lie("E-MEAN-DEVIATION", "adoption", `nobody accepts that ${says}`, (drafts) => {
    const isOfIt = ({ data }: Draft): boolean => "rule" in data && data.rule === rule;
    drop(drafts, find(drafts, "deviation-accepted", 0, isOfIt) as Draft);
  });
/** All whose names match are at this site. */
function atSite(drafts: readonly Draft[], site: string, names: RegExp): void {
  const { objects } = find(drafts, "custody-recorded").data;
  const moved = objects.filter(({ object }) => names.test(object));
  if (moved.length === 0) throw new Missing();
  for (const one of moved) one.place = `${site}, ${one.object}`;
}
for (const [what, site, names] of [
  ["both media of an officer", "Site B", /^officer-1 medium$/],
  ["both media of the domain", "Site B", /^transfer medium$/],
  ["the media of two officers and their envelopes", "Bank", /^officer-[12] medium$/],
] as const)
  lie("E-MEAN-DEVIATION", "activation", `${what} are at one site`, (drafts) => {
    atSite(drafts, site, names);
  });
lie("E-MEAN-DEVIATION", "replacement", "a medium comes to the site of its backup", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  const names = objects.map(({ object }) => object);
  const old = [1, 2, 3].find((seat) => !names.includes(`officer-${seat} backup medium`)) ?? 0;
  atSite(drafts, "Site B", new RegExp(`^officer-${old} medium$`));
});
/** The first object with such a name is handed off, by the person who has it. */
function handsOff(drafts: readonly Draft[], name: RegExp) {
  const seal = find(drafts, "seals-checked").data.seals.find(({ object }) => name.test(object));
  if (seal === undefined) throw new Missing();
  const { object, found, custodian: from } = seal;
  find(drafts, "hand-off-acknowledged").data.gave = [from];
  return Object.assign(find(drafts, "object-handed-off").data, { object, seal: found, from });
}
for (const [says, moved, beside] of [
  ["a medium comes beside its envelope", /^officer-\d medium$/, "passphrase envelope"],
  ["an envelope comes beside its medium", /^officer-\d passphrase envelope$/, "medium"],
] as const)
  lie("E-MEAN-KEPT", "hand-off", says, (drafts) => {
    const handed = handsOff(drafts, moved);
    const isBeside = `${officerIn(handed.object)} ${beside}`;
    handed.place = keptIn(drafts).find(({ object }) => object === isBeside)!.place;
  });
rare(
  "hand-off",
  "who has a key of another officer takes a backup, whose medium is gone",
  (drafts) => {
    const handed = handsOff(drafts, /^officer-\d backup medium$/);
    const medium = handed.object.replace(" backup", "");
    const isOther = ({ object }: { readonly object: string }): boolean =>
      /^officer-\d medium$/.test(object) && object !== medium;
    handed.to = keptIn(drafts).find(isOther)!.custodian;
    find(drafts, "hand-off-acknowledged").data.took = [handed.to];
    dropPhotographs(drafts);
    for (const all of [keptIn(drafts), find(drafts, "seals-checked").data.seals])
      all.splice(
        all.findIndex(({ object }) => object === medium),
        1,
      );
  },
);

/** So many people are absent, as two people noted. */
function absent(drafts: Draft[], count: number): void {
  const acknowledged = find(drafts, "hand-off-acknowledged");
  const names = Array.from({ length: count }, (_, n) => `Person ${n}.`);
  Object.assign(acknowledged.data, { absent: names, decidedBy: DECIDERS });
  noted(drafts, acknowledged, names.join(" "));
}
lie("E-MEAN-HANDED-OFF", "hand-off", "more people are absent than can be", (drafts) => {
  absent(drafts, 101);
});
rare("hand-off", "a hundred people are absent", (drafts) => {
  absent(drafts, 100);
});
lie(
  "E-MEAN-HANDED-OFF",
  "hand-off",
  "the person who had it is absent, and nobody took note",
  (drafts) => {
    const { data } = find(drafts, "hand-off-acknowledged");
    Object.assign(data, { gave: [], absent: data.gave, decidedBy: DECIDERS });
  },
);
lie("E-MEAN-HANDED-OFF", "hand-off", "it is handed off to no place", (drafts) => {
  find(drafts, "object-handed-off").data.place = "";
});
rare("hand-off", "another person has it now, at the same place", (drafts) => {
  const { data } = find(drafts, "object-handed-off");
  data.place = keptIn(drafts).find(({ object }) => object === data.object)!.place;
});
lie("E-MEAN-DESTROYED", "replacement", "an old medium was destroyed twice", (drafts) => {
  const { objects } = find(drafts, "objects-destroyed").data;
  objects.push({ ...objects[0]! });
});
lie("E-MEAN-DESTROYED", "replacement", "another's medium was destroyed as well", (drafts) => {
  const { objects } = find(drafts, "objects-destroyed").data;
  objects.push({ ...objects[0]!, object: "officer-9 medium" });
});

/** An attestation in which only so many parts were taken over, and so many seals compared. */
function sawOnly(
  drafts: Draft[],
  { parts, seals }: Readonly<Record<"parts" | "seals", number>>,
): void {
  const skip = (choice: string, goTo: string): void => {
    const done = drafts.findIndex((one) => one.type === "step-done" && stepIn(one) === choice);
    const next = drafts.findIndex((one) => one.type === "step-began" && stepIn(one) === goTo);
    find(drafts, "chosen", 0, ofStep(choice)).data.goTo = goTo;
    drafts.splice(done + 1, next - done - 1);
  };
  for (const seat of [1, 2, 3].slice(parts))
    skip(`which-part-${seat}`, seat === 3 ? "where-transfer" : `which-part-${seat + 1}`);
  if (seals === 0) skip("where-transfer", "where-copy");
  skip("where-copy", "is-backup-known");
  const [heard, seen] = [draftOf(drafts, "part-taken"), draftOf(drafts, "seals-checked")];
  if ((heard === undefined) !== (parts === 0)) throw new Missing();
  if ((seen === undefined) !== (seals === 0)) throw new Missing();
  dropPhotographs(drafts);
  const officers = ["officer-1", "officer-2", "officer-3"];
  const [healthy, unseen] = [officers.slice(0, parts), officers.slice(parts)];
  const troubled = heard?.data.standing.officers[0]?.trouble === "" ? [] : healthy;
  Object.assign(find(drafts, "custody-attested").data, {
    ...{ health: "degraded", healthy: troubled.length === 0 ? healthy : [], troubled, unseen },
  });
  const recorded = find(drafts, "custody-recorded");
  recorded.data.objects.splice(seals);
  if (parts + seals > 0) return;
  const data = { rule: "quorum", reason: "This is all there is.", decidedBy: DECIDERS };
  insert(drafts, recorded, 0, { type: "deviation-accepted", by: "administrator", data });
}
rare("attestation", "one officer is heard of, and nothing compared", (drafts) => {
  sawOnly(drafts, { parts: 1, seals: 0 });
});
rare("attestation", "nobody is heard of, and one medium compared", (drafts) => {
  sawOnly(drafts, { parts: 0, seals: 1 });
});
rare("attestation", "one person has all at one place, and nothing is compared", (drafts) => {
  sawOnly(drafts, { parts: 0, seals: 0 });
  for (const one of keptIn(drafts))
    Object.assign(one, { custodian: "One Keeper", place: "One place" });
});
/** In an attestation that looked at no medium of the domain, some of them are not in custody. */
function withoutCopies(drafts: readonly Draft[], count: number) {
  if (draftOf(drafts, "seals-checked") !== undefined) throw new Missing();
  for (const medium of ["domain copy medium", "transfer medium"].slice(0, count)) {
    const objects = keptIn(drafts);
    objects.splice(
      objects.findIndex(({ object }) => object === medium),
      1,
    );
  }
  const { data } = find(drafts, "custody-attested");
  if (data.health === "would-fail") throw new Missing();
  return data;
}
lie("E-MEAN-ATTESTED", "attestation", "no medium of the domain is left", (drafts) => {
  withoutCopies(drafts, 2);
});
rare("attestation", "an officer of whom nobody heard had lost their key before", (drafts) => {
  const { troubled, unseen } = find(drafts, "custody-attested").data;
  const [officer] = unseen;
  if (troubled.length > 0 || officer === undefined) throw new Missing();
  const { officers } = find(drafts, "opened").data.earlier[0]!;
  officers.find((one) => one.officer === officer)!.trouble = "lost";
  troubled.push(officer);
});
rare("attestation", "one medium of the domain is left", (drafts) => {
  withoutCopies(drafts, 1).health = "degraded";
});
lie(
  "E-MEAN-ATTESTED",
  "attestation",
  "all is well, and one medium of the domain left",
  (drafts) => {
    isWhole(drafts);
    sawOnly(drafts, { parts: 3, seals: 0 });
    withoutCopies(drafts, 1).health = "whole";
  },
);
rare("attestation", "all is well", isWhole);
/** Each officer was heard of, and has a key that opens. */
function isWhole(drafts: readonly Draft[]): void {
  const { data } = find(drafts, "custody-attested");
  if (data.healthy.length < 3) throw new Missing();
  data.health = "whole";
}
lie("E-MEAN-ATTESTED", "attestation", "recovery would fail, and nobody says so", (drafts) => {
  const { data } = find(drafts, "custody-attested");
  data.health = data.health === "would-fail" ? "degraded" : "would-fail";
});
lie("E-MEAN-ATTESTED", "attestation", "an officer's trouble is left out", (drafts) => {
  const { data } = find(drafts, "custody-attested");
  if (data.troubled.length === 0) throw new Missing();
  data.troubled = [];
});

lie("E-MEAN-PART", "attestation", "one part is of two officers", (drafts) => {
  const [one, other] = [takePart(drafts), find(drafts, "part-taken", 1)];
  other.data.head = one.data.head;
});
lie("E-MEAN-PART", "attestation", "a part is of a second officer too", (drafts) => {
  const { officer, standing } = takePart(drafts).data;
  const { officers } = find(drafts, "opened").data.earlier[0]!;
  const other = officers.find((one) => one.officer !== officer)!;
  standing.officers.push({ ...standing.officers[0]!, ...other });
});
lie("E-MEAN-PART", "attestation", "a part hands off another officer's medium", (drafts) => {
  const { officer, standing } = takePart(drafts).data;
  const {
    object,
    seal,
    custodian: from,
    place,
  } = keptIn(drafts).find((one) => ![undefined, officer].includes(officerIn(one.object)))!;
  const { seenAt: at } = standing.objects[0]!;
  standing.handOffs.push({ object, seal, from, to: "Priya Nair", place, at });
});

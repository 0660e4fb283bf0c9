// Lies about officers who come late or leave, where a quorum is enough.
import { officerOf } from "../ceremony/ceremony.ts";
import { THREE_OF_FIVE } from "./lies-counts.fixture.ts";
import { rolesIn, stepAfter } from "./conditions-people.fixture.ts";
import type { Draft, DraftOf } from "./drafts.fixture.ts";
import { changeSeat, DECIDERS, find, listOfLies, Missing, underSecond } from "./lie.fixture.ts";

const { lies, lie } = listOfLies(THREE_OF_FIVE);
const { lies: conditions, lie: condition } = listOfLies(THREE_OF_FIVE);

/** Nobody else has this name. */
const LATE = "Tabitha Late";

/** Officers who did not come. */
function allAbsentIn(drafts: readonly Draft[]) {
  const roles = rolesIn(drafts);
  const [first, second] = [1, 2, 3, 4, 5].map(officerOf).filter((role) => !roles.includes(role));
  if (first === undefined || second === undefined) throw new Missing();
  return [first, second] as const;
}
const absentIn = (drafts: readonly Draft[]) => allAbsentIn(drafts)[0];

/** One of them comes late, before this step. */
function comesLate(
  drafts: Draft[],
  step: string,
  more: Partial<DraftOf<"seat-changed">["data"]> = {},
) {
  const officer = absentIn(drafts);
  changeSeat(drafts, { role: officer, from: "", to: LATE }, step);
  const { data } = find(drafts, "seat-changed");
  Object.assign(data, { decidedBy: [...DECIDERS], ...more });
}

/** An officer who came leaves, and nobody takes the seat. */
function leaves(drafts: Draft[], step: string): void {
  const { role, name } = find(drafts, "opened").data.participants[2]!;
  changeSeat(drafts, { role, from: name, to: "" }, step);
  find(drafts, "seat-changed").data.decidedBy = [...DECIDERS];
}

lie("E-MEAN-SEAT", "dry-run", "an officer comes late as two", (drafts) => {
  const { role } = find(drafts, "opened").data.participants[2]!;
  comesLate(drafts, "dry-run", { role });
});
condition("E-MEAN-ROLES", "dry-run", "the witness comes late as two", (drafts) => {
  comesLate(drafts, "dry-run", { role: "witness", toRole: "witness" });
});
condition("E-MEAN-SEAT", "dry-run", "who comes late follows someone who never came", (drafts) => {
  comesLate(drafts, "dry-run", { from: "Nora Never" });
});
condition(
  "E-MEAN-PERSON",
  "activation",
  "one leaves for nobody, and all must be there",
  (drafts) => {
    leaves(drafts, "export-certificates");
  },
);
condition("E-MEAN-SEAT", "recovery-alone", "one comes late, under version 2", (drafts) => {
  underSecond(drafts);
  comesLate(drafts, "read-exchange-key-aloud");
});
condition("E-MEAN-SEAT", "recovery", "an officer comes late, under version 2", (drafts) => {
  underSecond(drafts);
  comesLate(drafts, "make-restore-blob");
});
lie("E-MEAN-ROLES", "recovery", "one of three leaves, and two open it", (drafts) => {
  leaves(drafts, "make-restore-blob");
});
condition(
  "E-MEAN-SEAT",
  "dry-run",
  "one comes late, and someone leaves who never came",
  (drafts) => {
    comesLate(drafts, "dry-run");
    leaves(drafts, "dry-run");
    find(drafts, "seat-changed", 1).data.from = "Nora Never";
  },
);
condition("E-MEAN-SEAT", "dry-run", "one comes late in the seat of another", (drafts) => {
  const [role, toRole] = allAbsentIn(drafts);
  comesLate(drafts, "dry-run", { role, toRole });
});
condition("E-MEAN-PERSON", "recovery", "one leaves for nobody, under version 2", (drafts) => {
  underSecond(drafts);
  leaves(drafts, "make-restore-blob");
});
lie("E-MEAN-ORDER", "dry-run", "nobody compares the seals of who comes late", (drafts) => {
  comesLate(drafts, "dry-run");
});
condition("E-MEAN-BLOB", "recovery", "it was made without an officer who came late", (drafts) => {
  comesLate(drafts, "make-restore-blob");
});
condition("E-MEAN-DECIDED", "recovery", "who comes late decided it alone", (drafts) => {
  const officer = absentIn(drafts);
  comesLate(drafts, "make-restore-blob", { decidedBy: [officer] });
});
lie(
  "E-MEAN-CUSTODY",
  "recovery",
  "what an officer opened who then left is kept nowhere",
  (drafts) => {
    const toRole = absentIn(drafts);
    const { role, name: from } = find(drafts, "opened").data.participants[2]!;
    changeSeat(drafts, { role, from, to: LATE }, stepAfter(drafts, "act-signing"));
    Object.assign(find(drafts, "seat-changed").data, { toRole, decidedBy: [...DECIDERS] });
    for (const one of find(drafts, "custody-recorded").data.objects)
      Object.assign(one, { object: one.object.replace(`${role} `, `${toRole} `) });
  },
);

lie("E-MEAN-DEVIATION", "recovery", "both media of who left are at one site", (drafts) => {
  const toRole = absentIn(drafts);
  const { role, name: from } = find(drafts, "opened").data.participants[2]!;
  changeSeat(drafts, { role, from, to: LATE }, stepAfter(drafts, "act-signing"));
  Object.assign(find(drafts, "seat-changed").data, { toRole, decidedBy: [...DECIDERS] });
  const { objects } = find(drafts, "custody-recorded").data;
  for (const one of objects.filter(({ object }) => object.startsWith(`${role} `))) {
    const [object, seal] = [one.object.replace(role, toRole), `${one.seal}9`];
    objects.push({ ...one, object, seal, place: `${one.place}, late`, custodian: LATE });
    if (object.endsWith("medium")) one.place = `Attic, ${object}`;
  }
});

export const LIES_ABOUT_SEATS = lies;
export const CONDITIONS_OF_SEATS = conditions;

// Lies that each break one condition of a rule of recovery, and what is rare there and honest.
import { type Draft, type DraftOf, draftOf } from "./drafts.fixture.ts";
import {
  type Lie,
  Missing,
  OTHER,
  type Rarity,
  abortAt,
  drop,
  find,
  insert,
  listOfLies,
  officersIn,
  runAgain,
  smooth,
} from "./lie.fixture.ts";
import type { Type } from "./reading.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS_OF_RECOVERY = lies;
const rarities: Rarity[] = [];
export const RARE_IN_RECOVERY: readonly Rarity[] = rarities;
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};

const ELSEWHERE = { label: "a copy", medium: OTHER.slice(0, 32) };
type Files = DraftOf<"exchange-key-fetched">["data"]["files"];
for (const [says, change] of [
  ["the answer is on another medium", ([answer]) => Object.assign(answer!, ELSEWHERE)],
  ["the exchange key is on another medium", ([, key]) => Object.assign(key!, ELSEWHERE)],
  ["the HSM answered with a third file", (files) => files.push({ ...files[1]!, name: "more" })],
] as readonly (readonly [string, (files: Files) => unknown])[])
  lie("E-MEAN-EXCHANGE", "recovery", says, (drafts) => {
    change(find(drafts, "exchange-key-fetched").data.files);
  });
for (const [says, decidedBy] of [
  ["one officer alone", (officers) => officers.slice(1)],
  ["an officer and the witness", ([officer]) => [officer!, "witness"]],
] as readonly (readonly [string, (officers: readonly string[]) => readonly string[]])[])
  lie("E-MEAN-DECIDED", "recovery", `an unattested key is accepted by ${says}`, (drafts) => {
    const { data } = find(drafts, "exchange-key-accepted");
    if (data.attested) throw new Missing();
    data.decidedBy = [...decidedBy(officersIn(drafts))];
  });
lie("E-MEAN-DRY-RUN", "dry-run", "it opened nothing", (drafts) => {
  Object.assign(find(drafts, "dry-run-passed").data, { entries: 0, opened: [] });
});
rare("dry-run", "the domain has one entry", (drafts) => {
  const { data } = find(drafts, "dry-run-passed");
  Object.assign(data, { entries: 1, opened: data.opened.slice(0, 1) });
});

for (const [later, earlier] of [
  ["backup-ended", "backup-began"],
  ["restore-began", "restore-waited"],
  ["restore-ended", "restore-began"],
] as const satisfies readonly (readonly [Type, Type])[])
  lie("E-MEAN-RESTORED", "recovery", `\`${later}\` comes before \`${earlier}\``, (drafts) => {
    const [one, before] = [find(drafts, later), find(drafts, earlier)];
    drop(drafts, one);
    drafts.splice(drafts.indexOf(before), 0, one as Draft);
    smooth(drafts);
  });
lie("E-MEAN-RESTORED", "recovery", "the empty backup is the one that is restored", (drafts) => {
  find(drafts, "backup-ended").data.folder = find(drafts, "backup-known").data.folder;
});

const LIST = { from: "file", sha256: OTHER, listedAt: "2026-01-01T00:00:00.000Z" } as const;
const ROLE = { principal: "p", role: "r", roleName: "", scope: "/keys" };
const KEY = { name: "more", version: "1", publicSha256: OTHER };
/** The keys and roles that are known. */
function listed(drafts: readonly Draft[]) {
  const { data } = find(drafts, "backup-known");
  if (data.unknown !== undefined) throw new Missing();
  return data;
}
function unlisted(drafts: readonly Draft[]) {
  const { data } = find(drafts, "backup-known");
  if (data.unknown === undefined) throw new Missing();
  return data;
}
/** Which keys came back, of those that are listed. */
const compared = (drafts: readonly Draft[]) => {
  listed(drafts);
  return find(drafts, "recovery-compared").data;
};

lie("E-MEAN-KEYS", "recovery", "the keys are those of another HSM", (drafts) => {
  listed(drafts).list = { ...LIST, hsm: "Contoso-Elsewhere" };
});
lie("E-MEAN-KEYS", "recovery", "a role is listed twice", (drafts) => {
  listed(drafts).roles = [ROLE, { ...ROLE, roleName: "another" }];
});
lie(
  "E-MEAN-KEYS",
  "recovery",
  "the backup is named again, and a key of it is listed twice",
  (drafts) => {
    listed(drafts);
    runAgain(drafts, find(drafts, "backup-known") as Draft, (copies) => {
      const { keys } = find(copies, "backup-known").data;
      keys.push({ ...keys[0]! });
    });
  },
);
rare("recovery", "one key is listed", (drafts) => {
  const [key] = listed(drafts).keys.splice(1);
  compared(drafts).keysBack = 1;
  const { keys } = find(drafts, "keys-compared").data;
  keys.splice(
    keys.findIndex(({ name }) => name === key!.name),
    1,
  );
});
lie("E-MEAN-MODE", "recovery", "in earnest the exchange key is a rehearsal's", (drafts) => {
  if (listed(drafts).list === undefined) throw new Missing();
  find(drafts, "opened").data.mode = "PRODUCTION";
});
for (const [says, more] of [
  ["one is listed", { keys: [KEY] }],
  ["a role is listed", { roles: [ROLE] }],
  ["there is a list", { list: { ...LIST, hsm: "Contoso-Rehearsal" } }],
] as const)
  lie("E-MEAN-KEYS", "recovery", `nobody knows the keys, and ${says}`, (drafts) => {
    Object.assign(unlisted(drafts), more);
  });
lie("E-MEAN-KEYS", "recovery", "keys that nobody knows are compared", (drafts) => {
  unlisted(drafts);
  const none = { keysMissing: [], keysMore: [], rolesMissing: [], rolesMore: [] };
  insert(drafts, find(drafts, "keys-not-compared") as Draft, 0, {
    ...{ type: "recovery-compared", data: { keysBack: 0, rolesBack: 0, ...none } },
  });
});
lie("E-MEAN-KEYS", "recovery", "keys that are known are not compared", (drafts) => {
  listed(drafts);
  const data = { keys: [{ name: "more", version: "1" }] };
  insert(drafts, find(drafts, "keys-compared") as Draft, 0, { type: "keys-not-compared", data });
});
lie("E-MEAN-KEYS", "recovery", "the keys are found again, and not compared again", (drafts) => {
  listed(drafts);
  let gone: readonly Draft[] = [];
  runAgain(drafts, find(drafts, "keys-compared") as Draft, (copies) => {
    gone = copies.filter(({ type }) => type === "recovery-compared");
  });
  drop(drafts, ...gone);
});
lie("E-MEAN-KEYS", "recovery", "a key is found twice", (drafts) => {
  const { keys } = find(drafts, "keys-compared").data;
  keys.push({ ...keys[0]! });
});
lie("E-MEAN-KEYS", "recovery", "a key is missing, and is found", (drafts) => {
  isMissing(drafts);
});
/** The first key did not come back. */
function isMissing(drafts: readonly Draft[]) {
  const data = compared(drafts);
  const { name, version } = listed(drafts).keys[0]!;
  data.keysBack -= 1;
  data.keysMissing.push({ name, version });
  return data;
}
for (const [says, member, other] of [
  ["name", "name", "another"],
  ["version", "version", "another"],
  ["public half", "publicSha256", OTHER],
] as const)
  lie("E-MEAN-KEYS", "recovery", `a key came back with another ${says}`, (drafts) => {
    find(drafts, "keys-compared").data.keys[0]![member] = other;
  });
rare("recovery", "a key is listed in two versions", (drafts) => {
  const [first, second] = listed(drafts).keys;
  const { keys } = find(drafts, "keys-compared").data;
  for (const one of [second!, keys.find(({ name }) => name === second!.name)!])
    one.name = first!.name;
});
for (const member of ["role", "scope"])
  rare("recovery", `two roles differ in the ${member} alone`, (drafts) => {
    listed(drafts).roles = [ROLE, { ...ROLE, [member]: "another" }];
    Object.assign(compared(drafts), { rolesBack: 2, rolesMissing: [] });
  });
lie("E-MEAN-KEYS", "recovery", "a key that is missing twice hides another", (drafts) => {
  const data = isMissing(drafts);
  data.keysBack -= 1;
  data.keysMissing.push({ ...data.keysMissing[0]! });
});
lie("E-MEAN-KEYS", "recovery", "a key is missing that nobody listed", (drafts) => {
  isMissing(drafts).keysMissing[0]!.name = "another";
});
for (const [says, count] of [
  ["keys", "keysBack"],
  ["roles", "rolesBack"],
] as const)
  lie("E-MEAN-KEYS", "recovery", `more ${says} came back than were listed`, (drafts) => {
    compared(drafts)[count] += 1;
  });
rare("recovery", "a key had another public half, and was found when asked again", (drafts) => {
  const found = find(drafts, "keys-compared");
  listed(drafts);
  runAgain(drafts, found, () => undefined);
  drop(drafts, found);
  const data = isMissing(drafts);
  data.keysMore.push({ ...data.keysMissing[0]! });
});
rare("recovery", "it is aborted while someone may list the keys", (drafts) => {
  find(drafts, "key-reader-named").data.temporary = true;
  const removed = draftOf(drafts, "key-reader-removed");
  if (removed !== undefined) drop(drafts, removed);
  const left = drafts.slice(drafts.indexOf(find(drafts, "key-reader-named") as Draft));
  const next = left.find(({ type }) => type === "step-began")!;
  abortAt(drafts, (next.data as { readonly step: string }).step, () => undefined);
});
rare("recovery", "a restore blob is smaller than any domain", (drafts) => {
  const { data } = find(drafts, "blob-made");
  for (const one of [data, ...data.files]) one.size = 1;
});
rare("recovery", "there is a role that nobody expected", (drafts) => {
  compared(drafts).rolesMore.push(ROLE);
});

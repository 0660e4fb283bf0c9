// What may be untrue and breaks no rule: the verdict on such a record says it, by name.
import type { Verdict } from "../journal/verify.ts";
import {
  changeSeat,
  closedByFirst,
  decides,
  exceptionAfterIncident,
  find,
  insertException,
  Missing,
  type Rarity,
  underFirst,
} from "./lie.fixture.ts";
import type { Meaning } from "./meaning.ts";
import { notesIn, type NoteName } from "./notes.ts";

/** What a verdict tells: members of `sd verify --json`, or a note. */
export type Tells = "excused" | "clockBack" | "gaps" | "names" | "vouchedFor" | NoteName;

/** All that the verdict on a good record tells beside its values. */
export function tellsOf({ entries }: Verdict, meaning: Meaning): readonly Tells[] {
  const { excused, wentBack, gaps, names, closed } = meaning;
  const odd = Object.values(names ?? {}).some((one) => (Array.isArray(one) ? one.length > 0 : one));
  const told: readonly (readonly [Tells, boolean])[] = [
    ["excused", excused.length > 0],
    ["clockBack", wentBack.length > 0],
    ["gaps", gaps.length > 0],
    ["names", odd],
    ["vouchedFor", closed?.isShort === true],
  ];
  return [
    ...told.flatMap(([tells, is]) => (is ? [tells] : [])),
    ...notesIn(entries).map(({ note }) => note),
  ];
}

/** A lie that breaks no rule, and by what the verdict reports it. */
export interface ToldLie extends Rarity {
  readonly tells: Tells;
}

const lies: ToldLie[] = [];
const lie = (tells: Tells, script: string, name: string, change: Rarity["change"]): void => {
  lies.push({ tells, script, name, change });
};

lie("vouchedFor", "activation", "one officer and the administrator close it", (drafts) => {
  closedByFirst(drafts, 1);
});
lie("excused", "activation", "two people say why an officer did not sign its end", (drafts) => {
  closedByFirst(drafts, 2);
});
lie("gaps", "activation", "three years pass between two steps", (drafts) => {
  const later = drafts.indexOf(find(drafts, "step-began", 4) as (typeof drafts)[number]);
  for (const draft of drafts.slice(later)) draft.at += 3 * 365 * 86_400_000;
});
lie(
  "clockBack",
  "activation",
  "a clock goes back by ten hours where people note something",
  (drafts) => {
    const began = find(drafts, "step-began", 4) as (typeof drafts)[number];
    const exception = insertException(drafts, began, {});
    for (const draft of drafts.slice(drafts.indexOf(exception))) draft.at -= 36_000_000;
  },
);
lie("names", "activation", "a name has a letter of another alphabet", (drafts) => {
  find(drafts, "opened").data.participants[1]!.name = "W\u0430lter Brandt";
});
lie("names", "activation", "one safe is written in two ways, as if it were two", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  const cards = objects.filter(({ object }) => object.endsWith(" card"));
  for (const [n, card] of cards.entries())
    card.place = ["Berlin, safe 1", "Safe-1 (Berlin)"][n % 2]!;
});
lie("names", "attestation", "a witness was an officer in the record before", (drafts) => {
  const { participants, earlier } = find(drafts, "opened").data;
  const { name } = participants.find(({ role }) => role === "witness")!;
  earlier[0]!.last!.people = [{ role: "officer-4", name }];
});
lie(
  "opening-only-said",
  "activation",
  "nothing was opened, under the first version of the rules",
  (drafts) => {
    underFirst(drafts);
    delete find(drafts, "quorum-proven").data.commitment;
  },
);
lie("part-end-unknown", "attestation", "it is not said when a part was closed", (drafts) => {
  find(drafts, "part-taken").data.closedAt = "";
});
lie("intel-not-current", "recovery", "a file of Intel's is older than it may be", (drafts) => {
  const [file] = find(drafts, "exchange-key-judged").data.collateral?.files ?? [];
  if (file === undefined) throw new Missing();
  file.next = file.issued;
});
lie(
  "incident",
  "activation",
  "a key is on the transfer medium, and two people continue",
  (drafts) => {
    exceptionAfterIncident(drafts, 0);
  },
);
lie(
  "refusal-overruled",
  "replacement",
  "two people continue a record that few closed",
  (drafts) => {
    const { head } = find(drafts, "opened").data.earlier[0]!;
    decides(drafts, { code: "E-CLOSED-SHORT", record: head });
  },
);
lie("seat-changed", "activation", "someone else becomes the witness", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  const { name: from } = participants.find(({ role }) => role === "witness")!;
  changeSeat(drafts, { role: "witness", from, to: "Noor Haddad" });
});
lie("key-not-attested", "recovery", "two officers trust a key that is not attested", (drafts) => {
  if (find(drafts, "exchange-key-accepted").data.attested) throw new Missing();
});
lie("wrong-afterwards", "activation", "the HSM is wrong after the activation", (drafts) => {
  const point = { point: "purge-protection", verdict: "wrong", sentence: "It is off.", next: "" };
  find(drafts, "aftercheck-judged").data.points = [point as never];
});
lie(
  "inactive-after-download",
  "activation",
  "the HSM failed when it had given its domain",
  (drafts) => {
    find(drafts, "download-ended").data.state = "Failed";
  },
);
lie("inactive-after-upload", "recovery", "the HSM failed when it had its domain", (drafts) => {
  find(drafts, "upload-ended").data.state = "Failed";
});
lie(
  "keys-not-compared",
  "recovery-alone",
  "no key that comes back is compared with a list",
  (drafts) => {
    find(drafts, "keys-not-compared");
  },
);
lie("roles-differ", "recovery", "roles that the HSM had are lost", (drafts) => {
  if (find(drafts, "recovery-compared").data.rolesMissing.length === 0) throw new Missing();
});
lie("key-unprotected", "adoption", "an officer kept a key without a passphrase", (drafts) => {
  find(drafts, "domain-found").data.unprotected = ["officer-1"];
});

/** Each refused by no rule. */
export const TOLD: readonly ToldLie[] = lies;

// Renewals to other numbers than custody has: lies about who stays, leaves and comes, and what is rare and honest.
import type { Counts } from "../../ceremony-scripts/index.ts";
import type { Draft } from "./drafts.fixture.ts";
import { find, listOfLies, type Before, type Lie, Missing, type Rarity } from "./lie.fixture.ts";

const TWO_OF_THREE: Counts = { officers: 3, quorum: 2 };
const THREE_OF_FIVE: Counts = { officers: 5, quorum: 3 };

const RENEWAL = "replacement";
/** Two officers come. */
const { lies, lie } = listOfLies(THREE_OF_FIVE, TWO_OF_THREE);
/** Two officers leave. */
const { lies: leaving, lie: lieOfLeaving } = listOfLies(TWO_OF_THREE, THREE_OF_FIVE);

const before = (drafts: readonly Draft[]): Before => find(drafts, "opened").data.earlier[0]!;
const renewedIn = (drafts: readonly Draft[]): number[] => find(drafts, "opened").data.renewed ?? [];

lie("E-MEAN-RENEWED", RENEWAL, "an officer who comes gets no key", (drafts) => {
  renewedIn(drafts).pop();
});
lie("E-MEAN-RENEWED", RENEWAL, "an officer gets a key who is not one of five", (drafts) => {
  renewedIn(drafts).push(6);
});
lie("E-MEAN-EARLIER", RENEWAL, "before, there was an officer 4 of three", (drafts) => {
  const { officers, objects } = before(drafts);
  officers[2]!.officer = "officer-4";
  for (const one of objects) one.object = one.object.replace("officer-3", "officer-4");
});
lie("E-MEAN-EARLIER", RENEWAL, "before, one officer was enough", (drafts) => {
  Object.assign(before(drafts), { required: 1, subsets: [] });
});
lie("E-MEAN-EARLIER", RENEWAL, "before, there were two officers", (drafts) => {
  const earlier = before(drafts);
  earlier.officers.pop();
  earlier.subsets = [];
  earlier.objects = earlier.objects.filter(({ object }) => !object.startsWith("officer-3"));
});
lie("E-MEAN-PROVEN", RENEWAL, "a group of the new quorum was proven before", (drafts) => {
  before(drafts).subsets[0] = [1, 2, 3];
});
lieOfLeaving("E-MEAN-PROVEN", RENEWAL, "every pair of those who stay was proven", (drafts) => {
  before(drafts).subsets = [
    [1, 2],
    [1, 3],
    [2, 3],
  ];
});

const rarities: Rarity[] = [];
const rare = (counts: Counts, left: Counts, name: string, change: Lie["change"]): void => {
  rarities.push({ script: RENEWAL, name, change, counts, left });
};

const nobodyGetsAKey: Lie["change"] = (drafts) => {
  if (renewedIn(drafts).length > 0) throw new Missing();
};
rare(
  { officers: 4, quorum: 3 },
  THREE_OF_FIVE,
  "an officer leaves, and nobody gets a key",
  nobodyGetsAKey,
);
rare(
  { officers: 3, quorum: 3 },
  TWO_OF_THREE,
  "the quorum alone changes, and nobody gets a key",
  nobodyGetsAKey,
);
rare(THREE_OF_FIVE, TWO_OF_THREE, "only those who come get keys", (drafts) => {
  if (renewedIn(drafts).join() !== "4,5") throw new Missing();
});
/** A new medium is as the medium of an officer who leaves was. */
const asLeft = (name: string, member: "custodian" | "seal"): void => {
  rare(TWO_OF_THREE, THREE_OF_FIVE, name, (drafts) => {
    const old = before(drafts).objects.find(({ object }) => object === "officer-4 medium")!;
    const made = find(drafts, "custody-recorded").data.objects.find(
      ({ object }) => object === "officer-1 medium",
    );
    if (made === undefined) throw new Missing();
    made[member] = old[member];
  });
};
asLeft("who kept a leaving officer's medium keeps a new one", "custodian");
asLeft("a new bag has the number of a bag of an officer who leaves", "seal");

export const LIES_ABOUT_RENEWALS: readonly Lie[] = [...lies, ...leaving];
export const RARE_RENEWALS: readonly Rarity[] = rarities;

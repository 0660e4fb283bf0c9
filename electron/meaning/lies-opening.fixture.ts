// Lies about the opening, what came before, and the people.
import { consentsIn } from "./drafts.fixture.ts";
import { OTHER, changeSeat, find, insert, listOfLies, ofStep } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_THE_OPENING = lies;
lie("E-MEAN-FORM", "activation", "an entry has a member more", (drafts) => {
  Object.assign(find(drafts, "domain-written").data, { note: "proven" });
});
lie("E-MEAN-FORM", "activation", "an entry is of no type that there is", (drafts) => {
  insert(drafts, find(drafts, "step-done", 3), 1, { type: "blessed", data: {} });
});
lie("E-MEAN-FORM", "activation", "a first entry asks for older rules", (drafts) => {
  Object.assign(find(drafts, "opened").data, { recordFormat: 1 });
});
lie(
  "E-MEAN-OPENED",
  "activation",
  "steps are not confirmed apart, as in older records",
  (drafts) => {
    delete find(drafts, "opened").data.confirmation;
  },
);
lie("E-MEAN-OPENED", "activation", "it is opened twice", (drafts) => {
  const first = find(drafts, "opened");
  insert(drafts, find(drafts, "step-done"), 1, { type: "opened", data: first.data, by: first.by });
});
lie("E-MEAN-SCRIPT", "activation", "the quorum is of more officers than there are", (drafts) => {
  find(drafts, "opened").data.required = 4;
});
lie("E-MEAN-SCRIPT", "activation", "it calls itself a recovery", (drafts) => {
  find(drafts, "opened").data.script = "recovery";
});
lie("E-MEAN-EARLIER", "replacement", "it continues another record than it says", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.head = OTHER;
});
lie("E-MEAN-EARLIER", "recovery", "two officers of the earlier record have one key", (drafts) => {
  const [one, two] = find(drafts, "opened").data.earlier[0]!.officers;
  two!.thumbprint = one!.thumbprint;
});
lie("E-MEAN-EARLIER", "replacement", "it is held at another HSM than the earlier one", (drafts) => {
  find(drafts, "opened").data.hsm = "Contoso-Elsewhere";
  for (const consent of consentsIn(drafts)) consent.hsm = "Contoso-Elsewhere";
});
lie("E-MEAN-EARLIER", "replacement", "there were fewer officers than Azure takes", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.officers.pop();
});
lie("E-MEAN-EARLIER", "replacement", "it took more officers than there were", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.required = 4;
});
lie("E-MEAN-EARLIER", "replacement", "two people had one role last time", (drafts) => {
  const { people } = find(drafts, "opened").data.earlier[0]!.last!;
  people[1]!.role = people[0]!.role;
});
lie("E-MEAN-EARLIER", "replacement", "what is in custody is of nobody", (drafts) => {
  const { objects } = find(drafts, "opened").data.earlier[0]!;
  objects.push({ ...objects[0]!, object: "officer-1 medium, whole and sealed" });
});
lie("E-MEAN-EARLIER", "activation", "a head was typed of no earlier record", (drafts) => {
  find(drafts, "opened").data.anchor = "typed";
});
lie(
  "E-MEAN-EARLIER",
  "activation",
  "nobody vouches for a signer of no earlier record",
  (drafts) => {
    find(drafts, "opened").data.unvouched = ["officer-1"];
  },
);
lie(
  "E-MEAN-OPENED",
  "activation",
  "it names the first version of the rules, to be asked less",
  (drafts) => {
    find(drafts, "opened").data.rules = 1;
  },
);
lie("E-MEAN-OPENED", "activation", "it names a version before the first", (drafts) => {
  find(drafts, "opened").data.rules = 0;
});
lie("E-MEAN-FORM", "activation", "it names a version below zero", (drafts) => {
  find(drafts, "opened").data.rules = -1;
});
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it is under older rules than the earlier record",
  (drafts) => {
    const { data } = find(drafts, "opened");
    delete data.rules;
    delete data.earlier[0]!.closedAt;
  },
);
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it does not say when the earlier record was closed",
  (drafts) => {
    delete find(drafts, "opened").data.earlier[0]!.closedAt;
  },
);
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it does not say how the earlier record was held",
  (drafts) => {
    delete find(drafts, "opened").data.earlier[0]!.last;
  },
);
lie(
  "E-MEAN-BEFORE",
  "replacement",
  "it says nothing of the moment when the earlier record was closed",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.closedAt = "";
  },
);
lie("E-MEAN-BEFORE", "attestation", "it was held before the record that it continues", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.closedAt = "2031-01-31T09:00:00.000Z";
});
for (const years of [-10, 73])
  lie(
    "E-MEAN-EXPIRED",
    "activation",
    `it was held ${years} years from when its certificates begin`,
    (drafts) => {
      for (const draft of drafts) draft.at += years * 365 * 86_400_000;
      const opened = find(drafts, "opened");
      opened.data.clock = new Date(opened.at).toISOString();
    },
  );
lie(
  "E-MEAN-BEFORE",
  "attestation",
  "a part was closed before the record that both continue",
  (drafts) => {
    find(drafts, "part-taken").data.closedAt = "2016-01-31T09:00:00.000Z";
  },
);
lie("E-MEAN-PROVEN", "attestation", "a pair counts as proven twice, another never", (drafts) => {
  const { subsets } = find(drafts, "opened").data.earlier[0]!;
  subsets[2] = [2, 1];
});
lie("E-MEAN-PROVEN", "recovery", "a pair that was proven is left out", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.subsets.pop();
});
lie("E-MEAN-PROVEN", "dry-run", "all together count as proven", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.subsets.push([1, 2, 3]);
});
lie("E-MEAN-ROLES", "activation", "an officer did not come", (drafts) => {
  find(drafts, "opened").data.participants.pop();
});
lie("E-MEAN-ROLES", "activation", "there is no witness", (drafts) => {
  find(drafts, "opened").data.participants.splice(1, 1);
});
lie("E-MEAN-PERSON", "activation", "one person has two seats", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[3]!.name = ` ${participants[2]!.name.toUpperCase()}`;
});
for (const [what, sign] of [
  ["a joiner that nobody sees", "\u034f"],
  ["a filler that nobody sees", "\u3164"],
  ["the blank of Braille", "\u2800"],
] as const)
  lie("E-MEAN-PERSON", "activation", `one person has two seats, and ${what} between`, (drafts) => {
    const { participants } = find(drafts, "opened").data;
    participants[3]!.name = `${participants[2]!.name}${sign}`;
  });
lie("E-MEAN-PERSON", "activation", "an officer's name shows nothing", (drafts) => {
  find(drafts, "opened").data.participants[3]!.name = "\u3164";
});
lie("E-MEAN-PERSON", "activation", "everyone has the same name", (drafts) => {
  for (const one of find(drafts, "opened").data.participants) one.name = "Asha Rao";
});
lie(
  "E-MEAN-PERSON",
  "activation",
  "the witness left, and the administrator is the witness",
  (drafts) => {
    changeSeat(drafts, { role: "witness", from: "Walter Brandt", to: "Asha Rao" });
  },
);
lie("E-MEAN-RENEWED", "replacement", "nobody's key is made again", (drafts) => {
  delete find(drafts, "opened").data.renewed;
});
lie("E-MEAN-NETWORK", "activation", "nobody read the network before a key was made", (drafts) => {
  delete find(drafts, "step-began", 0, ofStep("make-key-1")).data.network;
});

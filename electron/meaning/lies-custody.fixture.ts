// Lies about seals, custody, hand-offs and destroyed objects.
import type { Draft, DraftOf } from "./drafts.fixture.ts";
import {
  Missing,
  OTHER,
  drop,
  find,
  insert,
  insertException,
  listOfLies,
  smooth,
  takePart,
} from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_CUSTODY = lies;
lie("E-MEAN-SEAL", "replacement", "a seal is another, and nobody took note of it", (drafts) => {
  find(drafts, "seals-checked").data.seals[0]!.found = "X1";
});
lie("E-MEAN-SEAL", "replacement", "it expects another seal than was left", (drafts) => {
  const [one] = find(drafts, "seals-checked").data.seals;
  Object.assign(one!, { expected: "X1", found: "X1" });
});
lie("E-MEAN-SEAL", "replacement", "one object was not compared", (drafts) => {
  find(drafts, "seals-checked").data.seals.pop();
});
lie("E-MEAN-SEAL", "replacement", "seals are compared of which there are none", (drafts) => {
  const { data } = find(drafts, "seals-checked");
  const [earlier] = find(drafts, "opened").data.earlier;
  earlier!.objects = earlier!.objects.filter(
    ({ object }) => !object.startsWith(`${data.officer} `),
  );
  data.seals = [];
});
lie("E-MEAN-PHOTO", "activation", "a photograph is of another bag than the record's", (drafts) => {
  find(drafts, "seals-photographed").data.photographs[0]!.seal = "X1";
});
lie(
  "E-MEAN-PHOTO",
  "replacement",
  "a photograph is of an object that nobody looked at",
  (drafts) => {
    find(drafts, "seals-photographed").data.photographs[0]!.object = "nobody's medium";
  },
);
lie("E-MEAN-PHOTO", "replacement", "one file is two photographs", (drafts) => {
  const { photographs } = find(drafts, "seals-photographed").data;
  photographs.push(photographs[0]!);
});
lie("E-MEAN-PHOTO", "replacement", "last time's photograph is told as today's", (drafts) => {
  const [earlier] = find(drafts, "opened").data.earlier;
  const [one] = find(drafts, "seals-photographed").data.photographs;
  earlier!.photographs = [
    { object: one!.object, seal: one!.seal, sha256: one!.sha256, at: earlier!.provenAt },
  ];
});
lie(
  "E-MEAN-PHOTO",
  "replacement",
  "it was compared with a photograph that there was not",
  (drafts) => {
    find(drafts, "seals-photographed").data.photographs[0]!.before = OTHER;
  },
);
lie(
  "E-MEAN-PART",
  "attestation",
  "a part has a photograph of another officer's medium",
  (drafts) => {
    const part = takePart(drafts);
    const other = part.data.officer === "officer-1" ? "officer-2" : "officer-1";
    const [object] = part.data.standing.objects;
    part.data.standing.photographs = [
      { object: `${other} medium`, seal: object!.seal, sha256: OTHER, at: object!.seenAt },
    ];
  },
);
lie("E-MEAN-BAG", "replacement", "another bag was opened than was compared", (drafts) => {
  find(drafts, "bags-opened").data.objects[0]!.seal = "X1";
});
lie("E-MEAN-CUSTODY", "activation", "an envelope is not in custody", (drafts) => {
  find(drafts, "custody-recorded").data.objects.splice(2, 1);
});
lie("E-MEAN-KEPT", "activation", "one person keeps two officers' media", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  for (const one of objects) one.custodian = "One Keeper";
});
lie("E-MEAN-KEPT", "activation", "two bags have one number", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  objects[1]!.seal = objects[0]!.seal;
});
lie(
  "E-MEAN-DEVIATION",
  "adoption",
  "nobody accepted the quorum of two that was found",
  (drafts) => {
    drop(drafts, find(drafts, "deviation-accepted"));
  },
);
lie("E-MEAN-DEVIATION", "activation", "everything is at one site, as nobody accepted", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  for (const one of objects) one.place = `Site A, ${one.object}`;
});
lie(
  "E-MEAN-HANDED-OFF",
  "hand-off",
  "it was handed off by someone who did not have it",
  (drafts) => {
    find(drafts, "object-handed-off").data.from = "A Stranger";
  },
);
lie("E-MEAN-KEPT", "hand-off", "one person takes the media of two officers", takesAnothers);
lie(
  "E-MEAN-KEPT",
  "hand-off",
  "one person has the media of two officers, and the step is repeated",
  (drafts) => {
    const { to, place } = takesAnothers(drafts);
    const acknowledged = find(drafts, "hand-off-acknowledged");
    const handed = drafts.findLast(({ type }) => type === "object-handed-off")!;
    const began = drafts
      .slice(0, drafts.indexOf(handed))
      .findLast(({ type }) => type === "step-began")!;
    const { object, seal } = find(drafts, "object-handed-off").data;
    const more = { object, seal, from: to, to, place: `${place}, upper shelf` };
    insert(drafts, handed, 1, { data: more });
    const { gave, took } = acknowledged.data;
    const data = { ...acknowledged.data, gave: [...gave, ...took] };
    insert(drafts, handed, 1, { type: acknowledged.type, data });
    insert(drafts, handed, 1, { type: began.type, by: began.by, data: began.data });
    const exception = insertException(drafts, handed, { decision: "repeat" });
    drafts.splice(drafts.indexOf(exception), 1);
    drafts.splice(drafts.indexOf(handed) + 1, 0, exception);
    smooth(drafts);
  },
);
function takesAnothers(drafts: readonly Draft[]): DraftOf<"object-handed-off">["data"] {
  const { data } = find(drafts, "object-handed-off");
  const [officer] = /^officer-\d(?= (backup )?medium$)/.exec(data.object) ?? [];
  const other = find(drafts, "opened").data.earlier[0]!.objects.find(
    ({ object }) =>
      object.endsWith(" medium")
      && object.startsWith("officer")
      && !object.startsWith(`${officer} `),
  );
  if (officer === undefined || other === undefined) throw new Missing();
  data.to = other.custodian;
  find(drafts, "hand-off-acknowledged").data.took = [other.custodian];
  return data;
}
lie("E-MEAN-HANDED-OFF", "hand-off", "it was handed off to nobody", (drafts) => {
  find(drafts, "object-handed-off").data.to = "";
  find(drafts, "hand-off-acknowledged").data.took = [""];
});
lie("E-MEAN-HANDED-OFF", "hand-off", "who has it had it before", (drafts) => {
  const { data } = find(drafts, "object-handed-off");
  const { objects } = find(drafts, "opened").data.earlier[0]!;
  data.to = data.from.toUpperCase();
  data.place = objects.find(({ object }) => object === data.object)!.place;
  find(drafts, "hand-off-acknowledged").data.took = [data.to];
});
lie("E-MEAN-HANDED-OFF", "hand-off", "who takes it never said so", (drafts) => {
  find(drafts, "hand-off-acknowledged").data.took = ["A Stranger"];
});
lie("E-MEAN-DESTROYED", "replacement", "nobody says how an old medium was destroyed", (drafts) => {
  find(drafts, "objects-destroyed").data.objects[0]!.how = "";
});
lie("E-MEAN-DESTROYED", "replacement", "what was destroyed is the new medium", (drafts) => {
  const [gone] = find(drafts, "objects-destroyed").data.objects;
  const { objects } = find(drafts, "custody-recorded").data;
  gone!.seal = objects.find(({ object }) => object === gone!.object)!.seal;
});
lie("E-MEAN-DESTROYED", "replacement", "an old medium was not destroyed", (drafts) => {
  find(drafts, "objects-destroyed").data.objects.shift();
});
lie(
  "E-MEAN-ATTESTED",
  "attestation",
  "an officer of whom nobody heard is called healthy",
  (drafts) => {
    const { data } = find(drafts, "custody-attested");
    Object.assign(data, {
      health: "whole",
      healthy: ["officer-1", "officer-2", "officer-3"],
      troubled: [],
      unseen: [],
    });
  },
);
lie("E-MEAN-PART", "attestation", "a part is of another key", (drafts) => {
  takePart(drafts).data.standing.officers[0]!.thumbprint = OTHER;
});

lie("E-MEAN-PART", "attestation", "a part moves another officer's medium", (drafts) => {
  const part = takePart(drafts);
  const other = part.data.officer === "officer-1" ? "officer-2" : "officer-1";
  const [object] = part.data.standing.objects;
  object!.object = `${other} medium`;
});

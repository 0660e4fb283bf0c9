// Lies that each break one condition of a rule, which no other lie breaks alone: they show its mutants.
import { after, ceremonyOf } from "./ceremony.fixture.ts";
import { type Draft, draftOf } from "./drafts.fixture.ts";
import {
  DECIDERS,
  IMAGE,
  type Lie,
  Missing,
  OTHER,
  abortAt,
  abortBefore,
  again,
  decides,
  drop,
  exceptionAfterIncident,
  find,
  insert,
  listOfLies,
  namelessKeys,
  ofStep,
  officersIn,
  resized,
  smooth,
  underFirst,
  withExchange,
} from "./lie.fixture.ts";
import { HSM, type Pool, certify } from "./pool.fixture.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS = lies;

lie("E-MEAN-INCIDENT", "activation", "an incident is decided by an older exception", (drafts) => {
  exceptionAfterIncident(drafts, -3_600_000);
});
lie("E-MEAN-KEY-TWICE", "activation", "a key opens with which another signs", (drafts, pool) => {
  const { pkcs8 } = pool.officers[0]![0].signing;
  opensWith(drafts, certify(`${HSM} officer 2`, "keyEncipherment", pkcs8));
});
lie(
  "E-MEAN-KEY-TWICE",
  "activation",
  "an officer signs with the key that opens",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].wrapping;
    signsWith(drafts, {
      pkcs8,
      certificate: certify(`${HSM} officer 2`, "digitalSignature", pkcs8),
    });
  },
);
lie(
  "E-MEAN-KEY-TWICE",
  "activation",
  "an officer signs with the key of another",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[0]![0].wrapping;
    signsWith(drafts, {
      pkcs8,
      certificate: certify(`${HSM} officer 2`, "digitalSignature", pkcs8),
    });
  },
);
/** The second officer has this signing key. */
function signsWith(drafts: readonly Draft[], key: Draft["binds"] & object, nth = 1): void {
  const made = find(drafts, "key-made", nth);
  const { pem: signingCertificate, thumbprint } = key.certificate;
  Object.assign(made.data, { signingCertificate, signingThumbprint: thumbprint });
  const bound = find(drafts, "signer-bound", nth);
  bound.data.certificate = thumbprint;
  bound.binds = key;
  for (const draft of drafts)
    if (draft.signs !== undefined && draft.by === made.by) draft.signs = { ...draft.signs, key };
}
lie("E-MEAN-EXPIRED", "dry-run", "kept keys sign after their certificates have ended", (drafts) => {
  for (const draft of drafts) draft.at += 73 * 365 * 86_400_000;
  const opened = find(drafts, "opened");
  opened.data.clock = new Date(opened.at).toISOString();
});
lie("E-MEAN-BY", "activation", "the witness closes on paper after an abort in a step", (drafts) => {
  const began = structuredClone(find(drafts, "step-began", 0, ofStep("export-certificates")));
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted");
  drafts.splice(drafts.indexOf(aborted), 0, began as Draft);
  find(drafts, "closing-on-paper").by = "witness";
});

// In earnest more is asked; no key was made yet, so that nothing else is wrong.
const inEarnest = (drafts: readonly Draft[]): void => {
  find(drafts, "opened").data.mode = "PRODUCTION";
};
lie("E-MEAN-NETWORK", "activation", "in earnest it was opened with a network", (drafts) => {
  inEarnest(drafts);
  find(drafts, "opened").data.network.up = ["eth0"];
});
lie("E-MEAN-NETWORK", "activation", "in earnest the computer had been online", (drafts) => {
  inEarnest(drafts);
  find(drafts, "opened").data.network.wasOnline = "yes";
});
lie("E-MEAN-NETWORK", "activation", "in earnest a network came up before a key", (drafts) => {
  inEarnest(drafts);
  find(drafts, "step-began", 0, ofStep("make-key-1")).data.network!.up = ["wlan0"];
});
lie("E-MEAN-NETWORK", "activation", "the network was read where no key is", (drafts) => {
  find(drafts, "step-began").data.network = { up: [], wasOnline: "no" };
});
lie("E-MEAN-TRIAL", "activation", "drills are sealed in earnest", (drafts) => {
  inEarnest(drafts);
  const at = find(drafts, "step-performed");
  insert(drafts, at, 0, { type: "trial-begun", by: "app", data: { sealed: OTHER } });
});
lie("E-MEAN-TRIAL", "activation", "drills are sealed twice", (drafts) => {
  for (const sealed of [OTHER, IMAGE])
    insert(drafts, find(drafts, "step-began", 3), 0, {
      ...{ type: "trial-begun", by: "app", data: { sealed } },
    });
});
lie("E-MEAN-SIMULATED", "activation", "in earnest people are simulated", (drafts) => {
  inEarnest(drafts);
  const data = { roles: ["witness"] };
  insert(drafts, find(drafts, "step-performed"), 0, { type: "seats-simulated", by: "app", data });
});
lie("E-MEAN-KEYS", "recovery", "in earnest keys are known of no list", (drafts) => {
  const { list, unknown } = find(drafts, "backup-known").data;
  if (list !== undefined || unknown !== undefined) throw new Missing();
  inEarnest(drafts);
});

lie("E-MEAN-PREFLIGHT", "activation", "a point was found wrong before the download", (drafts) => {
  const { data } = structuredClone(find(drafts, "preflight-judged"));
  data.points[0]!.verdict = "wrong";
  insert(drafts, find(drafts, "download-began"), 0, { type: "preflight-judged", by: "app", data });
});
lie("E-MEAN-PREFLIGHT", "activation", "people accept a point that is good", (drafts) => {
  const judged = find(drafts, "preflight-judged");
  const { point, sentence } = judged.data.points[0]!;
  const data = { point, sentence, reason: "A rehearsal.", decidedBy: DECIDERS };
  insert(drafts, judged, 1, { type: "point-accepted", by: "administrator", data });
});
for (const [says, change] of [
  ["it is found wrong", { verdict: "wrong" }],
  ["something else is found", { sentence: "It is another one." }],
  ["the same is found of another", null],
] as const)
  lie("E-MEAN-PREFLIGHT", "activation", `a point was accepted, and then ${says}`, (drafts) => {
    const { data } = structuredClone(find(drafts, "preflight-judged"));
    const accepted = find(drafts, "point-accepted");
    const { point, sentence } = accepted.data;
    const isIt = (one: { readonly point: string }): boolean => one.point === point;
    if (change !== null) Object.assign(data.points.find(isIt)!, change);
    else
      Object.assign(
        data.points.find((one) => !isIt(one))!,
        { verdict: "decide", sentence },
      );
    insert(drafts, accepted, 1, { type: "preflight-judged", by: "app", data });
  });
lie("E-MEAN-PREFLIGHT", "activation", "under the first rules nothing was checked", (drafts) => {
  underFirst(drafts);
  find(drafts, "preflight-judged").data.points = [];
  drop(drafts, ...drafts.filter(({ type }) => type === "point-accepted"));
});
lie(
  "E-MEAN-BYTES",
  "adoption",
  "the domain that was found is smaller than its shares",
  (drafts) => {
    const { data } = find(drafts, "domain-found");
    for (const one of [data, ...data.files]) one.size = 1400;
  },
);
lie("E-MEAN-BYTES", "activation", "the domain is one byte smaller than its shares", (drafts) => {
  resized(drafts, 1499);
});
for (const [says, ceremony] of [
  ["more at its beginning", `x${OTHER.slice(0, 32)}`],
  ["more at its end", `${OTHER.slice(0, 32)}x`],
])
  lie("E-MEAN-OPENED", "activation", `the number of the ceremony has ${says}`, (drafts) => {
    find(drafts, "opened").data.ceremony = ceremony!;
  });
for (const hsm of [`1${HSM}`, `${HSM}-`, `${HSM}.x`])
  lie("E-MEAN-OPENED", "activation", `an HSM cannot be called ${hsm}`, (drafts) => {
    find(drafts, "opened").data.hsm = hsm;
  });
lie("E-MEAN-PERSON", "activation", "a name is longer than a paper has room for", (drafts) => {
  find(drafts, "opened").data.participants[1]!.name = "W".repeat(61);
});
const continuesNothing: Lie["change"] = (drafts) => {
  find(drafts, "opened").data.earlier = [];
};
lie("E-MEAN-EARLIER", "replacement", "it continues nothing", continuesNothing, "0".repeat(64));

lie(
  "E-MEAN-EARLIER",
  "dry-run",
  "the officers of the earlier record are in another order",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.officers.reverse();
  },
);
lie("E-MEAN-ROLES", "recovery", "an officer came whose seat there is not", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  if (participants.length > 4) throw new Missing();
  participants.push({ role: "officer-9", name: "Noor Haddad" });
});
for (const [says, change] of [
  ["none is named", (renewed) => renewed.splice(0)],
  ["one is named twice", (renewed) => renewed.push(renewed[0]!)],
  ["one is of a seat that there is not", (renewed) => renewed.push(4)],
] as readonly (readonly [string, (renewed: number[]) => unknown])[])
  lie("E-MEAN-RENEWED", "replacement", `of the keys to replace ${says}`, (drafts) => {
    change(find(drafts, "opened").data.renewed!);
  });
lie("E-MEAN-KEY-AGAIN", "activation", "a key was made, and nobody began to make it", (drafts) => {
  drop(drafts, find(drafts, "key-making-began", 1));
});
lie("E-MEAN-KEY-AGAIN", "activation", "two keys are made where one was begun", (drafts, pool) => {
  const made = find(drafts, "key-made", 1);
  const { type, by } = made;
  const data = structuredClone(made.data);
  const name = `${HSM} officer 2`;
  const [wraps, signs] = [
    certify(name, "keyEncipherment", pool.strangers[0]!.wrapping.pkcs8),
    certify(name, "digitalSignature", pool.strangers[0]!.signing.pkcs8),
  ];
  Object.assign(data, { certificate: wraps.pem, thumbprint: wraps.thumbprint });
  Object.assign(data, { signingCertificate: signs.pem, signingThumbprint: signs.thumbprint });
  insert(drafts, find(drafts, "signer-bound", 1), 1, { type, by, data, binds: undefined as never });
});
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "the key that opens names another officer",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].wrapping;
    opensWith(drafts, certify(`${HSM} officer 3`, "keyEncipherment", pkcs8));
  },
);
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "the key that signs names another officer",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].signing;
    signsWith(drafts, {
      pkcs8,
      certificate: certify(`${HSM} officer 3`, "digitalSignature", pkcs8),
    });
  },
);
for (const [says, signing] of [
  ["a key that signs is certified for something else", certifiedToOpen],
  ["a key that signs has no certificate", () => ({ pem: "x", thumbprint: OTHER })],
] as const)
  lie("E-MEAN-CERTIFICATE", "activation", `${says}, and it is aborted`, (drafts, pool) => {
    const { pem: signingCertificate, thumbprint: signingThumbprint } = signing(pool);
    Object.assign(find(drafts, "key-made", 1).data, { signingCertificate, signingThumbprint });
    abortBefore(drafts, find(drafts, "signer-bound", 1) as Draft, () => undefined);
  });
function certifiedToOpen({ officers }: Pool): ReturnType<typeof certify> {
  return certify(`${HSM} officer 2`, "keyEncipherment", officers[1]![0].signing.pkcs8);
}
lie("E-MEAN-MODE", "activation", "a rehearsal's key opens in earnest", (drafts, pool) => {
  const { pkcs8 } = pool.officers[1]![0].wrapping;
  opensWith(drafts, certify(`${HSM} officer 2`, "keyEncipherment", pkcs8, false));
});
lie("E-MEAN-MODE", "activation", "a rehearsal's key signs in earnest", (drafts, pool) => {
  const { pkcs8 } = pool.officers[1]![0].signing;
  const certificate = certify(`${HSM} officer 2`, "digitalSignature", pkcs8, false);
  signsWith(drafts, { pkcs8, certificate });
});
lie("E-MEAN-MODE", "dry-run", "kept keys of a rehearsal sign in earnest", inEarnest);
/** The second officer has this key that opens. */
function opensWith(
  drafts: readonly Draft[],
  { pem: certificate, thumbprint }: ReturnType<typeof certify>,
  nth = 1,
): void {
  Object.assign(find(drafts, "key-made", nth).data, { certificate, thumbprint });
  find(drafts, "signer-bound", nth).data.wrapping = thumbprint;
}
lie(
  "E-MEAN-KEY-TWICE",
  "replacement",
  "the key that opens is the old one again",
  (drafts, pool) => {
    const seat = Number(find(drafts, "key-made").by.slice("officer-".length));
    opensWith(drafts, pool.officers[seat - 1]![0].wrapping.certificate, 0);
  },
);
lie(
  "E-MEAN-KEY-TWICE",
  "replacement",
  "the key that signs is the old one again",
  (drafts, pool) => {
    const seat = Number(find(drafts, "key-made").by.slice("officer-".length));
    signsWith(drafts, pool.officers[seat - 1]![0].signing, 0);
  },
);

for (const [says, change] of [
  ["a third medium", (drafts) => find(drafts, "key-making-began").data.media.push(OTHER)],
  ["a fifth file", (drafts) => find(drafts, "key-making-began").data.files.push("more.key")],
  [
    "files that nobody announced",
    (drafts) => find(drafts, "key-making-began").data.files.splice(0),
  ],
  ["one file less", (drafts) => find(drafts, "key-made").data.files.pop()],
  ["another signing certificate", (drafts) => otherFiles(drafts, 3)],
  ["another signing certificate on its second medium", (drafts) => otherFiles(drafts, 3, [4])],
] as readonly (readonly [string, (drafts: Draft[]) => unknown])[])
  lie("E-MEAN-KEY-FILES", "activation", `a new key has ${says}`, (drafts) => {
    change(drafts);
  });
/** The nth file of the first key that was made is another one, on these media of it. */
function otherFiles(drafts: readonly Draft[], nth: number, media = [0, 4]): void {
  for (const first of media) find(drafts, "key-made").data.files[first + nth]!.sha256 = OTHER;
}
lie(
  "E-MEAN-DOWNLOAD",
  "activation",
  "a third download rests on the decision of a second",
  (drafts) => {
    const began = find(drafts, "download-began");
    if (draftOf(drafts, "download-began", 1) !== undefined) throw new Missing();
    insert(drafts, began, 1, {});
    insert(drafts, began, 1, {});
    insert(drafts, began, 1, again);
  },
);
lie("E-MEAN-DOWNLOAD", "activation", "a download counts as lost that never began", (drafts) => {
  insert(drafts, find(drafts, "download-began"), 0, again);
});
lie("E-MEAN-REQUESTED", "activation", "the domain was requested for one more", (drafts) => {
  find(drafts, "download-began").data.thumbprints.push(OTHER);
});
lie(
  "E-MEAN-RETIRED",
  "replacement",
  "the domain that replaces the old one is the same",
  (drafts) => {
    const [old] = find(drafts, "opened").data.earlier;
    delete old!.commitment;
    const { sha256 } = find(drafts, "domain-written").data;
    for (const draft of drafts)
      draft.data = JSON.parse(
        JSON.stringify(draft.data).replaceAll(sha256, old!.domainSha256),
      ) as object;
  },
);
lie("E-MEAN-RECEIVED", "activation", "an answer came before it was asked for", (drafts) => {
  const [began, answer] = [find(drafts, "download-began"), find(drafts, "answer-received")];
  drop(drafts, answer);
  drafts.splice(drafts.indexOf(began), 0, answer as Draft);
  smooth(drafts);
});
lie("E-MEAN-RECEIVED", "activation", "one request has two answers", (drafts) => {
  insert(drafts, find(drafts, "answer-received"), 1, {});
});
lie("E-MEAN-RECEIVED", "activation", "a domain is written that nobody received", (drafts) => {
  drop(drafts, find(drafts, "answer-received"));
});

lie("E-MEAN-FOUND", "adoption", "an officer who came has no key file", (drafts) => {
  const [role] = officersIn(drafts);
  const { officers } = find(drafts, "domain-found").data;
  officers.find(({ officer }) => officer === role)!.keyName = "";
});
lie("E-MEAN-PROOF", "activation", "a proof opened nothing", (drafts) => {
  Object.assign(find(drafts, "quorum-proven").data, { entries: 0, opened: [] });
});

/** The first key's file and its certificate, of those that opened a domain. */
function pairIn(drafts: readonly Draft[], type: "dry-run-passed" | "quorum-proven") {
  const [, , key, certificate] = find(drafts, type).data.media;
  return { key: key!, certificate: certificate! };
}
const ELSEWHERE = { label: "a copy", medium: OTHER.slice(0, 32) };
lie("E-MEAN-PROOF-MEDIA", "activation", "a key was made under another ending", (drafts) => {
  const { key } = pairIn(drafts, "quorum-proven");
  key.name = key.name.replace(".key", ".pem");
});
lie(
  "E-MEAN-PROOF-MEDIA",
  "activation",
  "the key that signs is read for the one that opens",
  (drafts) => {
    const signing = find(drafts, "key-made").data.files.slice(2, 4);
    find(drafts, "quorum-proven").data.media.splice(2, 2, ...structuredClone(signing));
  },
);
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key's file has no ending", (drafts) => {
  const { key } = pairIn(drafts, "dry-run-passed");
  key.name = key.name.replace(".key", "");
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key's file has more after its ending", (drafts) => {
  namelessKeys(drafts);
  const { key, certificate } = pairIn(drafts, "dry-run-passed");
  certificate.name = key.name.replace(".key", "x.cer");
  key.name = `${key.name}x`;
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key is on a medium of nobody", (drafts) => {
  Object.assign(pairIn(drafts, "dry-run-passed").key, ELSEWHERE);
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a certificate is on a medium of nobody", (drafts) => {
  Object.assign(pairIn(drafts, "dry-run-passed").certificate, ELSEWHERE);
});

for (const script of ["attestation-part", "attestation"])
  lie("E-MEAN-ROLES", script, `an officer came whom the ${script} does not want`, (drafts) => {
    const { participants } = find(drafts, "opened").data;
    const isHere = (role: string): boolean => participants.some((one) => one.role === role);
    const role = (["officer-1", "officer-2"] as const).find((one) => !isHere(one))!;
    participants.push({ role, name: "Noor Haddad" });
  });

for (const [says, point] of [
  ["is in a list", ["quorum"]],
  ["has more at its beginning", "+quorum"],
  ["has more at its end", "quorum+"],
] as const)
  lie("E-MEAN-FORM", "activation", `the name of a point ${says}`, (drafts) => {
    Object.assign(find(drafts, "preflight-judged").data.points[0]!, { point });
  });
lie("E-MEAN-FORM", "activation", "a size is a text", (drafts) => {
  const { data } = find(drafts, "domain-written");
  Object.assign(data, { size: String(data.size) });
});
lie("E-MEAN-FORM", "activation", "a list is a text", (drafts) => {
  Object.assign(find(drafts, "preflight-judged").data, { points: "none" });
});
lie("E-MEAN-PERSON", "activation", "a name turns the direction of what is read", (drafts) => {
  find(drafts, "opened").data.participants[1]!.name = "\u202eNoor Haddad";
});
for (const [says, code] of [
  ["nothing", null],
  ["something else", "E-CERT-TIME"],
] as const)
  lie(
    "E-MEAN-CERTIFICATE",
    "recovery",
    `of an oddly named key people accept ${says}`,
    (drafts, pool) => {
      withExchange(drafts, pool.odd("oddlyNamed"));
      if (code !== null) decides(drafts, { code });
    },
  );
lie("E-MEAN-EARLIER", "activation", "an activation continues a record", (drafts, pool) => {
  const { earlier } = after(ceremonyOf("activation", pool, 1));
  Object.assign(find(drafts, "opened").data, { earlier: [earlier] });
});
lie("E-MEAN-EARLIER", "replacement", "it continues two records", (drafts) => {
  const { earlier } = find(drafts, "opened").data;
  earlier.push(structuredClone(earlier[0]!));
});
lie("E-MEAN-EARLIER", "replacement", "two officers of the earlier record sign alike", (drafts) => {
  const [one, two] = find(drafts, "opened").data.earlier[0]!.officers;
  two!.signingThumbprint = one!.signingThumbprint;
});
lie("E-MEAN-EARLIER", "replacement", "nobody vouches for an officer twice", (drafts) => {
  find(drafts, "opened").data.unvouched = ["officer-1", "officer-1"];
});
for (const script of ["activation", "attestation"])
  lie("E-MEAN-RENEWED", script, "a key is replaced where no script does so", (drafts) => {
    find(drafts, "opened").data.renewed = [1];
  });
lie("E-MEAN-EARLIER", "replacement", "under the first rules it follows the second", (drafts) => {
  underFirst(drafts);
  find(drafts, "opened").data.earlier[0]!.rules = 2;
});
lie("E-MEAN-REQUESTED", "replacement", "for one who keeps a key another one is sent", (drafts) => {
  if (find(drafts, "opened").data.renewed?.includes(1) !== false) throw new Missing();
  find(drafts, "download-began").data.thumbprints[0] = OTHER;
});

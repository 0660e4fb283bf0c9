// Lies about keys, their certificates and their files.
import type { Draft } from "./drafts.fixture.ts";
import { Missing, OTHER, drop, find, insert, listOfLies, smooth } from "./lie.fixture.ts";
import { HSM, certify } from "./pool.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_KEYS = lies;
lie("E-MEAN-CERTIFICATE", "activation", "a thumbprint is not that of its certificate", (drafts) => {
  find(drafts, "key-made").data.thumbprint = OTHER;
});
lie("E-MEAN-CERTIFICATE", "activation", "a key is called larger than it is", (drafts) => {
  find(drafts, "key-made").data.bits = 4096;
});
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "a key's certificates name someone else",
  (drafts, pool) => {
    const { wrapping, signing } = pool.strangers[0]!;
    const { pem: certificate, thumbprint } = wrapping.certificate;
    const { pem: signingCertificate, thumbprint: signingThumbprint } = signing.certificate;
    const made = find(drafts, "key-made");
    Object.assign(made.data, { certificate, thumbprint, signingCertificate, signingThumbprint });
    const bound = find(drafts, "signer-bound");
    Object.assign(bound.data, { certificate: signingThumbprint, wrapping: thumbprint });
    bound.binds = signing;
    for (const draft of drafts)
      if (draft.signs !== undefined && draft.by === made.by)
        draft.signs = { ...draft.signs, key: signing };
  },
);
lie("E-MEAN-CERTIFICATE", "recovery", "an exchange key's thumbprint is another", (drafts) => {
  find(drafts, "exchange-key-fetched").data.thumbprint = OTHER;
});
lie("E-MEAN-MODE", "activation", "a rehearsal's keys are used in earnest", (drafts) => {
  find(drafts, "opened").data.mode = "PRODUCTION";
});
lie("E-MEAN-KEY-TWICE", "activation", "two officers have one key", (drafts, pool) => {
  const two = find(drafts, "key-made", 1);
  const { pkcs8 } = pool.officers[0]![0].wrapping;
  const one = certify(`${HSM} officer 2`, "keyEncipherment", pkcs8);
  const { pem: certificate, thumbprint } = one;
  Object.assign(two.data, { certificate, thumbprint });
  find(drafts, "signer-bound", 1).data.wrapping = thumbprint;
});
lie("E-MEAN-KEY-AGAIN", "activation", "an officer makes a second key", (drafts) => {
  const [making, made] = [find(drafts, "key-making-began"), find(drafts, "key-made")];
  const bound = find(drafts, "signer-bound");
  insert(drafts, bound, 1, { type: made.type, data: made.data, binds: undefined as never });
  insert(drafts, bound, 1, { type: making.type, data: making.data, binds: undefined as never });
});
lie("E-MEAN-KEY-FILES", "activation", "the backup medium has another key", (drafts) => {
  find(drafts, "key-made").data.files[4]!.sha256 = OTHER;
});
lie("E-MEAN-KEY-FILES", "activation", "the backup medium has another signing key", (drafts) => {
  find(drafts, "key-made").data.files[6]!.sha256 = OTHER;
});
lie("E-MEAN-KEY-FILES", "activation", "a key was opened before it was made", (drafts) => {
  const opened = find(drafts, "key-opened");
  drop(drafts, opened);
  drafts.splice(drafts.indexOf(find(drafts, "key-made")), 0, { ...(opened as Draft) });
  smooth(drafts);
});
lie("E-MEAN-KEY-FILES", "activation", "only one medium was opened", (drafts) => {
  find(drafts, "key-opened").data.media.pop();
});
lie("E-MEAN-KEY-FILES", "activation", "the proof opens a medium that is no backup", (drafts) => {
  find(drafts, "key-opened", 3).data.media = ["officer-1"];
});
lie("E-MEAN-KEY-FILES", "replacement", "the proof opens a backup of no new key", (drafts) => {
  const isMade = (officer: string) =>
    drafts.some(({ type, by }) => type === "key-made" && by === officer);
  const kept = ["officer-1", "officer-2", "officer-3"].find((officer) => !isMade(officer));
  const opened = drafts.findLast(({ type }) => type === "key-opened");
  if (kept === undefined || opened === undefined) throw new Missing("no officer keeps a key");
  opened.by = kept;
  Object.assign(opened.data, { officer: kept, media: [`${kept}-backup`] });
});
lie("E-MEAN-KEY-FILES", "activation", "the certificate on the medium is another", (drafts) => {
  for (const i of [1, 5]) find(drafts, "key-made").data.files[i]!.size += 1;
});
lie("E-MEAN-THUMBPRINT", "activation", "another thumbprint was confirmed", (drafts) => {
  find(drafts, "thumbprint-confirmed").data.thumbprint = OTHER;
});
lie(
  "E-MEAN-THUMBPRINT",
  "activation",
  "it was confirmed at the other station, as it says",
  (drafts) => {
    find(drafts, "thumbprint-confirmed").data.station = "connected";
  },
);
lie("E-MEAN-THUMBPRINT", "replacement", "a key was checked that is nobody's", (drafts) => {
  find(drafts, "key-checked").data.thumbprint = OTHER;
});
lie("E-MEAN-EXPORTED", "activation", "another certificate was exported", (drafts) => {
  find(drafts, "certificates-exported").data.files[1]!.name = "cert_9.cer";
  find(drafts, "certificates-exported").data.files[1]!.sha256 = OTHER;
});
lie("E-MEAN-EXPORTED", "replacement", "one certificate is exported for two officers", (drafts) => {
  const { files } = find(drafts, "certificates-exported").data;
  const made = drafts.filter(({ type }) => type === "key-made").map(({ by }) => by);
  const kept = [0, 1, 2].filter((i) => !made.includes(`officer-${i + 1}`));
  if (kept.length < 2) throw new Missing();
  files[kept[1]!] = { ...files[kept[0]!]! };
});
lie("E-MEAN-FILE", "replacement", "one medium holds the keys of two officers", (drafts) => {
  find(drafts, "key-checked", 1).data.medium = find(drafts, "key-checked").data.medium;
});
lie("E-MEAN-FILE", "activation", "the transfer medium is another one", (drafts) => {
  find(drafts, "domain-written").data.files[0]!.medium = "another";
});

lie("E-MEAN-FILE", "activation", "one answer is on two media of one label", (drafts) => {
  find(drafts, "answer-received").data.files[0]!.medium = "another";
});

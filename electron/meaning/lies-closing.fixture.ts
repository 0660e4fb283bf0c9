// Lies about consent and signatures.
import type { Draft } from "./drafts.fixture.ts";
import { DECIDERS, OTHER, drop, find, insert, listOfLies, officersIn } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_THE_END = lies;
lie("E-MEAN-CONSENT", "activation", "they consent to another domain", (drafts) => {
  find(drafts, "closing").data.consent.domainSha256 = OTHER;
});
lie("E-MEAN-CONSENT", "activation", "they consent to another HSM", (drafts) => {
  find(drafts, "closing").data.consent.hsm = "Contoso-Elsewhere";
});
lie("E-MEAN-CONSENT", "activation", "they consent to a stranger's signing key", (drafts, pool) => {
  const { thumbprint } = pool.strangers[0]!.signing.certificate;
  find(drafts, "closing").data.consent.signers![0]!.certificate = thumbprint;
});
lie("E-MEAN-CONSENT", "activation", "what was overruled is not in the consent", (drafts) => {
  find(drafts, "closing").data.consent.accepted = ["E-CERT-NAME"];
});
lie(
  "E-MEAN-CONSENT",
  "activation",
  "people overruled something, and consent to nothing",
  (drafts) => {
    const data = { code: "E-CERT-NAME", decidedBy: DECIDERS };
    const where = find(drafts, "step-began", 3);
    insert(drafts, where, 0, { type: "refusal-accepted", by: "administrator", data });
  },
);
lie("E-MEAN-ACT", "activation", "another act is signed than the one that ends", (drafts) => {
  find(drafts, "act-signing").data.act = "The proof";
});
lie("E-MEAN-ACT", "activation", "an act is signed on paper though all have keys", (drafts) => {
  const act = find(drafts, "act-signing");
  const signatures = drafts.filter(({ signs }) => signs?.over === act.id);
  drop(drafts, ...signatures);
  act.type = "act-signing-on-paper";
  act.by = "administrator";
  act.data.present = ["administrator", "witness"];
});
lie("E-MEAN-SIGNERS", "activation", "it is closed by two of three", (drafts) => {
  const closing = find(drafts, "closing");
  closing.data.present.pop();
  drop(drafts, drafts.at(-1)!);
});
lie("E-MEAN-SIGNERS", "activation", "one closes for all", (drafts) => {
  const closing = find(drafts, "closing");
  closing.data.present = ["officer-1"];
  drop(drafts, ...drafts.slice(-2));
});
lie("E-MEAN-SIGNERS", "adoption", "a paper is signed by two of five", (drafts) => {
  find(drafts, "closing-on-paper").data.present = DECIDERS;
});
lie("E-MEAN-SIGNERS", "activation", "it is closed on paper though all have keys", (drafts) => {
  const closing = find(drafts, "closing");
  drop(drafts, ...drafts.slice(-3));
  Object.assign(closing, { type: "closing-on-paper", by: "administrator" });
  closing.data.present = find(drafts, "opened").data.participants.map(
    (one: { role: string }) => one.role,
  );
});
lie(
  "E-MEAN-SIGNED",
  "recovery",
  "an officer signs with a key that is not theirs",
  (drafts, pool) => {
    const key = pool.strangers[0]!.signing;
    const isTheirs = ({ by }: Draft) => by === officersIn(drafts)[0];
    const known = find(drafts, "signer-known", 0, isTheirs);
    drop(drafts, known);
    // So it is entered somewhere, as a text by itself.
    find(drafts, "opened").data.software.system = key.certificate.pem;
    for (const draft of drafts)
      if (draft.signs !== undefined && isTheirs(draft)) draft.signs = { ...draft.signs, key };
  },
);

// What a verdict tells beside good or not: who closed it, what was excused, what was left undone.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readScript } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, scriptCalled, type Ceremony } from "./ceremony.fixture.ts";
import { consentsIn, copyOf, draftOf, sealed, stepIn, type Draft } from "./drafts.fixture.ts";
import { checkMeaning, meaningIfKnown, meaningOf } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";

const pool = makePool();
const activation = ceremonyOf("activation", pool, 1);

/** The meaning of the ceremony with a change. */
function meaningWith(honest: Ceremony, change: (drafts: Draft[]) => void) {
  const copy = copyOf(honest);
  change(copy.drafts);
  return checkMeaning(verifyRecord(sealed(copy)));
}

const DECIDERS = ["administrator", "witness"];
const exception = (before: Draft, step: string): Draft => ({
  ...before,
  id: 1_000_000,
  type: "exception-noted",
  by: "administrator",
  signs: undefined as never,
  data: {
    expected: "Everyone signs.",
    happened: "One officer fell ill.",
    decided: "Continue.",
    decidedBy: DECIDERS,
    step,
    decision: "continue",
  },
});

describe("a good record", () => {
  it("is closed by everyone who was there", () => {
    const { closed, excused, aborted, wentBack } = checkMeaning(verifyRecord(activation.record));
    const end = activation.drafts.findIndex(({ type }) => type === "closing");
    expect(closed).toEqual({
      signed: 3,
      of: 3,
      officers: { signed: 3, of: 3 },
      due: 2,
      isShort: false,
      isByHand: false,
      end,
      vouchedTo: end,
      missing: [],
    });
    expect([excused, aborted, wentBack]).toEqual([[], null, []]);
  });

  it("tells that fewer closed it, where two people said why", () => {
    const { closed, excused } = meaningWith(activation, (drafts) => {
      drafts.pop();
      const closing = draftOf(drafts, "closing")!;
      closing.data.present.pop();
      drafts.splice(drafts.indexOf(closing), 0, exception(closing, "close"));
    });
    expect(closed).toMatchObject({ signed: 2, of: 3 });
    expect(closed?.missing).toEqual([{ role: "officer-3", name: "Meera Iyer", why: "exception" }]);
    expect(excused.map(({ code }) => code)).toEqual(["E-MEAN-SIGNERS"]);
  });

  it("tells whose seat someone else took", () => {
    const { closed } = meaningWith(activation, (drafts) => {
      const began = drafts.find((draft) => stepIn(draft) === "make-key-1")!;
      const data = {
        role: "officer-1",
        from: "Ines Okafor",
        toRole: "officer-1",
        to: "Noor Haddad",
        reason: "They did not come.",
        decidedBy: DECIDERS,
      };
      const change = { ...began, id: 1_000_001, type: "seat-changed", by: "administrator", data };
      drafts.splice(drafts.indexOf(began), 0, change);
      for (const object of draftOf(drafts, "custody-recorded")!.data.objects)
        if (object.custodian === "Ines Okafor") object.custodian = "Noor Haddad";
    });
    expect(closed).toMatchObject({ signed: 3, of: 3 });
    expect(closed?.missing).toEqual([
      { role: "officer-1", name: "Ines Okafor", why: "substituted" },
    ]);
  });

  it("tells what an abort left undone, and does not refuse it", () => {
    const happening = { often: 0, mayAbort: false, abortedBefore: "match-domain" };
    const { record } = ceremonyOf("activation", pool, 1, { happening });
    const { aborted } = checkMeaning(verifyRecord(record));
    expect(aborted?.reason).toBe("The building is on fire.");
    expect(aborted?.undone).toContain("close");
  });

  it("tells that a clock went back if another station took over", () => {
    const { wentBack } = meaningWith(activation, (drafts) => {
      const at = drafts.findIndex(({ type }) => type === "taken-over");
      for (const draft of drafts.slice(at)) draft.at -= 600_000;
    });
    expect(wentBack).toHaveLength(1);
  });
});

describe("a record of no script that the app knows", () => {
  const own = () => {
    const text = `${scriptCalled("activation").text}# ours\n`;
    return readScript(text, sha256Hex(utf8(text)));
  };
  const record = (sha256: string) => {
    const copy = copyOf(activation);
    draftOf(copy.drafts, "opened")!.data.scriptSha256 = sha256;
    for (const consent of consentsIn(copy.drafts)) consent.scriptSha256 = sha256;
    return verifyRecord(sealed(copy));
  };

  it("is not a ceremony of this app", () => {
    const verdict = record(own().sha256);
    expect(codeOf(() => checkMeaning(verdict))).toBe("E-NOT-A-CEREMONY");
    expect(meaningIfKnown(verdict)).toBeNull();
  });

  it("is one by a custom script, if it is given", () => {
    const script = own();
    expect(checkMeaning(record(script.sha256), script).breaches).toEqual([]);
  });

  it("is refused with any other script", () => {
    expect(codeOf(() => checkMeaning(record("0".repeat(64)), own()))).toBe("E-NOT-A-CEREMONY");
  });
});

describe("a refusal", () => {
  it("names both entries", () => {
    const copy = copyOf(activation);
    const proof = copy.drafts.findIndex(({ type }) => type === "quorum-proven");
    const written = copy.drafts.findIndex(({ type }) => type === "domain-written");
    draftOf(copy.drafts, "quorum-proven")!.data.domainSha256 = "0".repeat(64);
    const verdict = verifyRecord(sealed(copy));
    expect(() => checkMeaning(verdict)).toThrow(
      `Entry ${proof} contradicts entry ${written}: the proof is for another domain.`,
    );
  });
});

const continued = (name: string): Ceremony =>
  ceremonyOf(name, pool, 1, { before: after(activation) });

it.each(["hand-off", "attestation"])("a choice that leads back is refused: %s", (name) => {
  const copy = copyOf(continued(name));
  draftOf(copy.drafts, "chosen")!.data.goTo = "open";
  const verdict = verifyRecord(sealed(copy));
  expect(codeOf(() => checkMeaning(verdict))).toBe("E-MEAN-CHOICE");
});

describe("a record made to cost", () => {
  // A quadratic comparison takes half an hour with so many.
  const MANY = 60_000;
  const codeWith = (honest: Ceremony, change: (drafts: Draft[]) => void): string =>
    codeOf(() => meaningWith(honest, change));

  it("with a list of thousands of people is refused in a moment", () => {
    const code = codeWith(activation, (drafts) => {
      const { participants } = draftOf(drafts, "opened")!.data;
      for (let n = 0; n < MANY; n++) participants.push({ role: "officer-3", name: `N${n}` });
    });
    expect(code).toBe("E-MEAN-ROLES");
  });

  it("with thousands of bags in a recess is read in a moment", () => {
    const seals = Array.from({ length: MANY }, (_, n) => ({ object: `o${n}`, seal: `s${n}` }));
    const { closed } = meaningWith(activation, (drafts) => {
      const began = drafts.find(({ type }) => type === "step-began")!;
      const at = { ...began, id: 1_000_000 };
      const data = { step: stepIn(began) ?? "", seals };
      drafts.splice(
        drafts.indexOf(began),
        0,
        { ...at, type: "recess-began", by: "administrator", data },
        {
          ...{ ...at, id: 1_000_001, type: "recess-ended", by: "witness" },
          data: { ...data, confirmedBy: "witness" },
        },
      );
    });
    expect(closed?.signed).toBe(3);
  });

  it("with thousands of objects in custody is refused in a moment", () => {
    const code = codeWith(activation, (drafts) => {
      const { objects } = draftOf(drafts, "custody-recorded")!.data;
      for (let n = 0; n < MANY; n++)
        objects.push({ object: `officer-${n} medium`, seal: `${n}`, place: "P", custodian: "C" });
    });
    expect(code).toBe("E-MEAN-CUSTODY");
  });

  it("is asked nothing behind the first entry that breaks a rule, where one is enough", () => {
    const { drafts, previous } = copyOf(activation);
    for (const draft of drafts) if (draft.type === "step-done") draft.by = "administrator";
    const verdict = verifyRecord(sealed({ drafts, previous }));
    const entriesOf = (isFirstAlone: boolean): number =>
      new Set(
        meaningOf(verdict, activation.script, isFirstAlone).breaches.map(({ entry }) => entry),
      ).size;
    expect(entriesOf(true)).toBe(1);
    expect(entriesOf(false)).toBeGreaterThan(10);
  });
});

/** A replacement in which seals were photographed. */
function photographed(seed = 1): Ceremony {
  const one = ceremonyOf("replacement", pool, seed, { before: after(activation) });
  return one.drafts.some(({ type }) => type === "seals-photographed")
    ? one
    : photographed(seed + 1);
}

describe("a file that two parts had as photographs of two objects", () => {
  it("may be compared with today's photograph of either", () => {
    const meaning = meaningWith(photographed(), (drafts) => {
      const [earlier] = draftOf(drafts, "opened")!.data.earlier;
      const [one] = draftOf(drafts, "seals-photographed")!.data.photographs;
      const { object, seal } = one!;
      const other = earlier!.objects.find((each) => each.object !== object)!;
      const of = { sha256: "7".repeat(64), at: earlier!.provenAt };
      earlier!.photographs = [
        ...(earlier!.photographs ?? []),
        { ...of, object, seal },
        { ...of, object: other.object, seal: other.seal },
      ];
      one!.before = of.sha256;
    });
    expect(meaning.breaches).toEqual([]);
  });
});

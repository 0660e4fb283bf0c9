// Who may take another's seat, what an aborted ceremony leaves, and what may still follow.
import { describe, expect, it } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import {
  mayAbort,
  mayChangeSeat,
  mayRun,
  nextStep,
  remainsOf,
  signingSeats,
  standingOf,
  type SeatChange,
  type State,
} from "./ceremony.ts";
import {
  closing,
  closingOf,
  digestOf,
  entriesOf,
  opened,
  PEOPLE,
  played,
  RECOVERY,
  SCRIPT,
  signedBy,
  type AnyEvent,
} from "./record.fixture.ts";
import {
  abort,
  at,
  before,
  began,
  codeOf,
  exception,
  foldOf,
  offline,
  until,
} from "./running.fixture.ts";
import { freeSeats } from "./seat-change.ts";
import { isOfForm } from "./state.ts";

describe("a change of seat", () => {
  const change = (more: Partial<SeatChange> = {}): SeatChange => ({
    role: "witness",
    from: "Walter Brandt",
    toRole: "witness",
    to: "Nina Falk",
    reason: "ill",
    decidedBy: ["administrator", "officer-1"],
    ...more,
  });
  const officer = (n: 1 | 2 | 3, more: Partial<SeatChange> = {}) =>
    change({
      role: `officer-${n}`,
      from: PEOPLE[n + 1]!.name,
      toRole: `officer-${n}`,
      decidedBy: ["administrator", "witness"],
      ...more,
    });
  const judge = (state: State, one: SeatChange, script = SCRIPT) =>
    codeOf(mayChangeSeat(state, script, one));

  it("of administrator and witness comes between any two steps", () => {
    for (const id of ["make-key-1", "make-key-3", "prove-quorum", "close"])
      expect(judge(until(id), change())).toBe("may");
    expect(judge(until("make-key-1", ...offline(began("make-key-1"))), change())).toBe(
      "E-SEAT-STEP",
    );
    expect(judge(until("at-connected"), change())).toBe("E-STATE-TRANSIT");
  });

  it("of an officer comes only while that seat's key has not been begun", () => {
    expect(judge(until("make-key-2"), officer(2))).toBe("may");
    expect(judge(until("make-key-2"), officer(1))).toBe("E-SEAT-KEY");
    const making = {
      type: "key-making-began",
      by: "officer-2",
      data: { officer: "officer-2", media: ["m"], files: ["f"] },
    };
    const after = [began("make-key-2"), making, exception("repeat")];
    expect(judge(until("make-key-2", ...offline(...after)), officer(2))).toBe("E-SEAT-KEY");
  });

  it("in a recovery brings another officer of the earlier record, and nobody else", () => {
    const participants = PEOPLE.filter(({ role }) => role !== "officer-3");
    const digest = digestOf("x");
    const known = standingOf(entriesOf(played(SCRIPT, SCRIPT.steps.length)));
    const earlier = [{ ...known, domainSha256: digest, head: digest }];
    const state = foldOf(
      at("connected", opened({ participants, earlier, scriptSha256: RECOVERY.sha256 })),
    );
    expect(judge(state, officer(1, { toRole: "officer-3" }), RECOVERY)).toBe("may");
    expect(judge(state, officer(1), RECOVERY)).toBe("E-SEAT-OFFICER");
    expect(judge(state, officer(1, { toRole: "officer-4" }), RECOVERY)).toBe("E-SEAT-OFFICER");
    expect(judge(state, officer(1, { toRole: "officer-2" }), RECOVERY)).toBe("E-ROLE-SAME");
  });

  it("is refused if a step of the person who leaves was done, which another does not have", () => {
    const script = readScript(BUILT_IN.get("dry-run") ?? "", digestOf("dry run"));
    const participants = PEOPLE.filter(({ role }) => role !== "officer-3");
    const digest = digestOf("x");
    const known = standingOf(entriesOf(played(SCRIPT, SCRIPT.steps.length)));
    const earlier = [{ ...known, domainSha256: digest, head: digest }];
    const first = opened({ participants, earlier, scriptSha256: script.sha256 });
    const state = foldOf(at("offline", first));
    const leaves = officer(1, { toRole: "officer-3" });
    expect(judge({ ...state, done: ["open"] }, leaves, script)).toBe("may");
    const done = ["open", "check-seals-1"];
    expect(judge({ ...state, done }, leaves, script)).toBe("E-SEAT-DONE");
    expect(judge({ ...state, done }, officer(2, { toRole: "officer-3" }), script)).toBe("may");
  });

  describe("where a quorum is enough", () => {
    const script = readScript(BUILT_IN.get("dry-run") ?? "", digestOf("dry run"));
    const digest = digestOf("x");
    const known = standingOf(entriesOf(played(SCRIPT, SCRIPT.steps.length)));
    const earlier = [{ ...known, domainSha256: digest, head: digest }];
    const held = (without: string, done: readonly string[], rules = 3) => {
      const participants = PEOPLE.filter(({ role }) => role !== without);
      const first = opened({ participants, earlier, scriptSha256: script.sha256, rules });
      const entries = at("offline", first);
      return { ...foldOf(entries), done, entries };
    };
    const one = (n: 1 | 2 | 3, from: string, to: string) => officer(n, { from, to });
    const next = (state: ReturnType<typeof held>, event: SeatChange) => {
      const changed = { type: "seat-changed", by: "administrator", data: event };
      const { opened: after } = foldOf([...state.entries, ...offline(changed)]);
      return nextStep({ ...state, opened: after }, script)?.id;
    };
    const SEALS = ["open", "check-seals-1", "open-bag-1", "check-seals-2", "open-bag-2"];
    const ALL = [...SEALS, "transfer-seal", "copy-seal"];

    it("an officer comes late, and does first what was done without them", () => {
      const state = held("officer-3", ALL);
      const comes = one(3, "", "Chidi Mensah");
      expect(judge(state, comes, script)).toBe("may");
      expect(next(state, comes)).toBe("check-seals-3");
      expect(judge(held("officer-3", ALL, 2), comes, script)).toBe("E-SEAT-FORM");
      expect(judge(state, one(2, "", "Chidi Mensah"), script)).toBe("E-ROLE-SAME");
    });

    it("an officer comes late to a domain that was found only if their key was found with it", () => {
      const state = held("officer-3", ALL);
      const keys = (...seats: readonly number[]) =>
        known.officers.map((one, i) => ({ ...one, keyName: seats.includes(i + 1) ? "cert" : "" }));
      const found = {
        officers: keys(1, 2),
        sha256: digest,
        files: [],
      } as unknown as State["found"];
      const first = { ...state.opened!, earlier: [] };
      const searched = { ...state, opened: first, found };
      expect(judge(searched, one(3, "", "Chidi Mensah"), script)).toBe("E-SEAT-OFFICER");
      const takes = officer(1, { toRole: "officer-3", to: "Chidi Mensah" });
      expect(judge(searched, takes, script)).toBe("E-SEAT-OFFICER");
      expect(freeSeats(searched, script)).toEqual({ mayCome: [], mayGo: [] });
      const whole = { ...searched, found: { ...found!, officers: keys(1, 2, 3) } };
      expect(judge(whole, one(3, "", "Chidi Mensah"), script)).toBe("may");
    });

    it("one leaves if enough stay, and the others continue", () => {
      const state = held("nobody", [...SEALS, "check-seals-3"]);
      const goes = one(3, PEOPLE[4]!.name, "");
      expect(judge(state, goes, script)).toBe("may");
      expect(next(state, goes)).toBe("transfer-seal");
      expect(judge(held("officer-3", ALL), one(2, PEOPLE[3]!.name, ""), script)).toBe(
        "E-ROLE-MISSING",
      );
    });

    it("is known before anyone asks, and nobody comes while the next step is elsewhere", () => {
      expect(freeSeats(held("officer-3", ALL), script)).toEqual({ mayCome: [3], mayGo: [] });
      expect(freeSeats(held("nobody", SEALS), script)).toEqual({ mayCome: [], mayGo: [1, 2, 3] });
      const none = { mayCome: [], mayGo: [] };
      expect(freeSeats(held("officer-3", ALL, 2), script)).toEqual(none);
      expect(freeSeats(until("make-key-2"), SCRIPT)).toEqual(none);
      const away = { ...held("officer-3", ALL), station: "connected" } as const;
      expect(freeSeats(away, script)).toEqual(none);
    });

    it("one takes the seat of another whose steps were done", () => {
      const state = held("officer-3", ALL);
      const change = officer(1, { toRole: "officer-3", to: "Chidi Mensah" });
      expect(judge(state, change, script)).toBe("may");
      expect(next(state, change)).toBe("check-seals-3");
      expect(judge(held("officer-3", ALL, 2), change, script)).toBe("E-SEAT-DONE");
    });
  });

  it("needs a reason, two who stay, and a name that nobody else has", () => {
    const state = until("make-key-1");
    for (const wrong of [
      { from: "Somebody" },
      { reason: " " },
      { decidedBy: ["officer-1"] },
      { decidedBy: ["witness", "officer-1"] },
      { toRole: "administrator" as const },
    ])
      expect(judge(state, change(wrong))).toBe("E-SEAT-FORM");
    expect(judge(state, change({ to: "asha  rao" }))).toBe("E-ROLE-SAME");
    expect(judge(state, change({ to: "" }))).toBe("E-ROLE-NAME");
  });

  it("puts the other name into the room", () => {
    const state = until(
      "make-key-1",
      ...offline({ type: "seat-changed", by: "administrator", data: change() }),
    );
    expect(state.opened?.participants).toContainEqual({ role: "witness", name: "Nina Falk" });
    expect(state.opened?.participants).toHaveLength(5);
  });
});

describe("an abort", () => {
  /** What it leaves, all of it of the form that the record takes. */
  const remains = (state: State, script = SCRIPT) => {
    const left = remainsOf(state, script);
    expect(isOfForm("aborted", { reason: "why", decidedBy: [], remains: left })).toBe(true);
    return left.map(({ object, because, deed, by }) => [object, because, deed, by].join(" "));
  };
  const sha256 = digestOf("f");
  const file = (label: string) => ({ medium: "m", label, name: "f", size: 1, sha256 });
  const received = { sha256, size: 1, files: [file("transfer"), file("domain-copy")] };

  it("needs a reason and two people, and comes once", () => {
    const state = until("make-key-1");
    expect(codeOf(mayAbort(state, "", ["witness", "officer-1"]))).toBe("E-ABORT-FORM");
    expect(codeOf(mayAbort(state, "why", ["witness"]))).toBe("E-ABORT-FORM");
    const again = until("make-key-1", ...offline(abort));
    expect(codeOf(mayAbort(again, "why", ["witness", "officer-1"]))).toBe("E-STATE-ABORTED");
  });

  it("before any key leaves the HSM untouched and nothing else", () => {
    expect(remains(until("make-key-1"))).toEqual(["hsm hsm-untouched none administrator"]);
  });

  it("destroys keys that no HSM knows, each with its officer", () => {
    const making = {
      type: "key-making-began",
      by: "officer-2",
      data: { officer: "officer-2", media: ["m"], files: ["f"] },
    };
    expect(remains(until("make-key-2", ...offline(began("make-key-2"), making)))).toEqual([
      "officer-1 key-made destroy officer-1",
      "officer-1-backup key-made destroy officer-1",
      "envelope-1 passphrase destroy officer-1",
      "officer-2 key-perhaps destroy officer-2",
      "officer-2-backup key-perhaps destroy officer-2",
      "hsm hsm-untouched none administrator",
    ]);
  });

  it("erases the certificates that were copied for the HSM", () => {
    const copied = {
      type: "certificates-exported",
      by: "app",
      data: { files: [file("transfer")] },
    };
    expect(remains(until("make-key-1", ...offline(copied)))).toContain(
      "transfer certificates erase administrator",
    );
  });

  it("puts away what may be the only keys, once a download began", () => {
    const download = (...events: readonly AnyEvent[]) =>
      remains(
        until(
          "download-domain",
          ...at(
            "connected",
            began("download-domain"),
            { type: "download-began", by: "administrator", data: { required: 2, thumbprints: [] } },
            ...events,
          ),
        ),
      );
    const written = { type: "domain-written", by: "app", data: received };
    expect(download()).toContain("officer-1 key-made seal officer-1");
    expect(download()).toContain("domain-copy domain-perhaps seal administrator");
    expect(download().at(-1)).toBe("hsm hsm-perhaps ask administrator");
    expect(download(written)).toContain("transfer domain seal administrator");
    const ended = { type: "download-ended", by: "app", data: { state: "Active" } };
    expect(download(written, ended).at(-1)).toBe("hsm hsm-active delete administrator");
  });

  it("of a recovery seals again what it opened, and erases the blob", () => {
    const blob = {
      type: "blob-made",
      by: "app",
      data: {
        ...received,
        exchangeThumbprint: digestOf("x"),
        domainSha256: digestOf("d"),
        officers: [],
      },
    };
    const placed = played(RECOVERY, before("make-restore-blob", RECOVERY));
    const made = foldOf([...placed, ...offline(began("make-restore-blob"), blob)]);
    const all = remains(made, RECOVERY);
    expect(all).toContain("officer-2 opened seal officer-2");
    expect(all).toContain("transfer opened seal administrator");
    expect(all).toContain("blob blob-made erase administrator");
    expect(all).toContain("shares shares-gone none administrator");
    const sent = { type: "upload-began", by: "app", data: { sha256 } };
    const uploading = foldOf([
      ...played(RECOVERY, before("upload-blob", RECOVERY)).toSpliced(
        placed.length + 1,
        0,
        ...offline(blob),
      ),
      ...at("connected", began("upload-blob"), sent),
    ]);
    expect(remains(uploading, RECOVERY)).toContain("blob blob-sent erase administrator");
    expect(remains(uploading, RECOVERY).at(-1)).toBe("hsm hsm-perhaps ask administrator");
  });

  it("lets only the closing follow: by those who have a signing key, or on paper", () => {
    const placed = [...played(SCRIPT, before("make-key-3")), ...offline(abort)];
    const state = foldOf(placed);
    expect(signingSeats(state, SCRIPT)).toEqual([1, 2]);
    expect(codeOf(mayRun(state, SCRIPT, "make-key", "offline", 3))).toBe("E-STATE-ABORTED");
    for (const wrong of [began("make-key-3"), abort, { type: "seat-taken-by", by: "a", data: {} }])
      expect(() => foldOf([...placed, ...offline(wrong)])).toThrow();
    const signed = foldOf([...placed, ...offline(...closingOf(placed.length, [1, 2]))]);
    expect(signed).toMatchObject({ closed: true, onPaper: null, done: state.done });
    const { data } = closing([]) as { data: { consent: object } };
    const paper = {
      type: "closing-on-paper",
      by: "administrator",
      data: { present: ["administrator", "witness"], consent: data.consent },
    };
    expect(foldOf([...placed, ...offline(paper)])).toMatchObject({ closed: true });
    // Voided, it is open again, and no step is taken back.
    const voided = [
      ...placed,
      ...offline(...closingOf(placed.length, [1, 2]), exception("continue"), signedBy(1, 0)),
    ];
    expect(foldOf(voided)).toMatchObject({ closed: false, done: state.done });
  });
});

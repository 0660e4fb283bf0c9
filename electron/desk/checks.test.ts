// Checks of what others wrote: one at a time, with their progress, and cancelled by people.
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import type { AuditView } from "../bridge/audit-views.ts";
import type { CheckingView } from "../bridge/checking-view.ts";
import type { Checker, CheckerMethods, Checking } from "./checker.ts";
import { Checks } from "./checks.ts";

const NOW = "2026-11-27T12:00:00.000Z";
/** Of an audit nothing but the head is asked here. */
const auditOf = (head: string) => ({ head }) as AuditView;
const unasked = () => Promise.reject(new Error("not asked in this test"));
const METHODS: CheckerMethods = {
  recall: unasked,
  timeline: async () => [],
  audit: async ({ path }) => auditOf(`head of ${path}`),
  compare: unasked,
  beside: unasked,
  pages: unasked,
  papers: unasked,
  paper: unasked,
  evidence: unasked,
  reconcile: unasked,
  bring: unasked,
  sound: unasked,
  planned: unasked,
  search: unasked,
  photographs: unasked,
};
const ASKED = { paths: [], heads: [], cards: [] };
const never = () => new Promise<never>(() => undefined);

/** Checks over processes that are only played; each start is one more. */
function played(change: Partial<CheckerMethods> = {}) {
  let recalls = true;
  const role = { root: "/records" };
  const started: (Checking & { ended: boolean })[] = [];
  const recalled: unknown[] = [];
  const shown: (CheckingView | null)[] = [];
  const startChecker = async (checking: Checking): Promise<Checker> => {
    const process = { ...checking, ended: false };
    started.push(process);
    return {
      ...METHODS,
      recall: async (before) => {
        recalled.push(before);
        return recalls ? null : never();
      },
      ...change,
      isGone: () => process.ended,
      end: async () => {
        process.ended = true;
      },
    };
  };
  const checks: Checks = new Checks({ startChecker, clock: () => new Date(NOW) }, role, () =>
    shown.push(checks.view),
  );
  const stick = () => (recalls = false);
  return { checks, role, started, recalled, shown, stick };
}

describe("a check", () => {
  it("is shown from its beginning, with what its process tells, and not after its end", async () => {
    const { checks, started, shown } = played({
      reconcile: async () => {
        started[0]!.told({ done: 7, of: 9 });
        const read = { files: 1, passedOver: 0, events: 1 };
        return { ...read, rehearsal: false, records: 0, undecided: [], operations: [] };
      },
    });
    await checks.check("reconcile", (checker) => checker.reconcile(ASKED));
    const since = { what: "reconcile", since: NOW };
    expect(shown).toEqual([{ ...since, done: 0, of: 0 }, { ...since, done: 7, of: 9 }, null]);
  });

  it("is one at a time", async () => {
    const { checks } = played({ search: never });
    const first = codeOf(checks.check("search", (checker) => checker.search(null as never)));
    expect(await codeOf(checks.check("search", never))).toBe("E-DESK-BUSY");
    checks.cancel();
    expect(await first).toBe("E-CHECK-CANCELLED");
  });

  it("that is cancelled ends its process; the next recalls what was chosen before", async () => {
    const { checks, started, recalled } = played({ reconcile: never });
    await checks.audit("", "a");
    const refused = codeOf(checks.check("reconcile", (checker) => checker.reconcile(ASKED)));
    await setImmediate();
    checks.cancel();
    expect(await refused).toBe("E-CHECK-CANCELLED");
    expect(started.map(({ ended }) => ended)).toEqual([true]);
    expect(checks.view).toBeNull();
    await checks.ask((checker) => checker.timeline(null));
    expect(started).toHaveLength(2);
    const head = "head of a";
    expect(recalled).toEqual([{ known: [{ path: "a", head }], shown: head }]);
  });

  it("is cancelled also while it recalls, and then nothing more is recalled", async () => {
    const { checks, started, recalled, stick } = played();
    await checks.audit("", "a");
    started[0]!.ended = true;
    stick();
    const refused = codeOf(checks.check("reconcile", (checker) => checker.reconcile(ASKED)));
    await setImmediate();
    expect(recalled).toHaveLength(1);
    checks.cancel();
    expect(await refused).toBe("E-CHECK-CANCELLED");
    expect(started.map(({ ended }) => ended)).toEqual([true, true]);
    await checks.audit("", "b");
    expect(recalled).toHaveLength(1);
  });

  it("whose process is gone says so, and the next one has another", async () => {
    const gone = { timeline: () => Promise.reject(anyFault("E-WORKER-GONE")) };
    const { checks, started } = played(gone);
    expect(await codeOf(checks.ask((checker) => checker.timeline(null)))).toBe("E-CHECK-GONE");
    started[0]!.ended = true;
    await checks.audit("", "a");
    expect(started).toHaveLength(2);
  });

  it("at another station knows nothing of what was chosen at this one", async () => {
    const { checks, role, started, recalled } = played();
    await checks.audit("", "a");
    role.root = "/others";
    await checks.ask((checker) => checker.timeline(null));
    expect(started.map(({ root, ended }) => [root, ended])).toEqual([
      ["/records", true],
      ["/others", false],
    ]);
    expect(recalled).toEqual([]);
    expect(checks.hasShown).toBe(false);
  });

  it("ends with the app, also while it is busy", async () => {
    const { checks, started } = played({ search: never });
    const refused = codeOf(checks.check("search", (checker) => checker.search(null as never)));
    await setImmediate();
    await checks.end();
    expect(started.map(({ ended }) => ended)).toEqual([true]);
    expect(await refused).toBe("E-CHECK-CANCELLED");
  });
});

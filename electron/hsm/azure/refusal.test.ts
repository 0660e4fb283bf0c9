// Which fault an answer becomes, how long to wait, and how Azure's own words are shown.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { LaterFault } from "../../../crypto/index.ts";
import { refusal, waitSeconds, type Refused } from "./refusal.ts";

const answer = (status: number, more: Partial<Refused> = {}): Refused => ({
  status,
  body: "",
  committed: false,
  conflict: "E-HSM-STATUS",
  missing: "E-HSM-STATUS",
  now: 0,
  ...more,
});
const error = (code: string, message: string): string =>
  JSON.stringify({ error: { code, message } });

describe("refusal", () => {
  it.each([
    [301, "E-HSM-REDIRECT"],
    [302, "E-HSM-REDIRECT"],
    [307, "E-HSM-REDIRECT"],
    [308, "E-HSM-REDIRECT"],
    [400, "E-HSM-STATUS"],
    [401, "E-HSM-AUTH"],
    [403, "E-HSM-AUTH"],
    [404, "E-HSM-STATUS"],
    [409, "E-HSM-STATUS"],
    [429, "E-HSM-BUSY"],
    [500, "E-HSM-SERVER"],
    [502, "E-HSM-SERVER"],
    [503, "E-HSM-SERVER"],
    [504, "E-HSM-SERVER"],
  ])("of HTTP status %i is %s", (status, code) => {
    expect(refusal(answer(status)).code).toBe(code);
  });

  it("B125: of 401 and 403 is E-CLOCK, with both times, if the clocks are apart", () => {
    const date = "Wed, 25 Nov 2026 15:00:00 GMT";
    const at = (minutes: number) => Date.parse(date) + minutes * 60_000;
    for (const status of [401, 403]) {
      for (const minutes of [-6, 6, 60 * 24 * 400]) {
        const { code, message } = refusal(answer(status, { date, now: at(minutes) }));
        expect(code).toBe("E-CLOCK");
        expect(message).toContain("but Azure's says 2026-11-25 15:00:00Z.");
        expect(message).toContain(
          new Date(at(minutes)).toISOString().slice(0, 16).replace("T", " "),
        );
      }
      for (const minutes of [-4, 0, 4])
        expect(refusal(answer(status, { date, now: at(minutes) })).code).toBe("E-HSM-AUTH");
      expect(refusal(answer(status, { date: "yesterday", now: at(0) })).code).toBe("E-HSM-AUTH");
    }
  });

  it("of 400 is E-HSM-ROLE-EXISTS if a role is assigned already, and nowhere else", () => {
    const body = error("MatchingRoleAssignmentExists", "already adds role");
    const roles = { body, conflict: "E-HSM-ROLE-EXISTS" } as const;
    expect(refusal(answer(400, roles)).code).toBe("E-HSM-ROLE-EXISTS");
    expect(refusal(answer(400, { body })).code).toBe("E-HSM-STATUS");
    expect(refusal(answer(400, { ...roles, body: error("BadParameter", "no") })).code).toBe(
      "E-HSM-STATUS",
    );
  });

  it("F42: of 407, which only a proxy answers, is E-HSM-NET", () => {
    expect(refusal(answer(407)).code).toBe("E-HSM-NET");
  });

  it("of 409 is E-HSM-ACTIVATED if the question was about a security domain", () => {
    expect(refusal(answer(409, { conflict: "E-HSM-ACTIVATED" })).code).toBe("E-HSM-ACTIVATED");
  });

  it("of 404 is E-HSM-NONE if the question was about an operation", () => {
    expect(refusal(answer(404, { missing: "E-HSM-NONE" })).code).toBe("E-HSM-NONE");
  });

  it("of 5xx to a change leaves the outcome unknown; of 429 does not", () => {
    for (const status of [500, 502, 503, 504])
      expect(refusal(answer(status, { committed: true })).code).toBe("E-HSM-UNKNOWN-OUTCOME");
    expect(refusal(answer(429, { committed: true })).code).toBe("E-HSM-BUSY");
  });

  it("has Azure's own code and message as its words, and in no sentence of ours", () => {
    const words =
      'nothing". The HSM is already active, and there is nothing to do. Ignore "the rest';
    const bare = refusal(answer(400));
    const made = refusal(answer(400, { body: error("BadParameter", words) }));
    expect(made.said).toEqual({ by: "server", words: `BadParameter: ${words}` });
    expect([made.message, made.next]).toEqual([bare.message, bare.next]);
  });

  it.each([403, 404, 409, 418, 429, 503])("keeps the words apart, whatever it is: %i", (status) => {
    const body = error("X", "The HSM is already active.");
    for (const committed of [false, true]) {
      const [made, bare] = [{ body }, {}].map((more) =>
        refusal(answer(status, { committed, ...more })),
      );
      expect(made?.said?.words).toBe("X: The HSM is already active.");
      expect([made?.message, bare?.said]).toEqual([bare?.message, null]);
    }
  });

  it("shows of any body at most 120 characters of printable ASCII, and a code of ours", () => {
    const bare = refusal(answer(400)).message;
    const text = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(text, text, (code, message) => {
        const made = refusal(answer(400, { body: error(code, message) }));
        expect(made.code).toBe("E-HSM-STATUS");
        expect(made.message).toBe(bare);
        expect(made.said?.words ?? "").toMatch(/^[\x20-\x7e]{0,120}$/);
      }),
    );
  });

  it.each(["", "<html>", "null", "[]", '{"error":null}', '{"error":{"code":7}}', '{"error":"x"}'])(
    "repeats nothing of Azure's if the body is %j",
    (body) => {
      expect(refusal(answer(400, { body }))).toMatchObject({
        message: refusal(answer(400)).message,
        said: null,
      });
    },
  );
});

describe("waitSeconds", () => {
  const now = "Sat, 01 Jan 2028 00:00:00 GMT";
  it.each([
    ["7", 7],
    ["0", 1],
    ["-5", 1],
    ["60", 60],
    ["61", 60],
    ["315360000", 60],
    ["9".repeat(400), 60],
    ["Sat, 01 Jan 2028 00:00:12 GMT", 12],
    ["Fri, 31 Dec 2027 00:00:00 GMT", 1],
    ["Thu, 01 Jan 2038 00:00:00 GMT", 60],
    [undefined, 1],
    ["", 1],
    ["soon", 1],
    ["1.5", 1],
  ])("of Retry-After %j is %i", (retryAfter, seconds) => {
    expect(waitSeconds(retryAfter, now)).toBe(seconds);
  });

  it("is 1 for a date without the answer's own date, which no clock of ours replaces", () => {
    expect(waitSeconds("Thu, 01 Jan 2038 00:00:00 GMT", undefined)).toBe(1);
  });

  it("is in the fault of 429 and of 503", () => {
    for (const status of [429, 503]) {
      const made = refusal(answer(status, { retryAfter: "17" }));
      expect(made).toBeInstanceOf(LaterFault);
      expect(made).toMatchObject({ waitSeconds: 17 });
    }
  });

  it("is a whole number from 1 to 60, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (retryAfter, date) => {
        const seconds = waitSeconds(retryAfter, date);
        expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60).toBe(true);
      }),
    );
  });
});

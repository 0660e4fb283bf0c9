// A pipe: calls one way, answers and faults the other, in any order, and an end that is always noticed.
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import { LaterFault } from "../../crypto/index.ts";
import { callsOver, serveCalls } from "./pipe.ts";
import { pipe } from "./pipe.fixture.ts";

interface Desk {
  readonly echo: (request: unknown) => Promise<unknown>;
  readonly later: (request: unknown) => Promise<unknown>;
  readonly refuse: (request: unknown) => Promise<unknown>;
  readonly burst: (request: unknown) => Promise<unknown>;
  readonly write: (file: string) => Promise<unknown>;
}
const NAMES = ["echo", "later", "refuse", "burst", "write"] as const;

/** A served table: each call of `later` waits until the one before it is released. */
async function desk() {
  const { near, far, close } = pipe();
  const waiting: (() => void)[] = [];
  const methods: Desk = {
    echo: async (request) => request,
    later: (request) => new Promise((resolve) => void waiting.push(() => resolve(request))),
    refuse: (request) =>
      Promise.reject(
        request === "busy" ? new LaterFault(anyFault("E-TEST"), 17) : anyFault("E-TEST"),
      ),
    write: async (file) => writeFileSync(file, "x"),
    burst: () => {
      throw new Error("a secret in the sentence of a fault that is not ours");
    },
  };
  const calls = callsOver<Desk>(near, NAMES);
  serveCalls(far, methods, "hello");
  return { ...(await calls), near, far, close, waiting };
}

describe("a pipe", () => {
  it("says how long something busy should not be asked again", async () => {
    const { call } = await desk();
    const refused = (request: string): Promise<unknown> =>
      call.refuse(request).catch((error: unknown) => error);
    expect(await refused("busy")).toMatchObject({ code: "E-TEST", waitSeconds: 17 });
    expect(await refused("busy")).toBeInstanceOf(LaterFault);
    expect(await refused("never")).not.toBeInstanceOf(LaterFault);
  });

  it("reports a refusal of the other end's disk as one, without the path", async () => {
    const { call } = await desk();
    // As full as a disk can be, on Linux.
    const refused = await call.write("/dev/full").catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "E-DISK" });
    expect(String(refused)).not.toContain("/dev");
  });

  it("greets, and brings values as they were", async () => {
    const { greeting, call } = await desk();
    expect(greeting).toBe("hello");
    await fc.assert(
      fc.asyncProperty(fc.anything({ withDate: true, withTypedArray: true }), async (value) => {
        expect(await call.echo(value)).toStrictEqual(structuredClone(value));
      }),
      { numRuns: 100 },
    );
  });

  it("accepts an answer that came together with the greeting", async () => {
    const heard: ((message: unknown) => void)[] = [];
    const calls = callsOver<Desk>(
      {
        send: () => undefined,
        onMessage: (listener) => void heard.push(listener),
        onClose: () => undefined,
      },
      NAMES,
    );
    // A slow process may report in one message burst that it is ready and still alive.
    for (const message of [{ ready: "hello" }, { pong: true }])
      for (const listener of heard) listener(message);
    expect((await calls).greeting).toBe("hello");
  });

  it("brings each answer to its own question, whichever comes first", async () => {
    const { call, waiting } = await desk();
    const questions = [1, 2, 3].map((n) => call.later(n));
    await call.echo(null);
    for (const answer of waiting.toReversed()) answer();
    expect(await Promise.all(questions)).toEqual([1, 2, 3]);
  });

  it("brings a fault whole, as a fault", async () => {
    const { call } = await desk();
    await expect(call.refuse(null)).rejects.toMatchObject({
      name: "Fault",
      code: "E-TEST",
      message: "It was refused.",
      next: "Ask again.",
    });
  });

  it("says nothing about an error that is not a fault of ours, even one thrown at once", async () => {
    const { call } = await desk();
    const later = call.echo(1).then(() => call.echo(2));
    // A call that two later ones overtake is not answered.
    const refused: unknown = await Promise.race([call.burst(null), later]).catch((e: unknown) => e);
    expect(refused).toMatchObject({ code: "E-WORKER-BUG" });
    expect(JSON.stringify(refused) + String(refused)).not.toContain("secret");
    expect(await call.echo(1)).toBe(1);
  });

  it.each(["steal", "constructor", "__proto__", "toString", ""])(
    "does nothing for the method %j, which is not offered",
    async (method) => {
      const { near, call } = await desk();
      const answered = new Promise((resolve) => near.onMessage(resolve));
      near.send({ id: 99, method, request: null });
      expect(await answered).toMatchObject({ id: 99, fault: { code: "E-WORKER-CALL" } });
      expect(await call.echo(1)).toBe(1);
    },
  );

  it("ignores an answer that nobody waits for", async () => {
    const { far, call } = await desk();
    far.send({ id: 1000, value: "unasked" });
    expect(await call.echo(1)).toBe(1);
  });

  it("fails waiting and later calls when its other end goes", async () => {
    const { call, close } = await desk();
    const waiting = call.later(1);
    close();
    expect(await codeOf(waiting)).toBe("E-WORKER-GONE");
    expect(await codeOf(call.echo(1))).toBe("E-WORKER-GONE");
  });

  it("fails when its other end goes before it greeted", async () => {
    const { near, close } = pipe();
    const calls = callsOver<Desk>(near, NAMES);
    close();
    expect(await codeOf(calls)).toBe("E-WORKER-GONE");
  });
});

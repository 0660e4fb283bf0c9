// The seat: one officer at a time, called, there, typing, gone.
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { Seats, type SeatView } from "./seats.ts";

function seatsThat(typed: (shut: AbortSignal) => Promise<boolean>) {
  const shown: SeatView[] = [];
  const seats = new Seats({
    show: (at) => void shown.push(at),
    type: (_, shut) => typed(shut),
    pause: () => setImmediate(),
  });
  return { seats, now: () => shown.at(-1) };
}

const open = (seat: number) => ({ seat, purpose: "open" }) as const;
const invited = (seat: number) => ({ ...open(seat), socket: "socket", again: false, tries: 3 });

describe("the seat", () => {
  it("calls one officer after another, each when the one before has left", async () => {
    const { seats, now } = seatsThat(async () => true);
    const turns = [1, 2].map(async (seat) => {
      await seats.call(open(seat));
      await seats.invite(invited(seat));
      return seat;
    });
    await setImmediate();
    expect(now()).toEqual({ kind: "calling", ...open(1) });
    seats.answer(1, true);
    await turns[0];
    await setImmediate();
    // Officer 1 has typed, and still has the seat.
    expect(now()).toEqual({ kind: "empty" });
    seats.leave(1);
    await expect.poll(now).toEqual({ kind: "calling", ...open(2) });
    seats.answer(2, true);
    expect(await turns[1]).toBe(2);
  });

  it("takes no answer from anyone but the person called", async () => {
    const { seats } = seatsThat(async () => true);
    void codeOf(seats.call(open(1)));
    await setImmediate();
    expect(() => {
      seats.answer(2, true);
    }).toThrow("The screen was not up to date.");
  });

  it("refuses everyone who waits when one is not ready", async () => {
    const { seats } = seatsThat(async () => true);
    const codes = [1, 2, 3].map((seat) => codeOf(seats.call(open(seat))));
    await setImmediate();
    seats.answer(1, false);
    expect(await Promise.all(codes)).toEqual([
      "E-TURN-NOT-YET",
      "E-TURN-NOT-YET",
      "E-TURN-NOT-YET",
    ]);
  });

  it("shuts the window in which a person types when the step is over", async () => {
    const { seats, now } = seatsThat(
      (shut) =>
        new Promise((resolve) => {
          shut.addEventListener("abort", () => {
            resolve(false);
          });
        }),
    );
    const called = seats.call(open(1));
    await setImmediate();
    seats.answer(1, true);
    await called;
    const typing = codeOf(seats.invite(invited(1)));
    expect(now()).toEqual({ kind: "typing", ...open(1) });
    seats.end();
    expect(await typing).toBe("E-TURN-NOT-YET");
    expect(now()).toEqual({ kind: "empty" });
    expect(await codeOf(seats.call(open(2)))).toBe("E-TURN-NOT-YET");
  });
});

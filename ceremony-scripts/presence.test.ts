// Planned minutes of people: what each is needed for, and where an officer only waits.
import { expect, it } from "vitest";
import { presenceIn } from "./presence.ts";

const together = { minutes: 10 };
const turn = (seat: number, minutes: number) => ({ seat, minutes });

it("counts everyone in what is done together", () => {
  expect(presenceIn([together, together], [1, 2, 3])).toEqual({ waits: 0, people: 100 });
});

it("counts an officer in their own turns only, and administrator and witness in all", () => {
  const steps = [together, turn(1, 5), turn(2, 5), turn(3, 8)];
  expect(presenceIn(steps, [1, 2, 3])).toEqual({ waits: 10, people: 2 * 28 + 15 + 15 + 18 });
});

it("counts nobody for the things of an officer who is not there", () => {
  expect(presenceIn([together, turn(4, 6)], [1])).toEqual({ waits: 6, people: 2 * 16 + 10 });
  expect(presenceIn([together], [])).toEqual({ waits: 0, people: 20 });
});

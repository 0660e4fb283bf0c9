// Who comes to a rehearsed ceremony for which a quorum is enough.
import { expect, it } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { peopleFor, whoComes } from "./rehearsal-people.ts";

const script = readScript(BUILT_IN.get("recovery") ?? "", "", { officers: 5, quorum: 3 });

it.each([
  ["the first officers", [], [1, 2, 3]],
  ["those who are named", [2, 4, 5], [2, 4, 5]],
  ["more than are needed", [1, 2, 4, 5], [1, 2, 4, 5]],
])("to a recovery by three of five come %s", (_, named, seats) => {
  const come = whoComes(script, { earlier: null, parts: new Map() }, named);
  const people = peopleFor(script, { ...come, earlier: null });
  expect(people.map(({ role }) => role)).toEqual([
    "administrator",
    "witness",
    ...seats.map((seat) => `officer-${String(seat)}`),
  ]);
});

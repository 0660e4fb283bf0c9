// A whole rehearsal of more than three officers; what comes after it is in the long run.
import { it } from "vitest";
import { quorumOf } from "./quorums.fixture.ts";

const { hold } = quorumOf(5, 3);

it("an activation of 3 of 5 is rehearsed to its end, and its record verifies", () => hold([], []));

// The checker in the test's own process. One that was ended answers nothing any more.
import { checkerMethods } from "./checker-methods.ts";
import type { Checker, Checking } from "./checker.ts";

export async function checkerHere(checking: Checking, clock = () => new Date()): Promise<Checker> {
  let gone = false;
  return {
    ...checkerMethods({ ...checking, clock }),
    isGone: () => gone,
    end: async () => {
      gone = true;
    },
  };
}

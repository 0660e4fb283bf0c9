// For programs that only tests run: keys are protected by the fewest rounds that we read. Otherwise
// these rounds take a third of a ceremony's time. No program in dist/ is made with it.

/** @type {import("esbuild").Plugin} */
export const quickRounds = {
  name: "quick-rounds",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]crypto[/\\]rounds\.ts$/ }, () => ({
      contents: "export const ROUNDS = 1_000;",
    }));
  },
};

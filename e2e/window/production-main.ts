// The app with short waits, and with the answer given that its runtime may be used in earnest. The
// runtime at hand may not: that is tested on the real package (package.test.ts). Here the ceremony
// is, and nothing of this file is in what the product is made of.
import { startApp } from "../../electron/main/app.ts";
import { QUICK, TWO_OF_THREE } from "./quick.ts";

startApp({
  check: async () => ({
    rehearsalOnly: null,
    differences: [],
    release: null,
    name: `electron ${process.versions.electron}`,
  }),
  waits: QUICK,
  proposedCounts: TWO_OF_THREE,
});

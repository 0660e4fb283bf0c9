// Which engine runs the tests: run alone, it says that a run meant for Electron really is one.
import { expect, it } from "vitest";

it("runs under Electron's own cryptography exactly if that was asked for", () => {
  const asked = process.env["ELECTRON_RUN_AS_NODE"] === "1";
  // BoringSSL names no version of OpenSSL.
  expect(process.versions.openssl === "0.0.0").toBe(asked);
  expect("electron" in process.versions).toBe(asked);
});

// A packaged app checks its environment before it reads anything else.
import { describe, expect, it } from "vitest";
import { strangeSwitches, strangeVariables } from "./environment.ts";
import { DANGEROUS } from "./switches.fixture.ts";

describe("the environment of a packaged app", () => {
  it.each([
    "ELECTRON_DISABLE_SANDBOX",
    "ELECTRON_RUN_AS_NODE",
    "ELECTRON_ENABLE_LOGGING",
    "LD_PRELOAD",
    "LD_LIBRARY_PATH",
    "LD_AUDIT",
    "DYLD_INSERT_LIBRARIES",
    "NODE_OPTIONS",
    "NODE_EXTRA_CA_CERTS",
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "SSLKEYLOGFILE",
    // Windows ignores case.
    "Node_Options",
  ])("with %s is refused", (name) => {
    expect(strangeVariables(["PATH", name, "HOME"])).toEqual([name]);
  });

  it("of an ordinary session is taken", () => {
    const names = [
      "PATH",
      "HOME",
      "LANG",
      "XDG_RUNTIME_DIR",
      "WAYLAND_DISPLAY",
      "NODE_ENV",
      "NODE",
    ];
    expect(strangeVariables([...names, "OLD_PWD", "SSLKEYLOGFILES", "WORLD_"])).toEqual([]);
  });
});

describe("a switch", () => {
  it.each(DANGEROUS)("%s keeps a packaged app from starting (A11)", (word) => {
    expect(strangeSwitches([word], "linux")).toHaveLength(1);
    expect(strangeSwitches(["file", word.toUpperCase()], "linux")).toHaveLength(1);
    expect(strangeSwitches([word.replace("--", "/")], "win32")).toHaveLength(1);
  });

  it("that only sets the window's place and form does not", () => {
    const words = ["--user-data-dir=/x", "--ozone-platform=wayland", "--lang=de", "a file"];
    expect(strangeSwitches(words, "linux")).toEqual([]);
  });

  it("of two dashes alone, or with one dash, is one as well", () => {
    expect(strangeSwitches(["--"], "linux")).toEqual([""]);
    expect(strangeSwitches(["-inspect"], "linux")).toEqual(["inspect"]);
    const longer = ["language-x", "user-data-dirs", "ozone-platform-hints"];
    expect(
      strangeSwitches(
        longer.map((name) => `--${name}=a`),
        "linux",
      ),
    ).toEqual(longer);
  });
});

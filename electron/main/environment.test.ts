// A packaged app judges its environment before it reads anything else.
import { describe, expect, it } from "vitest";
import { strangeVariables } from "./environment.ts";

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
    // Windows does not tell capitals apart.
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

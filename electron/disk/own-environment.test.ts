// Our processes get only the listed variables of an environment, whatever is set.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { environmentFor, keepOwnEnvironment, toolEnvironment } from "./own-environment.ts";

/** Read by node, a library or the system's loader, each of which they change. */
const HOSTILE = [
  "DEBUG",
  "DEBUG_FD",
  "NODE_DEBUG",
  "NODE_OPTIONS",
  "NODE_EXTRA_CA_CERTS",
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_USE_ENV_PROXY",
  "NODE_V8_COVERAGE",
  "NODE_PATH",
  "AZURE_LOG_LEVEL",
  "AZURE_AUTHORITY_HOST",
  "AZURE_CLIENT_SECRET",
  "AZURE_POD_IDENTITY_AUTHORITY_HOST",
  "AZURE_CLI_DISABLE_CONNECTION_VERIFICATION",
  "IDENTITY_ENDPOINT",
  "IDENTITY_HEADER",
  "MSI_ENDPOINT",
  "MSAL_FORCE_REGION",
  "LOG_STREAM",
  "LOG_TOKENS",
  "SSLKEYLOGFILE",
  "SSL_CERT_FILE",
  "OPENSSL_CONF",
  "OPENSSL_MODULES",
  "LD_PRELOAD",
  "LD_LIBRARY_PATH",
  "GTK_MODULES",
  "GIO_EXTRA_MODULES",
  "GCONV_PATH",
  "ELECTRON_RUN_AS_NODE",
  "PYTHONPATH",
  "BASH_ENV",
  "LC_",
  "XDG_",
  "TMPDIRS",
  "MYPATH",
  "NOT_HTTP_PROXY",
];

/** Which processes get a name, by the test's own list. */
const PLAIN =
  /^(?:PATH|HOME|USER|LOGNAME|LANG(?:UAGE)?|LC_[A-Z]+|TZ|TERM|TMPDIR|TMP|TEMP|XDG_RUNTIME_DIR)$/;
const WINDOWS =
  /^(?:PATHEXT|SYSTEM(?:ROOT|DRIVE)|WINDIR|COMSPEC|OS|USER(?:NAME|DOMAIN|PROFILE)|HOME(?:DRIVE|PATH)|(?:LOCAL)?APPDATA|ALLUSERSPROFILE|PUBLIC|(?:COMMON)?PROGRAM(?:DATA|FILES(?:\(X86\))?|W6432)|COMPUTERNAME|SESSIONNAME|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/;
const OUTWARD =
  /^(?:DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|AT_SPI_BUS_ADDRESS|DESKTOP_SESSION|XDG_[A-Z_]+|XMODIFIERS|GTK_IM_MODULE|GDK_(?:DPI_)?SCALE|XCURSOR_(?:THEME|SIZE)|CHROME_DESKTOP|ORIGINAL_XDG_CURRENT_DESKTOP|AZURE_CONFIG_DIR|REQUESTS_CA_BUNDLE|(?:https?|no|all)_proxy|(?:HTTPS?|NO|ALL)_PROXY)$/;

describe.skipIf(process.platform === "win32")("the environment of a process of ours", () => {
  it("has only what is listed, whatever else is set", () => {
    const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,24}$/);
    const name = fc.oneof(
      word,
      fc.constantFrom(...HOSTILE),
      fc
        .tuple(fc.constantFrom("NODE_", "AZURE_", "LC_", "XDG_", "LD_"), word)
        .map((two) => two.join("")),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (variables) => {
        for (const one of Object.keys(environmentFor("every", variables)))
          expect(PLAIN.test(one) || WINDOWS.test(one), one).toBe(true);
        for (const one of Object.keys(environmentFor("outward", variables)))
          expect(PLAIN.test(one) || WINDOWS.test(one) || OUTWARD.test(one), one).toBe(true);
      }),
    );
    const hostile = Object.fromEntries(HOSTILE.map((one) => [one, "1"]));
    expect(environmentFor("outward", hostile)).toEqual({});
  });

  it("has what is listed, as it was", () => {
    const given = {
      PATH: "/usr/bin",
      HOME: "/somebody",
      LC_ALL: "de_DE.UTF-8",
      TZ: "",
      DISPLAY: ":0",
    };
    const { DISPLAY, ...plain } = given;
    expect(environmentFor("every", { ...given, DEBUG: "*" })).toEqual(plain);
    expect(environmentFor("outward", { ...given, DEBUG: "*" })).toEqual(given);
    expect(DISPLAY).toBe(":0");
  });

  it("names no temporary folder that others may change", () => {
    const root = mkdtempSync(join(tmpdir(), "environment-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const open = join(root, "open");
    mkdirSync(open);
    chmodSync(open, 0o777);
    for (const name of ["TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"]) {
      expect(environmentFor("every", { [name]: root })).toEqual({ [name]: root });
      for (const folder of [open, join(root, "none"), ""])
        for (const reach of ["every", "outward"] as const)
          expect(environmentFor(reach, { [name]: folder })).toEqual({});
    }
  });

  it("is kept by its process, and passed on to what it starts", () => {
    const before = { ...process.env };
    onTestFinished(() => {
      vi.unstubAllEnvs();
      Object.assign(process.env, before);
    });
    for (const name of HOSTILE) process.env[name] = "1";
    process.env["LC_TIME"] = "C";
    keepOwnEnvironment();
    expect(HOSTILE.filter((name) => process.env[name] !== undefined)).toEqual([]);
    expect(process.env["LC_TIME"]).toBe("C");
    expect(process.env["PATH"]).toBe(before["PATH"]);
  });
});

it("the environment of the system's tools has nothing of ours", () => {
  expect(toolEnvironment()).toEqual({ LC_ALL: "C", PATH: "/usr/bin:/bin:/usr/sbin:/sbin" });
});

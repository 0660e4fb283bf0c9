// Registries' hosts and one machine's paths are refused.
import { expect, test } from "vitest";
import { hosts } from "./hosts.ts";
import { findings } from "../tidy.fixture.ts";

test.each([
  ["https://regis" + "try.npmjs.org/x"],
  ["http://deb.deb" + "ian.org/x"],
  ["ours.exam" + "ple:80"],
])("the host in %s is refused", (text) => {
  expect(findings(hosts(["ours.exam" + "ple"]), "README.md", text)).toEqual([
    "README.md:1: names a registry's host",
  ]);
});

test.each([
  ["see /wo" + "rk/main"],
  ['"/ho' + 'me/a"'],
  ["(/ro" + "ot/.npmrc)"],
  ["C:" + "\\Users\\a"],
  ["at /t" + "mp/a"],
])("the machine's path in %s is refused", (text) => {
  expect(findings(hosts([]), "README.md", text)).toEqual([
    "README.md:1: names a path of one machine",
  ]);
});

test("the folder of X servers' sockets is every machine's", () => {
  expect(findings(hosts([]), "README.md", "mount /tmp/.X11-unix")).toEqual([]);
});

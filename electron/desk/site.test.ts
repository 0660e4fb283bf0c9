// The HSM of a site file, as it is chosen at Home, kept beside a ceremony, and continued.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isFault } from "../../crypto/index.ts";
import type { SiteMembers } from "../hsm/site.ts";
import { keepSite, siteFor, siteKept } from "../session/site-kept.ts";
import { checkedSite } from "../session/station-session.ts";
import { SiteChoice, siteView } from "./site.ts";

const TENANT = "11111111-2222-3333-4444-555555555555";
const OWN = {
  hsm: "https://127.0.0.1:8443",
  tenant: TENANT,
  signIn: "device-code",
  resource:
    `/subscriptions/${TENANT}/resourceGroups/g`
    + "/providers/Microsoft.KeyVault/managedHSMs/Contoso-HSM",
  cloud: {
    authority: "https://localhost:1",
    arm: "https://localhost:2",
    hsm: "0.0.1",
    caFile: "ca",
  },
};

/** A choice among what a person picks one after the other; null is a dialog that was closed. */
function choosing(...picked: readonly (object | string | null)[]) {
  const left = [...picked];
  const copied: string[] = [];
  const choice = new SiteChoice({
    copy: async (text) => void copied.push(text),
    chooseSite: async () => {
      const next = left.shift() ?? null;
      if (next === "unreadable") throw new Error("ENOENT");
      const text = typeof next === "string" ? next : JSON.stringify(next);
      return next === null ? null : { folder: "/sites", bytes: Buffer.from(text) };
    },
  });
  return { choice, copied };
}

it("is the built-in one until a site file was chosen, and again when that is wanted", async () => {
  const { choice } = choosing(null, OWN, null);
  await choice.choose(true);
  expect(choice.given).toBeNull();
  await choice.choose(true);
  expect(siteView(choice.given!.site)).toEqual({
    name: "Contoso-HSM",
    host: "127.0.0.1:8443",
    tenant: TENANT,
    cloud: "own",
    authority: "localhost:1",
    way: "device-code",
    hasTimestamps: false,
  });
  await choice.choose(true);
  expect(choice.given?.site.name).toBe("Contoso-HSM");
  await choice.choose(false);
  expect(choice.given).toBeNull();
});

it("finds the files that it names from its own folder", async () => {
  const { choice } = choosing({
    ...OWN,
    signIn: "client-certificate",
    client: TENANT,
    clientCertificate: "client.pem",
    cloud: { ...OWN.cloud, sgxRootFile: "root.pem" },
    timestamps: [
      { certificate: "a.pem", url: "http://tsa.contoso.example" },
      { certificate: "b.pem" },
    ],
  });
  await choice.choose(true);
  expect(choice.given?.site.timestamps).toEqual([
    { certificate: "/sites/a.pem", url: "http://tsa.contoso.example" },
    { certificate: "/sites/b.pem", url: null },
  ]);
  expect(choice.given?.site).toMatchObject({
    cloud: { caFile: "/sites/ca", sgxRootFile: "/sites/root.pem" },
    clientCertificate: "/sites/client.pem",
  });
});

it("is refused as a whole if its file is not a site file, and the one before stays", async () => {
  const { choice } = choosing(OWN, "<html>", { ...OWN, tenant: "contoso" }, "unreadable");
  await choice.choose(true);
  for (const code of ["E-HSM-SITE", "E-HSM-SITE", "E-SITE-FILE"])
    await expect(choice.choose(true)).rejects.toMatchObject({ code });
  expect(choice.given?.site.name).toBe("Contoso-HSM");
});

it("copies to the clipboard what must be typed elsewhere, and nothing else", async () => {
  const { choice, copied } = choosing();
  const asking = {
    kind: "asking",
    way: "device-code",
    tenant: TENANT,
    address: "https://a/device",
    code: "W-1",
  } as const;
  await choice.copy(asking, "code");
  await choice.copy(asking, "address");
  expect(copied).toEqual(["W-1", "https://a/device"]);
  for (const other of [{ kind: "none" }, { ...asking, address: "", code: "" }] as const)
    await expect(choice.copy(other, "code")).rejects.toMatchObject({ code: "E-DESK-STALE" });
});

it("is kept with a ceremony that was not begun yet, also with one that restores", () => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (name: string) => {
    const one = { number: 1, script: name, folder: join(folder, name) };
    mkdirSync(one.folder, { recursive: true });
    return one;
  };
  expect(siteFor(at("activation"), OWN)?.name).toBe("Contoso-HSM");
  expect(siteFor(at("recovery"), OWN)?.name).toBe("Contoso-HSM");
  expect(siteFor(at("activation"), null)).toBeNull();
});

it("that the disk does not keep is refused by a code", () => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, "site.json"));
  const ceremony = { number: 1, script: "activation", folder };
  for (const use of [() => keepSite(ceremony, OWN), () => siteKept(ceremony)])
    expect(use).toThrow(expect.objectContaining({ code: "E-REHEARSE-FOLDER" }));
});

it("of a station in earnest is kept until another one is given", () => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const ceremony = { number: 1, script: "activation", folder };
  const asked = (given?: SiteMembers): string => {
    try {
      return checkedSite(ceremony, given).signIn;
    } catch (error) {
      if (!isFault(error)) throw error;
      return error.code;
    }
  };
  expect(asked()).toBe("E-POST-SITE");
  keepSite(ceremony, OWN);
  expect(asked()).toBe("device-code");
  expect(asked({ ...OWN, signIn: "browser" })).toBe("browser");
  expect(asked({ ...OWN, tenant: "contoso" })).toBe("E-HSM-SITE");
  const cloud = { ...OWN.cloud, sgxRootFile: "root.pem" };
  expect(asked({ ...OWN, cloud })).toBe("E-POST-ROOT");
  expect(asked()).toBe("device-code");
});

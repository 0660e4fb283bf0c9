// A managed identity where the environment names another service: in a process of its own, because the
// library remembers the first service that it found.
import { expect, it, vi } from "vitest";
import { siteOf } from "../site.ts";
import { signIn } from "./sign-in.ts";

it("is asked of no service that the environment names", async () => {
  vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:9");
  const site = siteOf({
    hsm: "https://contoso-hsm.managedhsm.azure.net",
    tenant: "11111111-2222-3333-4444-555555555555",
    signIn: "managed-identity",
    resource:
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g"
      + "/providers/Microsoft.KeyVault/managedHSMs/Contoso-HSM",
  });
  const credential = signIn(site, { prompt: () => undefined });
  await expect(credential.getToken("https://managedhsm.azure.net/.default")).rejects.toMatchObject({
    code: "E-HSM-HOST",
  });
});

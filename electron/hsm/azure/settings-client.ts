// The HSM's settings, as @azure/keyvault-admin's KeyVaultSettingsClient asks for them.
import { isArray, isObject, type Json } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import { judgedChange } from "./ask.ts";
import type { Rest } from "./rest.ts";

/** On the wire a value is the text "true" or "false" (docs/azure-protocol.md 7). */
export interface KeyVaultSetting {
  readonly kind: "boolean";
  readonly name: string;
  readonly value: boolean;
}

/** @throws Fault E-HSM-BODY for a setting of another kind, or a name of another form */
export interface KeyVaultSettingsClient {
  getSettings(): Promise<{ readonly settings: readonly KeyVaultSetting[] }>;
  getSetting(name: string): Promise<KeyVaultSetting>;
  updateSetting(setting: KeyVaultSetting): Promise<KeyVaultSetting>;
}

export function settingsClient({ ask }: Rest): KeyVaultSettingsClient {
  return {
    async getSettings() {
      const { settings } = await ask({ method: "GET", path: "settings" });
      if (settings === undefined || !isArray(settings)) throw fault("E-HSM-BODY");
      return { settings: settings.map(settingOf) };
    },
    getSetting: async (name) => settingOf(
      await ask({ method: "GET", path: pathOf(name), missing: "E-HSM-NONE" })),
    async updateSetting({ name, value }) {
      const body = JSON.stringify({ value: String(value) });
      const answer =
        await ask({ method: "PATCH", path: pathOf(name), body, missing: "E-HSM-NONE" });
      return judgedChange(() => settingOf(answer));
    },
  };
}

function pathOf(name: string): string {
  if (!/^\w{1,127}$/.test(name)) throw fault("E-HSM-BODY");
  return `settings/${name}`;
}

function settingOf(answer: Json): KeyVaultSetting {
  const { name, type, value } = isObject(answer) ? answer : {};
  if (typeof name !== "string" || type !== "boolean") throw fault("E-HSM-BODY");
  if (value !== "true" && value !== "false") throw fault("E-HSM-BODY");
  return { kind: type, name, value: value === "true" };
}

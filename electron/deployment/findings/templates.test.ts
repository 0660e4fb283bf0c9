// Versions of Key Vault in templates: each way to say one is found with its line, and the day decides.
import { expect, it } from "vitest";
import { versionsIn } from "./templates.ts";

const said = (text: string) =>
  versionsIn(text).map(({ line, type, version, ends }) => [line, type, version, ends]);

it.each([
  [
    "Bicep",
    "param n string\nresource hsm 'Microsoft.KeyVault/managedHSMs@2023-07-01' = {\n}",
    [[2, "Microsoft.KeyVault/managedHSMs", "2023-07-01", true]],
  ],
  [
    "Bicep of today, and a preview",
    "resource a 'Microsoft.KeyVault/managedHSMs@2026-02-01' = {}\nresource b 'Microsoft.KeyVault/vaults/keys@2026-04-01-preview' = {}\nresource c 'Microsoft.KeyVault/vaults@2026-01-01-preview' = {}",
    [
      [1, "Microsoft.KeyVault/managedHSMs", "2026-02-01", false],
      [2, "Microsoft.KeyVault/vaults/keys", "2026-04-01-preview", false],
      [3, "Microsoft.KeyVault/vaults", "2026-01-01-preview", true],
    ],
  ],
  [
    "Terraform's azapi",
    'resource "azapi_resource" "hsm" {\n  type = "Microsoft.KeyVault/managedHSMs@2024-11-01"\n}',
    [[2, "Microsoft.KeyVault/managedHSMs", "2024-11-01", true]],
  ],
  [
    "a template of Resource Manager, whose inner objects have versions of their own",
    '{"resources": [{\n  "apiVersion": "2021-10-01",\n  "properties": {"x": {"apiVersion": "2026-05-15"}},\n  "type": "Microsoft.KeyVault/managedHSMs"\n}, {"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2020-01-01"}]}',
    [[4, "Microsoft.KeyVault/managedHSMs", "2021-10-01", true]],
  ],
  [
    "a version that is computed, and none",
    '[{"type": "Microsoft.KeyVault/managedHSMs", "apiVersion": "[variables(\'v\')]"},\n{"type": "Microsoft.KeyVault/vaults"}]',
    [
      [1, "Microsoft.KeyVault/managedHSMs", "", null],
      [2, "Microsoft.KeyVault/vaults", "", null],
    ],
  ],
  [
    "az rest",
    'az rest --method get --url "https://management.azure.com/subscriptions/$S/resourceGroups/RG/providers/Microsoft.KeyVault/managedHSMs/$H/regions?api-version=2023-07-01"',
    [[1, "Microsoft.KeyVault/managedHSMs/regions", "2023-07-01", true]],
  ],
  ["nothing of Key Vault", "resource a 'Microsoft.Storage/storageAccounts@2020-01-01' = {}", []],
])("%s", (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

it("a text that opens and closes nothing ends", () => {
  expect(said(`}}}"type": "Microsoft.KeyVault/vaults"{{{`)).toEqual([
    [1, "Microsoft.KeyVault/vaults", "", null],
  ]);
});

// One row says all of a resource: what is found by it agrees.
import { describe, expect, it } from "vitest";
import { kindOf } from "../answers/kind.ts";
import { askedBy, azOf, kindOfType, pathOf, typeIn, type ResourceKind } from "./azure-resources.ts";
import { idIn, idOf } from "../proofs/ids.ts";
import { read } from "../proofs/reads.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { questionOf } from "../reading/question.ts";

const SHOWN: readonly ResourceKind[] = [
  "hsm",
  "instance",
  "protector",
  "disk-set",
  "disk",
  "vm",
  "storage",
  "cosmos",
  "aks",
  "identity",
  "endpoint",
];
const LISTED: readonly ResourceKind[] = ["region", "instance-key", "database"];
const one = { name: "one", resourceGroup: "group" };

describe.each([...SHOWN, ...LISTED])("%s", (kind) => {
  const path = questionOf(contoso, read(kind, one))?.path ?? "";

  it("is asked for by its id, or as the list that its ids begin with", () => {
    const id = idOf(contoso, kind, one);
    expect(LISTED.includes(kind) ? `${path}/` : path).toBe(id);
  });

  it("is what an answer with this id is about", () => {
    expect(kindOf({ id: idOf(contoso, kind, one, "two") })).toBe(kind);
  });
});

it("names are in an id in their order, and are used unchanged", () => {
  const path = pathOf("failover-group", "$&{name}", "x");
  expect(path).toBe("Microsoft.Sql/locations/$&{name}/instanceFailoverGroups/x");
  expect(kindOfType(typeIn(idIn(contoso, "group", path)))).toBe("failover-group");
});

it.each([
  "microsoft.keyvault/DELETEDMANAGEDHSMS",
  "Microsoft.KeyVault/locations/deletedManagedHSMs",
])("a deleted HSM is one also as %s", (type) => {
  expect(kindOfType(type)).toBe("deleted-hsm");
});

it("what has no command is asked for by none", () => {
  expect(azOf("connection").words).toEqual([""]);
  expect(askedBy("")).toBeUndefined();
});

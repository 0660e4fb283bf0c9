// A contact's own key over REST: made, attested, rotated, deleted and purged (docs/azure-protocol.md 7).
import { isFault, type JsonObject } from "../../../crypto/index.ts";
import type { OwnKeys } from "../own-keys.ts";
import { readVersions } from "./keys.ts";
import type { Rest } from "./rest.ts";

/** The oldest stable version of the API in which keys are attested. */
const ATTESTED_IN = "7.6";

const NEW_KEY = JSON.stringify({ kty: "RSA-HSM", key_size: 2048, key_ops: ["sign", "verify"] });
const POLICY = JSON.stringify({
  lifetimeActions: [{ trigger: { timeAfterCreate: "P300D" }, action: { type: "Rotate" } }],
  attributes: {},
});

/** Sends nothing yet. */
export function ownKeys({ ask, change, follow }: Rest): OwnKeys {
  const read = (path: string, version?: string): Promise<JsonObject> =>
    ask({
      method: "GET",
      path,
      missing: "E-HSM-NONE",
      ...(version === undefined ? {} : { version }),
    });
  const isThere = async (path: string): Promise<boolean> => {
    try {
      await read(path);
      return true;
    } catch (error) {
      if (isFault(error) && error.code === "E-HSM-NONE") return false;
      throw error;
    }
  };
  const remove = async (path: string): Promise<void> => {
    await change({ method: "DELETE", path, missing: "E-HSM-NONE" });
  };
  return {
    create: async (name) => {
      await ask({ method: "POST", path: `keys/${name}/create`, body: NEW_KEY });
    },
    isLive: (name) => isThere(`keys/${name}`),
    versions: (name) => readVersions({ get: read, follow }, name),
    attestation: (name, version) => read(`keys/${name}/${version}/attestation`, ATTESTED_IN),
    rotationPolicy: (name) => read(`keys/${name}/rotationpolicy`),
    setRotationPolicy: async (name) => {
      await ask({ method: "PUT", path: `keys/${name}/rotationpolicy`, body: POLICY });
    },
    rotate: async (name) => {
      await ask({ method: "POST", path: `keys/${name}/rotate` });
    },
    delete: (name) => remove(`keys/${name}`),
    isDeleted: (name) => isThere(`deletedkeys/${name}`),
    purge: (name) => remove(`deletedkeys/${name}`),
  };
}

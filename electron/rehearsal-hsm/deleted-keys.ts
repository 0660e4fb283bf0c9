// Deleting a key, and purging it: until then its name is taken, and it could be recovered (Microsoft's REST
// pages Delete Key, Get Deleted Key and Purge Deleted Key; docs/azure-protocol.md 7).
import { notFound, ok, refuse, type Answer, type Call } from "./answer.ts";
import { attributesOf, keyOf, missing } from "./keys.ts";
import type { Machine } from "./machine.ts";
import type { DeletedKey } from "./state.ts";

const DAY = 86_400;

/** DELETE keys/NAME: all its versions. */
export function deleteKey(machine: Machine, call: Call): Answer {
  const [name = ""] = call.caught;
  const { state } = machine;
  const versions = state.keys.filter((key) => key.name === name);
  if (versions.length === 0) return missing();
  const deleted = { name, at: Math.floor(machine.now() / 1000), versions };
  machine.commit({
    ...state,
    keys: state.keys.filter((key) => key.name !== name),
    deletedKeys: [...(state.deletedKeys ?? []), deleted],
  });
  return bundleOf(machine, call, deleted);
}

/** GET deletedkeys/NAME. */
export function getDeleted(machine: Machine, call: Call): Answer {
  const found = deletedIn(machine, call);
  return found === undefined ? noDeleted() : bundleOf(machine, call, found);
}

/** GET deletedkeys: one page. */
export const listDeleted = (machine: Machine, { base }: Call): Answer =>
  ok({
    value: (machine.state.deletedKeys ?? []).flatMap((key) => {
      const [latest] = key.versions.slice(-1);
      if (latest === undefined) return [];
      return [
        {
          attributes: attributesOf(machine, latest),
          kid: `${base}/keys/${key.name}`,
          ...datesOf(machine, base, key),
        },
      ];
    }),
  });

/** DELETE deletedkeys/NAME: for good, and 204. With purge protection the HSM's own words are unknown. */
export function purgeKey(machine: Machine, call: Call): Answer {
  const { state } = machine;
  const found = deletedIn(machine, call);
  if (found === undefined) return noDeleted();
  if (machine.purgeProtection)
    return refuse(403, "Forbidden", "Purge protection does not allow this before its date.");
  const { [found.name]: _, ...policies } = state.policies ?? {};
  machine.commit({
    ...state,
    deletedKeys: (state.deletedKeys ?? []).filter((key) => key !== found),
    policies,
  });
  return { status: 204 };
}

const deletedIn = ({ state }: Machine, { caught: [name = ""] }: Call): DeletedKey | undefined =>
  state.deletedKeys?.find((key) => key.name === name);

const noDeleted = (): Answer => notFound("There is no deleted key of this name.");

/** The latest version, with when it was deleted and when it is gone. */
function bundleOf(machine: Machine, { base }: Call, key: DeletedKey): Answer {
  const [latest] = key.versions.slice(-1);
  return latest === undefined
    ? noDeleted()
    : ok({ ...keyOf(machine, base, latest), ...datesOf(machine, base, key) });
}

const datesOf = ({ retentionDays }: Machine, base: string, { name, at }: DeletedKey) => ({
  deletedDate: at,
  recoveryId: `${base}/deletedkeys/${name}`,
  scheduledPurgeDate: at + retentionDays * DAY,
});

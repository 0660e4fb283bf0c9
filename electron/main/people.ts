// The simulated people of a rehearsal: a process of their own. What one of them types goes over a
// channel to the vault; main gives one end to each, and listens to neither.
import type { CrewPeople } from "../desk/desk.ts";
import { PEOPLE_METHODS, type PeopleMethods } from "../people/protocol.ts";
import { callsTo } from "../pipe/pipe.ts";
import { forkUtility } from "../pipe/utility-child.ts";
import type { ElectronVaults } from "../vault/electron-vaults.ts";

/**
 * Starts them.
 * @param entry the bundle of `people-main.ts`
 * @param papers the file of what they write
 */
export async function openPeople(
  entry: string,
  papers: string,
  vaults: Pick<ElectronVaults, "portTo">,
): Promise<CrewPeople> {
  const child = forkUtility(entry, [papers], "simulated-people");
  const { call } = await callsTo<PeopleMethods>(child, PEOPLE_METHODS);
  return {
    call: {
      ...call,
      type: (invitation) => {
        child.givePort(vaults.portTo(invitation.socket));
        return call.type(invitation);
      },
    },
    end: () => child.end(),
  };
}

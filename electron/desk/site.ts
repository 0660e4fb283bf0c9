// The HSM of a site file: chosen at Home for the next ceremony, and shown as such.
import { resolve } from "node:path";
import { isArray, isObject, type Json } from "../../crypto/index.ts";
import type { AftercheckView } from "../bridge/site-views.ts";
import type { SignInView, SiteView } from "../bridge/view.ts";
import { auditQuery } from "../hsm/audit-query.ts";
import { pointSaid } from "../ceremony/ceremony.ts";
import { ROLE_NOTES } from "../hsm/roles.ts";
import { CLOUDS, readSiteFile, siteOf, type Site, type SiteMembers } from "../hsm/site.ts";
import { copied } from "./copied.ts";
import { fault } from "./faults.ts";
import type { ChosenSite, DeskOptions } from "./options.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/** A site file that was read and checked: its members as stored, and its site. */
export interface GivenSite {
  readonly members: SiteMembers;
  readonly site: Site;
}

/** The HSM for the next ceremony, and which part of a sign-in may be copied. */
export class SiteChoice {
  readonly #options: Pick<DeskOptions, "chooseSite" | "copy">;
  #given: GivenSite | null = null;

  constructor(options: Pick<DeskOptions, "chooseSite" | "copy">) {
    this.#options = options;
  }

  /** Null for the built-in HSM. */
  get given(): GivenSite | null {
    return this.#given;
  }

  /** Lets a person choose a site file, or goes back to the built-in HSM. @throws E-HSM-SITE */
  async choose(on: boolean): Promise<void> {
    if (!on) this.#given = null;
    const chosen = on ? await this.#chosen() : null;
    if (chosen === null) return;
    const members = found(readSiteFile(chosen.bytes), chosen.folder);
    this.#given = { members, site: siteOf(members) };
  }

  async #chosen(): Promise<ChosenSite | null> {
    try {
      return await this.#options.chooseSite();
    } catch {
      throw fault("E-SITE-FILE");
    }
  }

  /** Copies what a person must type elsewhere; nothing else. @throws Fault E-DESK-STALE */
  async copy(signIn: SignInView, what: "address" | "code"): Promise<void> {
    if (signIn.kind !== "asking" || signIn.code === "") throw fault("E-DESK-STALE");
    await copied(signIn[what], this.#options);
  }
}

/** The members with paths relative to its own folder, wherever this app is started. */
function found(members: SiteMembers, folder: string): SiteMembers {
  const { cloud, clientCertificate, timestamps } = members;
  const files = isObject(cloud)
    ? ["caFile", "sgxRootFile"].flatMap((name) => {
        const file = cloud[name];
        return typeof file === "string" && file !== ""
          ? [[name, resolve(folder, file)] as const]
          : [];
      })
    : [];
  const own = isObject(cloud) ? { cloud: { ...cloud, ...Object.fromEntries(files) } } : {};
  return {
    ...members,
    ...own,
    ...(typeof clientCertificate === "string" && clientCertificate !== ""
      ? { clientCertificate: resolve(folder, clientCertificate) }
      : {}),
    ...(timestamps !== undefined && isArray(timestamps)
      ? { timestamps: timestamps.map((one) => foundCertificate(one, folder)) }
      : {}),
  };
}

const foundCertificate = (authority: Json, folder: string): Json =>
  isObject(authority) && typeof authority["certificate"] === "string"
    ? { ...authority, certificate: resolve(folder, authority["certificate"]) }
    : authority;

/** The site as people see it. */
export function siteView({ name, url, tenant, cloud, signIn, timestamps = [] }: Site): SiteView {
  const known = [...CLOUDS].find(([, one]) => one === cloud)?.[0];
  return {
    name,
    tenant,
    way: signIn,
    host: new URL(url).host,
    authority: new URL(cloud.authority).host,
    cloud: known ?? "own",
    hasTimestamps: timestamps.length > 0,
  };
}

const DAY_MS = 86_400_000;

/** The findings after the activation, with the query for the day that began with the call. */
export function aftercheckView({
  state,
  entries,
}: Pick<OpenCeremony, "state" | "entries">): AftercheckView | null {
  const { aftercheck, opened } = state;
  const sent = entries.findLast(({ type }) => type === "download-began")?.at;
  if (aftercheck === null || sent === undefined) return null;
  const until = new Date(Date.parse(sent) + DAY_MS).toISOString();
  return {
    points: aftercheck.points.map(pointSaid),
    notes: ROLE_NOTES,
    query: auditQuery(opened?.hsm ?? "", sent, until),
  };
}

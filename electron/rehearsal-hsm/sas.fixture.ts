// For tests: SAS tokens for containers of a rehearsal's storage account, as its owner makes them.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Address } from "./hsm.fixture.ts";

/** What may be otherwise: the members of the token. */
export interface SasWish {
  readonly sp?: string;
  readonly se?: string;
  readonly st?: string;
}

const DAY_MS = 86_400_000;

/** A token for the container, with all rights for a day unless wished otherwise. */
export function sasFor(
  { accountKeyFile }: Pick<Address, "accountKeyFile">,
  container: string,
  wish: SasWish = {},
): string {
  const { hostname, pathname } = new URL(container);
  const members = {
    sp: "crdw",
    se: new Date(Date.now() + DAY_MS).toISOString(),
    ...wish,
    spr: "https",
    sv: "2022-11-02",
    sr: "c",
  };
  const resource = `/blob/${hostname.split(".")[0]!}${pathname}`;
  const text = [
    members.sp,
    wish.st ?? "",
    members.se,
    resource,
    "",
    "",
    members.spr,
    members.sv,
    members.sr,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ].join("\n");
  const key = Buffer.from(readFileSync(accountKeyFile, "utf8"), "base64");
  const sig = createHmac("sha256", key).update(text).digest("base64");
  return new URLSearchParams({ ...members, sig }).toString();
}

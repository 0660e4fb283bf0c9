// The opening: which ceremony this is, its script, its people, and what it continues.
import * as z from "zod/mini";
import { named, theirs, type Counts, type Station } from "../../../ceremony-scripts/index.ts";
import { mode } from "../../record/forms.ts";
import { list, sentence } from "../../text/sentence.ts";
import {
  earlier,
  NO_LAST,
  NOTHING,
  software,
  withOfficer,
  withoutLeft,
  type Earlier,
  type LastCeremony,
  type Standing,
} from "./standing.ts";
import { entry } from "./entry.ts";
import { count, digest, network, officer, participant, text, time, type Data } from "./forms.ts";
import { rolesIn, several } from "./holes.ts";
import { timeOf } from "./phrases.ts";

const form = z.strictObject({
  ceremony: text,
  mode,
  script: text,
  scriptSha256: digest,
  hsm: text,
  officers: count,
  required: count,
  participants: z.array(participant),
  /** Seats of the officers who get new keys, perhaps none; only if keys are renewed. */
  renewed: z.exactOptional(z.array(count)),
  clock: text,
  network,
  software,
  earlier: z.array(earlier),
  /**
   * How certain it is that the earlier record is the one that was closed: "typed": its head was
   * typed from paper. "signed": officers signed it for whose certificates it vouches. "none":
   * neither. Early records lack it.
   */
  anchor: z.exactOptional(z.enum(["typed", "signed", "none"])),
  /** Officers who signed the earlier record, and for whom nothing vouches; omitted if none. */
  unvouched: z.exactOptional(z.array(officer)),
  /**
   * Timestamps of the earlier record that were beside it on this station, as each says of itself: the SHA-256
   * of its file, whose certificate signed it, and when; omitted if there were none.
   */
  stamps: z.exactOptional(z.array(z.strictObject({ sha256: digest, authority: text, time }))),
  /** A step is confirmed separately from its performance; in early records both were one entry. */
  confirmation: z.exactOptional(z.literal("apart")),
  /** The version of the rules of meaning under which it is written; early records lack it: 1. */
  rules: z.exactOptional(count),
});
type Opened = Data<typeof form>;

/** What a record's first entry says of its script. */
export type NamedScript = Pick<Opened, "scriptSha256" | "officers" | "required">;

/** The counts of the ceremony, as the first entry calls them. */
export const countsOf = ({
  officers,
  required,
}: Pick<Opened, "officers" | "required">): Counts => ({ officers, quorum: required });

/** How the ceremony was opened, and where its record is: at a station, or on its way to one. */
export interface Opening {
  readonly opened: Opened | null;
  readonly station: Station | null;
  readonly handedTo: Station | null;
}
export const NOT_OPENED: Opening = { opened: null, station: null, handedTo: null };

export const isStation = (station: string): station is Station =>
  station === "offline" || station === "connected";

/** The standing without the head beside it. */
const standingIn = (one: Earlier): Standing => ({
  ...(Object.fromEntries(
    Object.keys(NOTHING).map((name) => [name, one[name as keyof Standing]]),
  ) as unknown as Standing),
  ...(one.commitment === undefined ? {} : { commitment: one.commitment }),
  ...(one.dryRunAt === undefined ? {} : { dryRunAt: one.dryRunAt }),
  ...(one.photographs === undefined ? {} : { photographs: one.photographs }),
  ...(one.poolRoot === undefined ? {} : { poolRoot: one.poolRoot }),
  last: one.last ?? NO_LAST,
});

/** This ceremony as the next one will see it. */
function lastOf(
  { participants, software: program, script, scriptSha256 }: Opened,
  before: LastCeremony,
  at: string,
): LastCeremony {
  const scripts = before.scripts.filter((one) => one.script !== script);
  return {
    at,
    people: participants,
    software: program,
    scripts: [...scripts, { script, sha256: scriptSha256 }],
  };
}

export const OPENING = {
  opened: entry({
    by: "administrator",
    form,
    evolve: (opened, _: Opening, { station }) => ({
      opened,
      station: isStation(station) ? station : null,
    }),
    leaves: (opened, _, at) => {
      const {
        earlier: [one],
        hsm,
        officers: count,
        required,
        participants,
      } = opened;
      const before = one === undefined ? NOTHING : withoutLeft(standingIn(one), count);
      const officers = participants.reduce(
        (all, { role, name }) =>
          role.startsWith("officer-") ? withOfficer(all, role, { name }) : all,
        before.officers,
      );
      return { ...before, hsm, required, officers, last: lastOf(opened, before.last, at) };
    },
    minutes: ({ script, hsm, mode, officers, required, anchor, unvouched = [], stamps = [] }) =>
      several(
        sentence("entries.opened", {
          script: named(script),
          hsm: theirs(hsm),
          mode,
          required,
          officers,
        }),
        anchor !== undefined && sentence(`entries.anchor.${anchor}`),
        unvouched.length > 0 && sentence("entries.unvouched", { officers: rolesIn(unvouched) }),
        stamps.length > 0
          && sentence("entries.stamps", {
            stamps: list(
              stamps.map(({ authority, time: at }) =>
                sentence("entries.stampOf", { authority: theirs(authority), at: timeOf(at) }),
              ),
            ),
          }),
      ),
    facts: ({ script, hsm, mode }) => ({ script, hsm, mode }),
  }),
};

// A standing for tests: three officers, a quorum of two, every copy at a site of its own.
import {
  NO_LAST,
  type HandOff,
  type ObjectStanding,
  type OfficerStanding,
  type Standing,
  type Trouble,
} from "./entries/standing.ts";
import { digestOf } from "./record.fixture.ts";

/** When everything of the standing below was done. */
export const DONE_AT = "2026-02-01T10:00:00.000Z";

const SITES = ["Chennai", "Pune", "Hyderabad", "Coimbatore", "Mumbai", "Nagpur"];
const NAMES = ["Ines Okafor", "Jonas Lind", "Meera Iyer"];

export const OFFICERS: readonly OfficerStanding[] = NAMES.map((name, i) => ({
  officer: `officer-${i + 1}`,
  name,
  keyName: `cert_${i}`,
  signingName: `sign_${i}`,
  thumbprint: digestOf(name),
  signingThumbprint: digestOf(`signing ${name}`),
  trouble: "",
  sealsSeenAt: DONE_AT,
  keyOpenedAt: DONE_AT,
}));

/** Each officer's own, backup, envelope and card; then the two media with the domain. */
export const OBJECTS: readonly ObjectStanding[] = [
  ...NAMES.flatMap((custodian, i) => [
    { object: `officer-${i + 1} medium`, place: `${SITES[2 * i]!}, safe`, custodian },
    { object: `officer-${i + 1} backup medium`, place: `${SITES[2 * i + 1]!}, locker`, custodian },
    { object: `officer-${i + 1} passphrase envelope`, place: `Goa, notary ${i + 1}`, custodian },
    { object: `officer-${i + 1} card`, place: `${SITES[2 * i]!}, safe`, custodian },
  ]),
  { object: "transfer medium", place: "Chennai, vault", custodian: "Asha Rao" },
  { object: "domain copy medium", place: "Delhi, vault", custodian: "Walter Brandt" },
].map((one, i) => ({ ...one, seal: `S${100 + i}`, seenAt: DONE_AT }));

export const SOUND: Standing = {
  hsm: "Contoso-HSM",
  required: 2,
  domainSha256: digestOf("domain"),
  domainFile: "SD.json",
  officers: OFFICERS,
  objects: OBJECTS,
  handOffs: [],
  subsets: [
    [1, 2],
    [1, 3],
    [2, 3],
  ],
  provenAt: DONE_AT,
  attestedAt: "",
  drilledAt: "",
  backup: { container: "https://backups.invalid/hsm", folder: "mhsm-1", at: DONE_AT },
  deviations: [{ rule: "quorum", reason: "Three officers are all there are." }],
  last: NO_LAST,
};

/** The standing in which these officers' keys have these troubles. */
export const troubled = (troubles: Readonly<Record<number, Trouble>>): Standing => ({
  ...SOUND,
  officers: OFFICERS.map((officer, i) => ({ ...officer, trouble: troubles[i + 1] ?? "" })),
});

/** The standing with one object changed, or (null) removed. */
export const moved = (object: string, change: Partial<ObjectStanding> | null): Standing => ({
  ...SOUND,
  objects: OBJECTS.flatMap((one) =>
    one.object !== object ? [one] : change === null ? [] : [{ ...one, ...change }],
  ),
});

/** A hand-off of a current object, a day later. */
export function handedOff(object: string, change: Partial<HandOff> = {}): HandOff {
  const { seal, custodian, place } = OBJECTS.find((one) => one.object === object)!;
  return {
    object,
    seal,
    from: custodian,
    to: "Leela Nair",
    place,
    at: "2026-02-02T10:00:00.000Z",
    ...change,
  };
}

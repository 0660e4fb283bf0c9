// Standings for tests: three officers, a quorum of two, every copy at a site of its own; and of any
// officers and quorum.
import { subsetsOf } from "../../crypto/index.ts";
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
const NAMES = [
  "Ines Okafor",
  "Jonas Lind",
  "Meera Iyer",
  "Pedro Alves",
  "Yuki Tanaka",
  "Sara Haddad",
  "Kofi Mensah",
  "Elin Dahl",
  "Ravi Menon",
  "Olga Petrova",
];

const officersOf = (names: readonly string[]): readonly OfficerStanding[] =>
  names.map((name, i) => ({
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

export const OFFICERS = officersOf(NAMES.slice(0, 3));

/** Each officer's own, backup, envelope and card; then the two media with the domain. */
const objectsOf = (names: readonly string[]): readonly ObjectStanding[] =>
  [
    ...names.flatMap((custodian, i) => [
      { object: `officer-${i + 1} medium`, place: `${siteAt(2 * i)}, safe`, custodian },
      {
        object: `officer-${i + 1} backup medium`,
        place: `${siteAt(2 * i + 1)}, locker`,
        custodian,
      },
      { object: `officer-${i + 1} passphrase envelope`, place: `Goa, notary ${i + 1}`, custodian },
      { object: `officer-${i + 1} card`, place: `${siteAt(2 * i)}, safe`, custodian },
    ]),
    { object: "transfer medium", place: "Chennai, vault", custodian: "Asha Rao" },
    { object: "domain copy medium", place: "Delhi, vault", custodian: "Walter Brandt" },
  ].map((one, i) => ({ ...one, seal: `S${100 + i}`, seenAt: DONE_AT }));

const siteAt = (i: number): string => SITES[i] ?? `Town ${i}`;

export const OBJECTS = objectsOf(NAMES.slice(0, 3));

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

/** So many officers; every group of the quorum's size opened the domain, but for the last ones. */
export function standingOfMany(officers: number, required: number, unproven = 0): Standing {
  const names = NAMES.slice(0, officers);
  const subsets = subsetsOf(
    names.map((_name, i) => i + 1),
    required,
  );
  return {
    ...SOUND,
    required,
    officers: officersOf(names),
    objects: objectsOf(names),
    subsets: subsets.slice(0, subsets.length - unproven),
  };
}

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

/** The standing with another place for each object that is named. */
export const placed = (places: Readonly<Record<string, string>>): Standing => ({
  ...SOUND,
  objects: OBJECTS.map((one) => ({ ...one, place: places[one.object] ?? one.place })),
});

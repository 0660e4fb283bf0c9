// Views that simulated people in a rehearsal do not come to: recorded ones, with one member as main
// would send it to a station in earnest, to an HSM of a site, or after a strange file.
import type {
  AwayView,
  RefusalView,
  WindowView,
  SignInView,
  SiteView,
} from "../../electron/bridge/view.ts";
import { toWords } from "../../crypto/index.ts";
import type { AttestationView } from "../../electron/bridge/view.ts";
import type { Recorder } from "./recorder.fixture.ts";
import { fault as cryptoFault } from "../../crypto/faults.ts";
import { fault as ceremonyFault } from "../../electron/ceremony/entries/faults.ts";
import { fault as hsmFault } from "../../electron/hsm/faults.ts";
import { fault as peopleFault } from "../../electron/people/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

const WORDS = [
  "battlefield",
  "councilman",
  "glossary",
  "hamburger",
  "insurgent",
  "amusement",
  "wallet",
  "document",
  "backfield",
  "chambermaid",
];
const TENANT = "7d1c1f6e-2f0b-4a4e-9c55-0d0f6b1f2a33";
const SITE: SiteView = {
  name: "Contoso-HSM",
  host: "contoso.managedhsm.azure.net",
  way: "device-code",
  cloud: "public",
  tenant: TENANT,
  authority: "login.microsoftonline.com",
  hasTimestamps: false,
};

const RELEASE = {
  key: "robust typewriter cobra adviser slingshot apollo necklace norwegian gazelle enterprise".split(
    " ",
  ),
  package: "backfield amulet prowler stopwatch intention tempest village vertigo tiger cobra".split(
    " ",
  ),
};

const IMAGE = toWords(new Uint8Array(32).map((_, n) => n * 7));

const at = (view: WindowView, role: "offline" | "connected"): WindowView => ({
  ...view,
  mode: "PRODUCTION",
  crew: null,
  stationRole: {
    role,
    kept: null,
    rehearsalOnly: null,
    differences: [],
    release: RELEASE,
    image: role === "offline" ? IMAGE : null,
  },
});

export async function made(recorder: Recorder): Promise<void> {
  const windowViewOf = (name: string): WindowView => recorder.read(name).view;
  const keep = (name: string, view: WindowView): void => {
    recorder.keep(`made/${name}`, view);
  };
  homes(windowViewOf("home/new"), keep);
  away(windowViewOf("activation/at-connected"), keep);
  refusals(windowViewOf, keep);
  signIns(windowViewOf, keep);
  crews(windowViewOf, keep);
  exchangeKeys(windowViewOf("recovery/compare-exchange-key/heard"), keep);
  photographs(windowViewOf("attestation-part/check-seals/confirm"), keep);
  numbersFound(windowViewOf("adoption/open"), keep);
  numbersPlanned(windowViewOf("opening/five-of-ten"), keep);
  const restore = windowViewOf("recovery/restore-backup");
  keep("storage-sas", { ...restore, site: SITE, storage: "sas" });
  const end = at(windowViewOf("activation/end"), "connected");
  keep("end-stamps", { ...end, site: { ...SITE, hasTimestamps: true } });
  keep("storage-own", { ...restore, site: SITE, storage: "managed-identity" });
}

type Keep = (name: string, view: WindowView) => void;

/** The simulated crew: what it does, that it waits, that it stopped; and custody of its own. */
function crews(windowViewOf: (name: string) => WindowView, keep: Keep): void {
  const crew = { seats: [], to: "end", pace: "watch", doing: null, fault: null } as const;
  const step = windowViewOf("activation/make-key");
  const doing = { by: "officer-1", what: "perform", step: step.ceremony?.step?.id ?? "" } as const;
  keep("crew-acts", { ...step, crew: { ...crew, doing } });
  keep("crew-waits", { ...step, crew: { ...crew, to: "", seats: ["witness"] } });
  const called = windowViewOf("activation/make-key/calling-new");
  keep("crew-comes", { ...called, crew: { ...crew, doing: { ...doing, what: "come" } } });
  keep("crew-stopped", {
    ...step,
    crew: { ...crew, to: "", fault: asData(peopleFault("E-PEOPLE-PAPERS")) },
  });
  const whole = windowViewOf("home/whole");
  keep("home-example", { ...whole, home: { ...whole.home, example: "is" } });
  keep("example-is-made", {
    ...windowViewOf("home/new"),
    open: "recovery",
    making: { done: 4, of: 17 },
  });
}

/** An adoption from drives: the numbers of officers in the domain's file are these, or others. */
function numbersFound(view: WindowView, keep: Keep): void {
  const file = { label: "transfer", name: "Contoso-HSM-SD.json" } as const;
  const counts = { officers: view.ceremony?.officers ?? 0, quorum: view.ceremony?.quorum ?? 0 };
  const drives = { ...view, mayCount: true };
  keep("numbers-found", { ...drives, countsFound: { ...counts, ...file } });
  keep("numbers-differ", { ...drives, countsFound: { officers: 10, quorum: 5, ...file } });
}

/** An activation whose numbers are those of a plan that was chosen, or others. */
function numbersPlanned(view: WindowView, keep: Keep): void {
  const planned = { hsm: "Contoso-HSM", officers: 10, quorum: 5 };
  keep("numbers-planned", { ...view, countsPlanned: planned });
  keep("numbers-planned-other", { ...view, countsPlanned: { ...planned, officers: 7, quorum: 3 } });
}

/** Photographs of an officer's bags: compared, new, of last time alone, and of none. */
function photographs(view: WindowView, keep: Keep): void {
  const at = "2026-08-28T09:00:00.000Z";
  const sha256 = (n: number): string => String(n).repeat(64);
  const of = (object: string, seal: string) => ({ object, seal, before: [], now: [] });
  const before = (n: number, isHere: boolean) => [
    { sha256: sha256(n), seal: `R86400${String(n)}`, at, isHere },
  ];
  const now = (n: number, isRecorded: boolean, isHere = true) => [
    { sha256: sha256(n), isRecorded, isHere },
  ];
  keep("photographs", {
    ...view,
    photographs: {
      objects: [
        { ...of("officer-1 medium", "R864001"), before: before(1, true), now: now(5, false) },
        {
          ...of("officer-1 backup medium", "R864002"),
          before: before(2, false),
          now: now(6, true),
        },
        { ...of("officer-1 passphrase envelope", "R864003"), now: now(7, true, false) },
        of("officer-1 card", "R864004"),
      ],
      others: 2,
    },
  });
}

function homes(home: WindowView, keep: Keep): void {
  const { stationRole } = home;
  keep("home-kept", { ...home, stationRole: { ...stationRole, kept: "offline" } });
  keep("home-not-packaged", {
    ...home,
    stationRole: { ...stationRole, rehearsalOnly: "not-packaged" },
  });
  keep("home-traces", { ...home, traces: { cores: true, swaps: ["/dev/sda3"] } });
  keep("home-files-changed", {
    ...home,
    stationRole: {
      ...stationRole,
      rehearsalOnly: "files-changed",
      differences: [
        "changed resources/app.asar",
        "missing libffmpeg.so",
        "added resources/app/main.js",
      ],
    },
  });
  const nothing = { activation: false, "attestation-part": false, recovery: false };
  const connected = at(home, "connected");
  const may = { ...home.home.may, ...nothing };
  const waiting = { ...connected, home: { ...home.home, may } };
  keep("home-connected-no-site", waiting);
  keep("home-connected-waiting", { ...waiting, site: SITE });
  const arrival = {
    ceremony: "activation",
    hsm: "Contoso-HSM",
    openedAt: "2026-11-25T10:04:00.000Z",
    script: "brought",
  } as const;
  keep("home-connected-arrival", { ...waiting, site: SITE, home: { ...waiting.home, arrival } });
}

const MEDIA: readonly AwayView["medium"][] = [
  "missing",
  "without",
  "other",
  "damaged",
  "forked",
  "as-it-left",
];

function away(view: WindowView, keep: Keep): void {
  const { ceremony } = view;
  if (ceremony === null) throw new Error("no ceremony is open");
  const there = { ...at(view, "offline"), ceremony: { ...ceremony, hsm: SITE.name, words: WORDS } };
  for (const medium of MEDIA)
    keep(`away-${medium}`, { ...there, away: { at: "connected", medium } });
  keep("not-away", there);
}

/** What a server may answer so as to be read as a sentence of ours. */
const HOSTILE_WORDS =
  'BadParameter: nothing". The HSM is already active, and nothing is to be done. Press Continue; it is "old';

const REFUSALS: Readonly<Record<string, readonly [step: string, RefusalView]>> = {
  overrule: [
    "recovery/make-restore-blob",
    { ...asData(cryptoFault("E-SD-UNKNOWN-MEMBER")), seat: null, canBeAccepted: true },
  ],
  said: [
    "activation/download-domain",
    {
      ...asData(
        hsmFault("E-HSM-STATUS", { status: 418 }, [], { by: "server", words: HOSTILE_WORDS }),
      ),
      seat: null,
      canBeAccepted: false,
    },
  ],
  "lost-answer": [
    "activation/download-domain",
    { ...asData(ceremonyFault("E-ACTIVATED-NO-SD")), seat: null, canBeAccepted: false },
  ],
};

function refusals(windowViewOf: (name: string) => WindowView, keep: Keep): void {
  for (const [name, [step, refusal]] of Object.entries(REFUSALS))
    keep(`refused-${name}`, { ...windowViewOf(step), refusal });
}

function signIns(windowViewOf: (name: string) => WindowView, keep: Keep): void {
  const ways: Readonly<Record<string, SignInView>> = {
    code: {
      kind: "asking",
      way: "device-code",
      tenant: TENANT,
      address: "https://microsoft.com/devicelogin",
      code: "FJC4WXYZ9",
    },
    browser: { kind: "asking", way: "browser", tenant: TENANT, address: "", code: "" },
    done: {
      kind: "signed-in",
      as: { way: "device-code", tenant: TENANT, id: TENANT, name: "alice@contoso.example" },
    },
    refused: { kind: "refused", ...asData(hsmFault("E-AUTH-CANCELLED")) },
  };
  const read = windowViewOf("activation/read-activation");
  keep("sign-in-before", { ...read, site: SITE });
  const { activity } = windowViewOf("activation/read-activation/working-0");
  for (const [name, signIn] of Object.entries(ways))
    keep(`sign-in-${name}`, {
      ...read,
      site: SITE,
      signIn,
      activity: signIn.kind === "asking" ? activity : read.activity,
    });
  const waiting = windowViewOf("activation/download-domain/waiting-activation");
  keep("sign-in-while-waiting", { ...waiting, site: SITE, signIn: ways["code"] ?? waiting.signIn });
}

/** The exchange key of an HSM that nobody knows, and one whose quote is refused. */
function exchangeKeys(view: WindowView, keep: Keep): void {
  const { activity } = view;
  if (activity.kind !== "hearing" || activity.attestation === null)
    throw new Error("no exchange key is compared");
  const { checks } = activity.attestation;
  const of = (verdict: AttestationView["verdict"], wrong: string): AttestationView => ({
    ...{ verdict, hardware: HARDWARE, collateral: [], missing: INTELS },
    checks: checks.map(({ check, ok }) => ({ check, ok: ok && check !== wrong })),
  });
  for (const [name, attestation] of [
    ["unknown", of("not-attested", "signer")],
    ["refused", of("refused", "quote-signature")],
  ] as const)
    keep(`key-${name}`, { ...view, activity: { ...activity, attestation } });
  const byFiles = [
    ...checks,
    ...(["root-crl", "tcb-level", "qe-match", "qe-level"] as const).map((check) => ({
      ...{ check, ok: check !== "tcb-level" },
    })),
  ];
  const collateral = INTELS.filter((file) => file !== "PCK CRL").map((file, i) => ({
    ...{ file, issued: "2026-01-20", next: i === 0 ? "2026-01-27" : "2026-02-20" },
    ...{ days: 11, current: i > 0 },
  }));
  const brought = { checks: byFiles, hardware: HARDWARE, collateral, missing: ["PCK CRL"] };
  const attestation = { verdict: "not-attested", ...brought } as const;
  keep("key-out-of-date", { ...view, activity: { ...activity, attestation } });
}

/** What an exchange key's quote says of its hardware, and the files that Intel has on it. */
const HARDWARE = { fmspc: "00606a000000", pceId: "0000" };
const INTELS = ["root CRL", "PCK CRL", "TCB info", "QE identity"];

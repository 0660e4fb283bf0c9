// soak: for the whole period, every sample is there and right. A missing sample is a failure.
import { isArray, type Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { scripted, written } from "../commands/command-line.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { sentence } from "../../text/sentence.ts";
import { alike, allOf } from "./about.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { hostOf } from "./ids.ts";
import { hasKey, type InstanceWithKey } from "./instances.ts";
import { keyAddressOf, timeOf } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import { besideSql } from "./services-healthy.ts";
import type { Case, Proof } from "./proof.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** At most this many findings of one kind are listed. */
const FINDINGS_MAX = 20;

/** The file in which people note the one-time tests. */
export const SOAK_NOTES = "soak-tests.json";

export const soak: Proof = {
  source: "Contoso plan, validation soak; workload facts, section 6",
  reads: (plan) => [
    ...sampled(plan).map(({ name, resourceGroup }) =>
      scripted(`soak-${name}-TIME.json`, "soak-sample", name, resourceGroup),
    ),
    ...(besideSql(plan).length === 0
      ? []
      : [
          scripted(
            "soak-services-TIME.json",
            "soak-services",
            ...besideSql(plan).map(({ id }) => id),
          ),
        ]),
    ...(plan.soak.tests.length === 0 ? [] : [written(SOAK_NOTES)]),
  ],
  evaluate: (given) => {
    const { plan } = given;
    someOf(
      [...sampled(plan), ...besideSql(plan), ...plan.soak.tests],
      sentence("deployment-faults.sqlOrSoak"),
    );
    return [
      ...sampled(plan).flatMap((instance) => ofInstance(given, instance)),
      ...ofServices(given),
      ...tests(given),
    ];
  },
};

/** The instances whose databases and protectors are sampled; of other services, whether they are available. */
const sampled = ({ sqlInstances }: Plan): readonly InstanceWithKey[] => sqlInstances.filter(hasKey);

interface Sample {
  readonly at: number;
  readonly value: Json;
}

const samplesOf = (
  { answers }: Case,
  sample: string,
  of: (value: Json) => boolean,
): readonly Sample[] =>
  allOf(answers, "soak-sample")
    .filter((value) => textAt(value, "sample") === sample && of(value))
    .map((value) => ({ at: timeOf(textAt(value, "at")), value }))
    .toSorted((one, other) => one.at - other.at);

const ofInstance = (given: Case, instance: InstanceWithKey): readonly Finding[] =>
  ofSamples(
    given,
    samplesOf(given, "instance", (value) => alike(textAt(value, "instance"), instance.name)),
    instance.name,
    (value) => sampleFindings(given.plan, instance, value),
  );

/** Each sample has all services. */
const ofServices = (given: Case): readonly Finding[] =>
  besideSql(given.plan).length === 0
    ? []
    : ofSamples(
        given,
        samplesOf(given, "services", () => true),
        "services",
        (value) => servicesFindings(given.plan, value),
      );

/** The samples of something: all there, and each right. @param of its name in findings */
function ofSamples(
  { plan }: Case,
  samples: readonly Sample[],
  of: string,
  evaluate: (value: Json) => readonly Finding[],
): readonly Finding[] {
  if (samples.length === 0) return [differs(`${of}: sample.at`, "samples", NOTHING)];
  const undated = samples.filter(({ at }) => Number.isNaN(at)).length;
  if (undated > 0)
    return [differs(`${of}: sample.at`, "a time in every sample", `${String(undated)} without`)];
  return [
    ...gaps(samples, plan.soak, of),
    ...samples.flatMap(({ value }) => evaluate(value)).slice(0, FINDINGS_MAX),
  ];
}

function servicesFindings(plan: Plan, value: Json): readonly Finding[] {
  const seen = itemsAt(value, "services");
  return besideSql(plan).flatMap(({ name, id }) => {
    const of = `${name} at ${textAt(value, "at")}`;
    const own = seen.filter((one) => alike(textAt(one, "id"), id));
    return own.length === 0
      ? [differs(`${of}: services.id`, id, NOTHING)]
      : own.flatMap((one) => member(one, "availability", is("Available"), of));
  });
}

/** From the first sample to the last there are the planned days, without a gap. */
function gaps(
  samples: readonly Sample[],
  { days, sampleMinutes, gapMinutes = 0 }: Plan["soak"],
  of: string,
): readonly Finding[] {
  const [first] = samples;
  const last = samples.at(-1);
  const span = ((last?.at ?? 0) - (first?.at ?? 0)) / DAY;
  // The sampler starts every so many minutes, seldom on the second.
  const most = Math.max(sampleMinutes, gapMinutes) * MINUTE + MINUTE;
  const found = samples.flatMap(({ at }, n) => {
    const before = samples[n - 1]?.at ?? at;
    return at - before <= most
      ? []
      : [
          differs(
            `${of}: sample.at`,
            `a sample every ${String(Math.max(sampleMinutes, gapMinutes))} minutes`,
            `none from ${new Date(before).toISOString()} to ${new Date(at).toISOString()}`,
          ),
        ];
  });
  return [
    ...(span >= days - sampleMinutes / 1440
      ? []
      : [
          differs(
            `${of}: sample.at`,
            `samples over ${String(days)} days`,
            `${span.toFixed(1)} days`,
          ),
        ]),
    ...found.slice(0, FINDINGS_MAX),
  ];
}

/** What a sample must contain: Azure's answers of that minute. */
function sampleFindings(plan: Plan, instance: InstanceWithKey, value: Json): readonly Finding[] {
  const of = `${instance.name} at ${textAt(value, "at")}`;
  const databases = itemsAt(value, "databases");
  const protector = memberAt(value, "protector") ?? null;
  const address = keyAddressOf(textAt(protector, "properties.uri"));
  const isOwn = address?.host === hostOf(plan.hsm) && alike(address.name, instance.key);
  return [
    ...(isArray(memberAt(value, "databases"))
      ? []
      : [differs(`${of}: databases`, "a list", NOTHING)]),
    ...instance.databases
      .filter((name) => !databases.some((one) => alike(textAt(one, "name"), name)))
      .map((name) => differs(`${of}: databases.name`, name, NOTHING)),
    ...databases.flatMap((one) =>
      member(one, "properties.status", is("Online"), `${of}: ${textAt(one, "name")}`),
    ),
    ...(isOwn
      ? []
      : [
          differs(
            `${of}: protector.properties.uri`,
            `a key of ${hostOf(plan.hsm)}`,
            textAt(protector, "properties.uri") || NOTHING,
          ),
        ]),
    ...member(value, "availability", is("Available"), of),
  ];
}

/** The one-time tests: noted with their day and the two people who saw them. */
function tests(given: Case): readonly Finding[] {
  return given.plan.soak.tests.flatMap((test) => {
    const noted = samplesOf(given, "test", (value) => textAt(value, "test") === test);
    const isSeen = noted.some(
      ({ at, value }) =>
        !Number.isNaN(at)
        && new Set(
          itemsAt(value, "by").filter((name) => typeof name === "string" && name.trim() !== ""),
        ).size >= 2,
    );
    if (isSeen) return [];
    const found = noted.length === 0 ? NOTHING : "a note without its time or two people";
    return [differs(`tests: ${test}`, "done, with its time and two people", found)];
  });
}

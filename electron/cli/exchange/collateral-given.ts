// Intel's collateral for `sd attest-exchange-key`, and its result.
import {
  COLLATERAL_CHECKS,
  evaluateCollateral,
  readCollateral,
  type CollateralAge,
  type CollateralCheck,
  type CollateralVerdict,
} from "../../../crypto/index.ts";
import { usage, type Given } from "../shared/arguments.ts";
import { dayGiven, dayOf } from "../shared/day.ts";
import { readInput } from "../shared/files.ts";

/** The verdict of the files of `--collateral` at the date of `--at`. */
export interface GivenCollateral {
  readonly evaluated: CollateralVerdict;
  /** Null if no file was given. */
  readonly at: Date | null;
}

/**
 * @param der the exchange key's certificate
 * @param root as for `checkAttestation`
 * @throws Fault E-USAGE, E-FILE-*, E-COLLATERAL-*
 */
export function collateralOf(given: Given, der: Uint8Array, root: string): GivenCollateral {
  const paths = given.values.get("--collateral") ?? [];
  const date = dayGiven(given);
  if (date !== null && paths.length === 0) throw usage("The flag --at needs --collateral.");
  const files = paths.map((path) => readInput(path, "--collateral"));
  const at = date ?? new Date();
  const evaluated = evaluateCollateral(der, readCollateral(files), at, root);
  return { evaluated, at: files.length === 0 ? null : at };
}

/** Lines under those of the attestation's own checks. */
export function collateralLines({ evaluated, at }: GivenCollateral): readonly string[] {
  const { checks, ages, platform } = evaluated;
  return [
    ...checks.map(
      ({ check, ok, level }) =>
        `  ${ok ? "valid" : "FAILS"}  ${COLLATERAL_CHECKS[check]}${levelText(level)}`,
    ),
    ...ages.map((age) => `  ${ageText(age, at ?? age.issued)}`),
    ...(platform === null ? [] : [`  FMSPC ${platform.fmspc}, PCE ID ${platform.pceId}`]),
  ];
}

function levelText(level: CollateralCheck["level"]): string {
  if (level === undefined) return "";
  if (level === "none") return " (below every level that Intel names)";
  const { status, date, advisories } = level;
  return ` (${[`${status} since ${dayOf(date)}`, ...advisories].join(", ")})`;
}

function ageText({ file, issued, next, days, current }: CollateralAge, at: Date): string {
  const age = `${file}: issued ${dayOf(issued)}, ${countOf(days)} old on ${dayOf(at)}`;
  if (current) return `${age}; next update by ${dayOf(next)}`;
  return days < 0
    ? `${file}: issued ${dayOf(issued)}, after ${dayOf(at)}: it does not speak for that day`
    : `${age}; its next update was due by ${dayOf(next)}: Intel may know more since`;
}

const countOf = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

/** The checks that no file has answered, as a sentence, or none. */
export function notChecked({ evaluated, at }: GivenCollateral): readonly string[] {
  const { missing, ages } = evaluated;
  if (at === null || ages.length === 0)
    return [
      "Not checked offline: the TCB level of the hardware, and what Intel has revoked since.",
    ];
  return missing.length === 0 ? [] : [`Not checked, for it was not given: ${missing.join(", ")}.`];
}

/** As data; null if no file was given. */
export function collateralData({ evaluated, at }: GivenCollateral) {
  const { checks, ages, missing } = evaluated;
  if (at === null) return null;
  return {
    at: at.toISOString(),
    checks: checks.map(({ check, ok, level }) => ({
      check,
      ok,
      means: COLLATERAL_CHECKS[check],
      ...(level === undefined ? {} : { level: levelData(level) }),
    })),
    files: ages.map(({ file, issued, next, days, current }) => ({
      file,
      issued: issued.toISOString(),
      nextUpdate: next.toISOString(),
      days,
      current,
    })),
    missing: [...missing],
  };
}

/** What the hardware says of itself; null if the quote was refused or does not say. */
export const platformData = ({ platform }: CollateralVerdict) =>
  platform === null ? null : { ...platform, components: [...platform.components] };

const levelData = (level: NonNullable<CollateralCheck["level"]>) =>
  level === "none"
    ? level
    : { status: level.status, date: dayOf(level.date), advisories: [...level.advisories] };

// Other people's code: each package pinned, locked by its hash, and accounted for.
import type { Finding, Rule, SourceText } from "./source.ts";

/** Where each package is accounted for. */
const PAGE = "docs/packages.md";

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

/** Every package by the name it has here, with its version, also where the registry calls it else. */
function named({ dependencies, devDependencies }: Package): readonly (readonly [string, string])[] {
  return Object.entries({ ...dependencies, ...devDependencies }).map(
    ([name, version]) => [name, version.replace(/^npm:[@\w/-]+@/, "")] as const,
  );
}

/** package.json names exact versions, the lock only hashes; a page says what each is for. */
export const dependencies: Rule = (files) => {
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  const manifest = JSON.parse(text("package.json") || "{}") as Package;
  const packages = named(manifest);
  return [
    ...exact(packages),
    ...honestLock({ path: "package-lock.json", text: text("package-lock.json") }),
    ...table(
      packages.map(([name]) => name),
      { path: PAGE, text: text(PAGE) },
    ),
  ];
};

/** The page's table headed "Locked" has each package's version, with the days of its release. */
export const releases: Rule = (files) => {
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
  const manifest = JSON.parse(text("package.json") || "{}") as Package;
  const [, table = ""] = text(PAGE).split(/^\|\s*Locked\s*\|/m);
  const rows = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return named(manifest)
    .filter(([name, version]) => {
      const [, , stated, ...days] = rows.find((row) => row[1] === `\`${name}\``) ?? [];
      const isDated = days.slice(0, 2).every((day) => /^\d{4}-\d\d-\d\d$/.test(day));
      return stated !== version || !isDated;
    })
    .map(([name, version]) => ({
      path: PAGE,
      line: 0,
      says: `does not say when ${name} ${version} was released`,
    }));
};

function exact(packages: readonly (readonly [string, string])[]): readonly Finding[] {
  return packages
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name]) => ({ path: "package.json", line: 0, says: `${name} is not an exact version` }));
}

function honestLock({ path, text }: SourceText): readonly Finding[] {
  const lock = JSON.parse(text || "{}") as { readonly packages?: Readonly<Record<string, Locked>> };
  const entries = Object.entries(lock.packages ?? {}).filter(([name]) => name !== "");
  if (entries.length === 0) return [{ path, line: 0, says: "locks nothing" }];
  return entries.flatMap(([name, { version, integrity, resolved, link }]) =>
    [
      ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? "") ? [] : [`${name} has no SHA-512`]),
      ...(resolved === undefined && link === undefined ? [] : [`${name} says where it comes from`]),
      ...(/^\d+\.\d+\.\d+/.test(version ?? "") ? [] : [`${name} has no version of a registry`]),
    ].map((says) => ({ path, line: 0, says })),
  );
}

/** The table whose first column is headed "Package": name, and why we take it. */
function table(named: readonly string[], { path, text }: SourceText): readonly Finding[] {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => /^\|\s*Package\s*\|/.test(line));
  const end = lines.findIndex((line, index) => index > head && !line.startsWith("|"));
  const rows = head < 0 ? [] : lines.slice(head + 2, end < 0 ? undefined : end);
  const explained = rows.flatMap((row) => {
    const [name = "", ...rest] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return rest.some((cell) => cell !== "") ? [name.replaceAll("`", "")] : [];
  });
  const silent = named.filter((name) => !explained.includes(name));
  const idle = explained.filter((name) => !named.includes(name));
  return [
    ...silent.map((name) => `does not say what ${name} is for`),
    ...idle.map((name) => `explains ${name}, which is not used`),
  ].map((says) => ({ path, line: 0, says }));
}

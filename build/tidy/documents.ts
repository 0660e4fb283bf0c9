// What the pages say of the project: links, files, commands and rooms that are named exist.
import { posix } from "node:path";
import { folderOf, ROOMS, type Room } from "./rooms.ts";
import { isCode, isTestSide, type Finding, type Rule, type SourceText } from "./source.ts";

/** Pages that must stay short, in bytes. */
const SIZES: Readonly<Record<string, number>> = { "README.md": 8192, "ARCHITECTURE.md": 12_288 };
const COLUMNS = 130;

/** Pages, and the comments of code that cite pages, against the files of the project. */
export const documents: Rule = (files) => {
  const project = read(files);
  const pages = files.filter(({ path }) => path.endsWith(".md"));
  return [
    ...pages.flatMap((page) => [
      ...size(page),
      ...columns(page),
      ...links(page, project),
      ...names(page, project),
    ]),
    ...files.filter(({ path }) => isCode(path)).flatMap((file) => citations(file, project)),
    ...rooms(files.find(({ path }) => path === "ARCHITECTURE.md")),
    ...kinds(
      files.find(({ path }) => path === "ceremony-scripts/README.md"),
      project,
    ),
    ...decisions(files),
  ];
};

interface Project {
  readonly paths: ReadonlySet<string>;
  /** The anchors of each page: its headings as links name them. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  readonly npmScripts: readonly string[];
  /** The command line's own words: what `sd` commands its help names. */
  readonly help: string;
}

function read(files: readonly SourceText[]): Project {
  const manifest = files.find(({ path }) => path === "package.json")?.text ?? "{}";
  const { scripts = {} } = JSON.parse(manifest) as { readonly scripts?: object };
  return {
    paths: new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)])),
    anchors: new Map(files.map(({ path, text }) => [path, anchorsOf(text)])),
    npmScripts: Object.keys(scripts),
    help: files
      .filter(({ path }) => path.startsWith("electron/cli/") && !isTestSide(path) && isCode(path))
      .map(({ text }) => text)
      .join("\n"),
  };
}

/** All folders that a path is in, from the project's root. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Headings as GitHub makes anchors of them. */
function anchorsOf(text: string): readonly string[] {
  return (text.match(/^#+ .*$/gm) ?? []).map((line) =>
    line
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function size({ path, text }: SourceText): readonly Finding[] {
  const [limit, bytes] = [SIZES[path], Buffer.byteLength(text)];
  if (limit === undefined || bytes <= limit) return [];
  return [{ path, line: 0, says: `has ${bytes} bytes, ${limit} are allowed` }];
}

/** Lines as wide as a reader follows them. Tables and fences cannot wrap; papers are printed. */
function columns({ path, text }: SourceText): readonly Finding[] {
  if (path.endsWith(".walkthrough.md")) return [];
  return withoutFences(text)
    .split("\n")
    .flatMap((line, index) =>
      line.length <= COLUMNS || line.startsWith("|")
        ? []
        : [{ path, line: index + 1, says: `has ${line.length} columns, ${COLUMNS} are allowed` }],
    );
}

/** The text with fenced blocks blanked, so that lines keep their numbers. */
function withoutFences(text: string): string {
  return text.replace(/^```.*?^```/gms, (block) => block.replace(/.+/g, ""));
}

function links({ path, text }: SourceText, project: Project): readonly Finding[] {
  return withoutFences(text)
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) =>
        /^[a-z]+:/.test(target) || leadsSomewhere(path, target, project)
          ? []
          : [{ path, line: index + 1, says: `links to ${target}, which does not exist` }],
      ),
    );
}

function leadsSomewhere(from: string, target: string, { paths, anchors }: Project): boolean {
  const [file = "", anchor] = target.split("#");
  const to = file === "" ? from : posix.join(posix.dirname(from), file).replace(/\/$/, "");
  return paths.has(to) && (anchor === undefined || (anchors.get(to)?.includes(anchor) ?? false));
}

/** Files of ours, npm scripts and commands that a page names. The changelog may name what went. */
function names({ path, text }: SourceText, project: Project): readonly Finding[] {
  if (path === "CHANGELOG.md") return [];
  return text.split("\n").flatMap((line, index) => {
    const commands = [...line.matchAll(/(?:^|`)(?:npm run|sd) [^`]*/g)].map(([said]) => said);
    return [
      ...[...line.matchAll(/`([\w./-]+\.(?:tsx?|mjs))`/g)].flatMap(([, file = ""]) =>
        exists(file, project) ? [] : [file],
      ),
      ...commands.flatMap((said) => unknownCommand(said, project)),
    ].map((name) => ({ path, line: index + 1, says: `names ${name}, which does not exist` }));
  });
}

/** A file is named by the end of its path; capitals are a place to fill in. */
function exists(name: string, { paths }: Project): boolean {
  const end = name.replace(/^(\.\.?\/)+/, "");
  return (
    /[A-Z]{2}/.test(end) || paths.has(end) || [...paths].some((path) => path.endsWith(`/${end}`))
  );
}

function unknownCommand(said: string, { npmScripts, help }: Project): readonly string[] {
  const [, program = "", name = ""] = /(npm run|sd) ([a-z][a-z:-]*)?/.exec(said) ?? [];
  if (name === "") return [];
  const known =
    program === "sd"
      ? new RegExp(`(\\bsd |")${name}(?![\\w-])`).test(help)
      : npmScripts.includes(name);
  return known ? [] : [`${program} ${name}`];
}

/** Pages under docs that code cites by their path, and the numbers of sections after it. */
function citations({ path, text }: SourceText, { paths, anchors }: Project): readonly Finding[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/\b(docs\/[\w./-]+\.md)(?: (\d+))?/g)].flatMap(([, page = "", section]) => {
      const found =
        paths.has(page)
        && (section === undefined
          || anchors.get(page)?.some((one) => one.startsWith(`${section}-`)));
      const cited = section === undefined ? page : `${page} ${section}`;
      return found === true
        ? []
        : [{ path, line: index + 1, says: `cites ${cited}, which does not exist` }];
    }),
  );
}

/** ARCHITECTURE.md's table of rooms has a row for each room, with exactly its arrows. */
function rooms(page: SourceText | undefined): readonly Finding[] {
  if (page === undefined) return [];
  const rows = new Map(
    page.text.split("\n").flatMap((line): [string, string][] => {
      const cells = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [name = "", , imports = ""] = cells;
      return cells.length === 3 ? [[name.replace(/^`|\/?`$/g, ""), imports]] : [];
    }),
  );
  return Object.entries(ROOMS).flatMap(([name, room]) => {
    const [said, wanted] = [rows.get(folderOf(name)), importsOf(room)];
    return said === wanted
      ? []
      : [
          {
            path: page.path,
            line: 0,
            says: `does not say that ${folderOf(name)} imports ${wanted}`,
          },
        ];
  });
}

function importsOf({ arrows }: Room): string {
  const names = Object.entries(arrows)
    .map(([to, arrow]) => (arrow === "types" ? `types of ${to}` : to))
    .toSorted();
  return names.length === 0 ? "nothing" : names.join(", ");
}

const DECISIONS = "docs/decisions/";

/** Each decision begins with its number and its title, and the index has exactly a row for each. */
function decisions(files: readonly SourceText[]): readonly Finding[] {
  const index = { path: `${DECISIONS}README.md`, line: 0 };
  const listed = files.find(({ path }) => path === index.path)?.text.match(/^\| \d+ \|.*$/gm) ?? [];
  const pages = files.filter(({ path }) => path.startsWith(DECISIONS) && path !== index.path);
  const rows = pages.map(({ path, text }) => {
    const [name, number = ""] = /(\d+)-[^/]+$/.exec(path) ?? [];
    const [, title] = new RegExp(`^# ${number} (.+)\n`).exec(text) ?? [];
    return { path, row: title === undefined ? null : `| ${number} | [${title}](${name}) |` };
  });
  return [
    ...rows.flatMap(({ path, row }) =>
      row === null ? [{ path, line: 1, says: "does not begin with its number and its title" }] : [],
    ),
    ...(rows.every(({ row }, i) => row === listed[i]) && rows.length === listed.length
      ? []
      : [{ ...index, says: "is not what the folder has" }]),
  ];
}

/** Each kind of step has a row in the table of kinds, to what it does when it runs again. */
function kinds(page: SourceText | undefined, { paths }: Project): readonly Finding[] {
  if (page === undefined) return [];
  const rows = page.text.match(/^\| `.*(?: \| [^|]+){3} \|$/gm) ?? [];
  const named = rows.flatMap((row) => row.split(" | ")[0]?.match(/(?<=`)[a-z-]+(?=[`:])/g) ?? []);
  return [...paths].flatMap((path) => {
    const [, name = ""] = /^ceremony-scripts\/kinds\/([a-z-]+)\.ts$/.exec(path) ?? [];
    return name === "" || named.includes(name)
      ? []
      : [
          {
            path: page.path,
            line: 0,
            says: `does not say what ${name} does, also when it runs again`,
          },
        ];
  });
}

// No machine's name or path in a file: the project is built anywhere, from any registry.
import { linesThat, type Rule } from "./source.ts";

const HOSTS = [
  /\bregistry\.[\w-]+\.\w+/i,
  /\b(deb|archive|security)\.(debian|ubuntu)\.(org|com)\b/i,
  /\bpypi\.\w+/i,
];
/** Of the folder of X servers' sockets every machine has the same path. */
const PATHS = [
  /(^|[\s"'`(=:])\/(work|home|root|Users|tmp)\/(?!\.X11-unix\b)[\w.-]/,
  /\b[A-Z]:\\+Users\\/,
];

/**
 * The rule over all text files.
 * @param own hosts of the registries this machine uses, which no pattern can know
 */
export function hosts(own: readonly string[]): Rule {
  const literal = own.map((host) => new RegExp(host.replace(/[^\w-]/g, "\\$&"), "i"));
  return (files) =>
    files.flatMap((file) => [
      ...[...HOSTS, ...literal].flatMap((host) => linesThat(file, host, "names a registry's host")),
      ...PATHS.flatMap((path) => linesThat(file, path, "names a path of one machine")),
    ]);
}

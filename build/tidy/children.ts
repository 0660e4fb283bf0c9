// Whatever a program of ours starts is told its environment: handed on whole, it has what a library or
// the loader reads of it (electron/disk/own-environment.ts).
import ts from "typescript";
import { everyNode, isTestSide, lineOf, parse, type Rule } from "./source.ts";

/** What starts a program, by the last word of its call. */
const STARTING = [
  "exec",
  "execFile",
  "execFileSync",
  "execSync",
  "fork",
  "spawn",
  "spawnSync",
] as const;

/** Product code that starts a program names its environment in the very call. */
export const children: Rule = (files) =>
  files
    .filter(({ path }) => /^electron\/.*\.ts$/.test(path) && !isTestSide(path))
    .filter(({ text }) => /child_process|utilityProcess/.test(text))
    .flatMap((file) =>
      [...everyNode(parse(file))]
        .filter((node) => ts.isCallExpression(node))
        .filter((call) => isStart(call) && !call.arguments.some(namesEnvironment))
        .map((call) => ({
          path: file.path,
          line: lineOf(call),
          says: "starts a program without saying in the call what of the environment it has",
        })),
    );

/** `spawn(...)` as imported, or `utilityProcess.fork(...)`; `.exec(...)` of anything else is none. */
function isStart({ expression }: ts.CallExpression): boolean {
  const isKnown = (name: string): boolean => STARTING.some((one) => one === name);
  if (ts.isIdentifier(expression)) return isKnown(expression.text);
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const { expression: of, name } = expression;
  const isOurs = ts.isIdentifier(of) && /^(?:utilityProcess|child_?[pP]rocess)$/.test(of.text);
  return isOurs && isKnown(name.text);
}

const namesEnvironment = (argument: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(argument)
  && argument.properties.some(({ name }) => name?.getText() === "env");

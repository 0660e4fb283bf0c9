// Runs a program in a network of its own, and opens each debugger's port that it reports in ours,
// so that a test reaches it there. Nothing else leads in or out.
// usage: node ports-main.cjs NETWORK PROGRAM [ARGUMENT...]
const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { createServer } = require("node:net");
const process = require("node:process");
const { createInterface } = require("node:readline");

/** In the other network: what comes in goes to this port there, and its answer back. */
const JOIN = `const socket = require("node:net").connect(Number(process.argv[1]), "127.0.0.1");
  process.stdin.pipe(socket).pipe(process.stdout);`;
const TOLD = /listening on ws:\/\/127\.0\.0\.1:(\d+)\//;

void main(process.argv.slice(2));

/** @param {readonly string[]} words */
async function main([network = "", program = "", ...words]) {
  const child = spawn(program, words, { stdio: ["inherit", "inherit", "pipe"] });
  const ended = once(child, "exit");
  for await (const line of createInterface(child.stderr)) {
    const [, port] = TOLD.exec(line) ?? [];
    // Before the test hears of it: then it can connect at once.
    if (port !== undefined) await open(network, port);
    process.stderr.write(`${line}\n`);
  }
  const [code] = await ended;
  process.exit(code ?? 1);
}

/** @param {string} network @param {string} port */
async function open(network, port) {
  const server = createServer((socket) => {
    const join = ["--net=" + network, process.execPath, "-e", JOIN, port];
    const joint = spawn("nsenter", join, { stdio: ["pipe", "pipe", "inherit"] });
    // Whichever end closes first closes the other.
    joint.stdin.on("error", () => socket.destroy());
    socket.on("error", () => joint.kill());
    socket.pipe(joint.stdin);
    joint.stdout.pipe(socket);
  });
  server.listen(Number(port), "127.0.0.1");
  await once(server, "listening");
}

// The peer on Node: reads one JSON message a line, runs bpmn-engine as asked, answers each with one line.
//   {"op": "load", "id": ..., "path": FILE}                                     {"ok": true}
//   {"op": "run", "id": ..., "variables": {...}, "instances": N, "how": HOW}    {"seconds": S}
// S is the processor's time. HOW is "straight" (one instance after the other) or "waiting" (start all; then complete
// the user task of each). It is started in the folder that holds its packages, hence the detour by createRequire.

import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const load = async (name) => await import(pathToFileURL(require.resolve(name)));
const { Engine } = await load("bpmn-engine");
const { BpmnModdle, default: Moddle = BpmnModdle } = await load("bpmn-moddle");
const { default: Serializer, TypeResolver } = await load("moddle-context-serializer");
const elements = await load("bpmn-elements");

const sources = new Map();
const services = {
  step({ environment }, done) {
    const { variables } = environment;
    variables.x += 1;
    variables.again = variables.x < variables.n;
    // Without a turn of the loop a chain of 1,000 would exceed the stack.
    setImmediate(done);
  },
};

async function prepare({ id, path }) {
  const context = await new Moddle().fromXML(await readFile(path, "utf8"));
  sources.set(id, Serializer(context, TypeResolver({ ...elements })));
  return { ok: true };
}

function engineFor(id, variables) {
  return new Engine({ name: id, sourceContext: sources.get(id), variables: { ...variables }, services });
}

async function straight({ id, variables, instances }) {
  for (let number = 0; number < instances; number++) {
    const engine = engineFor(id, variables);
    const ended = engine.waitFor("end");
    await engine.execute();
    await ended;
  }
}

async function waiting({ id, variables, instances }) {
  const engines = [];
  for (let number = 0; number < instances; number++) {
    const engine = engineFor(id, variables);
    const listener = new EventEmitter();
    const ended = engine.waitFor("end");
    const task = new Promise((resolve) => listener.once("activity.wait", resolve));
    await engine.execute({ listener });
    engines.push([await task, ended]);
  }
  for (const [task, ended] of engines) {
    task.signal();
    await ended;
  }
}

async function run(message) {
  const before = process.cpuUsage();
  await (message.how === "waiting" ? waiting : straight)(message);
  const used = process.cpuUsage(before);
  return { seconds: (used.user + used.system) / 1e6 };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const message = JSON.parse(line);
    answer = await (message.op === "load" ? prepare : run)(message);
  } catch (failure) {
    answer = { error: String(failure.message ?? failure).split("\n")[0] };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}

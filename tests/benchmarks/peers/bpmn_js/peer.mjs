// The peer in Chromium: `node peer.mjs CHROMIUM FILE …` opens each file in bpmn-js's modeler, in a window of 1600×1000,
// and prints one line of JSON a file: {"open": MS, "pan": MS, "whole": MS, "move": MS}, on the wall. Each goes from the
// call until the second animation frame after it has begun, when the first is on the screen; frames come as fast as they
// can. But for opening it is the median of twelve. It is started in the folder that holds its packages, hence the detour
// by createRequire.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const assets = join(dirname(require.resolve("bpmn-js/package.json")), "dist");
const [chromium, ...files] = process.argv.slice(2);

const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  protocolTimeout: 600_000,
  defaultViewport: { width: 1600, height: 1000 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function measure(xml) {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="position:fixed;inset:0"></div>');
  for (const css of ["diagram-js.css", "bpmn-js.css"]) {
    await page.addStyleTag({ path: join(assets, "assets", css) });
  }
  await page.addScriptTag({ path: join(assets, "bpmn-modeler.production.min.js") });
  const found = await page.evaluate(async (xml) => {
    const shown = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const timed = async (act) => {
      await shown();
      const began = performance.now();
      await act();
      await shown();
      return performance.now() - began;
    };
    const median = async (act) => {
      const found = [];
      for (let turn = 0; turn < 12; turn++) found.push(await timed(() => act(turn)));
      return found.sort((a, b) => a - b)[6];
    };
    const modeler = new BpmnJS({ container: "#canvas" });
    const canvas = modeler.get("canvas");
    const open = await timed(async () => {
      await modeler.importXML(xml);
      canvas.zoom("fit-viewport");
    });
    const whole = await median((turn) => canvas.zoom(canvas.zoom() * (turn % 2 ? 1.01 : 1 / 1.01)));
    canvas.zoom(1, "auto");
    const pan = await median((turn) => canvas.scroll({ dx: turn % 2 ? 37 : -41, dy: 23 }));
    const shape = modeler.get("elementRegistry").filter((one) => one.type === "bpmn:ServiceTask")[5];
    const move = await median((turn) => modeler.get("modeling").moveElements([shape], { x: turn % 2 ? 8 : -8, y: 0 }));
    return { open, pan, whole, move };
  }, xml);
  await page.close();
  return found;
}

try {
  for (const file of files) console.log(JSON.stringify(await measure(await readFile(file, "utf8"))));
} finally {
  await browser.close();
}

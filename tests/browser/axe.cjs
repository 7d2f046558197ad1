// Opens every page of a folder in headless Chromium, asks axe-core for WCAG 2.2 AA violations, and makes pictures.
//   node axe.cjs FOLDER-WITH-PAGES [FOLDER-FOR-PICTURES] [NAMES-TO-PICTURE ...]
// NODE_PATH must lead to playwright-core and axe-core. Prints JSON: what was found wrong with which page.
const fs = require("fs");
const os = require("os");
const path = require("path");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [pages, pictures, ...pictured] = process.argv.slice(2);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const SIZES = { phone: { width: 360, height: 740 }, a4: { width: 794, height: 1123 } };
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const folded = (page, open) =>
  page.evaluate((open) => document.querySelectorAll("details").forEach((one) => { one.open = open; }), open);

async function violations(page) {
  await folded(page, true);
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const wrong = found.violations.map((one) => ({
    id: one.id, impact: one.impact, tags: one.tags,
    nodes: one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} | ${node.failureSummary}`),
  }));
  if (wide > 0) wrong.push({ id: "scrolls-sideways", impact: "serious", tags: ["wcag21aa"], nodes: [`${wide} px`] });
  return wrong;
}

(async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "wm-chromium-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium", headless: true, args: FLAGS, bypassCSP: true,
  });
  const result = { pages: 0, checks: 0, requests: [], found: [] };
  const page = await browser.newPage();
  page.on("request", (one) => { if (!/^(file|data):/.test(one.url())) result.requests.push(one.url()); });
  for (const name of fs.readdirSync(pages).filter((one) => one.endsWith(".html")).sort()) {
    const file = `file://${path.resolve(pages, name)}`;
    result.pages += 1;
    await page.goto(file);
    await page.evaluate(axe);
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ["light", "dark"]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, media: "screen" });
        await folded(page, false);
        if (pictured.some((one) => name.startsWith(one))) {
          await page.screenshot({ path: path.join(pictures, `${name}-${size}-${colorScheme}.png`), fullPage: true });
        }
        for (const wrong of await violations(page)) result.found.push({ page: name, size, colorScheme, ...wrong });
        result.checks += 1;
      }
    }
    if (pictured.some((one) => name.startsWith(one))) {
      await page.emulateMedia({ colorScheme: "dark", media: null });
      await page.goto(file);
      await page.pdf({ path: path.join(pictures, `${name}.pdf`), preferCSSPageSize: true });
    }
  }
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
  console.log(JSON.stringify(result));
})().catch((error) => { console.error(error); process.exit(1); });

/** Does as a person does: opens the folder in VS Code, reads, clicks, points. Leaves pictures in `.vscode-test/screenshots/`. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/process.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startEmbedded } from '../../scripts/vscode/embedded.mjs';
import { workbenchAddress } from '../../scripts/vscode/embeddedTests.mjs';
import { stageExtension, stageTexts, temporaryFolder } from '../../scripts/vscode/stage.mjs';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const pictures = join(root, '.vscode-test', 'screenshots');

for (const [kind, theme] of Object.entries(THEMES)) {
  describe(`the workbench, ${kind}`, () => {
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {Awaited<ReturnType<typeof startEmbedded>>} */
    let server;

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      const extensions = temporaryFolder('extensions');
      stageExtension(join(extensions, 'rmrb.rmrb'));
      server = await startEmbedded({ extensions, settings: { 'workbench.colorTheme': theme } });
      browser = await launchBrowser();
      page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, colorScheme: kind });
      page.setDefaultTimeout(20_000);
      await page.goto(workbenchAddress(server.origin, stageTexts()));
    });

    after(async () => {
      await browser?.close();
      server?.stop();
    });

    const picture = (name) => page.screenshot({ path: join(pictures, `${kind}-${name}.png`) });

    it('opens a text and recognises it', async () => {
      await openText(page, '2014-05-20.txt');
      await picture('text');
    });

    it('goes to the section that is clicked in the outline', async () => {
      await toggle(page, /outline/i, true);
      // The list of files makes room: a list shows, and has, no more rows than fit into it.
      await toggle(page, /seeds/i, false);
      const section = page.locator('.outline-pane .monaco-list-row', { hasText: /^十一/ });
      await section.click();
      await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 47' }).waitFor();
      await picture('outline');
    });

    it('shows what the other statements say on what is pointed at', async () => {
      const { x, y } = await placeInEditor(page, '朝鲜半岛');
      await page.mouse.move(x, y);
      const hover = page.locator('.monaco-hover:visible', { hasText: '2002-12-02' });
      await hover.waitFor();
      await picture('hover');
      assert.match(await hover.innerText(), /半岛/);
      await page.mouse.move(800, 5);
      await hover.waitFor({ state: 'hidden' });
    });

    it('lists the problems of a damaged text', async () => {
      await openText(page, '2002-12-02.txt');
      await page.keyboard.press('Control+Shift+M');
      const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'number.glyph' }).first();
      await problem.waitFor();
      await picture('problems');
      await problem.dblclick();
      await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5' }).waitFor();
    });

    it('colours a web copy', async () => {
      await openText(page, '2024-05-16.txt');
      await page.locator('.outline-pane .monaco-list-row', { hasText: /^二/ }).waitFor();
      await picture('damaged');
    });
  });
}

/** @param {import('playwright-core').Page} page */
async function openText(page, name) {
  await toggle(page, /seeds/i, true);
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  // What VS Code takes it for, once the server has looked at it.
  await page.locator('#status\\.editor\\.mode', { hasText: '人民日报语料' }).waitFor();
}

/** Opens or closes a part of the side bar. */
async function toggle(page, title, open) {
  const header = page.locator('.sidebar .pane-header', { hasText: title });
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) !== String(open)) await header.click();
}

/** The middle of the first occurrence of `text` on the visible lines of the editor; a line consists of pieces by colour. */
async function placeInEditor(page, text) {
  const found = await page.waitForFunction((wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-lines .view-line')) {
      const at = line.textContent.indexOf(wanted);
      if (at === -1) continue;
      const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const middle = at + Math.floor(wanted.length / 2);
      for (let start = 0; pieces.nextNode(); start += pieces.currentNode.length) {
        if (middle >= start + pieces.currentNode.length) continue;
        const range = document.createRange();
        range.setStart(pieces.currentNode, middle - start);
        range.setEnd(pieces.currentNode, middle - start + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
    }
    return undefined;
  }, text);
  return found.jsonValue();
}

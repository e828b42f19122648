/** Does as a person does: opens the folder in VS Code, reads, clicks, points. Leaves pictures in `.vscode-test/screenshots/`. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/process.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startEmbedded } from '../../scripts/vscode/embedded.mjs';
import { workbenchAddress } from '../../scripts/vscode/embeddedTests.mjs';
import { stageExtension, stageTexts, temporaryFolder } from '../../scripts/vscode/stage.mjs';
import { clickAt, openText, placeInEditor, speak, toggle, until } from './page.mjs';

/** 〖BT/标题〗联合声明〖-BT/标题〗 in GB18030, some lines of it. */
const ARCHIVE = Buffer.from('a1bc42542fb1eacce2a1bdc1aabacfc9f9c3f7a1bc2d42542fb1eacce2a1bd0a'.repeat(4), 'hex');
const pictures = join(root, '.vscode-test', 'screenshots');

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} kind
 * @property {string} theme
 * @property {string} language The texts of the extension follow it; VS Code's own stay English without a language pack.
 * @property {Record<string, any>} words What the tests look for.
 */

/** @param {Look} look */
export function specifyWorkbench({ kind, theme, language, words }) {
  describe(`the workbench, ${kind}, ${language}`, () => {
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** @type {import('playwright-core').Page} */
    let page;
    /** @type {Awaited<ReturnType<typeof startEmbedded>>} */
    let server;
    let folder = '';

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      const extensions = temporaryFolder('extensions');
      stageExtension(join(extensions, 'rmrb.rmrb'));
      server = await startEmbedded({
        extensions,
        settings: { 'workbench.colorTheme': theme, 'workbench.reduceMotion': 'on' },
      });
      browser = await launchBrowser();
      folder = stageTexts();
      await open(workbenchAddress(server.origin, folder));
    });

    const open = async (address) => {
      page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, colorScheme: kind });
      page.setDefaultTimeout(20_000);
      await speak(page, language);
      await page.goto(address);
    };

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
      await until(page.locator('#status\\.editor\\.selection', { hasText: 'Ln 47' }), () => section.click());
      await picture('outline');
    });

    it('shows what the other statements say on what is pointed at', async () => {
      const hover = page.locator('.monaco-hover:visible', { hasText: '2002-12-02' });
      await until(hover, async () => {
        await page.mouse.move(800, 5);
        const { x, y } = await placeInEditor(page, '朝鲜半岛');
        await page.mouse.move(x, y, { steps: 3 });
      });
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
      await until(page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5' }), () => problem.dblclick());
    });

    it('colours a web copy', async () => {
      await openText(page, '2024-05-16.txt');
      await page.locator('.outline-pane .monaco-list-row', { hasText: '中華' }).first().waitFor();
      await picture('damaged');
    });

    it('mends all of a kind in those files that are ticked in the preview', async () => {
      await openText(page, '2024-05-16.txt');
      // The problem is the comma; it stands on the first screen.
      const action = await actionAt(page, '),聲', words.everywhere);
      await picture('actions');
      const panel = page.locator('.bulk-edit-panel');
      const ticked = panel.locator('.monaco-list-row', { hasText: '2024-05-16.txt' }).locator('.edit-checkbox');
      await action.click();
      await panel.locator('.monaco-list-row', { hasText: '2002-12-02.txt' }).waitFor();
      await until(panel.locator('.edit-checkbox[aria-checked="true"]').first(), () => ticked.click());
      await picture('preview');
      await panel.locator('.monaco-button', { hasText: 'Apply' }).click();
      const line = (text) => page.locator('.editor-instance .view-line', { hasText: text });
      await line('），聲明如下：').waitFor();
      await line('),聲明如下:').waitFor({ state: 'detached' });
      await clickAt(page, '），聲');
      await page.keyboard.press('Control+Z');
      await line('),聲明如下:').waitFor();
    });

    it('ignores a place, in a file of its own', async () => {
      const action = await actionAt(page, '(tǒng)普京', words.ignore);
      await action.click();
      const configuration = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.rmrbrc.json' });
      await until(page.locator('.tab.active', { hasText: '.rmrbrc.json' }), () => configuration.dblclick());
      await page.locator('.editor-instance .view-line', { hasText: '"char.pinyin"' }).waitFor();
      await picture('ignored');
    });

    it('says in the output what it has read', async () => {
      const lines = page.locator('.panel .view-lines', { hasText: words.read });
      await until(lines, () => runCommand(page, words.showOutput));
      await picture('output');
    });

    it('opens a text in GB18030 again as what it is', async () => {
      writeFileSync(join(folder, 'archive.rmrb'), ARCHIVE);
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'archive.rmrb' });
      await until(page.locator('.tab.active', { hasText: 'archive.rmrb' }), () => file.dblclick());
      await page.locator('.notification-toast .monaco-button', { hasText: words.reopen }).click();
      await page.locator('.editor-instance .view-line', { hasText: '联合声明' }).first().waitFor();
      await page.locator('#status\\.editor\\.encoding', { hasText: 'GB18030' }).waitFor();
      await picture('encoding');
    });

    it('completes tags as one types, and shows the next numeral in a new line', async () => {
      writeFileSync(join(folder, 'new.rmrb'), '〖RQ/日期〗20140521〖-RQ/日期〗\n');
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'new.rmrb' });
      await until(page.locator('.tab.active', { hasText: 'new.rmrb' }), () => file.dblclick());
      await page.locator('#status\\.editor\\.mode', { hasText: '人民日报语料' }).waitFor();
      const line = (text) => page.locator('.editor-instance .view-line', { hasText: text });
      const offered = (text) => page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });
      const { keyboard } = page;
      // The server has looked at it.
      await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'attached' });
      await clickAt(page, '20140521');
      await keyboard.press('Control+End');
      await keyboard.insertText('〖');
      await page.locator('.suggest-widget.visible').waitFor();
      await keyboard.type('bt');
      await offered('BT/标题').waitFor();
      await picture('completion');
      await keyboard.press('Enter');
      await line('〖BT/标题〗〖-BT/标题〗').waitFor();
      await keyboard.insertText('联合声明');
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await keyboard.insertText('〖');
      await page.locator('.suggest-widget.visible').waitFor();
      await keyboard.insertText('正');
      await offered('ZW/正文').waitFor();
      await keyboard.press('Enter');
      await line('〖-ZW/正文〗').waitFor();
      await keyboard.insertText('一、双方同意。');
      await keyboard.press('Enter');
      await page.locator('.ghost-text-decoration', { hasText: '二、' }).waitFor();
      await picture('numeral');
      await keyboard.press('Tab');
      await keyboard.insertText('双方重申。');
      await line('二、双方重申。').waitFor();
    });

    it('leads a newcomer, who has no folder open, through the samples', async () => {
      await page.close({ runBeforeUnload: false });
      await open(`${server.origin}/?ew=true`);
      await page.locator('.monaco-workbench .statusbar').waitFor();
      const step = (index) => page.locator('.getting-started-step', { hasText: words.steps[index] });
      await until(step(3), () => runCommand(page, words.openWalkthrough));
      const take = async (index, which = 0) => {
        const button = step(index).locator('.monaco-button').nth(which);
        if (!(await button.isVisible())) await step(index).click();
        await picture(`walkthrough-${index + 1}`);
        await button.click();
      };
      await take(0);
      await page.waitForURL(/rmrb-samples/);
      // VS Code goes on where it was.
      await step(0).locator('.codicon-getting-started-step-checked').first().waitFor();
      await take(1);
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'number.glyph' }).first().waitFor();
      await take(2);
      await page.locator('.editor-instance .view-line', { hasText: '應中華人民共和國主席習近平' }).waitFor();
      await take(2, 1);
      const preview = page.locator('.bulk-edit-panel');
      await preview.locator('.monaco-list-row').first().waitFor();
      await picture('walkthrough-record');
      await preview.locator('.monaco-button', { hasText: 'Discard' }).click();
      // What is drawn over the text afterwards may close the card: a person clicks again.
      await until(page.locator('.monaco-hover:visible', { hasText: '2002-12-02' }), () => take(3));
      await step(3).locator('.codicon-getting-started-step-checked').first().waitFor();
      await picture('walkthrough-end');
    });
  });
}

/** @param {import('playwright-core').Page} page */
async function runCommand(page, title) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const command = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  try {
    await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout: 5_000 });
    await command.click({ timeout: 5_000 });
  } catch {
    // VS Code takes keys, and knows the commands of an extension, some time after it shows itself: whoever calls tries again.
  }
}

/** Opens the menu of the lightbulb at the middle of `text`, and answers the action with these words in its title. */
async function actionAt(page, text, title) {
  const action = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  await until(action, async () => {
    await page.keyboard.press('Escape');
    await clickAt(page, text);
    await page.keyboard.press('Control+Period');
  });
  return action;
}

/** Does with the views on topics as a person does, by mouse and by keyboard. Leaves pictures in `.vscode-test/screenshots/`. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/process.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startEmbedded } from '../../scripts/vscode/embedded.mjs';
import { workbenchAddress } from '../../scripts/vscode/embeddedTests.mjs';
import { stageExtension, stageTexts, temporaryFolder } from '../../scripts/vscode/stage.mjs';
import { clickAt, openText, speak, until } from './page.mjs';

const pictures = join(root, '.vscode-test', 'screenshots');

describe('the views on topics', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {Awaited<ReturnType<typeof startEmbedded>>} */
  let server;
  const texts = stageTexts();
  /** What the browser refused to load or to run. */
  const refused = [];

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    const extensions = temporaryFolder('extensions');
    stageExtension(join(extensions, 'rmrb.rmrb'));
    const settings = {
      'workbench.colorTheme': 'Default Light Modern',
      'workbench.reduceMotion': 'on',
      // What comes up where the mouse rests would lie over what is clicked next.
      'workbench.hover.delay': 600_000,
    };
    server = await startEmbedded({ extensions, settings });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await speak(page, 'zh-cn');
    await page.goto(workbenchAddress(server.origin, texts));
  });

  after(async () => {
    await browser?.close();
    server?.stop();
  });

  const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text });
  const topic = () => page.locator('.sidebar .monaco-list-row[aria-level="1"]', { hasText: /^朝鲜半岛/ }).first();
  /** The page of the panel that is open. */
  const panel = () => page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
  /** Keys reach a panel a little later than they are pressed. */
  const hasFocus = (selector, options) => panel().locator(`${selector}:focus`, options).waitFor();
  const carriesOut = async (command) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${command}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
  };
  /** There 朝鲜半岛 is spoken of. */
  const goToLine47 = async () => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(':47');
    await page.keyboard.press('Enter');
  };
  /** @param kind what VS Code calls a theme of this kind in its panels */
  const wears = async (theme, kind) => {
    await carriesOut('Preferences: Color Theme');
    await page.locator('.quick-input-widget input').fill(theme);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await panel().locator(`body.${kind}`).waitFor();
  };

  it('list topics, and what stands at the caret before them', async () => {
    await openText(page, '2014-05-20.txt');
    await page.locator('.activitybar a[aria-label*="人民日报"]').click();
    await row('上海合作组织').first().waitFor();
    await goToLine47();
    await until(row(/光标处：.*半岛/), () => clickAt(page, '朝鲜半岛'));
    await row('2002-12-02').first().waitFor();
    await picture('topics-light-tree');
  });

  it('go from the tree to the place', async () => {
    const passage = page.locator('.sidebar .monaco-list-row[aria-level="3"]', { hasText: '半岛' }).first();
    await until(page.locator('.tab.active', { hasText: /^(?!2014).*\.txt/ }), () => passage.click());
    await page.locator('.editor-instance .view-line', { hasText: '半岛' }).first().waitFor();
  });

  it('filter the topics by name', async () => {
    const all = row('上海合作组织').first();
    const action = (name) => page.locator(`.sidebar .composite.title a[aria-label="${name}"]`);
    await until(page.locator('.quick-input-widget:visible'), () => action('筛选主题…').click());
    await page.keyboard.type('半岛');
    await page.keyboard.press('Enter');
    await all.waitFor({ state: 'detached' });
    await picture('topics-light-filtered');
    await action('清除主题筛选').waitFor();
  });

  it('list all places of a topic in a peek view', async () => {
    const peek = page.locator('.peekview-widget .monaco-list-row', { hasText: '.txt' }).first();
    await until(peek, async () => {
      await page.keyboard.press('Escape');
      await topic().click({ button: 'right' });
      // A menu looks at no mouse button that goes up within a tenth of a second after it came up.
      await page.locator('.context-view .action-label', { hasText: '显示所有位置' }).click({ delay: 200 });
    });
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('put formulations side by side, new words marked by more than colour', async () => {
    await until(page.locator('.tab.active', { hasText: '对读' }), async () => {
      await topic().hover();
      await topic().locator('a[aria-label*="对读"]').click();
    });
    const view = panel();
    await view.locator('#columns ins').first().waitFor();
    const dates = await view.locator('.date').allInnerTexts();
    assert.deepEqual(dates, [...dates].sort(), 'the columns stand in the order of their dates');
    assert.ok(dates.length >= 3, `${dates.length} columns`);
    const [line, sign] = await view
      .locator('#columns ins')
      .first()
      .evaluate((one) => [getComputedStyle(one).textDecorationLine, getComputedStyle(one, '::before').content]);
    assert.equal(line, 'underline');
    assert.match(sign, /＋/);
    await picture('topics-light-compare');
  });

  it('show one script, and what is gone, and leave out a statement', async () => {
    const view = panel();
    const traditional = view.locator('#columns section').last().locator('p[lang]', { hasText: '朝鮮半島' }).first();
    await traditional.waitFor();
    await view.locator('#script').selectOption('simplified');
    await view.locator('#columns section').last().locator('p[lang]', { hasText: '朝鲜半岛' }).first().waitFor();
    await view.locator('#dropped').focus();
    await page.keyboard.press('Space');
    await view.locator('#columns del').first().waitFor();
    // The focus stays when the panel is drawn anew.
    await hasFocus('#dropped');
    const count = await view.locator('#columns section').count();
    await view.locator('summary').focus();
    if ((await view.locator('details[open]').count()) === 0) await page.keyboard.press('Enter');
    // By its own name: once it is off, the first one that is on is another.
    const statement = await view.locator('#statements input:checked').first().getAttribute('id');
    await view.locator(`#${statement}`).uncheck();
    await view.locator(`#columns section:nth-child(${count})`).waitFor({ state: 'detached' });
  });

  it('are read passage by passage with the arrow keys, and opened with Enter', async () => {
    await until(panel().locator('#passage-1-0:focus'), async () => {
      await panel().locator('#passage-0-0').focus();
      await page.keyboard.press('ArrowRight');
    });
    await page.keyboard.press('ArrowLeft');
    await hasFocus('#passage-0-0');
    await page.keyboard.press('Tab');
    await hasFocus('button', { hasText: '打开原文' });
    await page.keyboard.press('Tab');
    await hasFocus('button', { hasText: '复制为引文' });
    await page.keyboard.press('Enter');
    await panel().locator('[role=status]', { hasText: '已复制为引文' }).waitFor();
    await until(page.locator('.editor-group-container.active .tab.active', { hasText: '.txt' }), async () => {
      await panel().locator('#passage-1-0').focus();
      await page.keyboard.press('Enter');
    });
    await page.locator('.editor-instance .selected-text').first().waitFor();
    await picture('topics-light-opened');
    await carriesOut('View: Close Editor');
  });

  it('show a matrix that the keyboard moves in, sorts and opens', async () => {
    await carriesOut('显示主题矩阵');
    const view = panel();
    await view.locator('[role=grid] .rows [role=row]').first().waitFor();
    await picture('topics-light-matrix');
    const head = view.locator('[role=columnheader]', { hasText: '声明' });
    await head.focus();
    await page.keyboard.press('Enter');
    await view.locator('[role=columnheader][aria-sort=descending]', { hasText: '声明' }).waitFor();
    const first = await view.locator('.rows [data-row="0"][data-column="3"]').innerText();
    const second = await view.locator('.rows [data-row="1"][data-column="3"]').innerText();
    assert.ok(Number(first) >= Number(second));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await hasFocus('[role=gridcell][aria-label*="2024"]');
    await page.keyboard.press('Enter');
    await view.locator('#passages li button:focus').waitFor();
    await picture('topics-light-cell');
    await page.keyboard.press('Escape');
    await hasFocus('[role=gridcell]');
  });

  it('filter the matrix while one types, and export what is left', async () => {
    const view = panel();
    await view.locator('#filter').click();
    await page.keyboard.type('军控');
    await view.locator('.rows .label', { hasText: '上海合作组织' }).waitFor({ state: 'detached' });
    assert.equal(await view.locator('#filter').inputValue(), '军控');
    const rows = Number(await view.locator('[role=grid]').getAttribute('aria-rowcount')) - 1;
    await view.locator('#csv').click();
    const input = page.locator('.quick-input-widget input');
    await input.waitFor();
    await page.keyboard.press('Enter');
    await view.locator('[role=status]', { hasText: '主题矩阵.csv' }).waitFor();
    const csv = readFileSync(join(texts, '主题矩阵.csv'), 'utf8');
    assert.equal(csv.split('\r\n').length, rows + 2);
    assert.match(csv, /^\uFEFF主题,领域,/);
  });

  it('can be read in dark and in high contrast', async () => {
    await panel().locator('#filter').fill('');
    await wears('Dark Modern', 'vscode-dark');
    await picture('topics-dark-matrix');
    await wears('Dark High Contrast', 'vscode-high-contrast');
    await picture('topics-contrast-matrix');
    const changed = panel().locator('#columns ins').first();
    await until(changed, () => page.locator('.tab', { hasText: '对读' }).click());
    await picture('topics-contrast-compare');
    await wears('Dark Modern', 'vscode-dark');
    await picture('topics-dark-compare');
  });

  it('take selected words into a topic of the user’s own', async () => {
    await page.keyboard.press('Control+Shift+E');
    await openText(page, '2014-05-20.txt');
    await goToLine47();
    const input = page.locator('.quick-input-widget input');
    const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: '新主题…' });
    await until(choice, async () => {
      await page.keyboard.press('Escape');
      await clickAt(page, '朝鲜半岛');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await carriesOut('把所选文字加入主题');
    });
    await picture('topics-add');
    await choice.click();
    await page.locator('.quick-input-widget', { hasText: '新主题的标题' }).waitFor();
    await input.fill('我的主题');
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast', { hasText: '我的主题' }).waitFor();
    const { topics } = JSON.parse(readFileSync(join(texts, 'rmrb.topics.json'), 'utf8'));
    assert.deepEqual(
      topics.map(({ label }) => label),
      ['我的主题'],
    );
    await page.locator('.activitybar a[aria-label*="人民日报"]').click();
    await row('我的主题').first().waitFor();
    await picture('topics-added');
  });

  it('load and run nothing but what is theirs', () => {
    assert.deepEqual(refused, []);
  });
});

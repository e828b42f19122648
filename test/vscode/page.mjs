/** What a person does in the workbench, for the tests that do the same. */

const ATTEMPTS = 4;

/**
 * Has VS Code take itself for one in this language, as an installed language pack does.
 * @param {import('playwright-core').Page} page
 */
export async function speak(page, language) {
  await page.route('**/out/nls.messages.js', async (route) => {
    const response = await route.fetch();
    const body = `${await response.text()}\nglobalThis._VSCODE_NLS_LANGUAGE = '${language}';\n`;
    await route.fulfill({ response, body });
  });
}

/** @param {import('playwright-core').Page} page */
export async function openText(page, name) {
  await toggle(page, /seeds/i, true);
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await until(page.locator('.tab.active', { hasText: name }), () => file.dblclick());
  // What VS Code takes it for, once the server has looked at it.
  await page.locator('#status\\.editor\\.mode', { hasText: '人民日报语料' }).waitFor();
}

/**
 * Makes a gesture until it has its effect. VS Code moves its lists while it loads, and a click may fall between two rows, or on what has
 * just gone; a person clicks again.
 * @param {import('playwright-core').Locator} effect
 * @param {() => Promise<void>} gesture
 */
export async function until(effect, gesture) {
  for (let attempt = 1; ; attempt++) {
    try {
      await gesture();
      await effect.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Opens or closes a part of the side bar. */
export async function toggle(page, title, open) {
  const header = page.locator('.sidebar .pane-header', { hasText: title });
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) !== String(open)) await header.click();
}

/** Clicks on the middle of `text` in the editor. */
export async function clickAt(page, text) {
  const { x, y } = await placeInEditor(page, text);
  await page.mouse.click(x, y);
}

/** The middle of the first occurrence of `text` on the visible lines of the editor; a line consists of pieces by colour. */
export async function placeInEditor(page, text) {
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

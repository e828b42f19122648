import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import picomatch from 'picomatch';

interface Command {
  readonly command: string;
  readonly category?: string;
  readonly title?: string;
}
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}
interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly Command[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json') as Manifest;
const LANGUAGES = { en: 'package.nls.json', 'zh-cn': 'package.nls.zh-cn.json' };
const own = contributes.commands.map(({ command }) => command);
/** The patterns of what goes into the VSIX; all else stays outside. */
const packed = readFileSync('.vscodeignore', 'utf8').match(/(?<=^!).+/gm) ?? [];
const isPacked = (file: string): boolean => picomatch.isMatch(file, packed);
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** Those of VS Code itself that the walkthrough names. */
const OF_VSCODE = ['outline.focus'];

describe('the commands', () => {
  it('have titles and a category', () => {
    for (const { command, category, title } of contributes.commands) {
      assert.deepEqual([category, title], ['%category%', `%command.${command.slice('rmrb.'.length)}%`]);
    }
  });

  it('are those that the client registers', () => {
    const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`client/src/${name}`, 'utf8'));
    const named = sources.flatMap((text) => [...text.matchAll(/'(rmrb\.\w+)'/g)].map(([, name = '']) => name));
    assert.deepEqual(
      own.filter((command) => !named.includes(command)),
      [],
    );
  });

  it('in menus and behind keys exist', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    const behindKeys = contributes.keybindings.map(({ command }) => command);
    assert.deepEqual(
      [...inMenus, ...behindKeys].filter((command) => !own.includes(command)),
      [],
    );
  });
});

describe('the menus', () => {
  it('have every submenu that is used, and use every one', () => {
    const used = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ submenu }) => submenu ?? []));
    const filled = Object.keys(contributes.menus).filter((menu) => menu.startsWith('rmrb.'));
    const declared = sorted(contributes.submenus.map(({ id }) => id));
    assert.deepEqual([sorted(used), sorted(filled)], [declared, declared]);
  });

  it('say of every entry when it is shown', () => {
    const places = Object.entries(contributes.menus).filter(([menu]) => !menu.startsWith('rmrb.'));
    for (const [menu, items] of places) {
      for (const { command, submenu, when } of items) assert.ok(when, `${command ?? submenu} in ${menu}`);
    }
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('has four steps, each with a picture that is packed', () => {
    assert.equal(steps.length, 4);
    for (const { media } of steps) {
      assert.ok(existsSync(media.svg), media.svg);
      assert.ok(isPacked(media.svg), `${media.svg} is packed`);
    }
  });

  it('ends each step with a command that one of its buttons runs', () => {
    const texts = json(LANGUAGES.en) as Record<string, string>;
    for (const { id, description, completionEvents } of steps) {
      const buttons = commandsIn(texts[description.slice(1, -1)] ?? '');
      const [first = ''] = completionEvents;
      assert.ok(buttons.includes(first.slice('onCommand:'.length)), `${id}: ${first}`);
      for (const event of completionEvents) assert.ok(own.includes(event.slice('onCommand:'.length)), event);
    }
  });

  it('runs the same commands in both languages, and they exist', () => {
    const [english, chinese] = Object.values(LANGUAGES).map((file) => json(file) as Record<string, string>);
    for (const { description } of steps) {
      const key = description.slice(1, -1);
      const buttons = commandsIn(english?.[key] ?? '');
      assert.deepEqual(commandsIn(chinese?.[key] ?? ''), buttons);
      for (const command of buttons) assert.ok([...own, ...OF_VSCODE].includes(command), command);
    }
  });

  it('uses a picture without words of one language, in colours of the theme', () => {
    for (const { media } of steps) {
      const picture = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(picture, /#[0-9a-f]{3,}|style=|<script|rgb\(/i);
      assert.match(picture, /var\(--vscode-/);
    }
  });
});

describe('the samples', () => {
  it('are packed, and copied, all of them', () => {
    const copied = [...readFileSync('client/src/samples.ts', 'utf8').matchAll(/^ {2}'([\w.-]+)',$/gm)];
    const all = readdirSync('seeds').sort();
    assert.deepEqual(
      copied.map(([, name]) => name),
      all,
    );
    for (const name of all) assert.ok(isPacked(`seeds/${name}`), name);
  });
});

function commandsIn(text: string): string[] {
  return [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command = '']) => command);
}

import { applyEdits as applied, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { Edit } from '../text/edits.ts';
import type { IgnoredPlace } from './configuration.ts';

/** Has a configuration ignore a problem. `undefined` where the text is no configuration that could take it. */
export function addIgnored(text: string, { code, file, text: covered, nth }: IgnoredPlace): Edit[] | undefined {
  const entry = { code, file, text: covered, ...(nth > 1 && { nth }) };
  const key = keyIn(text, 'ignore');
  const before = valueAt(text, [key]);
  if (before && before.type !== 'array') return undefined;
  return jsonEdits(text, [key, before?.children?.length ?? 0], entry, true);
}

/** Has a configuration switch a rule off. */
export function switchOff(text: string, code: string): Edit[] | undefined {
  return setMember(text, 'rules', code, 'off');
}

/** Has a configuration know a tag. */
export function addTag(text: string, code: string, name: string): Edit[] | undefined {
  return setMember(text, 'vocabulary', code, name);
}

function setMember(text: string, setting: string, name: string, value: string): Edit[] | undefined {
  const key = keyIn(text, setting);
  const before = valueAt(text, [key]);
  if (before && before.type !== 'object') return undefined;
  return jsonEdits(text, [key, name], value, false);
}

/**
 * Sets a value in JSON, or inserts it into a list. What the user wrote stays as it is, comments included; what is added is
 * indented as the rest. `undefined` where the text is no object that could take it.
 */
export function jsonEdits(text: string, path: JSONPath, value: unknown, isArrayInsertion: boolean): Edit[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root ? root.type !== 'object' : text.trim() !== '') return undefined;
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const found = modify(text, path, value, { isArrayInsertion, formattingOptions });
  // A file ends with a line break.
  if (text === '') return [{ span: { start: 0, end: 0 }, newText: `${applied(text, found)}\n` }];
  return found.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

/** Both names of a setting are allowed: its own, and the one that it has in an editor. */
function keyIn(text: string, key: string): string {
  return valueAt(text, [`rmrb.${key}`]) ? `rmrb.${key}` : key;
}

function valueAt(text: string, [key]: readonly [string]): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const member = root?.children?.find(({ children }) => children?.[0]?.value === key);
  return root?.type === 'object' ? member?.children?.[1] : undefined;
}

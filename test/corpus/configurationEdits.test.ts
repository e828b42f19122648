import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfiguration } from '../../server/src/corpus/configuration.ts';
import { addIgnored, addTag, switchOff } from '../../server/src/corpus/configurationEdits.ts';
import { applyEdits, type Edit } from '../../server/src/text/edits.ts';

const CODES = new Set(['tag.unclosed', 'number.gap']);
const PLACE = { code: 'number.gap', file: '年/a.txt', text: '三、"乙"\n', nth: 2 };

function read(text: string, edits: Edit[] | undefined) {
  assert.ok(edits);
  const after = applyEdits(text, edits);
  const { configuration, faults } = parseConfiguration(after, CODES);
  assert.deepEqual(faults, [], after);
  return { after, configuration };
}

describe('an edit of the configuration', () => {
  for (const [name, text] of Object.entries({
    'an empty file': '',
    'an empty object': '{}',
    'line ends of Windows and tabs': '{\r\n\t"rules": {}\r\n}\r\n',
    'comments and trailing commas':
      '// a\n{\n  "rules": { "tag.unclosed": "off", }, // b\n  "ignore": [\n    // c\n  ],\n}\n',
    'the names that an editor has for settings': '{ "rmrb.rules": {}, "rmrb.ignore": [] }',
  })) {
    it(`adds to ${name}`, () => {
      const ignoring = read(text, addIgnored(text, PLACE));
      assert.deepEqual(ignoring.configuration.ignored, [PLACE]);
      const twice = read(ignoring.after, addIgnored(ignoring.after, { ...PLACE, nth: 1 }));
      assert.deepEqual(twice.configuration.ignored, [PLACE, { ...PLACE, nth: 1 }]);
      const off = read(twice.after, switchOff(twice.after, 'number.gap'));
      assert.equal(off.configuration.rules.get('number.gap'), 'off');
      const tagged = read(off.after, addTag(off.after, 'LY', '来源'));
      assert.deepEqual([...tagged.configuration.vocabulary], [['LY', '来源']]);
      const renamed = read(tagged.after, addTag(tagged.after, 'LY', '出处'));
      assert.deepEqual([...renamed.configuration.vocabulary], [['LY', '出处']]);
      for (const comment of text.match(/\/\/ \w/g) ?? []) assert.ok(off.after.includes(comment));
      assert.equal(/\r\n/.test(text), /\r\n/.test(off.after));
      assert.ok(!/[^\r]\n/.test(off.after) || !/\r\n/.test(text));
    });
  }

  it('is none where there is no place for it', () => {
    for (const text of ['[]', '7', '{ "ignore": {}, "rules": [], "vocabulary": [] }']) {
      assert.equal(addIgnored(text, PLACE), undefined);
      assert.equal(switchOff(text, 'number.gap'), undefined);
      assert.equal(addTag(text, 'LY', '来源'), undefined);
    }
  });
});

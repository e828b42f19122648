import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/protocol/settings.ts';

describe('settings', () => {
  it('are the defaults where nothing is set', () => assert.deepEqual(readSettings(null), DEFAULT_SETTINGS));

  it('are read by their names', () =>
    assert.deepEqual(
      readSettings({
        corpus: { include: '**/*.rmrb', exclude: ['drafts/**'] },
        rules: { 'tag.unclosed': 'hint', 'field.order': 'off' },
        diagnostics: { delay: 500, run: 'onSave', maxPerFile: 20 },
        codeLens: { enabled: false },
      }),
      {
        include: '**/*.rmrb',
        exclude: ['drafts/**'],
        rules: { 'tag.unclosed': 'hint', 'field.order': 'off' },
        diagnosticsDelay: 500,
        diagnosticsRun: 'onSave',
        maxPerFile: 20,
        codeLens: false,
      },
    ));

  it('take globs that are switched on, as files.exclude has them', () =>
    assert.deepEqual(readSettings({ corpus: { exclude: { 'a/**': true, 'b/**': false } } }).exclude, ['a/**']));

  it('pass over what nobody can mean', () =>
    assert.deepEqual(
      readSettings({
        corpus: { include: 7, exclude: [1, ''] },
        rules: { a: 'fatal' },
        diagnostics: { delay: -1, run: 'never', maxPerFile: 0 },
      }),
      DEFAULT_SETTINGS,
    ));

  it('never fail', () => fc.assert(fc.property(fc.anything(), (value) => typeof readSettings(value) === 'object')));
});

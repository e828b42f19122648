import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PaperIssues } from '../../server/src/corpus/paperDays.ts';

describe('the issue number that the corpus implies', () => {
  const records = (...pairs: [string, string][]) =>
    pairs.map(([date, issue]) => {
      const value = (text: string) => ({ text, span: { start: 0, end: 0 } });
      const nowhere = { start: 0, end: 0 };
      return {
        date: value(date),
        issue: value(issue),
        page: undefined,
        item: undefined,
        head: nowhere,
        fingerprint: undefined,
      };
    });
  const issue = (date: string, ...pairs: [string, string][]) => new PaperIssues(records(...pairs)).sure(date);

  it('is one more for each day', () =>
    assert.equal(issue('20140601', ['20140521', '20585'], ['19930713', '12968']), 20596));
  it('is not known from one day alone', () => assert.equal(issue('20140601', ['20140521', '20585']), undefined));
  it('is not known beyond days that disagree', () =>
    assert.equal(issue('20140601', ['20140521', '20585'], ['20140520', '20580']), undefined));
  it('is known between days that agree, whatever the others say', () =>
    assert.equal(issue('20140522', ['20140521', '20585'], ['20140523', '20587'], ['19500101', '7']), 20586));
  it('is none before the first number', () =>
    assert.equal(issue('19460101', ['20140521', '20585'], ['19930713', '12968']), undefined));
});

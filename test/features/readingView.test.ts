import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readingView } from '../../server/src/features/readingView.ts';
import { documentOf } from './support.ts';

const NAMES = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28', '2024-05-16'];

describe('the reading view', () => {
  it('is in simplified script', () =>
    assert.equal(readingView(documentOf('聲明\n一、發展貿易。\n')).text, '声明\n一、发展贸易。\n'));
  it('leaves simplified script as it is', () => {
    const text = readFileSync('seeds/2014-05-20.txt', 'utf8');
    assert.equal(readingView(documentOf(text)).text, text);
  });

  it('leaves out what a mirror put in, and restores what it tore', () => {
    const { text } = readingView(documentOf(readFileSync('seeds/2024-05-16.txt', 'utf8')));
    assert.ok(text.includes('中华人民共和国和俄罗斯联邦'));
    assert.ok(!/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/.test(text));
    assert.ok(text.includes('决心'));
  });

  it('keeps the lines', () => {
    for (const name of NAMES) {
      const source = readFileSync(`seeds/${name}.txt`, 'utf8');
      assert.equal(readingView(documentOf(source)).text.split('\n').length, source.split('\n').length, name);
    }
  });

  it('knows where each character comes from', () => {
    for (const name of NAMES) {
      const source = readFileSync(`seeds/${name}.txt`, 'utf8');
      const { text, runs } = readingView(documentOf(source));
      let at = 0;
      let from = 0;
      for (const run of runs) {
        assert.equal(run.at, at, 'no gap in the view');
        assert.ok(run.source >= from, 'in order');
        at += run.length;
        from = run.source + run.sourceLength;
        if (run.length !== run.sourceLength) continue;
        for (let unit = 0; unit < run.length; unit++) {
          const [own, printed] = [text.charAt(run.at + unit), source.charAt(run.source + unit)];
          // What both scripts share must be the very same character.
          if (/[\s0-9，。、；：一二三]/.test(printed)) assert.equal(own, printed);
        }
      }
      assert.equal(at, text.length);
    }
  });
});

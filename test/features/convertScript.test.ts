import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { convertScript } from '../../server/src/features/convertScript.ts';
import { scriptReport } from '../../server/src/features/scriptReport.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { sayIn } from '../../server/src/text/messages.ts';
import type { TargetScript } from '../../server/src/text/scripts.ts';
import { marked } from '../support/marks.ts';
import { documentOf } from './support.ts';

function converted(to: TargetScript, fixture: string): string {
  const { text, spans } = marked(fixture);
  return applyEdits(text, convertScript(documentOf(text), to, spans[0]).edits);
}

describe('converting the script', () => {
  it('decides by the words around', () =>
    assert.equal(converted('traditional', '声明\n一、理发与发展。'), '聲明\n一、理髮與發展。'));
  it('to simplified script', () =>
    assert.equal(converted('simplified', '聲明\n一、頭髮與發展。'), '声明\n一、头发与发展。'));
  it('takes the words of a region where that is wanted', () => {
    assert.equal(converted('taiwan', '声明\n一、软件，信息。\n'), '聲明\n一、軟件，信息。\n');
    assert.equal(converted('taiwan-words', '声明\n一、软件，信息。\n'), '聲明\n一、軟體，資訊。\n');
  });
  it('puts words of another length into their place', () =>
    assert.equal(converted('taiwan-words', '声明\n一、出租车很多，发展。'), '聲明\n一、計程車很多，發展。'));
  it('leaves tags alone', () =>
    assert.equal(
      converted('traditional', '〖ZQ/总期〗1〖-ZQ/总期〗\n〖BT/标题〗联合声明〖-BT/标题〗\n'),
      '〖ZQ/总期〗1〖-ZQ/总期〗\n〖BT/标题〗聯合聲明〖-BT/标题〗\n',
    ));
  it('leaves the readings of a mirror alone', () =>
    assert.equal(converted('simplified', '聲明\n一、聯(lián)合國權威。'), '声明\n一、联(lián)合国权威。'));
  it('changes only what is selected', () =>
    assert.equal(converted('traditional', '声明\n一、⟦发展⟧贸易。'), '声明\n一、發展贸易。'));
  it('changes nothing in what is in that script already', () =>
    assert.deepEqual(convertScript(documentOf('声明\n一、发展贸易。'), 'simplified').edits, []));
  it('knows traditional script, whose 后 is an empress', () =>
    assert.equal(converted('taiwan', '聲明\n一、皇后與後來發展。'), '聲明\n一、皇后與後來發展。'));

  it('edits characters, not paragraphs', () => {
    const text = readFileSync('seeds/2014-05-20.txt', 'utf8');
    const { edits } = convertScript(documentOf(text), 'traditional');
    assert.ok(edits.every(({ span }) => span.end - span.start <= 40));
    assert.ok(edits.length > 500);
  });

  it('there and back leaves the texts in simplified script as they were, but for a few of the chosen characters', () => {
    for (const name of ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28']) {
      const text = readFileSync(`seeds/${name}.txt`, 'utf8');
      const there = applyEdits(text, convertScript(documentOf(text), 'traditional').edits);
      const back = applyEdits(there, convertScript(documentOf(there), 'simplified').edits);
      assert.equal(back.length, text.length);
      const changed = Array.from(back).filter((character, index) => character !== Array.from(text)[index]).length;
      assert.ok(changed < 10, `${name}: ${changed}`);
    }
  });
});

describe('the report on a conversion', () => {
  const text = '声明\n一、理发与发展，干部。\n二、发展软件。\n';
  const report = (to: TargetScript) => {
    const document = documentOf(text);
    const conversion = convertScript(document, to);
    return scriptReport({ uri: 'file:///a.txt', document, name: 'a.txt' }, conversion, sayIn('zh-cn'));
  };

  it('lists each choice with its places', () => {
    const page = report('traditional');
    assert.match(page, /## 发 → 發（也可能是 髮），2 处/);
    assert.match(page, /## 发 → 髮（也可能是 發），1 处/);
    assert.match(page, /- \[第 2 行\]\(file:\/\/\/a\.txt#L2,4\) 一、理\*\*发\*\*与发展，干部/);
  });
  it('lists the words of a region', () => assert.match(report('taiwan-words'), /- 軟件 → 軟體，1 处/));
  it('says that there was none', () => assert.match(report('simplified'), /没有遇到一字多形的字/));
});

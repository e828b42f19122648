import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { normaliseTerm } from '../../server/src/corpus/normalise.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import type { TopicEntry } from '../../server/src/text/resourcesAtHand.ts';

const TOPICS: readonly TopicEntry[] = JSON.parse(readFileSync('server/data/topics.json', 'utf8'));
const SCHEMA = JSON.parse(readFileSync('schemas/topics.schema.json', 'utf8'));
const BY_ID = new Map(TOPICS.map((topic) => [topic.id, topic]));

const normal = (term: string): string => normaliseTerm(term, NEWSPAPER_VOCABULARY);

/** Values that several owners have, with two of them. */
function repeated(values: Iterable<readonly [value: string, owner: string]>): string[] {
  const owners = new Map<string, string>();
  const found: string[] = [];
  for (const [value, owner] of values) {
    const before = owners.get(value);
    if (before !== undefined) found.push(`${value}: ${before}, ${owner}`);
    owners.set(value, owner);
  }
  return found;
}

function allBroader(id: string, seen = new Set<string>()): Set<string> {
  for (const broader of BY_ID.get(id)?.broader ?? []) {
    if (seen.has(broader)) continue;
    seen.add(broader);
    allBroader(broader, seen);
  }
  return seen;
}

describe('the lexicon of topics', () => {
  it('is of some size', () => assert.ok(TOPICS.length >= 300));

  it('has an identifier for each topic, once', () => {
    assert.deepEqual(repeated(TOPICS.map(({ id, label }) => [id, label])), []);
    const pattern = new RegExp(SCHEMA.definitions.id.pattern);
    assert.deepEqual(
      TOPICS.filter(({ id }) => !pattern.test(id)).map(({ id }) => id),
      [],
    );
  });

  it('has each name in one topic only, however it is written', () => {
    const names = TOPICS.flatMap(({ id, names }) => names.map((name) => [normal(name), id] as const));
    assert.deepEqual(repeated(names), []);
  });

  it('is written in the form in which texts are compared, but for 著, which is right in 著作', () => {
    const terms = TOPICS.flatMap(({ names, narrower = [], context = [] }) => [...names, ...narrower, ...context]);
    assert.deepEqual(
      terms.filter((term) => normal(term) !== term.replaceAll('著', '着')),
      [],
    );
  });

  it('has no name of a single character', () => {
    const short = TOPICS.flatMap(({ names }) => names).filter((name) => Array.from(normal(name)).length < 2);
    assert.deepEqual(short, []);
  });

  it('says a word of a topic once', () => {
    for (const { id, names, narrower = [], context = [] } of TOPICS) {
      assert.deepEqual(repeated([...names, ...narrower, ...context].map((term) => [term, id])), []);
    }
  });

  it('has the label of each topic among its names', () => {
    assert.deepEqual(
      TOPICS.filter(({ label, names }) => !names.includes(label)).map(({ id }) => id),
      [],
    );
  });

  it('calls no topic by the identifier of one', () => {
    const names = TOPICS.flatMap(({ names }) => names);
    assert.deepEqual(
      names.filter((name) => BY_ID.has(name)),
      [],
    );
  });

  it('names as broader only topics that it has, and none that is contained in itself', () => {
    for (const { id, broader = [] } of TOPICS) {
      for (const other of broader) assert.ok(BY_ID.has(other), `${id}: ${other}`);
      assert.ok(!allBroader(id).has(id), id);
    }
  });

  it('is sorted by field', () => {
    const fields = TOPICS.map(({ field }) => field);
    assert.deepEqual(fields, fields.toSorted());
  });
});

describe('the schema of rmrb.topics.json', () => {
  it('knows whatever a topic of the lexicon says', () => {
    const known = new Set(Object.keys(SCHEMA.definitions.topic.properties));
    assert.deepEqual(
      TOPICS.flatMap(Object.keys).filter((key) => !known.has(key)),
      [],
    );
  });

  it('offers the fields of the lexicon', () => {
    const fields = [...new Set(TOPICS.map(({ field }) => field))];
    assert.deepEqual(SCHEMA.definitions.topic.properties.field.examples, fields);
  });

  it('asks for a label and names only', () => {
    assert.deepEqual(SCHEMA.definitions.topic.required, ['label', 'names']);
  });
});

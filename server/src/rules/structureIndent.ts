import { type Message, message } from '../text/messages.ts';
import { bodyLines, expectedByKind, isSetIn, majority } from './indentation.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** Paragraphs of one body that are indented otherwise than most of their kind. */
export const structureIndent: RecordRule = {
  code: 'structure.indent',
  severity: 'hint',
  needs: { tree: TREE.unevenIndent },
  *check(record) {
    const all = bodyLines(record);
    const lines = all.filter(({ isProse }) => isProse);
    const common = majority(lines);
    // Without a convention, or with that of no indentation, nobody can say what a paragraph should have.
    if (!common) return;
    const expected = expectedByKind(lines, common);
    for (const [index, { start, indentation, kind, isProse }] of all.entries()) {
      const wanted = expected.get(kind) ?? common;
      if (!isProse || indentation === wanted || isSetIn(all, index, wanted)) continue;
      const end = start + indentation.length;
      yield {
        span: { start, end: Math.max(end, start + 1) },
        message: wording('structure.indent', wanted),
        fixes: [
          {
            title: wording('structure.indent.fix', wanted),
            safe: true,
            edits: [{ span: { start, end }, newText: wanted }],
          },
        ],
      };
    }
  },
};

function wording(id: 'structure.indent' | 'structure.indent.fix', wanted: string): Message {
  const isWide = /^\u3000+$/.test(wanted);
  const isNarrow = /^ +$/.test(wanted);
  if (id === 'structure.indent') {
    if (isNarrow) return message('structure.indent.narrow', { count: wanted.length });
    return isWide ? message('structure.indent.wide', { count: wanted.length }) : message('structure.indent');
  }
  if (isNarrow) return message('structure.indent.fix.narrow', { count: wanted.length });
  return isWide ? message('structure.indent.fix.wide', { count: wanted.length }) : message('structure.indent.fix');
}

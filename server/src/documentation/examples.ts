import type { Examples } from './example.ts';
import { CHAR_EXAMPLES } from './examples/char.ts';
import { FIELD_EXAMPLES } from './examples/field.ts';
import { META_EXAMPLES } from './examples/meta.ts';
import { NUMBER_EXAMPLES } from './examples/number.ts';
import { PAIR_EXAMPLES } from './examples/pair.ts';
import { STRUCTURE_EXAMPLES } from './examples/structure.ts';
import { TAG_EXAMPLES } from './examples/tag.ts';

export const EXAMPLES: Examples = {
  ...TAG_EXAMPLES,
  ...FIELD_EXAMPLES,
  ...META_EXAMPLES,
  ...NUMBER_EXAMPLES,
  ...STRUCTURE_EXAMPLES,
  ...CHAR_EXAMPLES,
  ...PAIR_EXAMPLES,
};

import type { Statement } from './corpus.ts';

/** Orders statements by their dates; those without one come last. */
export function byDate(a: Statement, b: Statement): number {
  if (a.date === b.date) return 0;
  if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1;
  return a.date < b.date ? -1 : 1;
}

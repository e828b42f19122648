import type { RecordTree } from '../statement/tree.ts';

const forgetting: (() => void)[] = [];

/**
 * `make`, which is asked only once for the same record in a row: the rules run on one record after another, and several
 * ask for the same of it. (A WeakMap costs more than most of what it would save.)
 */
export function perRecord<Value>(make: (record: RecordTree) => Value): (record: RecordTree) => Value {
  let known: { readonly record: RecordTree; readonly value: Value } | undefined;
  forgetting.push(() => (known = undefined));
  return (record) => {
    if (known?.record !== record) known = { record, value: make(record) };
    return known.value;
  };
}

/** Lets go of the last record, and of the file that its text is a part of. */
export function forgetRecord(): void {
  for (const forget of forgetting) forget();
}

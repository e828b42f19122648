import { type Restoration, restoreReadings } from './restore.ts';
import type { RecordTree } from '../statement/tree.ts';

const known = new WeakMap<RecordTree, Restoration>();

/** What a mirror's readings did to a record; worked out once for all rules that ask. */
export function readingsIn(record: RecordTree): Restoration {
  let found = known.get(record);
  if (!found) known.set(record, (found = restoreReadings(record.text)));
  return found;
}

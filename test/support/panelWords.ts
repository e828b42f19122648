import type { MatrixWord, Words } from '../../client/src/topics/messages.ts';

/** Each text of a panel is its own name. */
export const matrixWords = new Proxy({} as Words<MatrixWord>, { get: (_, name) => String(name) });

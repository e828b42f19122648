/** What the program says to whoever started it, the same for every command and format. */
export const CLEAN = 0;
export const FOUND = 1;
export const FAILED = 2;

export type ExitStatus = typeof CLEAN | typeof FOUND | typeof FAILED;

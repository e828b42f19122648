import { once } from '../text/once.ts';

/** Loaded only by who needs it, since that takes time. */
const crypto = once(() => import('node:crypto'));

/** The same for the same parts, and never for others. */
export async function contentHash(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const { createHash } = await crypto();
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

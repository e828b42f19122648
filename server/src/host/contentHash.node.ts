/** The same for the same parts, and never for others. What works it out is loaded only by who needs it, since that takes time. */
export async function contentHash(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

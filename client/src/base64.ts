/** So many bytes at a time: a function takes only so many arguments, and a multiple of three leaves no padding inside. */
const CHUNK = 3 * 8192;

/** Base64 where there may be no `Buffer`. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK))));
  }
  return parts.join('');
}

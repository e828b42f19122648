import { type FileFailure, type FileSource, isFailure } from '../corpus/fileSource.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Document, parseDocument } from '../statement/document.ts';
import { decode } from '../text/decode.ts';
import { type Message, message } from '../text/messages.ts';
import { encodingArguments, failureMessage } from './failures.ts';
import type { ReadBytes } from './writeBack.ts';

/** What was read, or why it cannot be. */
export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: Message };

export function readText(
  file: string,
  bytes: Uint8Array | FileFailure,
  files: Pick<FileSource, 'readUtf8'>,
): ReadResult<string> {
  const read = readDecoded(file, bytes, files);
  return read.ok ? { ok: true, value: read.value.decoded.text } : read;
}

/** The text of a file, with what it takes to write it back. */
export function readDecoded(
  file: string,
  bytes: Uint8Array | FileFailure,
  { readUtf8 }: Pick<FileSource, 'readUtf8'>,
): ReadResult<ReadBytes> {
  if (isFailure(bytes)) return { ok: false, why: failureMessage(file, bytes) };
  const decoded = decode(bytes, 'auto', readUtf8);
  if (decoded.ok) return { ok: true, value: { bytes, decoded } };
  return { ok: false, why: message('cli.encodingOf', { file, ...encodingArguments(bytes, decoded.badByte) }) };
}

export function readDocument(
  file: string,
  bytes: Uint8Array | FileFailure,
  files: Pick<FileSource, 'readUtf8'>,
): ReadResult<Document> {
  const text = readText(file, bytes, files);
  return text.ok ? { ok: true, value: parseDocument(text.value, NEWSPAPER_VOCABULARY) } : text;
}

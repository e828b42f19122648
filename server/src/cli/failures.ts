import type { FileFailure } from '../corpus/fileSource.ts';
import { type Message, message } from '../text/messages.ts';

export function failureMessage(file: string, { failure, detail }: FileFailure): Message {
  switch (failure) {
    case 'missing':
      return message('cli.missingFile', { file });
    case 'forbidden':
      return message('cli.forbidden', { file });
    case 'folder':
      return message('cli.isFolder', { file });
    case 'unreadable':
      return message('cli.unreadable', { file, detail });
  }
}

export function unwritableMessage(file: string, { failure, detail }: FileFailure): Message {
  return failure === 'folder' ? message('cli.isFolder', { file }) : message('cli.unwritable', { file, detail });
}

/** `badByte` is what decoding stopped at. */
export function encodingArguments(
  bytes: Uint8Array,
  badByte: number,
): { readonly byte: number; readonly value: string } {
  const value = bytes[badByte]?.toString(16).toUpperCase().padStart(2, '0') ?? '';
  return { byte: badByte, value };
}

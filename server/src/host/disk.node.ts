import { constants, statSync } from 'node:fs';
import {
  access,
  chmod,
  type FileHandle,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileFailure } from '../corpus/fileSource.ts';
import { failureOf } from './files.node.ts';

/** What a command-line program does to a disk beside reading its corpus. Nothing here throws. */
export interface Disk {
  kindOf(path: string): Promise<'file' | 'folder' | FileFailure>;
  /** In bytes; 0 where there is no such file. */
  sizeOf(path: string): number;
  /**
   * Puts `bytes` in the place of `before` in one step, so that neither a crash nor a reader ever meets half a file.
   * `changed`: the file does not hold `before` any more and was left as it is.
   */
  replace(path: string, before: Uint8Array, bytes: Uint8Array): Promise<'written' | 'changed' | FileFailure>;
  /** Creates the file, and the folders above it, or overwrites it. */
  write(path: string, data: string | Uint8Array): Promise<'written' | FileFailure>;
  /** The same for a file that is written piece by piece. */
  create(path: string): Promise<NewFile | FileFailure>;
}

interface NewFile {
  write(text: string): Promise<void>;
  /** What went wrong on the way, if anything did. */
  close(): Promise<FileFailure | undefined>;
}

export const disk: Disk = {
  // Both wait for the disk: they are asked of thousands of files one after the other.
  async kindOf(path) {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      return failureOf(error);
    }
  },

  sizeOf(path) {
    try {
      return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    } catch {
      return 0;
    }
  },

  async replace(path, before, bytes) {
    let temporary: string | undefined;
    try {
      // A link stays a link: what it points at is replaced.
      const target = await realpath(path);
      await access(target, constants.W_OK);
      const { mode } = await stat(target);
      temporary = join(dirname(target), `.${basename(target)}.${randomName()}.tmp`);
      await writeThrough(temporary, bytes);
      await chmod(temporary, mode);
      const unchanged = (await readFile(target)).equals(before);
      if (unchanged) await rename(temporary, target);
      return unchanged ? 'written' : 'changed';
    } catch (error) {
      return failureOf(error);
    } finally {
      if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    }
  },

  async write(path, data) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, data);
      return 'written';
    } catch (error) {
      return failureOf(error);
    }
  },

  async create(path) {
    try {
      await mkdir(dirname(path), { recursive: true });
      return newFile(await open(path, 'w'));
    } catch (error) {
      return failureOf(error);
    }
  },
};

/** Nobody guards against guessing it: it only must not be taken. */
function randomName(): string {
  return Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
}

function newFile(file: FileHandle): NewFile {
  let failure: FileFailure | undefined;
  const attempt = (step: Promise<unknown>) =>
    step.catch((error: unknown) => {
      failure ??= failureOf(error);
    });
  return {
    async write(text) {
      if (!failure) await attempt(file.writeFile(text));
    },
    async close() {
      await attempt(file.close());
      return failure;
    },
  };
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

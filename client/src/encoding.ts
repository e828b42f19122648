import { type Disposable, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import { servedSchemes } from './schemes.ts';

const CANDIDATES = ['rmrb', 'plaintext', 'markdown'];
const REPLACEMENT = '\ufffd';
/** A text may have lost a character or two; this many were never read. */
const UNREAD = 20;
/** UTF-16 units that are looked at. */
const LOOKED_AT = 20_000;
/** VS Code's name for GB18030. */
const GB18030 = 'gb18030';

/**
 * Offers to open a file again as GB18030 where VS Code took it for UTF-8: archives are kept in it, what is shown is
 * unreadable, and saving it would destroy the file.
 */
export function offerEncoding(): Disposable {
  const offered = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const { uri } = document;
    if (offered.has(uri.toString()) || !isUnread(document)) return;
    offered.add(uri.toString());
    if (!isGb18030(await workspace.fs.readFile(uri))) return;
    const reopen = l10n.t('Reopen as GB18030');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const choice = await window.showWarningMessage(
      l10n.t(
        '{0} is encoded in GB18030 but was opened as another encoding. Do not save it like this: the text would be lost.',
        name,
      ),
      reopen,
    );
    if (choice !== reopen || document.isDirty) return;
    const { languageId } = document;
    const opened = await workspace.openTextDocument(uri, { encoding: GB18030 });
    if (opened.languageId !== languageId) await languages.setTextDocumentLanguage(opened, languageId);
  };
  const tryToLook = (document: TextDocument): void => {
    look(document).catch(() => {
      // A file that is gone by now has no encoding.
    });
  };
  workspace.textDocuments.forEach(tryToLook);
  return workspace.onDidOpenTextDocument(tryToLook);
}

function isUnread(document: TextDocument): boolean {
  if (!CANDIDATES.includes(document.languageId) || !servedSchemes().includes(document.uri.scheme)) return false;
  let unread = 0;
  let seen = 0;
  for (let line = 0; line < document.lineCount && seen < LOOKED_AT; line++) {
    const { text } = document.lineAt(line);
    seen += text.length;
    unread += text.split(REPLACEMENT).length - 1;
  }
  return unread >= UNREAD;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(GB18030, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

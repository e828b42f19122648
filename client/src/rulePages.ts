import { type Disposable, Uri, workspace } from 'vscode';

/** Pages of their own, for a link into `docs/rules.md` would open its source at the top. The manifest has them shown as Markdown. */
const SCHEME = 'rmrb-rules';

/** Where the page on a rule is; the server puts in the code. */
export const RULE_PAGE = `${SCHEME}:/{code}.md`;

/** Serves the page on each rule, in a browser too: a section of the `docs/rules.md` that comes with the extension. */
export function serveRulePages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'docs/rules.md'));
      return sectionOf(new TextDecoder().decode(bytes), path.replace(/^\/|\.md$/g, ''));
    },
  });
}

/** All but the anchor; links to other sections lead to their pages. */
function sectionOf(page: string, code: string): string {
  const anchor = `<a id="${code}"></a>\n`;
  const [, section = ''] = page.split(anchor);
  const [own = ''] = section.split('\n<a id=');
  return own.replace(/\]\(#([\w.-]+)\)/g, ']($1.md)');
}

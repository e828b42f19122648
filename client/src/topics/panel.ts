import { Uri, env, type Webview, type WebviewPanel } from 'vscode';

/** The panels, by the names of what runs in them. */
export type PanelScript = 'compare' | 'matrix';

const FOLDER = ['dist', 'webview'];

/** May run what the build put into one folder, and nothing else: no page, no text and no other extension can add to it. */
export function webviewOptions(extension: Uri): { enableScripts: true; localResourceRoots: Uri[] } {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, ...FOLDER)] };
}

/**
 * Loads a panel's script, passes its messages on to `receive` and answers how to send it some. What is sent before the panel says that it is
 * ready, or while it is hidden, is lost: it says so anew each time that it is shown.
 */
export function fillPanel<Dialogue extends { readonly from: object; readonly to: object }>(
  { webview }: WebviewPanel,
  extension: Uri,
  script: PanelScript,
  receive: (message: Dialogue['from']) => Promise<unknown> | void,
): (message: Dialogue['to']) => void {
  webview.options = webviewOptions(extension);
  // Only our own script can send: the types say what it sends.
  webview.onDidReceiveMessage(async (message: Dialogue['from']) => {
    try {
      await receive(message);
    } catch {
      // The client library has logged the failure of a request; a server that starts anew has the panel filled again.
    }
  });
  webview.html = page(webview, extension, script);
  return (message) => void webview.postMessage(message);
}

function page(webview: Webview, extension: Uri, script: PanelScript): string {
  const once = nonce();
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(extension, ...FOLDER, file)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${once}'; style-src 'nonce-${once}'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${once}" href="${address(`${script}.css`)}">
</head>
<body>
<main id="root"></main>
<div id="notices" role="status" aria-live="polite"></div>
<script nonce="${once}" src="${address(`${script}.js`)}"></script>
</body>
</html>
`;
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Host<State, From> {
  getState(): State | undefined;
  setState(state: State): void;
  postMessage(message: From): void;
}

declare function acquireVsCodeApi<State, From>(): Host<State, From>;

/** The extension, as a panel sees it; it can be had once. */
export function connectHost<Dialogue extends { readonly from: object; readonly to: object; readonly state: object }>(
  receive: (message: Dialogue['to']) => void,
): Host<Dialogue['state'], Dialogue['from']> {
  window.addEventListener('message', ({ data }: MessageEvent<Dialogue['to']>) => receive(data));
  return acquireVsCodeApi<Dialogue['state'], Dialogue['from']>();
}

/** Has a screen reader tell what cannot be seen happening elsewhere. */
export function announce(text: string): void {
  const notices = document.getElementById('notices');
  if (notices !== null && notices.textContent !== text) notices.textContent = text;
}

/** Puts values in the places of `{0}`, `{1}`, … */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

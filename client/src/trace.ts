import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

/**
 * Where the messages between client and server are shown. The client library traces only while its channel's log level is Trace; this
 * channel's level is the setting `rmrb.trace.server`, so that the setting alone suffices, and its lines appear at the level Info.
 */
export function createTraceChannel(output: LogOutputChannel): Disposable & { readonly channel: LogOutputChannel } {
  const levelChanged = new EventEmitter<LogLevel>();
  const level = (): LogLevel =>
    workspace.getConfiguration('rmrb').get('trace.server', 'off') === 'off' ? LogLevel.Off : LogLevel.Trace;
  const channel: LogOutputChannel = Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: levelChanged.event },
    trace: { value: (message: string) => output.info(message) },
  });
  const listener = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('rmrb.trace.server')) levelChanged.fire(level());
  });
  return {
    channel,
    dispose: () => {
      listener.dispose();
      levelChanged.dispose();
    },
  };
}

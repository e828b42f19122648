/** Client → server, a notification: shows all problems or takes them back, until it says otherwise. */
export const ShowProblems = 'rmrb/showProblems';
export interface ShowProblemsParams {
  readonly shown: boolean;
}

/** Client → server, a request with work-done progress: checks the files of the corpus and publishes what it finds. */
export const CheckWorkspace = 'rmrb/checkWorkspace';
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
  /** URIs of folders and files: nothing else is checked. Without it, everything is. */
  readonly within?: readonly string[];
}
export interface CheckWorkspaceResult {
  readonly files: number;
  readonly problems: number;
}

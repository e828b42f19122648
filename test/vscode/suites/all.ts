import { commandsSuite } from './commands.ts';
import { completionSuite } from './completion.ts';
import { editingSuite } from './editing.ts';
import { encodingsSuite } from './encodings.ts';
import { filesSuite } from './files.ts';
import { recognitionSuite } from './recognition.ts';
import { repairsSuite } from './repairs.ts';
import { recordSuite } from './record.ts';
import { rulePagesSuite } from './rulePages.ts';
import { samplesSuite } from './samples.ts';
import { scriptsSuite } from './scripts.ts';
import { textsSuite } from './texts.ts';
import { topicsSuite } from './topics.ts';
import { topicViewsSuite } from './topicViews.ts';
import { writingSuite } from './writing.ts';

/** The same tests for the desktop entry and for the web entry. */
export function defineSuites(): void {
  textsSuite();
  topicsSuite();
  commandsSuite();
  topicViewsSuite();
  rulePagesSuite();
  recognitionSuite();
  editingSuite();
  writingSuite();
  completionSuite();
  scriptsSuite();
  repairsSuite();
  recordSuite();
  encodingsSuite();
  filesSuite();
  samplesSuite();
}

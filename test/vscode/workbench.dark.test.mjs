/** What a person does, in English; the two languages are files of their own, so that they run at the same time. */
import { specifyWorkbench } from './workbench.mjs';

specifyWorkbench({
  kind: 'dark',
  theme: 'Default Dark Modern',
  language: 'en',
  words: {
    everywhere: 'in the whole workspace',
    ignore: 'Ignore here',
    showOutput: 'People’s Daily Corpus: Show Output',
    read: /corpus\s5\b/,
    reopen: 'Reopen as GB18030',
    openWalkthrough: 'People’s Daily Corpus: Get Started',
    steps: ['Open the samples', 'See the structure and the problems', 'Repair it at once', 'Point and read elsewhere'],
  },
});

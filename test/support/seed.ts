import fc from 'fast-check';

/**
 * The whole suite draws the same random texts each time, so that it fails for what was changed and not by chance. A file that is run by
 * itself draws new ones: that is how to search.
 */
fc.configureGlobal({ seed: Number(process.env['RMRB_SEED'] ?? 19460515) });

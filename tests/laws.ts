import fc from 'fast-check';

/**
 * Laws are tried on the same cases in every run, so that a red run means a change broke something.
 * `LAW_SEED` and `LAW_RUNS` try other cases and more of them.
 */
fc.configureGlobal({
  seed: Number(process.env['LAW_SEED'] ?? 20261113),
  ...(process.env['LAW_RUNS'] === undefined ? {} : { numRuns: Number(process.env['LAW_RUNS']) }),
});

// Turns what the test runners wrote into counts. A runner that failed without a failed test to show for it (a
// file that does not load, a crash, nothing executed) counts as one failure, so that green always means "it ran".

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export function countVitest(report, exitCode) {
  if (!report) return oneFailure();
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return trust(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable.length,
      skipped: report.numPendingTests + (report.numTodoTests || 0),
    },
    exitCode,
  );
}

/** @returns {Counts} */
export function countPlaywright(report, exitCode) {
  if (!report) return oneFailure();
  const { expected, unexpected, flaky, skipped } = report.stats;
  return trust({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

/** @returns {Counts} */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : oneFailure();
}

/** @returns {Counts} */
export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of a test run, in the form that continuous integration reads. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function trust(counts, exitCode) {
  const ranNothing = counts.passed + counts.failed === 0;
  const unexplained = exitCode !== 0 && counts.failed === 0;
  return ranNothing || unexplained ? addCounts(counts, oneFailure()) : counts;
}

function oneFailure() {
  return { passed: 0, failed: 1, skipped: 0 };
}

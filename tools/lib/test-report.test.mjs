// Seam: the last line of `npm test` never calls a run green that failed, crashed or ran nothing.
import { expect, test } from 'vitest';
import { closingLine, countCheck, countPlaywright, countVitest } from './test-report.mjs';

const vitest = (numbers, testResults = []) => ({
  ...{ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults },
  ...numbers,
});
const playwright = (stats) => ({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } });

test.each([
  [
    'tests',
    countVitest(vitest({ numPassedTests: 5, numPendingTests: 1 }), 0),
    '5 passed, 0 failed, 1 skipped',
  ],
  ['a failure', countVitest(vitest({ numPassedTests: 5, numFailedTests: 2 }), 1), '5 passed, 2 failed'],
  [
    'a file that does not load',
    countVitest(vitest({ numPassedTests: 5 }, [{ status: 'failed', assertionResults: [] }]), 1),
    '5 passed, 1 failed',
  ],
  ['an unhandled error', countVitest(vitest({ numPassedTests: 5 }), 1), '5 passed, 1 failed'],
  ['nothing executed', countVitest(vitest({ numPendingTests: 3 }), 0), '0 passed, 1 failed, 3 skipped'],
  ['no report', countVitest(undefined, 0), '0 passed, 1 failed'],
])('vitest: %s', (_name, counts, line) => {
  expect(closingLine(counts)).toBe(line);
});

test.each([
  ['tests', countPlaywright(playwright({ expected: 4, skipped: 1 }), 0), '4 passed, 0 failed, 1 skipped'],
  [
    'failed and flaky',
    countPlaywright(playwright({ expected: 4, unexpected: 1, flaky: 1 }), 1),
    '4 passed, 2 failed',
  ],
  ['nothing found', countPlaywright(playwright({}), 1), '0 passed, 1 failed'],
  ['a crash', countPlaywright(undefined, 1), '0 passed, 1 failed'],
])('playwright: %s', (_name, counts, line) => {
  expect(closingLine(counts)).toBe(line);
});

test('a check is one test', () => {
  expect(closingLine(countCheck(0))).toBe('1 passed, 0 failed');
  expect(closingLine(countCheck(2))).toBe('0 passed, 1 failed');
});

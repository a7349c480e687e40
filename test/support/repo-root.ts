/**
 * The checkout under test. Tests and the bundled tour (dist/tour/tour.cjs) share these helpers, so the place of
 * this file says nothing: the tools set PORTICO_ROOT, and the test runners start in the checkout.
 */
export const repoRoot = process.env['PORTICO_ROOT'] ?? process.cwd();

// Seam: a release says what changed since the one before, and nothing of any other.
import { expect, it } from 'vitest';
import { releaseNotes } from './release-notes.mjs';

const changelog = '# Changelog\n\n## Unreleased\n\n- new\n\n## 0.1.0\n\n- first\n';

it('takes the section of the version, else what is not released yet', () => {
  expect(releaseNotes(changelog, '0.1.0')).toContain('- first');
  expect(releaseNotes(changelog, '0.1.0')).not.toContain('- new');
  expect(releaseNotes(changelog, '0.2.0')).toContain('- new');
});

it('refuses to release without a word', () => {
  expect(() => releaseNotes('# Changelog\n\n## Unreleased\n\n', '0.2.0')).toThrow('says nothing');
});

import { Problem } from './problem.mjs';

/**
 * The part of the changelog about one version, or about what is not released yet, with how to check what was
 * downloaded. Throws when the changelog says nothing.
 */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const named = (name) => sections.find((section) => section.startsWith(name));
  const section = named(version) || named(`v${version}`) || named('Unreleased');
  const text = section && section.slice(section.indexOf('\n')).trim();
  if (!text) throw new Problem(`CHANGELOG.md says nothing about ${version}.`);
  return `# Portico ${version}\n\n${text}\n\n## Checking what you downloaded\n\n\`sha256sum -c SHA256SUMS --ignore-missing\` (macOS: \`shasum -a 256\`, Windows: \`certutil -hashfile FILE SHA256\`).\nThere is no automatic update: this program is replaced by you, when you choose. What is inside stands in \`sbom.cdx.json\`,\nunder which licences in \`licences.txt\`.\n`;
}

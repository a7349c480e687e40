// Seam: WCAG AA for every text token on every surface, in both themes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const texts = [
  'text',
  'muted',
  'stale-text',
  'accent',
  'up',
  'down',
  'buy',
  'sell',
  'warn',
  'danger',
  'practice-text',
  'paper-text',
  'live-text',
];
const surfaces = ['bg', 'panel', 'raised', 'hover', 'selected', 'warn-fill', 'danger-fill', 'info-fill'];

function tokensOf(theme: string): Map<string, string> {
  const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = ['dark', 'light'].flatMap((theme) => [
  ...texts.flatMap((text) => surfaces.map((surface) => [theme, text, surface] as const)),
  [theme, 'on-fill', 'buy-fill'] as const,
  [theme, 'on-fill', 'sell-fill'] as const,
]);

it.each(pairs)('%s: %s on %s', (theme, text, surface) => {
  const tokens = tokensOf(theme);
  const ratio = contrast(tokens.get(text) ?? '#000000', tokens.get(surface) ?? '#000000');
  expect(ratio).toBeGreaterThanOrEqual(4.5);
});

it('keeps direction and action apart', () => {
  for (const theme of ['dark', 'light']) {
    const tokens = tokensOf(theme);
    expect(
      new Set(['up', 'down', 'buy', 'sell', 'danger', 'warn'].map((name) => tokens.get(name))).size,
    ).toBe(6);
  }
});

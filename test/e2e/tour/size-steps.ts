import { expect } from '@playwright/test';
import { command, run } from '../../support/palette';
import type { TourStep } from '../tour';

const sizes = [
  [1280, 720],
  [1440, 900],
  [2560, 1440],
] as const;
type Size = (typeof sizes)[number];

const presets = { trader: 'Order ticket', investor: 'Portfolio', chartist: 'Chart 4' } as const;
type Preset = keyof typeof presets;
type Theme = 'dark' | 'light' | 'contrast';
const themeNames = { dark: 'Theme: dark', light: 'Theme: light', contrast: 'Theme: high contrast' } as const;

/** A preset in the room it is given: all of it is inside the window, and every first answer has come. */
const picture = (preset: Preset, [width, height]: Size, theme: Theme = 'dark'): TourStep => ({
  name: `workspace-${preset}-${width}${theme === 'dark' ? '' : `-${theme}`}`,
  async run({ page, desk, resize }) {
    await resize(width, height);
    await command(page(), 'theme');
    await page().getByRole('option', { name: themeNames[theme] }).click();
    await expect(page().locator('html')).toHaveAttribute('data-theme', theme);
    await run(page(), `layout ${preset}`);
    await expect(desk().region(presets[preset])).toBeInViewport({ ratio: 1 });
    await expect(page().locator('.skeleton:visible')).toHaveCount(0, { timeout: 20_000 });
    await expect(desk().region('Chart').or(desk().region('Chart 4')).locator('canvas').first()).toBeVisible({
      timeout: 20_000,
    });
    const room = await page().evaluate(() => document.documentElement.scrollWidth);
    expect(room).toBe(width);
  },
});

/** The presets at the sizes desks have, and the other themes; then as it was. */
export const sizeSteps: readonly TourStep[] = [
  ...(['trader', 'investor', 'chartist'] as const).flatMap((preset) =>
    sizes.map((size) => picture(preset, size)),
  ),
  picture('trader', [1280, 720], 'light'),
  picture('trader', [1440, 900], 'contrast'),
  { ...picture('trader', [1440, 900]), name: 'workspace-size-restored' },
];

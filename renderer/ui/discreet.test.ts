// Seam: while amounts are hidden, no sentence tells them either.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DiscreetContext, useMoney } from './discreet';

const Words = ({ text }: { readonly text: string }) => useMoney().words(text);
const said = (hidden: boolean, text: string) =>
  renderToStaticMarkup(createElement(DiscreetContext, { value: hidden }, createElement(Words, { text })));

it.each([
  ['Bought 1,250.5 AAPL at 246.32', 'Bought ••• AAPL at •••'],
  ['on NASDAQ, commission 1.02', 'on NASDAQ, commission •••'],
  [
    'SELL 100 VOD at 95.06 GBX or higher. Account DU5550001',
    'SELL ••• VOD at ••• GBX or higher. Account DU5550001',
  ],
  ['about 17,250 USD; −3 % of it', 'about ••• USD; −••• % of it'],
  ['Trading is read-only.', 'Trading is read-only.'],
])('%s', (text, hidden) => {
  expect(said(false, text)).toBe(text);
  expect(said(true, text)).toBe(hidden);
});

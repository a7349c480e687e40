// Seam: an option is weighed by what it moves, not by its premium alone; what is not known is not checked.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { OrderEffect } from '../../../shared/domain/order-preview';
import { defaultLimits, type TradingLimits } from '../../../shared/domain/trading-limits';
import { exposureWarnings } from './exposure-warnings';

const option = {
  ...{ assetClass: 'OPT', strike: decimal('250') },
  ...{ multiplier: decimal('100'), priceMagnifier: decimal('1') },
};
const worth = {
  ...{ netLiquidation: decimal('100000'), grossPositionValue: null, baseCurrency: 'USD' },
  rateToBase: decimal('1'),
};
interface Case {
  readonly quantity?: string;
  readonly effect?: OrderEffect;
  readonly instrument?: Partial<typeof option> | { readonly strike: null };
  readonly worth?: Partial<typeof worth> | { readonly netLiquidation: null } | { readonly rateToBase: null };
  readonly limits?: Partial<TradingLimits>;
}
const found = (given: Case) =>
  exposureWarnings(
    {
      ...{
        draft: { quantity: decimal(given.quantity ?? '1') },
        symbol: 'X',
        effect: given.effect ?? 'opens',
      },
      ...{ instrument: { ...option, ...given.instrument }, worth: { ...worth, ...given.worth } },
    },
    { ...defaultLimits, ...given.limits },
  );

// One contract at a strike of 250 moves 25,000: a quarter of the account.
it.each<[string, Case, string | null]>([
  ['a quarter is fine', {}, null],
  ['above it', { instrument: { strike: decimal('250.5') } }, 'soft'],
  ['twice it', { quantity: '2' }, 'soft'],
  ['above twice it', { quantity: '3' }, 'typed'],
  ['twice the account', { quantity: '8' }, 'typed'],
  ['above it', { quantity: '9' }, 'hard'],
  ['whatever was set', { quantity: '9', limits: { exposureHardPercentOfWorth: 225 } }, 'typed'],
  ['what closes', { quantity: '9', effect: 'closes' }, null],
  ['what reduces', { quantity: '9', effect: 'reduces' }, null],
  ['effect not known: it may be a close', { quantity: '9', effect: 'unknown' }, 'typed'],
  ['an option on a future', { quantity: '9', instrument: { assetClass: 'FOP' } }, 'hard'],
  ['a warrant', { quantity: '9', instrument: { assetClass: 'WAR' } }, null],
  ['no strike', { quantity: '9', instrument: { strike: null } }, null],
  ['worth not known', { quantity: '9', worth: { netLiquidation: null } }, null],
  ['rate not known', { quantity: '9', worth: { rateToBase: null } }, null],
  ['in another currency', { quantity: '4', worth: { rateToBase: decimal('0.25') } }, null],
  ['in pence', { quantity: '100', instrument: { priceMagnifier: decimal('100') } }, null],
])('%s', (_, given, severity) => {
  expect(found(given).map((warning) => warning.severity)).toEqual(severity === null ? [] : [severity]);
});

it('says what it moves', () => {
  expect(found({ quantity: '2' })[0]?.text).toBe(
    '2 X move as much as 50.0 % of your net liquidation value (contracts × multiplier × strike).',
  );
});

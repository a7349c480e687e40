import type { LedgerEntry } from '../../../shared/domain/ledger-entry';
import { priceText } from '../../format/number-text';
import type { MoneyText } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';

type Figure = 'quantity' | 'price' | 'value' | 'commission' | 'cash';

const words: Readonly<
  Record<Figure, Pick<Explanation, 'title' | 'definition'> & { readonly formula?: string }>
> = {
  quantity: { title: 'Quantity', definition: 'What was traded; positive bought, negative sold.' },
  price: { title: 'Price', definition: 'What one unit was traded at.' },
  value: { title: 'Value', definition: 'What was traded for, without sign, before commission.' },
  commission: { title: 'Commission', definition: 'What IBKR charged for this execution.' },
  cash: {
    title: 'Cash',
    definition: 'What it did to the cash of this currency. Futures and currencies move cash otherwise.',
    formula: '− value − commission for what was bought, value − commission for what was sold',
  },
};

/** How a figure of a ledger line came about. */
export function explainEntry(figure: Figure, entry: LedgerEntry, money: MoneyText): Explanation {
  const { title, definition, formula } = words[figure];
  const value = entry[figure];
  const byDay = entry.precision === 'day';
  const shown = {
    quantity: () => money.quantity(value),
    price: () => (money.hidden ? money.amount(value) : priceText(value, null)),
    value: () => money.amount(value),
    commission: () => money.amount(value),
    cash: () => money.signed(value),
  }[figure]();
  return {
    ...{ title: `${title}, ${entry.symbol}`, value: shown, definition, asOfMs: entry.timeMs },
    ...(formula === undefined || byDay ? {} : { formula }),
    inputs: [{ name: byDay ? 'Told by IBKR as' : 'Execution', value: byDay ? entry.text : entry.id }],
    source: byDay
      ? '/pa/transactions, kept here'
      : '/iserver/account/trades and websocket str, kept here for good',
    currency: figure === 'quantity' ? null : entry.currency,
  };
}

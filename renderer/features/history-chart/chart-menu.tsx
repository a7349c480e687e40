import type { ChartLine } from '../../../shared/domain/chart-line';
import type { OrderRules } from '../../../shared/domain/instrument';
import { priceText } from '../../format/number-text';
import { Menu, type MenuPlace } from '../../ui/menu';
import { tradablePrice } from './chart-prices';
import type { Cursor } from './engine-look';

/** Where the chart was pressed: the place on the screen, the bar and price, and a line there if any. */
export interface Pressed {
  readonly at: MenuPlace;
  readonly cursor: Cursor;
  readonly line: ChartLine | null;
}

/** What can be done at a price of the chart. Nothing here sends anything. */
export function ChartMenu({
  pressed,
  rules,
  onTrade,
  onAlert,
  onHorizontal,
  onRemoveLine,
  onClose,
}: {
  readonly pressed: Pressed;
  readonly rules: OrderRules;
  readonly onTrade: (side: 'BUY' | 'SELL', at: Cursor) => void;
  readonly onAlert: (at: Cursor) => void;
  readonly onHorizontal: (at: Cursor) => void;
  readonly onRemoveLine: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { at, cursor, line } = pressed;
  const price = priceText(tradablePrice(cursor.price, rules), rules.priceDigits);
  return (
    <Menu
      label={`Chart at ${price}`}
      at={at}
      onClose={onClose}
      items={[
        { name: `Buy at ${price}…`, onPick: () => onTrade('BUY', cursor) },
        { name: `Sell at ${price}…`, onPick: () => onTrade('SELL', cursor) },
        { name: `Alert at ${price}…`, newGroup: true, onPick: () => onAlert(cursor) },
        { name: 'Horizontal line here', newGroup: true, onPick: () => onHorizontal(cursor) },
        {
          name: 'Remove this line',
          obstacle: line === null ? 'No line is under the pointer.' : null,
          onPick: () => {
            if (line !== null) onRemoveLine(line.id);
          },
        },
      ]}
    />
  );
}

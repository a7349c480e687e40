import type { Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { priceUnit } from '../../../shared/domain/price-unit';
import { typedDecimal } from '../../format/typed-decimal';
import { DecimalInput } from '../../ui/decimal-input';
import { ProblemNote } from './problem-note';
import { stepped } from './price-steps';

/** Bid, middle and ask under their keys. Source: ORDER_ENTRY §3.3. */
export type MarketKeys = Partial<Readonly<Record<'b' | 'm' | 'a', Decimal | null>>>;

/** One price of the order: keys step by the contract's ticks or take the market's price, a wrong tick is answered with valid ones. */
export function PriceField({
  label,
  name,
  field,
  text,
  onText,
  instrument,
  problems,
  market = {},
}: {
  readonly label: string;
  /** Its full name where the label beside it is short. */
  readonly name?: string;
  readonly field: DraftProblem['field'] | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  /** What the keys b, m and a stand for; a price not known is not there. */
  readonly market?: MarketKeys;
}) {
  const rules = instrument?.rules;
  const unit = instrument === undefined ? null : (priceUnit(instrument) ?? instrument.currency);
  return (
    <div>
      <DecimalInput
        label={label}
        name={name}
        unit={name === undefined ? (unit ?? undefined) : undefined}
        text={text}
        onText={onText}
        onStep={(steps) => {
          const read = typedDecimal(text);
          if (rules !== undefined && read.kind === 'value') onText(stepped(read.value, steps, rules));
        }}
        onKey={(key) => {
          const price = market[key as keyof MarketKeys] ?? null;
          if (price !== null) onText(price);
          return key in market;
        }}
      />
      {field !== null && <ProblemNote problems={problems} field={field} onUse={onText} />}
    </div>
  );
}

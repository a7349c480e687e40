import type { Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import { type DraftProblem, leastQuantity } from '../../../shared/domain/order-rules';
import { typedDecimal } from '../../format/typed-decimal';
import { DecimalInput } from '../../ui/decimal-input';
import { SelectInput } from '../../ui/select-input';
import { positionParts } from './position-parts';
import { ProblemNote } from './problem-note';
import { steppedQuantity } from './price-steps';
import { QuantityParts } from './quantity-parts';
import type { QuantityMode, Sized } from './sized-quantity';
import type { TicketForm } from './ticket-form';
import { unitOf } from './unit-of';

const labels = {
  units: 'Quantity',
  cash: 'Cash amount',
  percent: 'Share of position',
  risk: 'Amount at risk',
} as const satisfies Record<QuantityMode, string>;

/** How much: in units, or in money, share or risk that is turned into whole units before anything is sent. */
export function QuantityField({
  form,
  instrument,
  problems,
  sized,
  held,
  change,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly sized: Sized;
  /** `null` where the position is not completely known. */
  readonly held: Decimal | null;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const mode = form.quantityMode;
  const units = instrument === undefined ? 'units' : unitOf(instrument);
  const currency = instrument?.currency ?? 'money';
  const lot = instrument?.rules.sizeIncrement ?? ('1' as Decimal);
  return (
    <div className="ticket-quantity">
      <DecimalInput
        label={labels[mode]}
        unit={mode === 'units' ? units : mode === 'percent' ? '%' : currency}
        text={form.quantity}
        onText={(quantity) => change({ quantity })}
        onStep={(steps) => {
          const read = typedDecimal(form.quantity);
          const step = mode === 'units' ? lot : ((mode === 'percent' ? '5' : '100') as Decimal);
          if (read.kind === 'value') change({ quantity: steppedQuantity(read.value, steps, step) });
          if (read.kind === 'empty' && steps > 0) {
            change({ quantity: (mode === 'units' ? instrument?.rules.defaultSize : null) ?? step });
          }
        }}
      />
      {form.modifies === null && (
        <SelectInput
          label="Quantity as"
          value={mode}
          options={[
            { value: 'units', text: units.charAt(0).toUpperCase() + units.slice(1) },
            { value: 'cash', text: `Cash, ${currency}` },
            { value: 'percent', text: '% of position' },
            { value: 'risk', text: `Risk, ${currency}` },
          ]}
          onValue={(quantityMode) => change({ quantityMode, quantity: '' })}
        />
      )}
      {form.modifies === null && instrument !== undefined && (
        <QuantityParts
          parts={positionParts(held, form.side, leastQuantity(instrument.rules, form.orderType))}
          onQuantity={(quantity) => change({ quantityMode: 'units', quantity })}
        />
      )}
      {sized.words !== '' && <p className="ticket-sized">{sized.words}</p>}
      <ProblemNote
        problems={problems}
        field="quantity"
        {...(mode === 'units' ? { onUse: (quantity: Decimal) => change({ quantity }) } : {})}
      />
    </div>
  );
}

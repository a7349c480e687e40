import type { Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { OrderType, Tif } from '../../../shared/domain/order';
import { type DraftProblem, pricesOf } from '../../../shared/domain/order-rules';
import { typedDecimal } from '../../format/typed-decimal';
import { DecimalInput } from '../../ui/decimal-input';
import { SelectInput } from '../../ui/select-input';
import { ProblemNote } from './problem-note';
import { stepped, steppedQuantity } from './price-steps';
import type { TicketForm } from './ticket-form';

const orderTypes = [
  { value: 'LMT', text: 'Limit' },
  { value: 'MKT', text: 'Market' },
  { value: 'STP', text: 'Stop' },
  { value: 'STOP_LIMIT', text: 'Stop limit' },
] as const satisfies ReadonlyArray<{ readonly value: OrderType; readonly text: string }>;

const tifs = [
  { value: 'DAY', text: 'Day' },
  { value: 'GTC', text: 'Good till cancelled' },
  { value: 'IOC', text: 'Immediate or cancel' },
  { value: 'OPG', text: 'At the open' },
] as const satisfies ReadonlyArray<{ readonly value: Tif; readonly text: string }>;

/** Quantity, type, prices and life. Only the prices the type takes are there. */
export function TicketFields({
  form,
  instrument,
  problems,
  change,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const needs = pricesOf[form.orderType];
  const rules = instrument?.rules;
  const price = (name: 'limitPrice' | 'stopPrice', label: string) => (
    <div>
      <DecimalInput
        label={label}
        unit={instrument?.currency ?? undefined}
        text={form[name]}
        onText={(text) => change({ [name]: text })}
        onStep={(steps) => {
          const read = typedDecimal(form[name]);
          if (rules !== undefined && read.kind === 'value')
            change({ [name]: stepped(read.value, steps, rules) });
        }}
      />
      <ProblemNote problems={problems} field={name} onUse={(value) => change({ [name]: value })} />
    </div>
  );
  return (
    <div className="ticket-fields">
      <div>
        <DecimalInput
          label="Quantity"
          unit={instrument === undefined ? undefined : unitOf(instrument)}
          text={form.quantity}
          onText={(quantity) => change({ quantity })}
          onStep={(steps) => {
            const read = typedDecimal(form.quantity);
            const step = rules?.sizeIncrement ?? ('1' as Decimal);
            if (read.kind === 'value') change({ quantity: steppedQuantity(read.value, steps, step) });
            if (read.kind === 'empty' && steps > 0) change({ quantity: rules?.defaultSize ?? step });
          }}
        />
        <ProblemNote problems={problems} field="quantity" onUse={(quantity) => change({ quantity })} />
      </div>
      <div>
        <SelectInput
          label="Order type"
          value={form.orderType}
          options={orderTypes}
          disabled={form.modifies !== null}
          onValue={(orderType) => change({ orderType })}
        />
        <ProblemNote problems={problems} field="orderType" />
      </div>
      {needs.stop && price('stopPrice', 'Stop price')}
      {needs.limit && price('limitPrice', 'Limit price')}
      <div>
        <SelectInput
          label="Time in force"
          value={form.tif}
          options={tifs}
          onValue={(tif) => change({ tif })}
        />
        <ProblemNote problems={problems} field="tif" />
      </div>
      <div className="ticket-hours">
        <label className="check">
          <input
            type="checkbox"
            checked={form.outsideRth}
            onChange={(event) => change({ outsideRth: event.target.checked })}
          />
          Outside regular hours
        </label>
        <ProblemNote problems={problems} field="outsideRth" />
      </div>
    </div>
  );
}

const unitOf = ({ assetClass }: Instrument): string =>
  assetClass === 'STK' ? 'shares' : assetClass === 'CASH' ? 'units' : 'contracts';

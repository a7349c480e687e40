import type { Decimal } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { orderTypes } from '../../../shared/domain/order-types';
import { DecimalInput } from '../../ui/decimal-input';
import { SelectInput } from '../../ui/select-input';
import { mayRunOutside, tifsFor, typesFor } from './choices';
import { limitName, stopName } from './draft-of';
import { type MarketKeys, PriceField } from './price-field';
import { ProblemNote } from './problem-note';
import { QuantityField } from './quantity-field';
import type { Sized } from './sized-quantity';
import type { TicketForm } from './ticket-form';

/** Quantity, type, prices and life. Only the values the type takes are there. */
export function TicketFields({
  form,
  instrument,
  problems,
  sized,
  held,
  market,
  change,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly sized: Sized;
  readonly held: Decimal | null;
  readonly market: MarketKeys;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const facts = orderTypes[form.orderType];
  const shared = { instrument, problems };
  const optional = (need: string, name: string) => (need === 'optional' ? `${name} (optional)` : name);
  return (
    <div className="ticket-fields">
      <QuantityField {...{ form, sized, held, change }} {...shared} />
      <div>
        <SelectInput
          label="Order type"
          value={form.orderType}
          options={typesFor(instrument?.rules, form.orderType)}
          disabled={form.modifies !== null}
          onValue={(orderType) => change(chosenType(form, orderType, instrument))}
        />
        <ProblemNote problems={problems} field="orderType" />
      </div>
      {facts.trail && <TrailFields {...{ form, problems, change }} />}
      {facts.stop !== 'none' && (
        <PriceField
          label={optional(facts.stop, stopName(form.orderType))}
          field="stopPrice"
          text={form.stopPrice}
          onText={(stopPrice) => change({ stopPrice })}
          market={market}
          {...shared}
        />
      )}
      {facts.limit !== 'none' && (
        <PriceField
          label={optional(facts.limit, limitName(form.orderType))}
          field="limitPrice"
          text={form.limitPrice}
          onText={(limitPrice) => change({ limitPrice })}
          market={market}
          {...shared}
        />
      )}
      {facts.offset && (
        <PriceField
          label="Offset"
          field="offset"
          text={form.offset}
          onText={(offset) => change({ offset })}
          {...shared}
        />
      )}
      <div>
        <SelectInput
          label="Time in force"
          value={form.tif}
          options={tifsFor(instrument?.rules, form.orderType, form.tif)}
          onValue={(tif) => change({ tif })}
        />
        <ProblemNote problems={problems} field="tif" />
      </div>
      {(form.outsideRth || mayRunOutside(instrument?.rules, form.orderType)) && (
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
      )}
    </div>
  );
}

/** What the new type does not take falls away, so that nothing unseen is sent. */
function chosenType(
  form: TicketForm,
  orderType: TicketForm['orderType'],
  instrument: Instrument | undefined,
): Partial<TicketForm> {
  const { dayOnly } = orderTypes[orderType];
  return {
    orderType,
    ...(dayOnly ? { tif: 'DAY' } : {}),
    ...(mayRunOutside(instrument?.rules, orderType) ? {} : { outsideRth: false }),
    // A close-only order leaves no time for an exit.
    ...(orderType === 'MOC' ? { takeProfit: null, stopLoss: null } : {}),
  } satisfies Partial<TicketForm>;
}

function TrailFields({
  form,
  problems,
  change,
}: {
  readonly form: TicketForm;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  return (
    <>
      <div>
        <DecimalInput
          label="Trailing distance"
          unit={form.trailUnit === 'percent' ? '%' : undefined}
          text={form.trail}
          onText={(trail) => change({ trail })}
        />
        <ProblemNote problems={problems} field="trail" onUse={(trail) => change({ trail })} />
      </div>
      <SelectInput
        label="Distance in"
        value={form.trailUnit}
        options={[
          { value: 'amount', text: 'Price' },
          { value: 'percent', text: 'Percent' },
        ]}
        onValue={(trailUnit) => change({ trailUnit, trail: '' })}
      />
    </>
  );
}

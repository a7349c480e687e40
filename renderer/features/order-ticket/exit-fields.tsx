import type { Instrument } from '../../../shared/domain/instrument';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { SelectInput } from '../../ui/select-input';
import { PriceField } from './price-field';
import { ProblemNote } from './problem-note';
import type { ExitForm } from './ticket-form';

/** One attached exit: its price, its own life and its own hours. */
export function ExitFields({
  name,
  field,
  exit,
  onExit,
  onAttach,
  instrument,
  problems,
}: {
  readonly name: 'Take profit' | 'Stop loss';
  readonly field: 'takeProfit' | 'stopLoss';
  readonly exit: ExitForm | null;
  readonly onExit: (exit: ExitForm) => void;
  readonly onAttach: (on: boolean) => void;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
}) {
  return (
    <div className="exit">
      <label className="check">
        <input type="checkbox" checked={exit !== null} onChange={(event) => onAttach(event.target.checked)} />
        {name}
      </label>
      {exit !== null && (
        <>
          <label className="check exit-hours">
            <input
              type="checkbox"
              checked={exit.outsideRth}
              onChange={(event) => onExit({ ...exit, outsideRth: event.target.checked })}
            />
            <span>
              <span className="hidden-text">{name}: </span>outside hours
            </span>
          </label>
          <div className={field === 'stopLoss' ? 'exit-values exit-values-stop' : 'exit-values'}>
            <PriceField
              label={field === 'stopLoss' ? 'Stop' : 'Limit'}
              name={`${name} price`}
              field={null}
              text={exit.price}
              onText={(price) => onExit({ ...exit, price })}
              {...{ instrument, problems }}
            />
            {field === 'stopLoss' && (
              <PriceField
                label="Limit, optional"
                name="Stop loss limit"
                field={null}
                text={exit.limit}
                onText={(limit) => onExit({ ...exit, limit })}
                {...{ instrument, problems }}
              />
            )}
            <SelectInput
              label="Life"
              name={`${name} life`}
              value={exit.tif}
              options={[
                { value: 'GTC', text: 'GTC' },
                { value: 'DAY', text: 'Day' },
              ]}
              onValue={(tif) => onExit({ ...exit, tif })}
            />
          </div>
          <div className="exit-problem">
            <ProblemNote problems={problems} field={field} />
          </div>
        </>
      )}
    </div>
  );
}

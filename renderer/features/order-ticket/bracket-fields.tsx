import { attachedOrders } from '../../../shared/domain/attached-orders';
import { abs, type Decimal, divide } from '../../../shared/domain/decimal';
import type { Instrument } from '../../../shared/domain/instrument';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { numberText, signedText } from '../../format/number-text';
import { ExitFields } from './exit-fields';
import { blankExit, type TicketForm } from './ticket-form';

/** Exits sent with the entry: a limit at the gain, a stop at the loss; either or both. */
export function BracketFields({
  form,
  draft,
  reference,
  instrument,
  problems,
  change,
}: {
  readonly form: TicketForm;
  readonly draft: OrderDraft | string;
  /** Stands in for the entry's price where it has none. */
  readonly reference: Decimal | null;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const exits =
    typeof draft === 'string' || instrument === undefined
      ? []
      : attachedOrders(draft, instrument, reference).filter(({ gain }) => gain !== null);
  const [gain, loss] = ['take-profit', 'stop-loss'].map(
    (role) => exits.find((exit) => exit.role === role)?.gain,
  );
  const ratio = gain == null || loss == null ? null : divide(abs(gain), abs(loss), 2);
  const currency = instrument?.currency ?? '';
  return (
    <fieldset className="bracket">
      <legend className="hidden-text">Attached exits</legend>
      <ExitFields
        name="Take profit"
        field="takeProfit"
        exit={form.takeProfit}
        onExit={(takeProfit) => change({ takeProfit })}
        onAttach={(on) => change({ takeProfit: on ? blankExit : null })}
        {...{ instrument, problems }}
      />
      <ExitFields
        name="Stop loss"
        field="stopLoss"
        exit={form.stopLoss}
        onExit={(stopLoss) => change({ stopLoss })}
        onAttach={(on) => change({ stopLoss: on ? blankExit : null })}
        {...{ instrument, problems }}
      />
      {exits.length > 0 && (
        <p className="bracket-figures">
          {exits.map((exit) => (
            <span key={exit.role}>
              {exit.role === 'stop-loss' ? 'Max loss' : 'Max gain'}{' '}
              <strong>
                {signedText(exit.gain, 2)} {currency}
              </strong>{' '}
              <span className="muted">({signedText(exit.percent, 1)}%)</span>
            </span>
          ))}
          {ratio !== null && <span className="muted">reward to risk {numberText(ratio, 1)}</span>}
        </p>
      )}
    </fieldset>
  );
}

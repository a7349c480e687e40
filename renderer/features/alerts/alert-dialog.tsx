import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PriceCondition } from '../../../shared/domain/alert';
import { compare, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import { priceText } from '../../format/number-text';
import { typedDecimal } from '../../format/typed-decimal';
import { useAlertChange } from '../../ipc/alerts-queries';
import { call, failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { type AlertRequest, askAlert } from '../../state/alert-requests';
import { Check } from '../../ui/check';
import { ChoiceGroup } from '../../ui/choice-group';
import { DecimalInput } from '../../ui/decimal-input';
import { Dialog } from '../../ui/dialog';
import { FailureNote } from '../../ui/failure-note';
import { TextInput } from '../../ui/text-input';
import { directionWords } from './alert-words';

type Wanted = Exclude<AlertRequest, { kind: 'delete' }>;

/** A level to be told about. The price decides which way, until the person does. */
export function AlertDialog({
  accountId,
  request,
}: {
  readonly accountId: AccountId;
  readonly request: Wanted;
}) {
  const { alert, conid, symbol, exchange } = subjectOf(request);
  const [text, setText] = useState<string>(request.price ?? alert?.condition?.price ?? '');
  const [chosen, setChosen] = useState<PriceCondition['direction'] | null>(
    request.price === null ? (alert?.condition?.direction ?? null) : null,
  );
  const [name, setName] = useState(alert?.name ?? `${symbol} price`);
  const [message, setMessage] = useState(alert?.message ?? '');
  const [repeatable, setRepeatable] = useState(alert?.repeatable ?? false);
  const [outsideRth, setOutsideRth] = useState(alert?.outsideRth ?? true);
  useQuoteStream(conid === null ? [] : [conid]);
  const last = useQuote(conid)?.last ?? null;
  const { data: instrument } = useQuery({
    ...contractsQueries.instrument(conid ?? (0 as never)),
    enabled: conid !== null,
  });
  const digits = instrument?.rules.priceDigits ?? null;
  const typed = typedDecimal(text);
  const price = typed.kind === 'value' ? typed.value : null;
  const direction = chosen ?? directionTo(price, last);
  const save = useAlertChange(() =>
    price === null || conid === null
      ? Promise.reject(new Error('No price is given.'))
      : call('alerts.save', {
          ...{ accountId, alertId: alert?.alertId ?? null, repeatable, outsideRth, message: message.trim() },
          name: name.trim(),
          condition: { conid, exchange, direction, price },
        }),
  );
  const right = price !== null && name.trim() !== '' && conid !== null;
  const title = alert === null ? `Alert on ${symbol}` : `Change the alert on ${symbol}`;
  const close = (): void => askAlert(null);
  const form = useRef<HTMLFormElement>(null);
  // The price is what is typed, and Enter there sets the alert.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <Dialog name={title} onClose={close} className="typed-dialog">
      <form
        ref={form}
        className="dialog-frame"
        onSubmit={(event) => {
          event.preventDefault();
          if (right && !save.isPending) save.mutate(undefined, { onSuccess: close });
        }}
      >
        <header className="dialog-head">
          <h2>{title}</h2>
          <span className="muted">last {priceText(last, digits)}</span>
        </header>
        <div className="dialog-body">
          <ChoiceGroup
            label="Tell me when the last price is"
            choices={(['at-or-above', 'at-or-below'] as const).map((id) => ({
              id,
              name: directionWords[id],
            }))}
            chosen={direction}
            onChoose={setChosen}
          />
          <DecimalInput label="Price" unit={instrument?.currency ?? undefined} text={text} onText={setText} />
          {alert === null ? (
            <TextInput label="Name" text={name} onText={setName} />
          ) : (
            <p className="muted">Name: {alert.name}. IBKR does not let it be changed.</p>
          )}
          <TextInput
            label="Message"
            text={message}
            onText={setMessage}
            placeholder="What the notification says"
          />
          <Check name="Outside regular hours too" on={outsideRth} onToggle={setOutsideRth} />
          <Check name="Again each time, not only once" on={repeatable} onToggle={setRepeatable} />
          <p className="muted">
            IBKR watches it, also while Portico is closed. An alert never places an order.
          </p>
          <FailureNote failure={failureOf(save.error)} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            Back
          </button>
          <button
            type="submit"
            className="button button-primary"
            disabled={!right || save.isPending}
            aria-busy={save.isPending}
          >
            {alert === null ? 'Set the alert' : 'Change the alert'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where the price would have to go to reach the level. */
const directionTo = (price: Decimal | null, last: Decimal | null): PriceCondition['direction'] =>
  price !== null && last !== null && compare(price, last) < 0 ? 'at-or-below' : 'at-or-above';

function subjectOf(request: Wanted) {
  if (request.kind === 'new') return { ...request, alert: null, exchange: 'SMART' };
  const { alert } = request;
  return {
    alert,
    conid: alert.condition?.conid ?? null,
    symbol: alert.symbol ?? alert.name,
    exchange: alert.condition?.exchange ?? 'SMART',
  };
}

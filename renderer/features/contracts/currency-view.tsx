import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import { unknownText } from '../../format/number-text';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useReady } from '../../live/session-feed';
import { EmptyState } from '../../ui/empty-state';
import { SelectInput } from '../../ui/select-input';
import { MatchGrid } from './match-grid';

const targets = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'HKD'] as const;

/** The contract's currency: its rate against another, and the pairs it can be traded with. */
export function CurrencyView({ conid }: { readonly conid: Conid }) {
  const ready = useReady();
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(conid), enabled: ready });
  const source = instrument?.currency ?? null;
  const [chosen, setChosen] = useState<(typeof targets)[number] | null>(null);
  const target = chosen ?? (source === 'USD' ? 'EUR' : 'USD');
  const rate = useQuery({
    ...contractsQueries.exchangeRate(source ?? 'USD', target),
    enabled: ready && source !== null && source !== target,
  });
  const pairs = useQuery({
    ...contractsQueries.search(source ?? 'USD', 'CASH'),
    enabled: ready && source !== null,
  });
  if (source === null)
    return (
      <EmptyState title="Its currency is not known yet.">
        <p>IBKR has not described the contract.</p>
      </EmptyState>
    );
  return (
    <>
      <div className="currency-rate">
        <p>
          1 {source} = <strong>{source === target ? '1' : (rate.data?.rate ?? unknownText)}</strong> {target}
          {failureOf(rate.error) !== null && (
            <span className="field-note"> {failureOf(rate.error)?.message}</span>
          )}
        </p>
        <SelectInput
          label="Against"
          labelHidden
          value={target}
          options={targets.map((value) => ({ value, text: value }))}
          onValue={setChosen}
        />
      </div>
      <MatchGrid
        label={`Pairs with ${source}`}
        matches={pairs.data ?? []}
        empty={
          <EmptyState title={pairs.isPending ? 'Asking IBKR for pairs.' : `No pairs with ${source}.`}>
            <p>{failureOf(pairs.error)?.message ?? 'Forex pairs with this currency stand here.'}</p>
          </EmptyState>
        }
      />
    </>
  );
}

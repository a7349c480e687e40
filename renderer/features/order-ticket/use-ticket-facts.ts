import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { algoProblems } from '../../../shared/domain/algo-rules';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { type DraftProblem, draftProblems } from '../../../shared/domain/order-rules';
import { allocationQueries } from '../../ipc/allocation-queries';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { useReady } from '../../live/session-feed';
import { sentValues } from './algo-values';
import { draftOf } from './draft-of';
import { sizeFactsOf } from './size-facts';
import { sizedQuantity } from './sized-quantity';
import type { TicketForm } from './ticket-form';

/** What the ticket knows of its contract, and what the form amounts to by it. */
export function useTicketFacts(accountId: AccountId, form: TicketForm) {
  const ready = useReady();
  useQuoteStream([form.conid]);
  const quote = useQuote(form.conid);
  const { data: instrument, error: ruleError } = useQuery({
    ...contractsQueries.instrument(form.conid, form.side),
    enabled: ready,
  });
  const { data: positions } = useQuery({ ...portfolioQueries.positions(accountId), enabled: ready });
  const { data: targets } = useQuery({ ...allocationQueries.targets(), enabled: ready });
  const [algosWanted, setAlgosWanted] = useState(false);
  const algoQuery = useQuery({
    ...contractsQueries.algos(form.conid),
    enabled: ready && (algosWanted || form.algo !== null),
  });
  const algos = algoQuery.data;
  const algo = algos?.find(({ id }) => id === form.algo?.id);

  const sized = sizedQuantity(
    form.quantityMode,
    form.quantity,
    sizeFactsOf(form, instrument, quote, positions),
  );
  const draft = draftOf(
    {
      ...form,
      quantity: sized.quantity,
      algo:
        form.algo === null || algo === undefined ? form.algo : sentValues(form.algo, algo, form.orderType),
    },
    accountId,
    Object.fromEntries((algo?.parameters ?? []).map(({ id, name }) => [id, name])),
  );
  const problems: ReadonlyArray<DraftProblem> =
    typeof draft === 'string' || instrument === undefined
      ? []
      : [...draftProblems(draft, instrument), ...problemsOfAlgo(draft, algos)];

  return {
    ...{ quote, instrument, positions, targets, algos, sized, draft, problems },
    ruleFailure: failureOf(ruleError)?.message ?? null,
    algosFailed: failureOf(algoQuery.error)?.message ?? null,
    wantAlgos: (): void => setAlgosWanted(true),
  };
}
export type TicketFacts = ReturnType<typeof useTicketFacts>;

/** Main judges the same; here each problem stands beside its input. */
const problemsOfAlgo = (
  { algo = null, orderType }: OrderDraft,
  algos: TicketFacts['algos'],
): ReadonlyArray<DraftProblem> =>
  algo === null || algos === undefined
    ? []
    : algoProblems(algo, algos.find(({ id }) => id === algo.id) ?? null, orderType).map(
        ({ parameter, message }) => ({ field: 'algo', part: parameter, message, suggestions: [] }),
      );

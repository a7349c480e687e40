import { type ReactNode, useId, useState } from 'react';
import type { Algo } from '../../../shared/domain/algo';
import type { Instrument } from '../../../shared/domain/instrument';
import type { AllocationTargets } from '../../../shared/domain/order-allocation';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { takesType } from '../../../shared/domain/order-types';
import { SelectInput } from '../../ui/select-input';
import { AlgoFields } from './algo-fields';
import { initialValues } from './algo-values';
import { AllocationFields } from './allocation-fields';
import { ProblemNote } from './problem-note';
import type { TicketForm } from './ticket-form';

/** Where the order goes, what works it and who gets it: folded away until wanted, said in a line while it is. */
export function PlaceFields({
  form,
  instrument,
  problems,
  algos,
  algosFailed,
  targets,
  onOpen,
  change,
  children,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
  /** `undefined` while they are being read. */
  readonly algos: ReadonlyArray<Algo> | undefined;
  readonly algosFailed: string | null;
  readonly targets: AllocationTargets | undefined;
  /** The algorithms are read only when someone looks for them. */
  readonly onOpen: () => void;
  readonly change: (part: Partial<TicketForm>) => void;
  /** The group this order belongs to. */
  readonly children: ReactNode;
}) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const chosen =
    form.route !== null || form.algo !== null || form.allocation !== null || form.group.length > 0;
  const open = asked || chosen;
  const hasGroups = targets !== undefined && targets.accounts.length > 0;
  const home = instrument?.routes[0] ?? 'SMART';
  const said = [
    form.route ?? home,
    form.group.length === 0 ? null : `${form.group.length + 1} orders`,
    form.algo?.name,
    form.allocation === null ? null : form.allocation.kind === 'group' ? form.allocation.name : 'allocated',
  ].filter((part) => part != null);
  return (
    <div className="place">
      <button
        type="button"
        className="place-fold"
        aria-expanded={open}
        aria-controls={id}
        disabled={chosen}
        title={chosen ? 'Choose none of it to fold this away' : undefined}
        onClick={() => {
          setAsked(!open);
          onOpen();
        }}
      >
        <span className="place-mark" aria-hidden="true">
          {open ? '▾' : '▸'}
        </span>
        Route, algorithm{hasGroups ? ', allocation' : ''}, group
        <span className="place-said">{said.join(' · ')}</span>
      </button>
      {open && (
        <div id={id} className="ticket-fields">
          <div>
            <SelectInput
              label="Route"
              value={form.route ?? home}
              options={(instrument?.routes ?? [home]).map((route) => ({
                value: route,
                text: route,
              }))}
              disabled={form.modifies !== null}
              onValue={(route) => change({ route: route === home ? null : route })}
            />
            <ProblemNote problems={problems} field="route" />
          </div>
          <AlgoSelect {...{ form, instrument, algos, algosFailed, change }} />
          {form.algo !== null && algos !== undefined && <AlgoFields {...{ form, algos, problems, change }} />}
          {targets !== undefined && targets.accounts.length > 0 && form.modifies === null && (
            <AllocationFields {...{ form, targets, problems, change }} />
          )}
          {children}
        </div>
      )}
    </div>
  );
}

function AlgoSelect({
  form,
  instrument,
  algos,
  algosFailed,
  change,
}: {
  readonly form: TicketForm;
  readonly instrument: Instrument | undefined;
  readonly algos: ReadonlyArray<Algo> | undefined;
  readonly algosFailed: string | null;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const types = instrument?.rules.algoTypes ?? [];
  const fits = types.length > 0 && takesType(types, form.orderType);
  const obstacle =
    form.modifies !== null
      ? 'A change keeps what works the order.'
      : !fits
        ? 'IBKR’s algorithms do not work this type of order here.'
        : algosFailed;
  return (
    <div>
      <SelectInput
        label="Algorithm"
        value={form.algo?.id ?? ''}
        options={[
          { value: '', text: 'None' },
          ...(algos ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        disabled={form.modifies !== null || (!fits && form.algo === null) || algos === undefined}
        onValue={(chosen) => {
          const algo = algos?.find((candidate) => candidate.id === chosen);
          change({
            algo: algo === undefined ? null : { id: algo.id, name: algo.name, values: initialValues(algo) },
            ...(algo === undefined ? {} : { route: null, takeProfit: null, stopLoss: null }),
          });
        }}
      />
      {obstacle !== null && <p className="field-hint">{obstacle}</p>}
    </div>
  );
}

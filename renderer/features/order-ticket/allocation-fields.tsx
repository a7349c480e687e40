import { methodWords } from '../../../shared/domain/allocation-words';
import type { AllocationTargets } from '../../../shared/domain/order-allocation';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { priceText } from '../../format/number-text';
import { DecimalInput } from '../../ui/decimal-input';
import { SelectInput } from '../../ui/select-input';
import { ProblemNote } from './problem-note';
import type { TicketForm } from './ticket-form';

/** For advisors: a group that IBKR splits by its own method, or shares said account by account. */
export function AllocationFields({
  form,
  targets,
  problems,
  change,
}: {
  readonly form: TicketForm;
  readonly targets: AllocationTargets;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const { allocation } = form;
  const value =
    allocation === null ? '' : allocation.kind === 'shares' ? 'shares' : `group ${allocation.name}`;
  const choose = (chosen: string): void => {
    if (chosen === '') change({ allocation: null });
    else if (chosen === 'shares') change({ allocation: { kind: 'shares', shares: {} } });
    else {
      const group = targets.groups.find(({ name }) => `group ${name}` === chosen);
      if (group !== undefined)
        change({ allocation: { kind: 'group', name: group.name, method: group.method } });
    }
  };
  return (
    <fieldset className="algo">
      <legend className="hidden-text">Allocation</legend>
      <div className="algo-wide">
        <SelectInput
          label="Allocation"
          value={value}
          options={[
            { value: '', text: 'This account only' },
            ...targets.groups.map(({ name, method, size }) => ({
              value: `group ${name}`,
              text: `Group ${name}${size === null ? '' : `, ${size} accounts`}, ${methodWords(method)}`,
            })),
            { value: 'shares', text: 'By account' },
          ]}
          onValue={choose}
        />
        <ProblemNote problems={problems} field="allocation" />
      </div>
      {allocation?.kind === 'shares' &&
        targets.accounts.map(({ accountId, availableEquity }) => (
          <DecimalInput
            key={accountId}
            label={accountId}
            name={`Share of ${accountId}`}
            unit={`available ${priceText(availableEquity, 0)}`}
            text={allocation.shares[accountId] ?? ''}
            onText={(text) =>
              change({ allocation: { ...allocation, shares: { ...allocation.shares, [accountId]: text } } })
            }
          />
        ))}
    </fieldset>
  );
}

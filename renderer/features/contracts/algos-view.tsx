import type { ContractDetails } from '../../../shared/domain/contract-page';
import { EmptyState } from '../../ui/empty-state';

export function AlgosView({ algos }: { readonly algos: ContractDetails['algos'] }) {
  if (algos.length === 0)
    return (
      <EmptyState title="No algorithms for this contract.">
        <p>IBKR offers them for stocks, options, futures and forex on certain exchanges.</p>
      </EmptyState>
    );
  return (
    <ul className="algos" aria-label="Algorithms">
      {algos.map(({ algoId, name, description, parameters }) => (
        <li key={algoId}>
          <p>
            <strong>{name}</strong> <span className="mono muted">{algoId}</span>
          </p>
          {description !== null && <p className="muted">{description}</p>}
          {parameters.length > 0 && (
            <p className="muted">
              Asks for:{' '}
              {parameters.map((one) => (one.required ? `${one.name} (needed)` : one.name)).join(', ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { AmountsIn } from '../state/workspace';
import { showAmountsIn, useWorkspace } from '../state/workspace-store';
import { ChoiceGroup } from '../ui/choice-group';

/** Amounts in base or local currency, for all portfolio views at once. */
export const useAmountsIn = (): AmountsIn => useWorkspace((workspace) => workspace.amountsIn);

/** The switch, for a panel's header. `base` is the account's base currency as far as known. */
export function AmountsChoice({ base }: { readonly base: string | null }) {
  return (
    <ChoiceGroup
      label="Amounts in"
      chosen={useAmountsIn()}
      onChoose={showAmountsIn}
      choices={[
        { id: 'base', name: base === null ? 'Base' : `Base (${base})` },
        { id: 'local', name: 'Local' },
      ]}
    />
  );
}

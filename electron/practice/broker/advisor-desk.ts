import { big, type Big } from '../money';
import type { Account } from './account';
import type { AllocationGroup } from './allocation';

export interface Model {
  readonly name: string;
  readonly desc: string;
  readonly isStatic: boolean;
  readonly cash: ReadonlyArray<Record<string, unknown>>;
  readonly positions: ReadonlyArray<Record<string, unknown>>;
}

/** What a financial advisor keeps at the broker: groups, model portfolios, presets. */
export interface AdvisorDesk {
  readonly isAdvisor: boolean;
  readonly groups: Map<string, AllocationGroup>;
  readonly models: Map<string, Model>;
  presets: Record<string, unknown>;
  modelPresets: Record<string, unknown>;
}

export function createAdvisorDesk(accounts: readonly Account[]): AdvisorDesk {
  const isAdvisor = accounts.length > 1;
  const clients = accounts.slice(1).map((account) => account.id);
  const members = (amounts: readonly (Big | null)[]) =>
    clients.map((account, index) => ({ account, amount: amounts[index] ?? null }));
  const groups: readonly AllocationGroup[] = [
    { name: 'All Clients', method: 'E', members: members([]) },
    { name: 'By Net Liquidation', method: 'N', members: members([]) },
    { name: 'Half and Quarters', method: 'P', members: members([big(50), big(25), big(25)]) },
  ];
  return {
    isAdvisor,
    groups: new Map(isAdvisor ? groups.map((group) => [group.name, group]) : []),
    models: new Map(isAdvisor ? [[balanced.name, balanced]] : []),
    presets: {
      group_auto_close_positions: false,
      default_method_for_all: 'AvailableEquity',
      profiles_auto_close_positions: false,
      strict_credit_check: false,
      group_proportional_allocation: false,
    },
    modelPresets: {
      avoidNegativeCashInCore: false,
      cashQtyEstimateFactor: 25,
      closeDivestCorePosition: true,
      fullyInvestExistingLongPositions: false,
      keepModelOpen: false,
      preferCrossWithIndependent: false,
      preferTransferFromIndependent: true,
      roundAllocExchBoardLot: false,
      useNonBaseCcy: false,
      useToleranceRange: false,
    },
  };
}

const balanced: Model = {
  name: 'Balanced 60/40',
  desc: 'Practice model (simulated)',
  isStatic: false,
  cash: [{ ccy: 'USD', target: 0.05 }],
  positions: [
    { conid: 756733, target: 0.55 },
    { conid: 15547841, target: 0.4 },
  ],
};

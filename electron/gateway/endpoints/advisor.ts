import { z } from 'zod';
import { inBody, integer, text } from '../arguments';
import { endpoint } from '../endpoint';
import { record } from '../wire';

const reqID = {
  reqId: inBody(integer.default(1), 'A number of your choice, echoed back.', { wireName: 'reqID' }),
};
const model = { model: inBody(text, 'Name of the model portfolio.') };
const yesNo = (doc: string) => inBody(z.boolean().optional(), doc);
const shared = { area: 'accounts', extra: true, verb: 'POST', wire: record } as const;
const docs = (purpose: string) => ({
  purpose: `${purpose} For financial advisors only.`,
  returns: 'IBKR’s object, unchanged.',
  source: 'IBind 0.1.24',
});
const reads = { area: 'accounts', extra: true, verb: 'GET', wire: record, parameters: {} } as const;
const allocationDocs = (purpose: string, returns: string) => ({
  purpose: `${purpose} For financial advisors only.`,
  returns,
  source: 'OpenAPI 2.28',
});
// What changes allocations is sent once, as every POST.

export const advisorEndpoints = {
  allocationAccounts: endpoint({
    ...reads,
    path: '/iserver/account/allocation/accounts',
    docs: allocationDocs(
      'Accounts an order can be allocated to.',
      '`accounts`: `{name, data: [{key: NetLiquidation | AvailableEquity, value}]}`.',
    ),
  }),
  allocationGroups: endpoint({
    ...reads,
    path: '/iserver/account/allocation/group',
    docs: allocationDocs('Allocation groups.', '`data`: `{name, size, allocation_method}`.'),
  }),
  faModelList: endpoint({
    ...shared,
    path: '/fa/model/list',
    parameters: reqID,
    docs: docs('Model portfolios.'),
  }),
  faModelPositions: endpoint({
    ...shared,
    path: '/fa/model/positions',
    parameters: {
      ...reqID,
      ...model,
      sortField: inBody(text.optional(), 'Column.'),
      sortDirection: inBody(text.optional(), 'Direction.'),
      limit: inBody(integer.optional(), 'At most this many.'),
    },
    docs: docs('Positions of a model.'),
  }),
  faModelSummary: endpoint({
    ...shared,
    path: '/fa/model/summary',
    parameters: { ...reqID, ...model },
    docs: docs('Summary of a model.'),
  }),
  faModelAccountsDetails: endpoint({
    ...shared,
    path: '/fa/model/accounts-details',
    parameters: { ...reqID, ...model, calcPnls: yesNo('True computes P&L.') },
    docs: docs('Accounts of a model.'),
  }),
  faModelSave: endpoint({
    ...shared,
    path: '/fa/model/save',
    parameters: {
      ...reqID,
      ...model,
      desc: inBody(text.optional(), 'Description.'),
      isStatic: yesNo('Static targets.'),
      cashTargets: inBody(
        z.array(z.strictObject({ ccy: text, target: z.number() })).optional(),
        'Fractions by currency.',
      ),
      positionTargets: inBody(
        z.array(z.strictObject({ conid: integer, target: z.number() })).optional(),
        'Fractions by contract; with the cash they sum to 1.',
      ),
    },
    docs: docs('Saves a model.'),
  }),
  faModelInvestDivest: endpoint({
    ...shared,
    path: '/fa/model/invest-divest',
    parameters: {
      ...reqID,
      ...model,
      accountList: inBody(
        z.array(
          z.strictObject({
            account: text,
            amtToInvest: z.number().refine((amount) => amount !== 0, 'must not be 0'),
          }),
        ),
        'Amounts in base currency; negative divests.',
      ),
    },
    docs: docs('Invests in or divests from a model.'),
  }),
  faModelInvestDivestPositions: endpoint({
    ...shared,
    path: '/fa/model/invest-divest-positions',
    parameters: { ...reqID, ...model, subscriptionStatus: inBody(integer.optional(), 'Subscription.') },
    docs: docs('Positions of an investment in a model.'),
  }),
  faModelSubmitTransfers: endpoint({
    ...shared,
    path: '/fa/model/submit-transfers',
    parameters: { ...reqID, fpOrderId: inBody(z.union([integer, text]), 'Id of the transfer.') },
    docs: docs('Submits transfers.'),
  }),
  faPresetGet: endpoint({ ...shared, path: '/fa/fa-preset/get', parameters: reqID, docs: docs('Presets.') }),
  faPresetSave: endpoint({
    ...shared,
    path: '/fa/fa-preset/save',
    parameters: {
      ...reqID,
      avoidNegativeCashInIndependent: yesNo('Preset.'),
      closeDivestIndependentPosition: yesNo('Preset.'),
      fullyInvestExistingLongPositions: yesNo('Preset.'),
      keepModelOpen: yesNo('Preset.'),
      preferCrossWithIndependent: yesNo('Preset.'),
      preferTransferFromIndependent: yesNo('Preset.'),
      roundAllocationQuantityToExchangeBoardLot: yesNo('Preset.'),
      useNonBaseCcy: yesNo('Preset.'),
      useToleranceRange: yesNo('Preset.'),
    },
    docs: docs('Saves presets.'),
  }),
} as const;

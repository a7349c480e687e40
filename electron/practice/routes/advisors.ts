import type { AdvisorDesk, Model } from '../broker/advisor-desk';
import { allocationMethods } from '../broker/allocation';
import { isRecord, numberOf, textOf } from '../broker/order-request';
import { failure, get, ok, post, put, type Reply, type Route } from '../http/reply';
import { toNumber } from '../money';
import type { World } from '../world';

const forAdvisor = (world: World, answer: (desk: AdvisorDesk) => Reply): Reply =>
  world.advisor.isAdvisor ? answer(world.advisor) : failure(403, 'Forbidden: not a financial advisor');
const fieldsOf = (body: unknown): Record<string, unknown> => (isRecord(body) ? body : {});
const recordsIn = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).filter(isRecord);

/** Allocation groups and model portfolios. Models are kept, not invested: transfers are acknowledged only. */
export const advisorRoutes: readonly Route[] = [
  get('/iserver/account/allocation/accounts', 'brokerage', (world) =>
    forAdvisor(world, () =>
      ok({
        accounts: world.accounts.map((account) => {
          const value = world.valuation.account(account);
          return {
            data: [
              { value: toNumber(value.netLiquidation, 2).toString(), key: 'NetLiquidation' },
              { value: toNumber(value.availableFunds, 2).toString(), key: 'AvailableEquity' },
            ],
            name: account.id,
          };
        }),
      }),
    ),
  ),
  get('/iserver/account/allocation/group', 'brokerage', (world) =>
    forAdvisor(world, ({ groups }) =>
      ok({
        data: [...groups].map(([name, group]) => ({
          allocation_method: group.method,
          size: group.members.length,
          name,
        })),
      }),
    ),
  ),
  post('/iserver/account/allocation/group', 'brokerage', (world, { body }) =>
    forAdvisor(world, (desk) => saveGroup(world, desk, fieldsOf(body))),
  ),
  put('/iserver/account/allocation/group', 'brokerage', (world, { body }) =>
    forAdvisor(world, (desk) => saveGroup(world, desk, fieldsOf(body))),
  ),
  post('/iserver/account/allocation/group/single', 'brokerage', (world, { body }) =>
    forAdvisor(world, ({ groups }) => {
      const name = textOf(fieldsOf(body).name);
      const group = groups.get(name);
      return group === undefined
        ? failure(500, 'Group not found')
        : ok({
            name,
            accounts: group.members.map(({ account, amount }) => ({
              name: account,
              ...(amount === null ? {} : { amount: toNumber(amount) }),
            })),
            default_method: group.method,
          });
    }),
  ),
  post('/iserver/account/allocation/group/delete', 'brokerage', (world, { body }) =>
    forAdvisor(world, ({ groups }) => {
      groups.delete(textOf(fieldsOf(body).name));
      return ok({ success: true });
    }),
  ),
  get('/iserver/account/allocation/presets', 'brokerage', (world) =>
    forAdvisor(world, ({ presets }) => ok(presets)),
  ),
  post('/iserver/account/allocation/presets', 'brokerage', (world, { body }) =>
    forAdvisor(world, (desk) => {
      desk.presets = { ...desk.presets, ...fieldsOf(body) };
      return ok({ success: true });
    }),
  ),
  post('/fa/model/list', 'brokerage', (world, { body }) =>
    forAdvisor(world, ({ models }) =>
      ok({
        baseCcy: 'USD',
        masterAccount: world.accounts[0]?.id ?? '',
        models: [...models.values()].map(modelSummary),
        reqID: fieldsOf(body).reqID ?? 0,
        subscriptionStatus: 1,
      }),
    ),
  ),
  post('/fa/model/summary', 'brokerage', (world, { body }) =>
    withModel(world, body, (model, reqID) => ({ ...modelSummary(model), reqID, subscriptionStatus: 1 })),
  ),
  post('/fa/model/positions', 'brokerage', (world, { body }) =>
    withModel(world, body, (model, reqID) => ({
      cash: model.cash.map((entry) => ({
        actl: '0',
        ccy: textOf(entry.ccy),
        exrt: '1',
        instrImbalance: '0',
        mv: '0',
        trgt: textOf(entry.target),
      })),
      mismatched: false,
      model: model.name,
      nlv: 0,
      positionList: model.positions.map((entry) => ({
        actl: '0',
        actlRangeMax: 'None',
        actlRangeMin: 'None',
        ccy: 'USD',
        cid: Number(entry.conid),
        dlv: '0',
        exrt: '1',
        flg: 0,
        instrImbalance: '0',
        instrument: world.market.catalogue.byConid(Number(entry.conid))?.symbol ?? '',
        mismatchType: 0,
        mv: '0',
        position: '0',
        trgt: textOf(entry.target),
      })),
      positionTs: world.clock.now(),
      reqID,
      stkOnly: true,
      subscriptionStatus: 1,
      totalDlv: 0,
      totalMv: 0,
    })),
  ),
  post('/fa/model/accounts-details', 'brokerage', (world, { body }) =>
    withModel(world, body, (model, reqID) => ({
      accountInfoList: world.accounts.map((account) => ({
        account: account.id,
        acctImbalance: '0',
        alias: account.alias ?? '',
        baseCcyAccount: account.currency,
        costBasis: '0',
        exrt: 1,
        indCash: toNumber(world.valuation.account(account).cash, 2).toString(),
        nlv: '0',
        numInstrOutsideRange: 0,
        unrealPnL: '0',
      })),
      baseCcyMaster: 'USD',
      model: model.name,
      reqID,
    })),
  ),
  post('/fa/model/save', 'brokerage', (world, { body }) =>
    forAdvisor(world, ({ models }) => {
      const fields = fieldsOf(body);
      const name = textOf(fields.model);
      const cash = recordsIn(fields.cashTargets);
      const positions = recordsIn(fields.positionTargets);
      const total = [...cash, ...positions].reduce((sum, entry) => sum + Number(entry.target), 0);
      if (name === '' || Math.abs(total - 1) > 1e-6) return failure(500, 'Targets must sum to 1.0');
      models.set(name, {
        name,
        desc: textOf(fields.desc),
        isStatic: fields.isStatic === true,
        cash,
        positions,
      });
      return ok({ error: 'None', reqID: fields.reqID ?? 0, subscriptionStatus: 1, success: true });
    }),
  ),
  post('/fa/model/invest-divest', 'brokerage', (world, { body }) =>
    forAdvisor(world, () => {
      const fields = fieldsOf(body);
      if (recordsIn(fields.accountList).some((entry) => Number(entry.amtToInvest) === 0))
        return failure(500, 'Invalid amount');
      return ok({ reqID: textOf(fields.reqID), subscriptionKey: '2', subscriptionStatus: 0 });
    }),
  ),
  post('/fa/model/invest-divest-positions', 'brokerage', (world, { body }) =>
    forAdvisor(world, () => {
      const fields = fieldsOf(body);
      return ok({
        accountList: [],
        baseCcyMaster: 'USD',
        baseCcyMasterPrc: '0.01',
        model: textOf(fields.model),
        reqID: fields.reqID ?? 0,
        subscriptionStatus: 1,
      });
    }),
  ),
  post('/fa/model/submit-transfers', 'brokerage', (world, { body }) =>
    forAdvisor(world, () => ok({ reqID: fieldsOf(body).reqID ?? 0, success: true, subscriptionStatus: 1 })),
  ),
  post('/fa/fa-preset/get', 'brokerage', (world, { body }) =>
    forAdvisor(world, ({ modelPresets }) =>
      ok({ ...modelPresets, reqID: fieldsOf(body).reqID ?? 0, subscriptionStatus: 1 }),
    ),
  ),
  post('/fa/fa-preset/save', 'brokerage', (world, { body }) =>
    forAdvisor(world, (desk) => {
      const { reqID = 0, ...changes } = fieldsOf(body);
      desk.modelPresets = { ...desk.modelPresets, ...changes };
      return ok({ error: 'None', reqID, subscriptionStatus: 1, success: true });
    }),
  ),
];

function saveGroup(world: World, { groups }: AdvisorDesk, fields: Record<string, unknown>): Reply {
  const name = textOf(fields.name);
  const method = allocationMethods.find((known) => known === (textOf(fields.default_method) || 'N'));
  const members = recordsIn(fields.accounts).map((entry) => ({
    account: textOf(entry.name),
    amount: numberOf(entry.amount),
  }));
  if (name === '' || members.length === 0) return failure(400, 'Bad Request: name and accounts are required');
  if (method === undefined || members.some(({ account }) => world.account(account) === undefined))
    return failure(400, 'Bad Request: unknown account or allocation method');
  // OpenAPI 2.28 has `prev_name` in the schema and `previous_name` in its example.
  groups.delete(textOf(fields.prev_name) || textOf(fields.previous_name));
  groups.set(name, { name, method, members });
  return ok({ success: true });
}

const modelSummary = (model: Model) => ({
  bootstrapped: true,
  ci: false,
  desc: model.desc,
  isStatic: model.isStatic,
  mismatch: false,
  model: model.name,
  nlv: '0',
  numAccounts: 0,
});

function withModel(world: World, body: unknown, answer: (model: Model, reqID: unknown) => unknown): Reply {
  return forAdvisor(world, ({ models }) => {
    const { model: name, reqID = 0 } = fieldsOf(body);
    const model = models.get(textOf(name));
    return model === undefined ? failure(500, 'Model not found') : ok(answer(model, reqID));
  });
}

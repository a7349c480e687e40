import { contractName } from './order-text';
import type { zero } from '../money';
import { toNumber } from '../money';
import type { World } from '../world';
import type { Position } from './account';
import { secdefFields } from '../market/wire-secdef';

/**
 * A row of `/portfolio/{a}/positions/{page}`. The first read of a session has 21 keys and `strike` as a
 * number; later reads about 46 and `strike` as text (recorded/portfolio/positions-cold-read-*).
 */
export function wirePosition(
  world: World,
  accountId: string,
  position: Position,
  warm: boolean,
): Record<string, unknown> {
  const value = world.valuation.position(position);
  const { instrument } = position;
  const sparse = {
    acctId: accountId,
    conid: instrument.conid,
    contractDesc:
      contractName(instrument) + (instrument.expiry === undefined ? '' : ` ${instrument.localSymbol}`),
    position: toNumber(position.quantity),
    mktPrice: toNumber(value.price),
    mktValue: toNumber(value.value, 2),
    currency: instrument.currency,
    avgCost: toNumber(value.averageCost),
    avgPrice: toNumber(value.averagePrice),
    realizedPnl: toNumber(value.realizedToday, 2),
    unrealizedPnl: toNumber(value.unrealized, 2),
    exchs: null,
    expiry: instrument.expiry ?? null,
    putOrCall: instrument.right ?? null,
    multiplier: instrument.multiplier === 1 ? null : instrument.multiplier,
    strike: instrument.strike ?? 0,
    exerciseStyle: null,
    conExchMap: [],
    assetClass: instrument.secType,
    undConid: instrument.underlyingConid ?? 0,
    model: '',
  };
  if (!warm) return sparse;
  const rate = world.valuation.rate(instrument.currency);
  const base = (amount: typeof zero) => toNumber(amount.times(rate), 4);
  return {
    ...sparse,
    multiplier: instrument.multiplier === 1 ? 0 : instrument.multiplier,
    strike: String(instrument.strike ?? 0),
    ...secdefFields(instrument),
    time: 23,
    pageSize: 100,
    baseMktValue: base(value.value),
    baseMktPrice: base(value.price),
    baseAvgCost: base(value.averageCost),
    baseAvgPrice: base(value.averagePrice),
    baseRealizedPnl: base(value.realizedToday),
    baseUnrealizedPnl: base(value.unrealized),
  };
}

/** A row of `/portfolio2/{a}/positions`: other names, conid as text, seconds. */
export function wirePosition2(world: World, position: Position): Record<string, unknown> {
  const value = world.valuation.position(position);
  const { instrument } = position;
  return {
    position: toNumber(position.quantity),
    conid: String(instrument.conid),
    avgCost: toNumber(value.averageCost),
    avgPrice: toNumber(value.averagePrice),
    currency: instrument.currency,
    description: contractName(instrument),
    isLastToLoq: false,
    marketPrice: toNumber(value.price),
    marketValue: toNumber(value.value),
    realizedPnl: toNumber(value.realizedToday),
    secType: instrument.secType,
    timestamp: Math.floor(world.clock.now() / 1000),
    unrealizedPnl: toNumber(value.unrealized),
    assetClass: instrument.secType,
    sector: null,
    group: null,
    model: '',
  };
}

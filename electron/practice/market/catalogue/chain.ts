import { hash, normal } from '../../random';
import type { Expiry } from './expiries';

const yearMs = 365 * 86_400_000;

/** What the place of a contract in its chain says about it. */
export interface ChainPlace {
  readonly conid: number;
  readonly strike: number;
  readonly right: 'C' | 'P';
  readonly expiry: Expiry;
  readonly weekly: boolean;
}

/** The chain as it stands when the gateway starts. */
export interface Chain {
  readonly nowMs: number;
  readonly spot: number;
  /** Yearly, at the money, one month out. */
  readonly volatility: number;
  /** Distance of neighbouring strikes. */
  readonly step: number;
  /** Contracts a day of the busiest strike. */
  readonly busiest: number;
}

/** Implied volatility: low strikes cost more than high ones, both wings more than the middle, near dates a little more. */
export function impliedVolatility(
  { nowMs, spot, volatility }: Chain,
  { strike, expiry }: ChainPlace,
): number {
  const distance = Math.log(strike / spot);
  const years = Math.max(1 / 365, (expiry.ms - nowMs) / yearMs);
  const term = 0.97 + 0.06 * Math.exp(-years * 12);
  const smile = Math.max(0.7, 1 - 0.45 * distance + 1.1 * distance * distance);
  return Number((volatility * term * smile).toFixed(4));
}

/** Daily volume and open interest: highest near the money, at round strikes, in monthly expiries. */
export function activity(
  chain: Chain,
  place: ChainPlace,
): { readonly volume: number; readonly openInterest: number } {
  const { nowMs, spot, volatility, step, busiest } = chain;
  const { strike, right, expiry, weekly, conid } = place;
  const years = Math.max(2 / 365, (expiry.ms - nowMs) / yearMs);
  // Calls are traded above the money, puts below it.
  const centre = spot * (1 + (right === 'C' ? 0.02 : -0.03));
  const width = 0.8 * volatility * Math.sqrt(years) + 0.035;
  const near = Math.exp(-0.5 * (Math.log(strike / centre) / width) ** 2);
  const round =
    strike % (step * 10) === 0 ? 2 : strike % (step * 5) === 0 ? 1.4 : strike % (step * 2) === 0 ? 1 : 0.7;
  const luck = Math.exp(0.5 * normal(hash(conid, 21)));
  const date = weekly ? 0.5 : 1 / (1 + 3 * years);
  const volume = Math.round(busiest * (near + 0.004) * round * date * luck);
  const turnover = (weekly ? 2.5 : 9) * Math.exp(0.4 * normal(hash(conid, 22)));
  return { volume, openInterest: Math.round(volume * turnover) };
}

export type SecType =
  'STK' | 'IND' | 'OPT' | 'FUT' | 'FOP' | 'WAR' | 'CASH' | 'BOND' | 'CRYPTO' | 'FUND' | 'CFD' | 'BAG';

export interface PriceIncrement {
  readonly lowerEdge: number;
  readonly increment: number;
}

/** How the price of an instrument comes about; everything but `path` follows another instrument. */
export type PriceModel =
  | {
      readonly kind: 'path';
      readonly volatility: number;
      readonly marketWeight: number;
      /** Yearly growth dividends included; 0 when left out. */
      readonly drift?: number;
    }
  | { readonly kind: 'multiple'; readonly of: number; readonly factor: number }
  /** A currency cross: the product of two pairs, or the first divided by the second. */
  | { readonly kind: 'cross'; readonly of: number; readonly by: number; readonly divide: boolean }
  | {
      readonly kind: 'option';
      readonly of: number;
      readonly strike: number;
      readonly right: 'C' | 'P';
      readonly expiryMs: number;
      readonly volatility: number;
      /** Underlying units one contract unit stands for: warrants are often for a tenth; 1 when left out. */
      readonly perUnit?: number;
    }
  | { readonly kind: 'combo'; readonly legs: readonly ComboLeg[] };

/** Part of a combination; a negative ratio is sold when the combination is bought. */
export interface ComboLeg {
  readonly instrument: Instrument;
  readonly ratio: number;
}

/** R real time, D delayed 15 minutes, N not subscribed: the first letter of snapshot field 6509. */
export type Availability = 'R' | 'D' | 'N';

export type CalendarName = 'us-equity' | 'europe-equity' | 'asia-equity' | 'futures' | 'forex' | 'always';

export interface Instrument {
  readonly conid: number;
  readonly symbol: string;
  readonly localSymbol: string;
  readonly name: string;
  readonly secType: SecType;
  /** IBKR's `type` in secdef: COMMON, ETF, ADR … */
  readonly type: string;
  readonly currency: string;
  readonly exchange: string;
  readonly validExchanges: string;
  readonly countryCode: string;
  readonly industry: string;
  readonly category: string;
  readonly tradingClass: string;
  readonly multiplier: number;
  /** 100 where prices are quoted in hundredths of the currency (London pence), else 1. */
  readonly magnifier: 1 | 100;
  readonly increments: readonly PriceIncrement[];
  readonly sizeIncrement: number;
  /** Price at the anchor date, in quote units (pence in London). */
  readonly anchorPrice: number;
  readonly model: PriceModel;
  readonly dailyVolume: number;
  readonly spreadTicks: number;
  readonly availability: Availability;
  readonly calendar: CalendarName;
  readonly hasOptions: boolean;
  readonly tradable: boolean;
  /** Expiry YYYYMMDD of futures, options and bonds. */
  readonly expiry?: string;
  readonly strike?: number;
  readonly right?: 'C' | 'P';
  readonly underlyingConid?: number;
  /** Last moment of trading: then it is settled. */
  readonly expiryMs?: number;
  /** Contracts open at the start; drifts a little from day to day. */
  readonly openInterest?: number;
  readonly coupon?: number;
  readonly issuer?: string;
}

export const isDerivative = (instrument: Instrument): boolean =>
  instrument.secType === 'OPT' ||
  instrument.secType === 'FUT' ||
  instrument.secType === 'FOP' ||
  instrument.secType === 'WAR';

/** Futures are marked to market: they carry no market value of their own, only profit and loss. */
export const isFuture = (instrument: Instrument): boolean => instrument.secType === 'FUT';

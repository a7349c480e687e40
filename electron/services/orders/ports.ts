import type { AppError } from '../../../shared/app-error';
import type { Algo } from '../../../shared/domain/algo';
import type { Account } from '../../../shared/domain/account';
import type { Decimal } from '../../../shared/domain/decimal';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Execution, Order } from '../../../shared/domain/order';
import type { Side } from '../../../shared/domain/order-draft';
import type { WhatIf } from '../../../shared/domain/order-preview';
import type { Quote } from '../../../shared/domain/quote';
import type { SessionState } from '../../../shared/domain/session';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import type { Result } from '../../../shared/result';
import type { WireOrder } from './wire-order';

/** One order or leg that IBKR says it took. */
export interface AcknowledgedOrder {
  readonly orderId: string;
  /** Echo of our cOID; `null` where the answer has none. */
  readonly orderRef: string | null;
  /** Echo of the account; `null` where the answer has none. */
  readonly accountId: string | null;
  readonly status: string | null;
  /** The entry it is attached to; `null` where the answer has none. */
  readonly parentOrderId?: string | null;
}

/**
 * What one order-changing request proved. `unknown` is the default arm: whatever proves nothing.
 * `answered`: IBKR gave a whole answer (a refusal not on the definitive list, say); false when the channel broke.
 */
export type WireOutcome =
  | {
      readonly kind: 'acknowledged';
      readonly orders: ReadonlyArray<AcknowledgedOrder>;
      /** Orders of the same request that IBKR refused, or did not mention, in its words. */
      readonly failed?: ReadonlyArray<string>;
    }
  | {
      readonly kind: 'question';
      readonly replyId: string;
      readonly messages: ReadonlyArray<string>;
      readonly messageIds: ReadonlyArray<string>;
      /** Ways out that IBKR offers instead of yes and no, and the order they are about. */
      readonly prompt?: { readonly orderId: string; readonly options: ReadonlyArray<string> };
    }
  | { readonly kind: 'rejected'; readonly text: string }
  | { readonly kind: 'duplicate'; readonly text: string }
  | { readonly kind: 'not-sent'; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string; readonly answered: boolean };

/** What one row of a list or of the stream says; members left out are unchanged, not unknown. */
export type OrderRow = { readonly orderId: string } & Partial<
  Omit<Order, 'orderId' | 'accountId' | 'conid' | 'phase' | 'placedHere' | 'updatedMs'> & {
    readonly accountId: string;
    readonly conid: number;
  }
>;

export interface OrderList {
  /** False while the gateway is still warming up, or where a row cannot be read: what is missing is then unknown. */
  readonly complete: boolean;
  readonly rows: ReadonlyArray<OrderRow>;
}

export interface TradeList {
  /** False where a row cannot be read: it may be any fill. */
  readonly complete: boolean;
  readonly executions: ReadonlyArray<Execution>;
}

/** Asked right before the first byte of a request that may trade leaves; false: it is not sent, and that is proven. */
type MayLeave = () => boolean;

/** Single-shot requests to IBKR. Order-changing ones are sent at most once per `requestId`, never repeated. */
export interface OrderWire {
  readonly place: (request: {
    readonly requestId: string;
    /** The account, or the allocation group that stands in its place. */
    readonly accountId: string;
    readonly body: WireOrder;
    /** Exits sent with the entry, in the same request. */
    readonly attached: ReadonlyArray<WireOrder>;
    readonly mayLeave: MayLeave;
  }) => Promise<WireOutcome>;
  readonly modify: (request: {
    readonly requestId: string;
    readonly accountId: AccountId;
    readonly orderId: string;
    readonly body: WireOrder;
    readonly mayLeave: MayLeave;
  }) => Promise<WireOutcome>;
  readonly answer: (request: {
    readonly requestId: string;
    readonly replyId: string;
    readonly confirmed: boolean;
    /** Orders that the question is about, exits included. */
    readonly orders: number;
    readonly mayLeave: MayLeave;
  }) => Promise<WireOutcome>;
  /** Chooses one of a prompt's ways out; what became of the order is then read from the lists. */
  readonly answerPrompt: (request: {
    readonly requestId: string;
    readonly replyId: string;
    readonly orderId: string;
    readonly option: string;
    readonly mayLeave: MayLeave;
  }) => Promise<WireOutcome>;
  readonly cancel: (request: {
    readonly requestId: string;
    readonly accountId: AccountId;
    readonly orderId: string;
  }) => Promise<WireOutcome>;

  /** `afresh`: IBKR's cache of the list is dropped first, at the price of one more request. */
  readonly liveOrders: (
    accountId: AccountId,
    how?: { readonly afresh: boolean },
  ) => Promise<Result<OrderList, AppError>>;
  /** Of one account: without its name IBKR gives those of the account that happens to be selected. */
  readonly trades: (accountId: AccountId) => Promise<Result<TradeList, AppError>>;
  readonly orderStatus: (orderId: string) => Promise<Result<OrderRow, AppError>>;
  /** What an order, or a bracket with its entry first, would cost and do to margins. Places nothing. */
  readonly whatIf: (
    accountId: string,
    bodies: ReadonlyArray<WireOrder>,
  ) => Promise<Result<WhatIfAnswer, AppError>>;
  readonly algos: (conid: Conid) => Promise<Result<ReadonlyArray<Algo>, AppError>>;
  readonly instrument: (conid: Conid, side: Side) => Promise<Result<Instrument, AppError>>;
  readonly quote: (conid: Conid) => Promise<Result<MarketPicture, AppError>>;
  /** Every position of the account; `complete` false where some may be missing. */
  readonly positions: (accountId: AccountId) => Promise<Result<HeldPositions, AppError>>;
  /** Zero where the account holds none; an error where that is not known. */
  readonly positionOf: (accountId: AccountId, conid: Conid) => Promise<Result<Decimal, AppError>>;
  readonly worthOf: (
    accountId: AccountId,
    currency: string | null,
  ) => Promise<Result<AccountWorth, AppError>>;
}

/** A quote, and how much of the contract is traded on an average day; `null` where not known. */
export type MarketPicture = Quote & { readonly averageVolume?: Decimal | null };

export interface HeldPositions {
  readonly complete: boolean;
  readonly rows: ReadonlyArray<{
    readonly conid: Conid;
    readonly symbol: string;
    readonly quantity: Decimal;
  }>;
}

export interface WhatIfAnswer {
  readonly whatIf: WhatIf;
  readonly warnings: ReadonlyArray<string>;
  /** IBKR would refuse the order; `null` when it would not. */
  readonly error: string | null;
}

export interface AccountWorth {
  readonly netLiquidation: Decimal | null;
  /** All positions by their absolute value, in base currency. */
  readonly grossPositionValue: Decimal | null;
  readonly baseCurrency: string | null;
  /** Base currency for one unit of the asked currency; `null` where the rate is not known. */
  readonly rateToBase: Decimal | null;
}

export interface OrderSession {
  readonly current: () => SessionState;
  /** Who is logged in; `null` when the gateway has not said. */
  readonly username: () => string | null;
  readonly onChange: (listener: (state: SessionState) => void) => () => void;
}

export interface OrderAccounts {
  /** As listed in this session, without asking the gateway; `null` when not listed. */
  readonly known: (accountId: AccountId) => Account | null;
  readonly list: () => Promise<Result<ReadonlyArray<Account>, AppError>>;
  /** The account selected at IBKR for the whole session; another than the order's lets nothing out. */
  readonly selected: {
    /** `null` while the gateway has not said. */
    readonly current: () => AccountId | null;
    /** It, where this login does not list it. */
    readonly strange: () => AccountId | null;
    readonly onChange: (listener: () => void) => () => void;
    /** Selects it where another one is. */
    readonly select: (accountId: AccountId) => Promise<Result<null, AppError>>;
  };
}

/** What the websocket says about orders (`sor`) and executions (`str`). */
export interface OrderUpdates {
  readonly onOrders: (listener: (rows: ReadonlyArray<OrderRow>) => void) => () => void;
  readonly onExecutions: (listener: (executions: ReadonlyArray<Execution>) => void) => () => void;
  /** The stream began anew: what happened meanwhile was not told. */
  readonly onGap: (listener: () => void) => () => void;
}

/** While held nobody else asks IBKR anything: it invalidates an open question when something is asked. */
export type HoldReads = () => () => void;

/** What the order is for, as far as it decides whether it may go out. */
export interface OrderPurpose {
  /** It reduces or closes a position, and nothing else. */
  readonly onlyCloses: boolean;
}

/** Whether anything may be sent, decided by the trading guard; asked again right before each sending. */
export interface OrderPermit {
  readonly refusal: (what?: OrderPurpose) => AppError | null;
  /** Stops all trading until a human releases it. */
  readonly latch: (why: string) => void;
  /** The day's number of orders is reached: latches until the day ends or a human lifts it. */
  readonly lockDay: (why: string) => void;
  /** Orders sent before this do not count against the day's limit: a human lifted its lock then. */
  readonly dayCountSinceMs: () => number;
  readonly limits: () => TradingLimits;
  /** The human did something about orders: he is there. */
  readonly used: () => void;
}

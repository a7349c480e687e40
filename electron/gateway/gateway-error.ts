import type { EpochMs } from '../../shared/domain/time';
import { errorWords } from './gateway-error-words';

/** Everything that can be expected to go wrong between us and the gateway. */
export type GatewayErrorCode = keyof typeof errorWords;

/** The broker's question, word for word. It is hostile text until drawn as plain text. */
export interface OrderQuestion {
  /** `reply`: answered by `orders.answer`. `prompt`: an advanced reject, answered by `orders.answerPrompt`. */
  readonly form: 'reply' | 'prompt';
  readonly id: string;
  readonly messages: ReadonlyArray<string>;
  readonly messageIds: ReadonlyArray<string>;
  readonly options: ReadonlyArray<string>;
  /** Only for prompts: the order IBKR is asking about. */
  readonly orderId: string | null;
}

interface Circumstances {
  /** What happened, in one sentence. */
  readonly message: string;
  /** What it means for the user's money or for what is on the screen. */
  readonly meaning: string;
  /** What to do now. */
  readonly action: string;
  readonly requestId?: string;
  readonly method?: string;
  /** The declared path with its placeholders: never an account id. */
  readonly path?: string;
  readonly status?: number;
  /** The gateway's own words, at most 2,000 characters. */
  readonly bodyText?: string;
  /** The technical cause, such as a socket error code. */
  readonly detail?: string;
}

type Special =
  | { readonly code: 'outcome-unknown'; readonly cOID: string | null; readonly orderId: string | null }
  | { readonly code: 'pacing'; readonly retryAtMs: EpochMs | null }
  | { readonly code: 'order-declined'; readonly question: OrderQuestion }
  | { readonly code: 'order-unanswered'; readonly question: OrderQuestion };

/**
 * An expected failure as a value, discriminated by `code`. `outcome-unknown` means that an order-changing
 * request may have reached IBKR: it is never repeated by a machine, and carries the client order id to look for.
 */
export type GatewayError = Circumstances &
  (Special | { readonly code: Exclude<GatewayErrorCode, Special['code']> });

type Extra<C extends GatewayErrorCode> = C extends Special['code']
  ? Omit<Extract<Special, { code: C }>, 'code'>
  : unknown;
type Given = Partial<Omit<Circumstances, 'meaning' | 'action'>>;

/** Builds an error with the sentences of its code; `message` may say it more exactly. */
export function gatewayError<C extends GatewayErrorCode>(code: C, given: Given & Extra<C>): GatewayError {
  const { bodyText } = given;
  const bounded = bodyText === undefined ? {} : { bodyText: bodyText.slice(0, 2_000) };
  // The generic spread cannot be followed by the compiler; Extra<C> already demanded the fields of this code.
  return { code, ...errorWords[code], ...given, ...bounded } as unknown as GatewayError;
}

import { toFixed, type Decimal } from '../../../shared/domain/decimal';
import { aggressivePercent } from '../../../shared/domain/order-rules';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { markedPrice } from '../../../shared/domain/price-unit';
import { exitCount } from './intent-legs';

/** What was known about the order when it was reviewed: the numbers of an explanation come from here. */
export interface QuestionFacts {
  readonly draft: OrderDraft;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly last: Decimal | null;
  readonly notional: Decimal | null;
  readonly currency: string | null;
  /** "GBX": the unit of its prices where that is not `currency`. */
  readonly priceUnit?: string | null;
  /** It only reduces or closes a position. */
  readonly onlyCloses?: boolean;
}

interface KnownQuestion {
  readonly heading: string;
  readonly explain: (facts: QuestionFacts) => string;
}

/** Short heading and this order's numbers for IBKR's message ids. Source: ORDER_ENTRY §6 (read 2026-11). */
const known: Readonly<Record<string, KnownQuestion>> = {
  o163: { heading: 'Price is far from the market', explain: distance },
  o354: {
    heading: 'You have no live data for this',
    explain: () =>
      'Prices for this instrument are not live in this login, so you cannot see what you would pay.',
  },
  o382: { heading: 'Price is many ticks from the market', explain: distance },
  o383: {
    heading: 'Size is above your IBKR size limit',
    explain: ({ draft }) =>
      `This order is for ${draft.quantity}. The limit is set in TWS, under order presets.`,
  },
  o403: {
    heading: 'This will probably trigger and fill at once',
    explain: ({ draft, last, priceUnit = null }) =>
      draft.stopPrice === null || last === null
        ? ''
        : `Your stop is ${markedPrice(draft.stopPrice, priceUnit)}, the last price ${markedPrice(last, priceUnit)}.`,
  },
  o451: { heading: 'Value is above your IBKR value limit', explain: value },
  o2136: { heading: 'Will be split over several accounts', explain: () => otherAccount },
  p6: { heading: 'Will be split over several accounts', explain: () => otherAccount },
  o10334: { heading: 'Goes to another account than the one you chose', explain: () => otherAccount },
  o2137: {
    heading: 'Crosses your own order',
    explain: () => 'You have a working order on the other side of this instrument.',
  },
  o2165: {
    heading: 'Fractions do not trade outside regular hours',
    explain: ({ draft }) => `This order is for ${draft.quantity}.`,
  },
  o10082: { heading: 'Bond has been called', explain: () => '' },
  o10138: { heading: 'Change in size is larger than your limit', explain: () => '' },
  o10151: { heading: 'Market orders can fill far from the quote', explain: market },
  o10288: { heading: 'Market orders can fill far from the quote', explain: market },
  o10152: { heading: 'Stops become market orders', explain: stop },
  o10331: { heading: 'Stops become market orders', explain: stop },
  o10153: {
    heading: 'IBKR will cap the price',
    explain: () => 'IBKR may hold the order back from prices it considers out of line with the market.',
  },
  o10164: { heading: 'Cash amounts are best-effort', explain: () => '' },
  o10223: { heading: 'Cash amounts are best-effort', explain: () => '' },
  o10332: { heading: 'Account notice', explain: () => '' },
  o10333: { heading: 'Option exercise at the money', explain: () => '' },
  o10335: { heading: 'Routing notice', explain: () => '' },
  o10336: { heading: 'Illiquid: may be hard to close', explain: market },
  p12: { heading: 'IBKR recommends its price-management algo', explain: () => '' },
};

/** Every id we have words for, with its heading. */
export const knownQuestionHeadings = (): ReadonlyArray<{
  readonly messageId: string;
  readonly heading: string;
}> => Object.entries(known).map(([messageId, { heading }]) => ({ messageId, heading }));

const otherAccount = 'The order may not stay on the account you chose. Read IBKR’s words before agreeing.';

export function describeQuestion(
  messageIds: ReadonlyArray<string>,
  facts: QuestionFacts,
): { readonly heading: string; readonly explanation: string } {
  const id = messageIds.find((candidate) => Object.hasOwn(known, candidate));
  const entry = id === undefined ? undefined : known[id];
  if (entry === undefined) return { heading: 'IBKR asks', explanation: '' };
  // IBKR does not say by field which order of a group it asks about: the entry's numbers could be the wrong ones.
  return { heading: entry.heading, explanation: exitCount(facts.draft) > 0 ? '' : entry.explain(facts) };
}

function distance({ draft, bid, ask, last, priceUnit = null }: QuestionFacts): string {
  const price = draft.limitPrice ?? draft.stopPrice;
  const reference = (draft.side === 'BUY' ? ask : bid) ?? last;
  if (price === null || reference === null) return '';
  const percent = aggressivePercent(draft.side, price, reference);
  if (percent === null) return '';
  const away = percent.startsWith('-') ? percent.slice(1) : percent;
  const worse = !percent.startsWith('-');
  const relation = (draft.side === 'BUY') === worse ? 'above' : 'below';
  return (
    `Your price ${markedPrice(price, priceUnit)} is ${toFixed(away as Decimal, 1)} % ${relation} the market (${markedPrice(reference, priceUnit)} at review). ` +
    (worse ? 'It could fill at a worse price than you see.' : 'It will wait until the market comes to it.')
  );
}

const quoted = ({ bid, ask, priceUnit = null }: QuestionFacts) =>
  bid === null || ask === null
    ? ''
    : `At review the market was ${bid} bid, ${ask} ask${priceUnit === null ? '' : ` (${priceUnit})`}.`;

function market(facts: QuestionFacts): string {
  return `${quoted(facts)} A limit order would cap what you pay or receive.`.trim();
}

function stop({ draft, priceUnit = null }: QuestionFacts): string {
  return draft.stopPrice === null
    ? ''
    : `Once it trades at ${markedPrice(draft.stopPrice, priceUnit)} this becomes a market order and fills at the next price, whatever that is.`;
}

function value({ notional, currency }: QuestionFacts): string {
  return notional === null
    ? ''
    : `This order is worth about ${toFixed(notional, 2)} ${currency ?? ''}`.trim() +
        '. The limit is set in TWS, under order presets.';
}

import { createContext, use, useMemo } from 'react';
import type { Decimal } from '../../shared/domain/decimal';
import { compactText, numberText, priceText, quantityText, signedText } from '../format/number-text';
import { toneArrow, toneOf } from '../format/tone';

/** True while amounts are hidden from whoever looks over the shoulder. `app/providers` says it, once. */
export const DiscreetContext = createContext(false);

/** Always as wide, so that its length tells nothing of the size. */
export const maskText = '•••';

/** Money as text for places that take no element: copies, tooltips, charts. Percentages and market prices are no money. */
export interface MoneyText {
  readonly hidden: boolean;
  readonly amount: (value: Decimal | null, places?: number) => string;
  readonly signed: (value: Decimal | null, places?: number) => string;
  readonly compact: (value: Decimal | null) => string;
  readonly quantity: (value: Decimal | null) => string;
  /** A sentence about own orders: its numbers are hidden whole, the account's name stays. */
  readonly words: (sentence: string) => string;
}

/** How money is written now. Whoever calls this draws again when the mode changes. */
export function useMoney(): MoneyText {
  const hidden = use(DiscreetContext);
  return useMemo(() => (hidden ? hiddenMoney : shownMoney), [hidden]);
}

/** An amount, a holding's size, or the mask, which a screen reader hears as "hidden". */
export function Money({
  value,
  as = 'amount',
  places,
}: {
  readonly value: Decimal | null;
  readonly as?: 'amount' | 'compact' | 'quantity';
  readonly places?: number;
}) {
  const money = useMoney();
  if (money.hidden && value !== null) return <Mask />;
  return <>{as === 'amount' ? money.amount(value, places) : money[as](value)}</>;
}

/** What one paid or got oneself: with a holding's size known, it tells the amount. The market's own price is no secret. */
export function OwnPrice({ price }: { readonly price: Decimal | null }) {
  const money = useMoney();
  return money.hidden && price !== null ? <Mask /> : <>{priceText(price, null)}</>;
}

/** A gain or a loss in money: its direction stays visible when its size is hidden. */
export function MoneyChange({
  value,
  places = 2,
  arrow = true,
}: {
  readonly value: Decimal | null;
  readonly places?: number;
  readonly arrow?: boolean;
}) {
  const money = useMoney();
  const tone = toneOf(value);
  return (
    <span className={`tone-${tone}`}>
      {arrow && toneArrow[tone] !== '' && (
        <span className="arrow" aria-hidden="true">
          {toneArrow[tone]}
        </span>
      )}
      {money.hidden && value !== null ? <Mask /> : money.signed(value, places)}
    </span>
  );
}

const Mask = () => (
  <>
    <span aria-hidden="true">{maskText}</span>
    <span className="hidden-text">hidden</span>
  </>
);

const shownMoney: MoneyText = {
  hidden: false,
  amount: (value, places = 2) => numberText(value, places),
  signed: (value, places = 2) => signedText(value, places),
  compact: compactText,
  quantity: quantityText,
  words: (sentence) => sentence,
};

const masked = (value: Decimal | null): string => (value === null ? shownMoney.amount(null) : maskText);
const hiddenMoney: MoneyText = {
  hidden: true,
  amount: masked,
  signed: masked,
  compact: masked,
  quantity: masked,
  words: (sentence) => sentence.replaceAll(/(?<!\w)\d+(?:[.,]\d+)*/g, maskText),
};

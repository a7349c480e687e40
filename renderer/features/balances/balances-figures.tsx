import { multiply, subtract, type Decimal } from '../../../shared/domain/decimal';
import { decimal } from '../../../shared/domain/decimal';
import type { Margin } from '../../../shared/domain/margin';
import type { Ledger } from '../../../shared/domain/portfolio';
import { numberText, shareText } from '../../format/number-text';
import { tradingDayText } from '../../format/time-text';
import { Money, useMoney } from '../../ui/discreet';
import { FigureStrip } from '../../ui/figure-strip';

/** The account's cash in the base currency, and how far it is from trouble. */
export function BalancesFigures({
  ledger,
  margin,
}: {
  readonly ledger: Ledger;
  readonly margin: Margin | undefined;
}) {
  const money = useMoney();
  const total = ledger.rows.find((row) => row.isBase);
  const base = margin?.baseCurrency ?? null;
  const cash = total?.cash ?? null;
  const settled = total?.settledCash ?? null;
  const unsettled = cash === null || settled === null ? null : subtract(cash, settled);
  const excess = margin?.rows.find(({ key }) => key === 'excessliquidity')?.total ?? null;
  const cushion = margin?.cushion == null ? null : multiply(margin.cushion, decimal('100'));
  const fromLedger =
    (title: string, value: Decimal | null, definition: string, field: string, formula?: string) => () => ({
      title,
      value: money.amount(value),
      definition,
      ...(formula === undefined ? {} : { formula }),
      source: `/portfolio/…/ledger, BASE.${field}`,
      asOfMs: total?.brokerMs ?? ledger.asOfMs,
      currency: base,
    });
  const fromSummary = (title: string, value: string, definition: string, field: string) => () => ({
    title,
    value,
    definition,
    source: `/portfolio/…/summary, ${field}`,
    asOfMs: margin?.brokerMs ?? margin?.asOfMs ?? null,
    currency: base,
  });
  return (
    <FigureStrip
      label="Cash and margin"
      figures={[
        {
          name: 'Cash, all currencies',
          figure: <Money value={cash} />,
          unit: base,
          below: nextSettlement(margin, money.amount),
          explain: fromLedger(
            'Cash, all currencies',
            cash,
            'All cash converted to the base currency by IBKR.',
            'cashbalance',
          ),
        },
        {
          name: 'Settled',
          figure: <Money value={settled} />,
          below: (
            <>
              Unsettled <Money value={unsettled} />
            </>
          ),
          explain: fromLedger('Settled cash', settled, 'Cash whose trades have settled.', 'settledcash'),
        },
        {
          name: 'Interest accrued',
          figure: <Money value={margin?.accruedInterest ?? total?.interest ?? null} />,
          explain: fromSummary(
            'Interest accrued',
            money.amount(margin?.accruedInterest ?? null),
            'Interest earned or owed this month and not yet paid, all currencies.',
            'accruedcash',
          ),
        },
        {
          name: 'Dividends accrued',
          figure: <Money value={margin?.accruedDividends ?? total?.dividends ?? null} />,
          explain: fromSummary(
            'Dividends accrued',
            money.amount(margin?.accruedDividends ?? null),
            'Dividends declared and not yet paid, all currencies.',
            'accrueddividend',
          ),
        },
        {
          name: 'Excess liquidity',
          figure: <Money value={excess} />,
          below: <>Cushion {shareText(cushion)}</>,
          explain: fromSummary(
            'Excess liquidity',
            money.amount(excess),
            'Equity with loan less maintenance margin: at zero IBKR begins to close positions. The cushion is its share of net liquidation.',
            'excessliquidity, cushion',
          ),
        },
        {
          name: 'Reg T margin',
          figure: <Money value={margin?.regTMargin ?? null} />,
          below: (
            <>
              SMA <Money value={margin?.sma ?? null} as="compact" /> · leverage{' '}
              {numberText(margin?.leverage ?? null, 2)}
            </>
          ),
          explain: fromSummary(
            'Reg T margin',
            money.amount(margin?.regTMargin ?? null),
            'What US Regulation T requires for the securities overnight; the special memorandum account (SMA) must not be below zero at the close.',
            'regtmargin, sma, leverage-s',
          ),
        },
      ]}
    />
  );
}

/** The next day on which cash settles that has not yet. */
function nextSettlement(
  margin: Margin | undefined,
  amount: (value: Decimal | null) => string,
): string | null {
  const [today, next] = margin?.settlement ?? [];
  return today === undefined || next === undefined
    ? null
    : `${amount(next.cash)} settled by ${tradingDayText(next.dayMs)}`;
}

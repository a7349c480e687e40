import type { BalanceFigure } from './ledger-figures';

interface FigureText {
  readonly header: string;
  readonly definition: string;
  /** IBKR's field in the ledger. */
  readonly field: string;
  readonly formula?: string;
}

/** What the columns of the cash table mean, in the field's terms. */
export const figureTexts: Readonly<Record<BalanceFigure, FigureText>> = {
  cash: {
    header: 'Cash',
    definition:
      'All cash of this currency, trades not yet settled included. Negative cash is borrowed from IBKR and costs interest.',
    field: 'cashbalance',
  },
  settledCash: {
    header: 'Settled',
    definition: 'Cash whose trades have settled: it can be withdrawn, as far as margin allows.',
    field: 'settledcash',
  },
  unsettledCash: {
    header: 'Unsettled',
    definition: 'Cash still on its way in or out from trades that have not settled.',
    field: 'cashbalance − settledcash',
    formula: 'Cash − settled cash',
  },
  marketValue: {
    header: 'Positions',
    definition:
      'Market value of everything held in this currency but cash; futures count with their open profit.',
    field: '…marketvalue, funds, moneyfunds, cryptocurrencyvalue',
    formula: 'Sum of the ledger’s classes',
  },
  netLiquidation: {
    header: 'Net value',
    definition: 'What is held in this currency altogether: cash, positions and accruals.',
    field: 'netliquidationvalue',
  },
  interest: {
    header: 'Interest',
    definition: 'Accrued: interest earned or owed this month and not yet paid.',
    field: 'interest',
  },
  dividends: {
    header: 'Dividends',
    definition: 'Accrued: dividends declared and not yet paid.',
    field: 'dividends',
  },
  unrealizedPnl: {
    header: 'Unrealised',
    definition: 'Gain or loss of what is held, against its cost.',
    field: 'unrealizedpnl',
  },
  realizedPnl: {
    header: 'Realised today',
    definition:
      'Gain or loss of what was closed in IBKR’s accounting day; the hour at which that day ends varies.',
    field: 'realizedpnl',
  },
};

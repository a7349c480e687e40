import type { WhatIf } from '../../../shared/domain/order-preview';
import { recordOf, textOf, type WireRecord } from '../wire-record';
import type { WhatIfAnswer } from './ports';
import { questionText } from './question-text';

/** IBKR's estimate in its own words. Source: /iserver/account/{id}/orders/whatif, fixtures QUIRKS §3 (read 2026-11). */
export function toWhatIf(wire: WireRecord): WhatIfAnswer {
  const amount = recordOf(wire['amount']);
  const whatIf: WhatIf = {
    amount: textOf(amount['amount']),
    commission: textOf(amount['commission']),
    total: textOf(amount['total']),
    equity: changeOf(wire['equity']),
    initialMargin: changeOf(wire['initial']),
    maintenanceMargin: changeOf(wire['maintenance']),
    position: changeOf(wire['position']),
  };
  const [error] = [textOf(wire['error']), ...textsOf(wire['errors'])].filter((text) => text !== null);
  return {
    whatIf,
    warnings: [
      ...new Set(
        [textOf(wire['warn']), ...textsOf(wire['warns'])].filter((text) => text !== null).map(clean),
      ),
    ],
    error: error === undefined ? null : clean(error),
  };
}

const changeOf = (value: unknown): WhatIf['equity'] => {
  const record = recordOf(value);
  return {
    current: textOf(record['current']),
    change: textOf(record['change']),
    after: textOf(record['after']),
  };
};

const textsOf = (value: unknown): Array<string | null> => (Array.isArray(value) ? value.map(textOf) : []);

// "21/You are trying to submit an order without …": the number is IBKR's, the line breaks are its layout.
const clean = (text: string): string =>
  questionText([text.replace(/^\d+\//, '')]).replaceAll(/\s*\n\s*/g, ' ');

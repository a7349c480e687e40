import type { AppError } from '../../../shared/app-error';
import { decimal, multiply, toDecimal, type Decimal } from '../../../shared/domain/decimal';
import { conidSchema } from '../../../shared/domain/ids';
import { err, ok } from '../../../shared/result';
import type { MethodsOf } from '../../gateway/endpoint';
import type { OrderOutcome } from '../../gateway/order-outcome';
import type { OrderSender } from '../../gateway/order-sender';
import type { declarations } from '../../gateway/registry';
import type { Clock } from '../../support/clock';
import { createInstrumentReader } from '../contracts/read-instrument';
import { toAlgos } from '../contracts/to-algos';
import { quoteFields, toQuote } from '../market/to-quote';
import { toLedger } from '../portfolio/to-ledger';
import { toSummary } from '../portfolio/to-summary';
import { read } from '../read';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';
import type { HeldPositions, OrderWire, WireOutcome } from './ports';
import { createServerAge } from './server-age';
import { statusToOrderRow, toExecution, toOrderRow } from './to-order-row';
import { toWhatIf } from './to-what-if';

type Methods<A extends keyof typeof declarations> = MethodsOf<(typeof declarations)[A]>;

/** The part of the gateway client that the order path needs. */
export interface OrderGateway {
  readonly orders: Pick<Methods<'orders'>, 'liveOrders' | 'orderStatus' | 'trades' | 'whatifOrder'> &
    Pick<OrderSender, 'submit' | 'modify' | 'answer' | 'answerPrompt' | 'cancel'>;
  readonly contracts: Pick<
    Methods<'contracts'>,
    'infoAndRulesByConid' | 'securityDefinitionByConid' | 'algoParamsByConid' | 'currencyExchangeRate'
  >;
  readonly marketData: Pick<Methods<'marketData'>, 'liveMarketdataSnapshot'>;
  readonly portfolio: Pick<Methods<'portfolio'>, 'positions2' | 'portfolioSummary' | 'getLedger'>;
}

/** Average daily volume of the last 90 days: "1.23M". Source: api/snapshot_fields.json, read 2026-11. */
const averageVolumeField = '7282';
/** Shares that can be borrowed, and how easily: they come with the quote's further figures. Same source. */
const shortFields = ['7636', '7644'];

/** IBKR keeps seven days of trades and no more. */
const tradeDays = 7;

/** The order path's wire over the real gateway client: each write is one request, each read one answer. */
export function createGatewayWire(gateway: OrderGateway, clock: Clock): OrderWire {
  const { orders, contracts, marketData, portfolio } = gateway;
  const updatedAt = createServerAge(clock);
  return {
    place: async ({ requestId, mayLeave, accountId, body, attached }) =>
      toWireOutcome(
        await orders.submit({
          ...{ requestId, mayLeave, accountId },
          orders: [body, ...attached].map((order) => ({ ...order })),
        }),
      ),
    modify: async ({ body, ...request }) =>
      toWireOutcome(await orders.modify({ ...request, order: { ...body } })),
    answer: async (request) => toWireOutcome(await orders.answer(request)),
    answerPrompt: async ({ replyId, option, ...request }) =>
      toWireOutcome(await orders.answerPrompt({ ...request, reqId: replyId, text: option })),
    cancel: async ({ requestId, accountId, orderId }) =>
      toWireOutcome(await orders.cancel({ requestId, accountId, orderId })),

    // A forced read answers with nothing; the client follows it with a plain one (GATEWAY_FACTS §4).
    liveOrders: (accountId, { afresh } = { afresh: false }) =>
      read(orders.liveOrders({ accountId, ...(afresh ? { force: true } : {}) }), (data) => {
        const rows = data.orders.flatMap((row) => toOrderRow(recordOf(row)) ?? []);
        return { complete: String(data.snapshot) === 'true' && rows.length === data.orders.length, rows };
      }),
    trades: (accountId) =>
      read(orders.trades({ days: tradeDays, accountId }), (data) => {
        const executions = data.flatMap((row) => toExecution(recordOf(row)) ?? []);
        return { complete: executions.length === data.length, executions };
      }),
    orderStatus: async (orderId) => {
      const row = await read(orders.orderStatus({ orderId }), (data) => statusToOrderRow(recordOf(data)));
      if (!row.ok) return row;
      return row.value === null ? err(unreadable) : ok(row.value);
    },
    whatIf: (accountId, bodies) =>
      read(orders.whatifOrder({ accountId, orderRequest: bodies.map((body) => ({ ...body })) }), (data) =>
        toWhatIf(recordOf(data)),
      ),
    instrument: createInstrumentReader(contracts),
    algos: (conid) =>
      read(contracts.algoParamsByConid({ conid, addDescription: 1, addParams: 1 }), (data) =>
        toAlgos(data.algos),
      ),
    quote: async (conid) => {
      const fields = [...Object.values(quoteFields), averageVolumeField, ...shortFields];
      const answer = await read(
        marketData.liveMarketdataSnapshot({ conids: [String(conid)], fields }),
        recordsOf,
      );
      if (!answer.ok) return answer;
      const row = answer.value.find((candidate) => Number(candidate['conid']) === conid);
      if (row === undefined) return err(unreadable);
      return ok({
        ...toQuote(conid, row, updatedAt(row['_updated'])),
        averageVolume: shortNumber(row[averageVolumeField]),
      });
    },
    positions: (accountId) =>
      read(portfolio.positions2({ accountId }), (data, { notKnownYet }) => {
        const rows = recordsOf(data);
        const held = rows.flatMap((row) => toHeld(row) ?? []);
        // A row that cannot be read may be any position: then nothing is compared.
        return { complete: notKnownYet !== true && held.length === rows.length, rows: held };
      }),
    positionOf: async (accountId, conid) => {
      // The near-real-time list: the paged one is cached for tens of seconds (GATEWAY_FACTS §5, read 2026-11).
      const answer = await read(portfolio.positions2({ accountId }), (data, { notKnownYet }) => ({
        row: recordsOf(data).find((candidate) => Number(candidate['conid']) === conid),
        notKnownYet,
      }));
      if (!answer.ok) return answer;
      const { row, notKnownYet } = answer.value;
      if (row === undefined) return notKnownYet === true ? err(unreadable) : ok(decimal('0'));
      const quantity = toDecimal(row['position']);
      return quantity === null ? err(unreadable) : ok(quantity);
    },
    worthOf: async (accountId, currency) => {
      const [summary, ledger] = await Promise.all([
        read(portfolio.portfolioSummary({ accountId }), (data) =>
          toSummary(accountId, recordOf(data), clock.now()),
        ),
        read(portfolio.getLedger({ accountId }), (data) => toLedger(accountId, recordOf(data), clock.now())),
      ]);
      if (!summary.ok) return summary;
      const { netLiquidation, baseCurrency, grossPositionValue } = summary.value;
      const held = ledger.ok ? ledger.value.rows.find((row) => row.currency === currency) : undefined;
      const rateToBase =
        currency === null
          ? null
          : currency === baseCurrency
            ? decimal('1')
            : (held?.exchangeRate ?? (await rateOf(currency, baseCurrency)));
      return ok({ netLiquidation, grossPositionValue, baseCurrency, rateToBase });
    },
  };

  async function rateOf(source: string, target: string | null) {
    if (target === null) return null;
    const answer = await read(contracts.currencyExchangeRate({ source, target }), (data) =>
      toDecimal(recordOf(data)['rate']),
    );
    return answer.ok ? answer.value : null;
  }
}

/** The gateway's verdict in the order path's words. What it does not claim as proof, is not. */
function toWireOutcome(outcome: OrderOutcome): WireOutcome {
  switch (outcome.kind) {
    case 'acknowledged': {
      const orders = outcome.legs.flatMap((leg) =>
        leg.outcome === 'acknowledged'
          ? [
              {
                ...{ orderId: leg.orderId, orderRef: leg.cOID, parentOrderId: leg.parentOrderId },
                ...{ accountId: leg.accountId, status: leg.status },
              },
            ]
          : [],
      );
      const failed = outcome.legs.flatMap((leg) => (leg.outcome === 'acknowledged' ? [] : [leg.reason]));
      return { kind: 'acknowledged', orders, ...(failed.length === 0 ? {} : { failed }) };
    }
    case 'question': {
      const { form, options, orderId } = outcome.question;
      if (form === 'prompt' && (orderId === null || options.length === 0))
        return {
          kind: 'unknown',
          text: `IBKR asks in a way that this version cannot answer: ${outcome.question.messages.join(' ')}`,
          answered: true,
        };
      return {
        kind: 'question',
        replyId: outcome.question.id,
        messages: outcome.question.messages,
        messageIds: outcome.question.messageIds,
        ...(form === 'prompt' && orderId !== null ? { prompt: { orderId, options } } : {}),
      };
    }
    case 'rejected':
      return { kind: 'rejected', text: outcome.reason };
    case 'duplicate':
      return { kind: 'duplicate', text: outcome.reason };
    case 'not-sent':
      return { kind: 'not-sent', text: `Nothing was sent: ${outcome.reason}` };
    case 'unknown':
      // A 503 is an answer of the gateway's, not of IBKR's: the order may go live all the same (GATEWAY_FACTS §6.2).
      return {
        kind: 'unknown',
        text: outcome.answered
          ? outcome.reason
          : `No whole answer came (${outcome.reason}). IBKR may have taken it.`,
        answered: outcome.answered && outcome.status === 200,
      };
  }
}

function toHeld(row: WireRecord): HeldPositions['rows'][number] | null {
  const conid = conidSchema.safeParse(Number(row['conid']));
  const quantity = toDecimal(row['position']);
  if (!conid.success || quantity === null) return null;
  const symbol = textOf(row['ticker']) ?? textOf(row['contractDesc']) ?? textOf(row['description']);
  return { conid: conid.data, symbol: symbol ?? `conid ${conid.data}`, quantity };
}

const powers: Readonly<Record<string, Decimal>> = {
  K: decimal('1000'),
  M: decimal('1000000'),
  B: decimal('1000000000'),
};

/** "12.3M" and "1,300" as exact numbers; `null` for what is no number. */
function shortNumber(value: unknown): Decimal | null {
  const match = /^([\d.,]+)([KMB])?$/.exec(textOf(value)?.trim() ?? '');
  const number = toDecimal(match?.[1]);
  return number === null ? null : multiply(number, powers[match?.[2] ?? ''] ?? decimal('1'));
}

const unreadable: AppError = {
  code: 'bad-answer',
  message: 'The gateway’s answer could not be understood.',
  meaning: 'The values asked for are not known.',
  action: 'Try again.',
};

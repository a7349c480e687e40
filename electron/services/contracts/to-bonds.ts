import { type Bond, type BondFilter, type BondIssuer, issuerIdSchema } from '../../../shared/domain/bond';
import { toDecimal } from '../../../shared/domain/decimal';
import { expiryName } from '../../../shared/domain/contract-name';
import { conidSchema } from '../../../shared/domain/ids';
import { isRecord, recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/** Issuers stand in hits of the search that are no contracts: their conid is 2147483647 — OpenAPI 2.28, read 2026-11. */
export const toIssuers = (hits: ReadonlyArray<WireRecord>): BondIssuer[] =>
  hits.flatMap((hit) =>
    recordsOf(hit['issuers']).flatMap(({ id, name }) => {
      const issuerId = issuerIdSchema.safeParse(id);
      return issuerId.success ? [{ issuerId: issuerId.data, name: textOf(name) ?? issuerId.data }] : [];
    }),
  );

/** Options carry a text beside the value or none; what names no column is left out. */
export const toBondFilters = (data: unknown): BondFilter[] =>
  recordsOf(recordOf(data)['bondFilters']).flatMap((filter) => {
    const columnId = Number(filter['columnId']);
    if (!Number.isInteger(columnId)) return [];
    const options = recordsOf(filter['options']).flatMap((option) => {
      const value = textOf(option['value']);
      return value === null ? [] : [{ value, text: textOf(option['text']) ?? value }];
    });
    return [{ columnId, name: textOf(filter['displayText']) ?? `Column ${columnId}`, options }];
  });

export const toBonds = (data: unknown): Bond[] =>
  (isRecord(data) ? [data] : recordsOf(data)).flatMap((row) => {
    const conid = conidSchema.safeParse(Number(row['conid']));
    if (!conid.success) return [];
    const coupon = toDecimal(textOf(row['coupon'])?.replace(/\s*%$/, ''));
    const maturity = /^\d{8}$/.exec(textOf(row['maturityDate']) ?? '')?.[0] ?? null;
    const terms = [coupon === null ? null : `${coupon} %`, maturity === null ? null : expiryName(maturity)];
    const name = textOf(row['companyName']) ?? textOf(row['desc1']) ?? '';
    return [
      {
        ...{ conid: conid.data, coupon, maturity, derivatives: [], assetClass: 'BOND' },
        symbol: textOf(row['symbol']) ?? textOf(row['ticker']) ?? String(conid.data),
        name: [name, ...terms].filter((part) => part !== null && part !== '').join(' · '),
        exchange: textOf(row['listingExchange']) ?? textOf(row['exchange']),
        currency: textOf(row['currency']),
      },
    ];
  });

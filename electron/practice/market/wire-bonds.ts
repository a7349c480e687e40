import { hashText } from '../random';
import type { World } from '../world';
import type { Instrument } from './instrument';

const bondsOf = (world: World): Instrument[] =>
  world.market.catalogue.all.filter((i) => i.secType === 'BOND');
const issuerId = ({ symbol }: Instrument): string =>
  `e${1_000_000 + (hashText(`issuer ${symbol}`) % 9_000_000)}`;
/** "APPLE INC" of "APPLE INC 2.4% 08/20/2050"; a treasury's kind of paper is no part of who owes it. */
const issuerName = ({ name, symbol }: Instrument): string =>
  symbol === 'US-T' ? 'United States Treasury' : name.replace(/ [\d.]+% .*$/, '');

/** The hit of a bond search that is no contract but lists who owes: its conid is the largest int — OpenAPI 2.28. */
export function issuersRow(world: World, text: string) {
  const wanted = text.trim().toUpperCase();
  const found = bondsOf(world).filter(
    (bond) => bond.symbol.startsWith(wanted) || issuerName(bond).toUpperCase().includes(wanted),
  );
  const issuers = new Map(found.map((bond) => [issuerId(bond), issuerName(bond)]));
  if (issuers.size === 0) return [];
  return [
    {
      issuers: [...issuers].map(([id, name]) => ({ id, name })),
      bondid: 5,
      conid: '2147483647',
      companyHeader: 'Corporate Fixed Income',
      companyName: null,
      symbol: null,
      description: null,
      restricted: null,
      sections: [{ secType: 'BOND' }],
    },
  ];
}

export const bondsOfIssuer = (world: World, id: string): Instrument[] =>
  bondsOf(world).filter((bond) => issuerId(bond) === id);

/** `/iserver/secdef/bond-filters`; an unknown issuer has filters without options. */
export function bondFilters(world: World, id: string) {
  const bonds = bondsOfIssuer(world, id);
  const each = (valueOf: (bond: Instrument) => string): string[] => [...new Set(bonds.map(valueOf))].sort();
  return {
    bondFilters: [
      {
        displayText: 'Maturity Date',
        columnId: 27,
        options: each((bond) => (bond.expiry ?? '').slice(0, 6)).map((value) => ({
          text: monthText(value),
          value,
        })),
      },
      {
        displayText: 'Coupon',
        columnId: 25,
        options: each((bond) => String(bond.coupon ?? 0)).map((value) => ({ value })),
      },
      {
        displayText: 'Currency',
        columnId: 5,
        options: each((bond) => bond.currency).map((value) => ({ value })),
      },
      { displayText: 'Exchange', columnId: 0, options: [{ value: 'SMART' }] },
    ],
  };
}

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** "Dec 2028" of 202812. */
const monthText = (value: string): string =>
  `${names[Number(value.slice(4)) - 1] ?? ''} ${value.slice(0, 4)}`;

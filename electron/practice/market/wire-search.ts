import type { World } from '../world';
import { monthCode } from './catalogue/expiries';
import type { Instrument } from './instrument';

interface Section {
  readonly secType: string;
  readonly months?: string;
  readonly exchange?: string;
  readonly conid?: string;
}

/** `/iserver/secdef/search`: conids as text, `description` is the exchange, lists joined with `;`. */
export function searchRows(world: World, symbol: string, byName: boolean, secType: string) {
  const text = symbol.trim().toUpperCase();
  const found = world.market.catalogue.all
    .filter(
      (i) =>
        isUnderlying(i) &&
        (secType === '' || i.secType === secType || sectionsOf(world, i).some((s) => s.secType === secType)),
    )
    .map((instrument) => ({ instrument, rank: rankOf(instrument, text, byName) }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        Number(b.instrument.countryCode === 'US') - Number(a.instrument.countryCode === 'US'),
    );
  return found.slice(0, 50).map(({ instrument }) => ({
    conid: String(instrument.conid),
    companyHeader: `${instrument.name} - ${instrument.exchange}`,
    companyName: instrument.name,
    symbol: instrument.symbol,
    description: instrument.exchange,
    restricted: null,
    sections: sectionsOf(world, instrument),
  }));
}

const isUnderlying = (instrument: Instrument) =>
  instrument.right === undefined && instrument.secType !== 'FUT' && instrument.secType !== 'CFD';

/** Exact symbol first, then symbols that begin so, then names; a name search looks at names and the exact symbol. */
function rankOf(instrument: Instrument, text: string, byName: boolean): number {
  const nameHit = instrument.name
    .toUpperCase()
    .split(/[^A-Z0-9&]+/)
    .some((word) => word.startsWith(text));
  const symbol = instrument.symbol.toUpperCase();
  // Whether IBKR leaves the symbol out of a name search is not recorded; clients send both (IBind's own example).
  if (byName) return symbol === text ? 2 : nameHit ? 1 : 0;
  const local = instrument.localSymbol.toUpperCase();
  if (symbol === text || local === text) return 4;
  if (symbol.startsWith(text) && text.length >= 2) return 2;
  return nameHit && text.length >= 3 ? 1 : 0;
}

function sectionsOf(world: World, instrument: Instrument): Section[] {
  const own: Section = {
    secType: instrument.secType,
    ...(instrument.countryCode === 'US' ? {} : { exchange: `${instrument.exchange};` }),
  };
  const derivatives = world.market.catalogue
    .derivativesOf(instrument.conid)
    .filter((i) => !world.market.isExpired(i));
  const section = (secType: 'OPT' | 'FUT' | 'FOP' | 'WAR'): Section[] => {
    const rows = derivatives.filter((i) => i.secType === secType);
    const [first] = rows;
    if (first === undefined) return [];
    const months = [
      ...new Set(
        rows
          .map((i) => i.expiry ?? '')
          .sort()
          .map(monthCode),
      ),
    ];
    return [{ secType, months: months.join(';'), exchange: first.validExchanges.replaceAll(',', ';') }];
  };
  const cfd = derivatives.find((i) => i.secType === 'CFD');
  const options = section('OPT');
  return [
    own,
    ...options,
    ...section('FUT'),
    ...section('FOP'),
    ...section('WAR'),
    ...(cfd === undefined ? [] : [{ secType: 'CFD', exchange: 'SMART', conid: String(cfd.conid) }]),
    ...(options.length > 0 ? [{ secType: 'BAG' }] : []),
  ];
}

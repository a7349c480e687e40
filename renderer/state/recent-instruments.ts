import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Conid } from '../../shared/domain/ids';
import type { InstrumentMatch } from '../../shared/domain/instrument';
import { readOwn, writeOwn } from './own-storage';

const storageKey = 'portico.recent';
const most = 12;
const recentStore = createStore<{ recent: ReadonlyArray<InstrumentMatch> }>(() => ({ recent: load() }));

/** What was found and chosen lately, newest first. */
export const useRecent = (): ReadonlyArray<InstrumentMatch> => useStore(recentStore, ({ recent }) => recent);

export function noteFound(match: InstrumentMatch): void {
  const others = recentStore.getState().recent.filter(({ conid }) => conid !== match.conid);
  const recent = [{ ...match, derivatives: [] }, ...others].slice(0, most);
  recentStore.setState({ recent });
  try {
    writeOwn(storageKey, JSON.stringify(recent));
  } catch {
    // Storage may be off: the list then lasts as long as the window.
  }
}

function load(): ReadonlyArray<InstrumentMatch> {
  try {
    const stored: unknown = JSON.parse(readOwn(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap((one: unknown) => sound(one) ?? []).slice(0, most) : [];
  } catch {
    return [];
  }
}

function sound(value: unknown): InstrumentMatch | null {
  const { conid, symbol, name, exchange, currency, assetClass } = (value ?? {}) as Record<string, unknown>;
  const text = (part: unknown): part is string => typeof part === 'string' && part.length <= 200;
  if (typeof conid !== 'number' || !Number.isSafeInteger(conid) || conid <= 0) return null;
  if (!text(symbol) || !text(name) || !text(assetClass)) return null;
  return {
    conid: conid as Conid,
    ...{ symbol, name, assetClass, derivatives: [] },
    exchange: text(exchange) ? exchange : null,
    currency: text(currency) ? currency : null,
  };
}

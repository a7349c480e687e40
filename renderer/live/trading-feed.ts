import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TradingState } from '../../shared/domain/trading';
import { watch } from '../ipc/client';

const tradingStore = createStore<{ trading: TradingState | null }>(() => ({ trading: null }));

/** Whether orders may be sent at all, as main says it; `null` until it has. */
export const startTradingFeed = (): (() => void) => watch('trading.watch', {}, showTrading);

/** The answer to a press arrives before the next event. */
export const showTrading = (trading: TradingState): void => tradingStore.setState({ trading });

export const useTrading = (): TradingState | null => useStore(tradingStore, (state) => state.trading);

import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { AccountId } from '../../shared/domain/ids';
import { AccountSwitcher } from '../features/accounts/account-switcher';
import { SymbolSearch } from '../features/contracts/symbol-search';
import { SessionChip } from '../features/session/session-chip';
import { TradingControl } from '../features/trading-guard/trading-control';
import { portfolioQueries } from '../ipc/portfolio-queries';
import { usePnl } from '../live/pnl-feed';
import { useReady, useSession, useStreaming } from '../live/session-feed';
import { changePreferences, useTheme } from '../state/preferences';
import { showInstrument, useWorkspace } from '../state/workspace-store';
import { Age } from '../ui/age';
import { Money, MoneyChange } from '../ui/discreet';
import { LayoutMenu } from './layouts/layout-menu';
import { BrandMark, ThemeMark } from './marks';
import { PanelsMenu } from './panels-menu';
import './desk-header.css';

export function DeskHeader({
  searchRef,
  onHelp,
  onPalette,
}: {
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onHelp: () => void;
  readonly onPalette: () => void;
}) {
  const mode = useSession()?.mode ?? 'unknown';
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const other = useTheme() === 'light' ? 'dark' : 'light';
  return (
    <header className="desk-header">
      <h1 className="brand">
        <BrandMark />
        Portico
      </h1>
      {mode !== 'unknown' && <span className="badge badge-mode">{mode.toUpperCase()}</span>}
      <div className="header-account">
        <AccountSwitcher />
      </div>
      {accountId !== null && <HeaderFigures key={accountId} accountId={accountId} />}
      <div className="header-end">
        <PanelsMenu />
        <LayoutMenu />
        <TradingControl />
        <SessionChip />
        <div className="header-search">
          <SymbolSearch
            label="Search symbol"
            placeholder="Search symbol"
            hint="/"
            inputRef={searchRef}
            onPick={(match) => showInstrument(match.conid, match.symbol)}
          />
        </div>
        <button
          type="button"
          className="button button-quiet header-word"
          aria-label="Command palette"
          title="Command palette"
          onClick={onPalette}
        >
          <kbd className="key">Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="button button-quiet header-button"
          aria-label={`Switch to the ${other} theme`}
          title={`Switch to the ${other} theme`}
          onClick={() => void changePreferences({ theme: other })}
        >
          <ThemeMark />
        </button>
        <button
          type="button"
          className="button button-quiet header-button"
          aria-label="Keys and credits"
          title="Keys and credits"
          onClick={onHelp}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function HeaderFigures({ accountId }: { readonly accountId: AccountId }) {
  const ready = useReady();
  const streaming = useStreaming();
  const pnl = usePnl(accountId);
  const { data: summary } = useQuery({ ...portfolioQueries.summary(accountId), enabled: ready });
  const asOfMs = pnl?.asOfMs ?? summary?.asOfMs ?? null;
  return (
    <dl className={streaming ? 'header-figures' : 'header-figures stale-parts'}>
      <div>
        <dt>Net liq</dt>
        <dd>
          <strong>
            <Money value={pnl?.netLiquidation ?? summary?.netLiquidation ?? null} />
          </strong>
          {summary?.baseCurrency != null && <span className="unit">{summary.baseCurrency}</span>}
        </dd>
      </div>
      <div>
        <dt>Day</dt>
        <dd>
          <MoneyChange value={pnl?.dayPnl ?? null} />
        </dd>
      </div>
      <div className="header-excess">
        <dt>Excess liq</dt>
        <dd>
          <Money as="compact" value={pnl?.excessLiquidity ?? summary?.excessLiquidity ?? null} />
        </dd>
      </div>
      <div className="header-age age-kept">
        <dt className="hidden-text">Age</dt>
        <dd>
          <Age asOfMs={asOfMs} stale={!streaming} />
        </dd>
      </div>
    </dl>
  );
}

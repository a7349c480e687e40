import { useState } from 'react';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { EpochMs } from '../../../shared/domain/time';
import { quantityText } from '../../format/number-text';
import { chainRanges, showChainView, useChainView } from '../../state/chain-view';
import { Age } from '../../ui/age';
import { SelectInput } from '../../ui/select-input';
import { ChainFreshness } from './chain-freshness';
import { FiguresDialog } from './figures-dialog';

const rangeNames: Readonly<Record<(typeof chainRanges)[number], string>> = {
  'strikes-10': '10 strikes each way',
  'strikes-20': '20 strikes each way',
  'strikes-40': '40 strikes each way',
  'percent-10': 'Within 10 %',
  'percent-25': 'Within 25 %',
  all: 'All strikes',
};

/** What is shown of the chain, what one contract is, and how far the loading has come. */
export function ChainBar({
  multiplier,
  exchange,
  classes,
  tradingClass,
  onClass,
  asOfMs,
  progress,
  onRetry,
  conids,
}: {
  readonly multiplier: Decimal | null;
  readonly exchange: string;
  readonly classes: ReadonlyArray<string>;
  /** `null`: all of them. */
  readonly tradingClass: string | null;
  readonly onClass: (tradingClass: string | null) => void;
  readonly asOfMs: EpochMs | null;
  readonly progress: { readonly done: number; readonly of: number; readonly failed: number };
  readonly onRetry: () => void;
  readonly conids: ReadonlyArray<Conid>;
}) {
  const { range } = useChainView();
  const [choosing, setChoosing] = useState(false);
  const loading = progress.done < progress.of;
  return (
    <div className="chain-bar">
      <div className="chain-range">
        <SelectInput
          label="Strikes shown"
          labelHidden
          value={range}
          options={chainRanges.map((value) => ({ value, text: rangeNames[value] }))}
          onValue={(next) => showChainView({ range: next })}
        />
      </div>
      {classes.length > 1 && (
        <div className="chain-class">
          <SelectInput
            label="Trading class"
            labelHidden
            value={tradingClass ?? ''}
            options={[
              { value: '', text: 'All classes' },
              ...classes.map((name) => ({ value: name, text: name })),
            ]}
            onValue={(name) => onClass(name === '' ? null : name)}
          />
        </div>
      )}
      <button type="button" className="button button-quiet" onClick={() => setChoosing(true)}>
        Columns…
      </button>
      <span className="chain-facts" title="Units of the underlying in one contract, exchange, trading class">
        {[
          multiplier === null ? null : `× ${quantityText(multiplier)}`,
          exchange,
          classes.length === 1 ? classes[0] : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
      <span className="chain-progress" role="status" aria-label="Lookup of contracts">
        {loading ? `strikes ${progress.done}/${progress.of}` : ''}
        {progress.failed > 0 && `${loading ? ' · ' : ''}${progress.failed} failed`}
      </span>
      {progress.failed > 0 && (
        <button type="button" className="link-button" onClick={onRetry}>
          Try again
        </button>
      )}
      <span className="chain-state">
        {conids.length > 0 && <ChainFreshness conids={conids} />}
        {asOfMs !== null && (
          <span title="When IBKR listed these strikes. Prices carry their own age.">
            strikes <Age asOfMs={asOfMs} stale={false} />
          </span>
        )}
      </span>
      {choosing && <FiguresDialog onClose={() => setChoosing(false)} />}
    </div>
  );
}

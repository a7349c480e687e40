import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChainContract } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { numberText } from '../../format/number-text';
import type { ChainFigure } from '../../state/chain-view';
import { useGridKeys } from '../../ui/grid-keys';
import type { MenuPlace } from '../../ui/menu';
import '../../ui/data-grid.css';
import { chainColumns, figureHead, figureName } from './chain-columns';
import { type ChainLine, isInTheMoney } from './chain-lines';
import { ChainSide, StrikeText } from './chain-side';

/** A cell that was pressed: the contract of its side and the figure, `null` on the strike itself. */
export interface ChainPress {
  readonly line: Extract<ChainLine, { kind: 'strike' }>;
  readonly contract: ChainContract | null;
  readonly figure: ChainFigure | null;
}

const rowHeightNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 26;

/**
 * Calls left, strike, puts right, as an ARIA grid: one tab stop, arrows walk the cells, Enter acts on the cell. Only
 * the lines in sight are drawn, and told to whoever looks up and streams what is seen.
 */
export function ChainGrid({
  label,
  lines,
  figures,
  spot,
  spotLine,
  centreKey,
  onVisible,
  onPress,
  onKey,
  onMenu,
}: {
  readonly label: string;
  readonly lines: ReadonlyArray<ChainLine>;
  readonly figures: ReadonlyArray<ChainFigure>;
  readonly spot: Decimal | null;
  readonly spotLine: ReactNode;
  /** With another key the table goes back to where the price stands. */
  readonly centreKey: string;
  /** First and last line in sight. Give a stable function. */
  readonly onVisible: (first: number, last: number) => void;
  readonly onPress: (press: ChainPress) => void;
  readonly onKey: (event: KeyboardEvent, press: ChainPress) => void;
  readonly onMenu: (press: ChainPress, at: MenuPlace) => void;
}) {
  const { ref: measureRef, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(rowHeightNow);
  const { calls, puts } = chainColumns(figures, width);
  const columns = [...calls, null, ...puts];
  const digits = Math.max(
    ...lines.map((line) => (line.kind === 'spot' ? 0 : (line.strike.split('.')[1] ?? '').length)),
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  useEffect(() => onVisible(startIndex, endIndex), [onVisible, startIndex, endIndex]);

  const middle = lines.findIndex(({ kind }) => kind === 'spot');
  const centred = useRef('');
  useEffect(() => {
    if (centred.current === centreKey || lines.length === 0) return;
    centred.current = centreKey;
    virtualizer.scrollToIndex(middle < 0 ? Math.floor(lines.length / 2) : middle, { align: 'center' });
  }, [centreKey, lines.length, middle, virtualizer]);

  const keys = useGridKeys(lines.length, columns.length, (index) => virtualizer.scrollToIndex(index));
  // The cell that was last walked to may be scrolled away: then Tab leads to where the eye is.
  const here = Math.max(startIndex, Math.min(endIndex, middle));
  const drawn = lines.slice(first, last + 1).some((_line, offset) => keys.rowTabStop(first + offset) === 0);
  const tabStop = (row: number, column: number): 0 | -1 =>
    drawn ? keys.tabStop(row, column) : row === here && column === 0 ? 0 : -1;
  const pressAt = (target: EventTarget): ChainPress | null => {
    const [row = -1, at = -1] =
      (target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':').map(Number) ??
      [];
    const line = lines[row];
    if (line?.kind !== 'strike') return null;
    const column = columns[at] ?? null;
    const contract = column === null ? null : column.side === 'C' ? line.call : line.put;
    return { line, contract, figure: column?.figure ?? null };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const press = pressAt(event.target);
    // There is nothing above the first line to walk to.
    if (event.key === 'ArrowUp' && keys.rowOf(event.target) === 0) event.preventDefault();
    else if (press !== null && event.key === 'Enter') {
      event.preventDefault();
      onPress(press);
    } else if (press !== null) onKey(event, press);
    if (!event.defaultPrevented) keys.onKeyDown(event, () => undefined);
  };
  const openMenu = (event: MouseEvent): void => {
    const press = pressAt(event.target);
    if (press === null) return;
    event.preventDefault();
    const box = (event.target as HTMLElement).closest('[data-cell]')?.getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    onMenu(
      press,
      byKey ? { x: box?.left ?? 0, y: box?.bottom ?? 0 } : { x: event.clientX, y: event.clientY },
    );
  };

  return (
    <div ref={measureRef} className="grid-frame chain">
      <div ref={scroller} className="grid-scroll">
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={lines.length + 2}
          aria-colcount={columns.length}
          className="grid grid-opens"
          onKeyDown={onKeyDown}
          onFocus={keys.onFocus}
          onContextMenu={openMenu}
          onClick={(event) => {
            const press = pressAt(event.target);
            if (press !== null) onPress(press);
          }}
        >
          <colgroup>
            {columns.map((column) =>
              column === null ? (
                <col key="strike" className="chain-strike-column" />
              ) : (
                <col key={`${column.side} ${column.figure}`} />
              ),
            )}
          </colgroup>
          <thead>
            <tr aria-rowindex={1} className="chain-sides">
              <th role="columnheader" scope="colgroup" colSpan={calls.length}>
                Calls
              </th>
              <th role="columnheader" scope="col" rowSpan={2} className="chain-strike">
                Strike
              </th>
              <th role="columnheader" scope="colgroup" colSpan={puts.length} className="cell-end">
                Puts
              </th>
            </tr>
            <tr aria-rowindex={2} className="chain-heads">
              {[...calls, ...puts].map(({ side, figure }) => (
                <th
                  key={`${side} ${figure}`}
                  role="columnheader"
                  scope="col"
                  className="cell-end"
                  title={figureName(figure)}
                >
                  {figureHead(figure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
            {lines.slice(first, last + 1).map((line, offset) => {
              const index = first + offset;
              if (line.kind === 'spot')
                return (
                  <tr key="spot" aria-rowindex={index + 3} className="chain-spot">
                    <td
                      role="gridcell"
                      colSpan={columns.length}
                      data-cell={`${index}:0`}
                      tabIndex={drawn ? keys.rowTabStop(index) : tabStop(index, 0)}
                    >
                      {spotLine}
                    </td>
                  </tr>
                );
              const cell = (from: number) => (at: number) => ({
                'data-cell': `${index}:${from + at}`,
                tabIndex: tabStop(index, from + at),
              });
              return (
                <tr key={line.id} aria-rowindex={index + 3} data-strike={line.strike}>
                  <ChainSide
                    contract={line.call}
                    known={line.known}
                    columns={calls}
                    inTheMoney={isInTheMoney('C', line.strike, spot)}
                    cell={cell(0)}
                  />
                  <th scope="row" role="rowheader" className="chain-strike" {...cell(calls.length)(0)}>
                    <StrikeText strike={line.strike} text={numberText(line.strike, digits)} spot={spot} />
                  </th>
                  <ChainSide
                    contract={line.put}
                    known={line.known}
                    columns={puts}
                    inTheMoney={isInTheMoney('P', line.strike, spot)}
                    cell={cell(calls.length + 1)}
                  />
                </tr>
              );
            })}
            {last < lines.length - 1 && (
              <tr aria-hidden="true" style={{ height: (lines.length - 1 - last) * rowHeight }} />
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

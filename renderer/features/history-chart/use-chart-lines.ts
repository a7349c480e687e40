import { useQuery } from '@tanstack/react-query';
import type { ChartLine } from '../../../shared/domain/chart-line';
import type { Conid } from '../../../shared/domain/ids';
import { documentsQueries, useSaveDocument } from '../../ipc/documents-queries';

const noLines: ReadonlyArray<ChartLine> = [];

/** The user's lines on one instrument, kept on this computer. */
export function useChartLines(conid: Conid): {
  readonly lines: ReadonlyArray<ChartLine>;
  readonly add: (line: ChartLine) => void;
  readonly remove: (id: string) => void;
} {
  const { data } = useQuery(documentsQueries.list('chart-lines'));
  const { mutate } = useSaveDocument('chart-lines');
  const id = String(conid);
  const lines = data?.find((document) => document.id === id)?.value.lines ?? noLines;
  const save = (next: ReadonlyArray<ChartLine>): void => mutate({ id, value: { lines: [...next] } });
  return {
    lines,
    add: (line) => save([...lines, line].slice(-200)),
    remove: (lineId) => save(lines.filter((line) => line.id !== lineId)),
  };
}

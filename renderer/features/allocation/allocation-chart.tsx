import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { toChartNumber } from '../../../shared/domain/decimal';
import { numberText } from '../../format/number-text';
import type { Share } from './allocation-shares';

const barPitch = 24;
const longestName = 23;

/** Sorted bars with their labels beside them: no legend, no axis to read across. */
export function AllocationChart({
  shares,
  onShare,
}: {
  readonly shares: ReadonlyArray<Share>;
  readonly onShare: (share: Share) => void;
}) {
  const data = shares.map((share) => ({
    key: `${share.name} ${share.side}`,
    name: share.side === 'short' ? `${share.name} short` : share.name,
    fill: share.side === 'short' ? 'var(--chart-short)' : 'var(--chart)',
    percent: share.percent === null ? 0 : toChartNumber(share.percent),
    label: `${numberText(share.percent, 1)}%`,
  }));
  return (
    <div className="allocation-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={data.length * barPitch + 4}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 2, right: 46, bottom: 2, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap={7}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={134}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={CategoryName}
          />
          <Bar
            onClick={(_entry, index) => {
              const share = shares[index];
              if (share !== undefined) onShare(share);
            }}
            className="allocation-bar"
            dataKey="percent"
            isAnimationActive={false}
            radius={[0, 2, 2, 0]}
            minPointSize={2}
          >
            <LabelList dataKey="label" position="right" className="allocation-label" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** One line each, however long: the whole name is in the tooltip and in the table. */
function CategoryName({
  x,
  y,
  payload,
}: {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: string };
}) {
  const { value } = payload;
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={11} fill="var(--text)">
      <title>{value}</title>
      {value.length > longestName ? `${value.slice(0, longestName - 1)}…` : value}
    </text>
  );
}

import type { Scan, ScanFilter } from '../../../shared/domain/scanner';
import { PickInput } from '../../ui/pick-input';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';

type Filters = Scan['filters'];

/** The bounds of a scan, each typed as its kind is, and a list to add from. */
export function ScanFilters({
  filters,
  offered,
  onChange,
}: {
  readonly filters: Filters;
  readonly offered: ReadonlyArray<ScanFilter>;
  readonly onChange: (filters: Filters) => void;
}) {
  const used = new Set(filters.map(({ code }) => code));
  const free = offered.filter(({ code }) => !used.has(code));
  const set = (at: number, value: string): void =>
    onChange(filters.map((filter, index) => (index === at ? { ...filter, value } : filter)));
  return (
    <div className="scan-filters" role="group" aria-label="Filters">
      {filters.map(({ code, value }, at) => {
        const filter = offered.find((known) => known.code === code);
        return (
          <div key={code} className="scan-filter">
            <FilterValue filter={filter} code={code} value={value} onValue={(next) => set(at, next)} />
            <button
              type="button"
              className="button button-quiet"
              aria-label={`Remove ${filter?.name ?? code}`}
              onClick={() => onChange(filters.filter((other) => other.code !== code))}
            >
              ×
            </button>
          </div>
        );
      })}
      <PickInput
        label="Add a filter"
        value={null}
        placeholder={`${free.length} filters`}
        options={free.map(({ code, name }) => ({ value: code, text: name }))}
        onPick={(code) =>
          onChange([
            ...filters,
            { code, value: free.find((filter) => filter.code === code)?.options[0]?.value ?? '' },
          ])
        }
      />
    </div>
  );
}

function FilterValue({
  filter,
  code,
  value,
  onValue,
}: {
  readonly filter: ScanFilter | undefined;
  readonly code: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const label = filter?.name ?? code;
  if (filter?.kind === 'choice')
    return <SelectInput label={label} value={value} options={filter.options} onValue={onValue} />;
  return (
    <TextInput
      label={label}
      text={value}
      onText={onValue}
      placeholder={filter?.kind === 'date' ? '20261231' : filter?.kind === 'number' ? '0' : ''}
    />
  );
}

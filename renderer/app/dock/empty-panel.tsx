import { Panel } from '../../ui/panel';
import { Skeleton } from '../../ui/skeleton';

/** A panel whose code is on its way: the same frame, so that nothing jumps. */
export function EmptyPanel({ name }: { readonly name: string }) {
  return (
    <Panel name={name}>
      <Skeleton rows={6} label={`${name} is opening`} />
    </Panel>
  );
}

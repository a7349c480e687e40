import { linkGroups } from '../state/link-groups';
import { usePanelLink } from '../state/linked-instrument';
import { LinkChip } from '../ui/link-chip';

/** The chip of one panel's link group, for wherever its title is drawn. */
export function PanelLink({ panelId, title }: { readonly panelId: string; readonly title: string }) {
  const [group, join] = usePanelLink(panelId);
  return <LinkChip panel={title} group={group} groups={linkGroups} onGroup={join} />;
}

import { Actions, type TabNode } from 'flexlayout-react';
import { Activity, type DragEvent, Suspense, useMemo, useSyncExternalStore } from 'react';
import { PanelLink } from '../../live/panel-link';
import { PanelIdContext } from '../../state/linked-instrument';
import { useTextEpoch } from '../../state/preferences';
import { PanelLead } from '../../ui/panel';
import { PanelFrameContext } from '../../ui/panel-frame';
import { tabsetOf } from './dock-moves';
import { EmptyPanel } from './empty-panel';
import { ordinalOf, specOf } from './panel-specs';
import { PanelTools } from './panel-tools';

/** One open panel. Behind another tab it keeps what was typed into it and stops everything else: no queries, no streams. */
export function DockedPanel({
  tab,
  locked,
  onGrab,
}: {
  readonly tab: TabNode;
  readonly locked: boolean;
  readonly onGrab: (event: DragEvent, tab: TabNode) => void;
}) {
  const id = tab.getId();
  const visible = useVisible(tab);
  const group = tabsetOf(tab);
  const tabbed = group !== null && group.getTabNodes().length > 1;
  const frame = useMemo(
    () => ({
      ordinal: ordinalOf(id),
      tabbed,
      // Of several tabs the strip carries the menu of the one in front.
      tools: tabbed ? null : <PanelTools tab={tab} locked={locked} />,
      onGrab: locked ? null : (event: DragEvent) => onGrab(event, tab),
      onDoubleClick: () => {
        const own = tabsetOf(tab);
        if (own !== null) tab.getModel().doAction(Actions.maximizeToggle(own.getId()));
      },
    }),
    [id, tabbed, tab, locked, onGrab],
  );
  const spec = specOf(tab.getComponent() ?? '');
  const Shown = spec?.component;
  // What is typed into a ticket outlives a change of number format; everything else is drawn anew.
  const epoch = useTextEpoch();
  const key = spec?.id === 'ticket' ? 'ticket' : epoch;
  // One element for its whole life: moving a splitter draws no panel again.
  const shown = useMemo(() => Shown !== undefined && <Shown key={key} />, [Shown, key]);
  if (spec === null) return null;
  return (
    <Activity mode={visible ? 'visible' : 'hidden'}>
      <PanelFrameContext value={frame}>
        <PanelIdContext value={id}>
          <PanelLead value={spec.linked === true ? <PanelLink panelId={id} title={tab.getName()} /> : null}>
            <Suspense fallback={<EmptyPanel name={spec.title} />}>{shown}</Suspense>
          </PanelLead>
        </PanelIdContext>
      </PanelFrameContext>
    </Activity>
  );
}

function useVisible(tab: TabNode): boolean {
  const subscribe = useMemo(
    () => (onChange: () => void) => {
      tab.setEventListener('visibility', onChange);
      return () => tab.removeEventListener('visibility');
    },
    [tab],
  );
  return useSyncExternalStore(subscribe, () => tab.isVisible());
}

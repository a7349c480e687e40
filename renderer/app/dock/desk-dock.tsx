import {
  Actions,
  type Action,
  I18nLabel,
  type ILayoutApi,
  Layout,
  type Model,
  TabNode,
} from 'flexlayout-react';
import { type DragEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DeskLayout } from '../../../shared/domain/desk-layout';
import { arrange, useDeskArrangement } from '../../state/desk-layout-store';
import { usePanelRequest } from '../../state/panel-requests';
import { toLayout, toModel } from './dock-model';
import { openPanel } from './dock-moves';
import { DockedPanel } from './docked-panel';
import { type DeskSize, type PresetId, presetLayout } from './layout-presets';
import { focusPanel } from './panel-focus';
import { PanelTools } from './panel-tools';
import { titleOf } from './panel-specs';
import 'flexlayout-react/style/light.css';
import './dock.css';

/** The panels of this window, as the arrangement says. */
export function DeskDock({ size }: { readonly size: DeskSize }) {
  const preset = useDeskArrangement((desk) => desk.preset);
  const own = useDeskArrangement((desk) => desk.layout);
  const locked = useDeskArrangement((desk) => desk.locked);
  const { model, onModelChange } = useModel(own, preset, locked, size);
  const layout = useRef<ILayoutApi>(null);
  useOpenedPanels(model);

  const grab = (event: DragEvent, tab: TabNode): void =>
    layout.current?.moveTabWithDragAndDrop(event.nativeEvent, tab);
  return (
    <Layout
      ref={layout}
      model={model}
      factory={(tab) => (
        <div className="docked" data-docked={tab.getId()}>
          <DockedPanel tab={tab} locked={locked} onGrab={grab} />
        </div>
      )}
      onAction={(action) => (locked && !allowedLocked.has(action.type) ? undefined : action)}
      onModelChange={onModelChange}
      onRenderTabSet={(group, { buttons }) => {
        const front = group.getSelectedNode();
        if (front instanceof TabNode && group.getChildren().length > 1)
          buttons.push(<PanelTools key="tools" tab={front} locked={locked} />);
      }}
      i18nTranslator={(key) => words[key] ?? key}
      supportsPopout={false}
      onTabSetPlaceHolder={() => <p className="dock-empty">Open a panel from the Panels menu.</p>}
    />
  );
}

const words: Readonly<Record<string, string>> = {
  [I18nLabel.Close_Tab]: 'Close panel',
  [I18nLabel.Maximize]: 'Maximise',
  [I18nLabel.Restore]: 'Restore',
  [I18nLabel.Splitter]: 'Resize panels',
  [I18nLabel.Overflow_Menu_Tooltip]: 'More panels',
};

const looking: ReadonlySet<string> = new Set([Actions.SELECT_TAB, Actions.SET_ACTIVE_TABSET]);
const allowedLocked: ReadonlySet<string> = new Set([...looking, Actions.MAXIMIZE_TOGGLE, Actions.ADD_TAB]);

/** FlexLayout owns the moving model; ours is written after each change and read back only when it came from elsewhere. */
function useModel(own: DeskLayout | null, preset: string, locked: boolean, size: DeskSize) {
  const source = own ?? presetLayout(preset as PresetId, size);
  const [model, setModel] = useState<Model>(() => toModel(source, titleOf, locked));
  const written = useRef<DeskLayout | null>(own);
  const built = useRef({ locked, size, preset, own });
  useLayoutEffect(() => {
    const before = built.current;
    built.current = { locked, size, preset, own };
    const fits =
      own === null
        ? before.own === null && before.size === size && before.preset === preset
        : own === written.current;
    if (fits && before.locked === locked) return;
    written.current = own;
    setModel((last) => toModel(own ?? presetLayout(preset as PresetId, size), titleOf, locked, last));
  }, [own, preset, locked, size]);
  const onModelChange = (changed: Model, action: Action): void => {
    if (action.type === Actions.SET_ACTIVE_TABSET || action.type === Actions.MAXIMIZE_TOGGLE) return;
    const layout = toLayout(changed);
    written.current = layout;
    arrange(layout, !looking.has(action.type));
  };
  return { model, onModelChange };
}

/** Panels asked for from anywhere: `showPanel`. */
function useOpenedPanels(model: Model): void {
  const { number, panelId } = usePanelRequest();
  const answered = useRef(number);
  useEffect(() => {
    if (answered.current === number) return;
    answered.current = number;
    if (panelId !== null) focusPanel(openPanel(model, panelId));
  }, [model, number, panelId]);
}

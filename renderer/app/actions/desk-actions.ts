import { preferenceChoices } from '../../../shared/domain/preferences';
import type { Conid } from '../../../shared/domain/ids';
import { tryCall } from '../../ipc/client';
import { closeTicket, openTicket } from '../../live/trade-actions';
import type { Decimal } from '../../../shared/domain/decimal';
import { askBlotter } from '../../state/blotter-requests';
import {
  deskArrangement,
  lockArrangement,
  replaceArrangement,
  undoArrangement,
} from '../../state/desk-layout-store';
import { showGuardDialog } from '../../state/guard-requests';
import { showPanel } from '../../state/panel-requests';
import { changePreferences, preferencesNow } from '../../state/preferences';
import { switchDiscreet, workspaceNow } from '../../state/workspace-store';
import { focusNextPanel } from '../dock/panel-focus';
import { presetNames } from '../dock/layout-presets';
import { panels } from '../panels';

/** What the window itself has to lend an action. */
export interface DeskHands {
  readonly search: () => void;
  readonly palette: () => void;
  readonly help: () => void;
  readonly heldOf: (conid: Conid) => Decimal | null;
}

/** Something a person can do by name or by key. None sends anything: trading ones fill a ticket or open a dialog. */
export interface DeskAction {
  /** Stable: keys are remembered by it. */
  readonly id: string;
  readonly name: string;
  readonly group: 'Trade' | 'Find' | 'Panels' | 'Layout' | 'Settings' | 'Help';
  /** The key it comes with. */
  readonly key?: string;
  readonly run: (hands: DeskHands) => void;
}

const trade: ReadonlyArray<DeskAction> = [
  {
    id: 'ticket.buy',
    name: 'Buy the symbol shown',
    group: 'Trade',
    key: 'Alt+B',
    run: () => onShown((shown) => openTicket(shown, 'BUY')),
  },
  {
    id: 'ticket.sell',
    name: 'Sell the symbol shown',
    group: 'Trade',
    key: 'Alt+S',
    run: () => onShown((shown) => openTicket(shown, 'SELL')),
  },
  {
    id: 'ticket.close',
    name: 'Close the position in the symbol shown',
    group: 'Trade',
    key: 'Alt+X',
    run: ({ heldOf }) => onShown((shown) => closeTicket(shown, heldOf(shown.conid))),
  },
  {
    id: 'orders.cancel',
    name: 'Cancel the selected orders…',
    group: 'Trade',
    key: 'Alt+C',
    run: () => askBlotter({ kind: 'cancel-selected' }),
  },
  {
    id: 'orders.cancel-all',
    name: 'Cancel all working orders…',
    group: 'Trade',
    key: 'Alt+Shift+C',
    run: () => askBlotter({ kind: 'cancel-all' }),
  },
  { id: 'guard.arm', name: 'Arm trading…', group: 'Trade', run: () => showGuardDialog('arm') },
  { id: 'guard.kill', name: 'Kill switch…', group: 'Trade', run: () => showGuardDialog('kill') },
  { id: 'guard.limits', name: 'Trading limits…', group: 'Trade', run: () => showGuardDialog('limits') },
  {
    id: 'guard.questions',
    name: 'IBKR’s questions…',
    group: 'Trade',
    run: () => showGuardDialog('questions'),
  },
];

const find: ReadonlyArray<DeskAction> = [
  {
    id: 'find.palette',
    name: 'Command palette',
    group: 'Find',
    key: 'Ctrl+K',
    run: ({ palette }) => palette(),
  },
  { id: 'find.symbol', name: 'Search a symbol', group: 'Find', key: '/', run: ({ search }) => search() },
];

const moves: ReadonlyArray<DeskAction> = [
  { id: 'panel.next', name: 'Next panel', group: 'Panels', key: 'F6', run: () => focusNextPanel(1) },
  {
    id: 'panel.previous',
    name: 'Previous panel',
    group: 'Panels',
    key: 'Shift+F6',
    run: () => focusNextPanel(-1),
  },
  {
    id: 'panel.menu',
    name: 'Menu of the panel with the keyboard',
    group: 'Panels',
    key: 'Ctrl+Shift+M',
    run: openPanelMenu,
  },
];

const layout: ReadonlyArray<DeskAction> = [
  ...Object.entries(presetNames).map(([preset, name]) => ({
    id: `layout.${preset}`,
    name: `Layout ${name}`,
    group: 'Layout' as const,
    run: () => replaceArrangement(preset, null),
  })),
  { id: 'layout.undo', name: 'Undo layout change', group: 'Layout', run: undoArrangement },
  {
    id: 'layout.reset',
    name: 'Reset layout',
    group: 'Layout',
    run: () => replaceArrangement(deskArrangement.getState().preset, null),
  },
  {
    id: 'layout.lock',
    name: 'Lock or unlock the layout',
    group: 'Layout',
    run: () => lockArrangement(!deskArrangement.getState().locked),
  },
  {
    id: 'window.new',
    name: 'New window',
    group: 'Layout',
    key: 'Ctrl+Shift+N',
    run: () => void tryCall('windows.open', {}),
  },
];

const themeWords = {
  dark: 'dark',
  light: 'light',
  contrast: 'high contrast',
  system: 'as the computer',
} as const;
const settings: ReadonlyArray<DeskAction> = [
  ...preferenceChoices.theme.map((theme) => ({
    id: `theme.${theme}`,
    name: `Theme: ${themeWords[theme]}`,
    group: 'Settings' as const,
    run: () => void changePreferences({ theme }),
  })),
  {
    id: 'size.larger',
    name: 'Everything larger',
    group: 'Settings',
    key: 'Ctrl+Alt+.',
    run: () => resize(1),
  },
  {
    id: 'size.smaller',
    name: 'Everything smaller',
    group: 'Settings',
    key: 'Ctrl+Alt+,',
    run: () => resize(-1),
  },
  {
    id: 'view.discreet',
    name: 'Hide or show amounts of money',
    group: 'Settings',
    key: 'Ctrl+Shift+H',
    run: switchDiscreet,
  },
  { id: 'settings.keys', name: 'Keys and credits', group: 'Help', key: '?', run: ({ help }) => help() },
];

/** Every action of the desk, once: the palette, the keys and the cheat-sheet read this and nothing else. */
export const deskActions: ReadonlyArray<DeskAction> = [
  ...trade,
  ...find,
  ...panels.map(({ id, title }, index) => ({
    id: `panel.${id}`,
    name: title,
    group: 'Panels' as const,
    // By place: the first nine panels of the registry.
    ...(index < 9 && { key: `Alt+${index + 1}` }),
    run: () => showPanel(id),
  })),
  ...moves,
  ...layout,
  ...settings,
];

/** What a trading key acts on: the symbol the desk shows. */
function onShown(act: (shown: { conid: Conid; symbol: string }) => void): void {
  const { conid, symbol } = workspaceNow();
  if (conid !== null && symbol !== null) act({ conid, symbol });
}

function openPanelMenu(): void {
  const place = document.activeElement?.closest('[data-docked]');
  const id = place?.getAttribute('data-docked');
  if (id == null) return;
  document.querySelector<HTMLElement>(`[data-panel-menu="${CSS.escape(id)}"]`)?.click();
}

function resize(step: 1 | -1): void {
  const sizes = [...preferenceChoices.scale].sort((a, b) => a - b);
  const next = sizes[sizes.indexOf(preferencesNow().scale) + step];
  if (next !== undefined) void changePreferences({ scale: next });
}

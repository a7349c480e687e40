import { createContext, type DragEvent, type ReactNode, useContext } from 'react';

/** What the place a panel stands in adds to its header. */
export interface PanelFrame {
  /** 2 for the second chart, so that each has a name of its own. */
  readonly ordinal: number;
  /** The tab above says the name already. */
  readonly tabbed: boolean;
  /** At the far right of the header. */
  readonly tools: ReactNode;
  /** Dragging the panel by its name; `null` where nothing may be moved. */
  readonly onGrab: ((event: DragEvent) => void) | null;
  readonly onDoubleClick: () => void;
}

export const PanelFrameContext = createContext<PanelFrame | null>(null);

export const usePanelFrame = (): PanelFrame | null => useContext(PanelFrameContext);

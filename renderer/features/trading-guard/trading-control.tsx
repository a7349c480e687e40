import { type MouseEvent, useState } from 'react';
import type { SessionState } from '../../../shared/domain/session';
import type { TradingState } from '../../../shared/domain/trading';
import { useSession } from '../../live/session-feed';
import { useTrading } from '../../live/trading-feed';
import { showGuardDialog, useGuardDialog } from '../../state/guard-requests';
import { Menu, type MenuPlace } from '../../ui/menu';
import { ArmDialog } from './arm-dialog';
import { KillDialog } from './kill-dialog';
import { LimitsDialog } from './limits-dialog';
import { QuestionsDialog } from './questions-dialog';
import { useDisarm } from './trading-mutations';
import './trading-guard.css';

/** Whether orders can leave, in the header, always; with the way to change it and the switch that stops all. */
export function TradingControl() {
  const trading = useTrading();
  const session = useSession();
  const disarm = useDisarm();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const open = useGuardDialog();
  if (trading === null) return null;
  const { armed, kill, mutedQuestions } = trading;
  const { words, dot, why } = standOf(trading, session);
  const close = (): void => showGuardDialog(null);
  return (
    <div className="guard">
      <button
        type="button"
        className="button button-quiet guard-state"
        aria-haspopup="menu"
        title={why}
        onClick={(event: MouseEvent<HTMLElement>) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: left, y: bottom + 4 });
        }}
      >
        <span className={`dot ${dot}`} aria-hidden="true" />
        {words}
      </button>
      {mutedQuestions > 0 && (
        <button
          type="button"
          className="button button-quiet guard-muted"
          title="IBKR warnings that are not asked in this session"
          onClick={() => showGuardDialog('questions')}
        >
          {mutedQuestions} IBKR {mutedQuestions === 1 ? 'warning' : 'warnings'} muted
        </button>
      )}
      {kill === null && (
        <button
          type="button"
          className="button button-small button-danger"
          title="Stop all sending now and cancel working orders"
          onClick={() => showGuardDialog('kill')}
        >
          Kill switch
        </button>
      )}
      {menu !== null && (
        <Menu
          label="Trading"
          at={menu}
          onClose={() => setMenu(null)}
          items={[
            armed
              ? { name: 'Make read-only', onPick: () => disarm.mutate() }
              : {
                  name: 'Arm trading…',
                  onPick: () => showGuardDialog('arm'),
                  obstacle: kill === null ? null : 'Release the kill switch first.',
                },
            { name: 'Limits…', onPick: () => showGuardDialog('limits'), newGroup: true },
            { name: 'IBKR’s questions…', onPick: () => showGuardDialog('questions') },
          ]}
        />
      )}
      {open === 'arm' && <ArmDialog trading={trading} onClose={close} />}
      {open === 'kill' && <KillDialog onClose={close} />}
      {open === 'limits' && <LimitsDialog trading={trading} onClose={close} />}
      {open === 'questions' && <QuestionsDialog onClose={close} />}
    </div>
  );
}

/** Armed is not enough: until the session is proven nothing leaves, and the header must not look as if it could. */
function standOf({ kill, armed, sentence }: TradingState, session: SessionState | null) {
  if (kill !== null) return { words: 'Trading stopped', dot: 'dot-bad', why: sentence };
  if (!armed) return { words: 'Read-only', dot: 'dot-wait', why: sentence };
  if (session?.tradingAllowed === true) return { words: 'Trading armed', dot: 'dot-ok', why: sentence };
  return {
    words: 'Trading waits',
    dot: 'dot-wait',
    why: `Nothing can be sent now. ${session?.message ?? 'There is no connection yet.'}`,
  };
}

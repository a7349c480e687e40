import { useQuery } from '@tanstack/react-query';
import type { KnownQuestion } from '../../../shared/domain/trading';
import { useReady } from '../../live/session-feed';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { FailureNote } from '../../ui/failure-note';
import { failureOf } from '../../ipc/client';
import { questionsQuery } from './questions-query';
import { useMuting } from './trading-mutations';

/** The warnings IBKR may ask before an order. Muting lasts for this session; some may never be muted. */
export function QuestionsDialog({ onClose }: { readonly onClose: () => void }) {
  const ready = useReady();
  const { data: questions, error } = useQuery(questionsQuery());
  const muting = useMuting();
  const muted = questions?.filter((question) => question.muted).length ?? 0;
  return (
    <Dialog name="IBKR’s questions" onClose={onClose} className="questions-dialog">
      <header className="dialog-head">
        <h2>IBKR’s questions</h2>
        <span className="badge">{muted} muted</span>
      </header>
      <div className="dialog-body">
        <p className="muted">
          Before it takes an order IBKR may ask. A muted question is not asked for the rest of this session;
          the header says how many there are.
        </p>
        {questions === undefined && error === null && <Skeleton rows={6} label="Loading the questions" />}
        {questions !== undefined && (
          <ul className="questions" aria-label="Questions IBKR may ask" tabIndex={0}>
            {questions.map((question) => (
              <QuestionLine
                key={question.messageId}
                question={question}
                disabled={!ready || muting.isPending}
                onMute={() => muting.mutate([question.messageId])}
              />
            ))}
          </ul>
        )}
        <FailureNote failure={failureOf(muting.error ?? error)} />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button"
          disabled={muted === 0 || muting.isPending || !ready}
          onClick={() => muting.mutate(null)}
        >
          Ask all again
        </button>
      </footer>
    </Dialog>
  );
}

function QuestionLine({
  question: { messageId, heading, muted, mayBeMuted, why },
  disabled,
  onMute,
}: {
  readonly question: KnownQuestion;
  readonly disabled: boolean;
  readonly onMute: () => void;
}) {
  return (
    <li className="question-line">
      <span className="mono muted">{messageId}</span>
      <span>
        {heading}
        {!mayBeMuted && <span className="question-why">{why}</span>}
      </span>
      {muted ? (
        <span className="badge badge-warn">muted</span>
      ) : mayBeMuted ? (
        <button
          type="button"
          className="button button-small"
          aria-label={`Mute ${messageId}: ${heading}`}
          disabled={disabled}
          onClick={onMute}
        >
          Mute
        </button>
      ) : (
        <span className="muted">always asked</span>
      )}
    </li>
  );
}

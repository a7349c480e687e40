import { type KeyboardEvent, useEffect, useRef } from 'react';
import { expiryName } from '../../../shared/domain/contract-name';
import { useNow } from '../../ui/clock';
import { daysTo, type ExpiryChoice, isMonthly } from './expiries';

/** The days a chain expires, in one line: one tab stop, arrows walk. A month that was not looked into is its name. */
export function ExpiryStrip({
  choices,
  chosen,
  onChoose,
}: {
  readonly choices: ReadonlyArray<ExpiryChoice>;
  readonly chosen: ExpiryChoice;
  readonly onChoose: (choice: ExpiryChoice) => void;
}) {
  const nowMs = useNow();
  const strip = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    choices.findIndex((choice) => idOf(choice) === idOf(chosen)),
  );
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [at, choices.length]);
  const walk = (event: KeyboardEvent): void => {
    const last = choices.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    const next = to === undefined ? undefined : choices[Math.max(0, Math.min(last, to))];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div ref={strip} className="expiry-strip" role="tablist" aria-label="Expiry" onKeyDown={walk}>
      {choices.map((choice, index) => (
        <button
          key={idOf(choice)}
          type="button"
          role="tab"
          id={`expiry-${idOf(choice)}`}
          className={
            index > 0 && choices[index - 1]?.month !== choice.month ? 'expiry expiry-month' : 'expiry'
          }
          aria-selected={index === at}
          aria-label={spoken(choice, nowMs)}
          title={spoken(choice, nowMs)}
          tabIndex={index === at ? 0 : -1}
          onClick={() => onChoose(choice)}
        >
          {choice.expiry === null ? (
            <span className="expiry-day">{monthName(choice.month)}</span>
          ) : (
            <>
              <span className="expiry-day">{expiryName(choice.expiry)}</span>
              <span className="expiry-left">
                {daysTo(choice.expiry, nowMs)} d{isMonthly(choice.expiry) ? '' : ' w'}
              </span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

const idOf = ({ month, expiry }: ExpiryChoice): string => expiry ?? month;

/** "Dec 26" of `DEC26`. */
const monthName = (month: string): string =>
  `${month.charAt(0)}${month.slice(1, 3).toLowerCase()} ${month.slice(3)}`;

function spoken({ month, expiry }: ExpiryChoice, nowMs: number): string {
  if (expiry === null) return `${monthName(month)}, days not looked up yet`;
  const days = daysTo(expiry, nowMs);
  const left = days === 0 ? 'expires today' : days === 1 ? '1 day left' : `${days} days left`;
  return `${expiryName(expiry)}, ${left}, ${isMonthly(expiry) ? 'monthly' : 'weekly'}`;
}

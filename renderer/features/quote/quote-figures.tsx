import type { Conid } from '../../../shared/domain/ids';
import { marketFieldOf } from '../../../shared/domain/market-field';
import type { Quote } from '../../../shared/domain/quote';
import { fieldText, quoteValue } from '../../format/field-text';
import { unknownText } from '../../format/number-text';
import { quoteLook, quoteStateOf } from '../../format/quote-state';
import { useQuote } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { alwaysShown, figureGroups } from './figure-groups';
import { RangeBar } from './range-bar';

/** The figures of the day and of the year; a group IBKR says nothing of is left out, a figure is a dash. */
export function QuoteFigures({ conid }: { readonly conid: Conid }) {
  const quote = useQuote(conid);
  const streaming = useStreaming();
  return (
    <div className={`quote-figures ${quoteLook(quoteStateOf(quote, streaming)) ?? ''}`}>
      <div className="quote-ranges">
        <RangeBar name="Day" low={quote?.low ?? null} high={quote?.high ?? null} at={quote?.last ?? null} />
        <RangeBar
          name="52 weeks"
          low={quoteValue(quote, 'yearLow')}
          high={quoteValue(quote, 'yearHigh')}
          at={quote?.last ?? null}
        />
      </div>
      {figureGroups.map(({ name, ids }) => (
        <FigureGroup key={name} name={name} ids={ids} quote={quote} />
      ))}
    </div>
  );
}

function FigureGroup({
  name,
  ids,
  quote,
}: {
  readonly name: string;
  readonly ids: ReadonlyArray<string>;
  readonly quote: Quote | null;
}) {
  const known = ids.filter((id) => alwaysShown.has(name) || quoteValue(quote, id) !== null);
  if (known.length === 0) return null;
  return (
    <section aria-label={name} className="quote-group">
      <h3 className="field-label">{name}</h3>
      <dl>
        {known.map((id) => {
          const field = marketFieldOf(id);
          const text = field === undefined ? unknownText : fieldText(field.kind, quoteValue(quote, id));
          return (
            <div key={id} title={text === unknownText ? 'IBKR has not sent it.' : undefined}>
              <dt>{field?.name}</dt>
              <dd>{id === 'shortability' ? shortWord(text) : text}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** Field 7644 is a level: above 2.5 plenty, above 1.5 to be located, else none. Source: TWS API, read 2026-11. */
function shortWord(text: string): string {
  const level = Number(text);
  if (!Number.isFinite(level)) return text;
  return level > 2.5 ? 'Easy to borrow' : level > 1.5 ? 'To be located' : 'Not available';
}

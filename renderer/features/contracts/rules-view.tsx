import type { SideRules } from '../../../shared/domain/contract-page';
import { orderTypeOf, orderTypes as knownTypes } from '../../../shared/domain/order-types';
import { quantityText, unknownText } from '../../format/number-text';

/** What IBKR takes for buying and for selling, line beside line. */
export function RulesView({
  buy,
  sell,
}: {
  readonly buy: SideRules | null;
  readonly sell: SideRules | null;
}) {
  const lines: ReadonlyArray<readonly [string, (rules: SideRules) => string]> = [
    ['Order types', ({ orderTypes }) => list(orderTypes.map(typeName))],
    ['Outside regular hours', ({ orderTypesOutside }) => list(orderTypesOutside.map(typeName))],
    ['Times in force', ({ tifs }) => list(tifs)],
    [
      'Price steps',
      ({ tickRules }) =>
        tickRules.map(({ lowerEdge, increment }) => `${increment} from ${lowerEdge}`).join('; ') ||
        unknownText,
    ],
    ['Decimals of a price', ({ priceDigits }) => String(priceDigits)],
    ['Size step', ({ sizeIncrement }) => quantityText(sizeIncrement)],
    ['Usual size', ({ defaultSize }) => quantityText(defaultSize)],
    [
      'Fractions',
      ({ fractionDigits }) => (fractionDigits === null ? 'whole units only' : `${fractionDigits} decimals`),
    ],
    ['Algos', ({ algoEligible }) => (algoEligible === null ? unknownText : algoEligible ? 'yes' : 'no')],
    ['IBKR says', ({ error }) => error ?? 'may be traded'],
  ];
  return (
    <table className="rules" aria-label="Order rules">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col" className="side-buy">
            Buy
          </th>
          <th scope="col" className="side-sell">
            Sell
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, text]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{buy === null ? unknownText : text(buy)}</td>
            <td>{sell === null ? unknownText : text(sell)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const list = (words: ReadonlyArray<string>): string =>
  words.map((word) => word.replaceAll('_', ' ')).join(', ') || 'none';

/** IBKR's list says "mit" and "marketonclose"; the ticket and this page use one name for each. */
function typeName(word: string): string {
  const type = orderTypeOf(word);
  return type === null ? word : knownTypes[type].name;
}

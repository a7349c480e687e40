import type { Algo, AlgoKind, AlgoParameter } from '../../../shared/domain/algo';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/**
 * IBKR's algorithms for a contract. `required` is the text "true", `enabledConditions` reads "MKT:speedUp:=:no", and
 * `valueClassName` is Java's. What cannot be read is left out; a parameter of an unknown kind is asked for as text.
 * Source: recorded contract/GET-iserver-contract-conid-algos (read 2026-11).
 */
export const toAlgos = (rows: unknown): Algo[] =>
  recordsOf(rows).flatMap((row) => {
    const id = textOf(row['id']);
    if (id === null || !/^\w{1,40}$/.test(id)) return [];
    const parameters = recordsOf(row['parameters'])
      .map((parameter) => ({ rank: rankOf(parameter), parameter: toParameter(parameter) }))
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ parameter }) => parameter ?? []);
    return [{ id, name: textOf(row['name']) ?? id, description: textOf(row['description']), parameters }];
  });

function toParameter(wire: WireRecord): AlgoParameter | null {
  const id = textOf(wire['id']);
  if (id === null || !/^\w{1,40}$/.test(id)) return null;
  const choices = Array.isArray(wire['legalStrings'])
    ? wire['legalStrings'].flatMap((choice) => textOf(choice) ?? [])
    : [];
  const initial = wire['defaultValue'];
  return {
    id,
    name: (textOf(wire['name']) ?? id).replace(/:$/, ''),
    description: textOf(wire['description']),
    kind: choices.length > 0 ? 'choice' : kindOf(textOf(wire['valueClassName'])),
    choices,
    required: String(wire['required']) === 'true',
    initial: typeof initial === 'boolean' ? initial : textOf(initial),
    min: textOf(wire['minValue']),
    max: textOf(wire['maxValue']),
    fixedFor: Object.fromEntries(
      (Array.isArray(wire['enabledConditions']) ? wire['enabledConditions'] : []).flatMap((condition) => {
        const [type, parameter, sign, value] = (textOf(condition) ?? '').split(':');
        return type === undefined || parameter !== id || sign !== '=' || value === undefined
          ? []
          : [[type, value]];
      }),
    ),
  };
}

function kindOf(javaClass: string | null): AlgoKind {
  switch (javaClass) {
    case 'Boolean':
      return 'yes-no';
    case 'Double':
    case 'Float':
      return 'number';
    case 'Integer':
    case 'Long':
      return 'whole';
    case 'Time':
      return 'time';
    default:
      return 'text';
  }
}

const rankOf = (wire: WireRecord): number => {
  const rank = Number(wire['guiRank']);
  return Number.isFinite(rank) ? rank : Number.MAX_SAFE_INTEGER;
};

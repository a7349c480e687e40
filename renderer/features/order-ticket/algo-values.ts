import type { Algo } from '../../../shared/domain/algo';
import { isFixed } from '../../../shared/domain/algo-rules';
import type { OrderType } from '../../../shared/domain/order-draft';
import type { AlgoForm } from './ticket-form';

/** What IBKR would start with; a yes-or-no without a word is no. */
export const initialValues = ({ parameters }: Algo): AlgoForm['values'] =>
  Object.fromEntries(
    parameters.map(({ id, kind, initial }) => [
      id,
      kind === 'yes-no' ? initial === true || initial === 'true' : typeof initial === 'string' ? initial : '',
    ]),
  );

/** The values that are sent: those IBKR fixes for this type of order are left to it. */
export function sentValues(form: AlgoForm, algo: Algo, orderType: OrderType): AlgoForm {
  const asked = algo.parameters.filter((parameter) => !isFixed(parameter, orderType));
  return {
    ...form,
    values: Object.fromEntries(asked.map(({ id }) => [id, form.values[id] ?? ''])),
  };
}

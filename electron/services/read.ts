import type { AppError } from '../../shared/app-error';
import { err, ok, type Result } from '../../shared/result';
import type { Answer } from '../gateway/endpoint';
import type { GatewayError } from '../gateway/gateway-error';
import { toAppError } from './to-app-error';

/** One read for the window: the gateway's failure in the window's words, its data mapped to the domain. */
export async function read<Wire, Out>(
  answered: Promise<Result<Answer<Wire>, GatewayError>>,
  map: (data: Wire, answer: Answer<Wire>) => Out,
): Promise<Result<Out, AppError>> {
  const result = await answered;
  return result.ok ? ok(map(result.value.data, result.value)) : err(toAppError(result.error));
}

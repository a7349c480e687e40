import type { AppError } from '../../../shared/app-error';
import type { Contract, InputOf, OutputOf } from '../../../shared/ipc/define';
import type { Result } from '../../../shared/result';

/** What one call is answered with. */
export type Answer<C extends Contract, K extends keyof C> = Promise<Result<OutputOf<C, K>, AppError>>;

/** What tells one stream, until the function it returns is called. */
export type Watch<C extends Contract, K extends keyof C> = (
  input: InputOf<C, K>,
  emit: (event: OutputOf<C, K>) => void,
) => () => void;

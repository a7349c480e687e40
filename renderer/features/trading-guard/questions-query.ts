import { queryOptions } from '@tanstack/react-query';
import { call } from '../../ipc/client';

export const questionsKey = ['trading', 'questions'] as const;

export const questionsQuery = () =>
  queryOptions({ queryKey: questionsKey, queryFn: () => call('questions.list', {}), staleTime: 0 });

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentKind, DocumentOf } from '../../shared/domain/document';
import { call } from './client';

/** A document as its kind says it is: main has checked it. */
export interface UserDocument<K extends DocumentKind> {
  readonly id: string;
  readonly value: DocumentOf<K>;
  readonly changedMs: number;
}

export const documentsQueries = {
  list: <K extends DocumentKind>(kind: K) =>
    queryOptions({
      queryKey: ['documents', kind] as const,
      queryFn: async () =>
        (await call('documents.list', { kind })) as unknown as ReadonlyArray<UserDocument<K>>,
      staleTime: Infinity,
    }),
};

/** Saves a whole document; lists of its kind follow. */
export function useSaveDocument<K extends DocumentKind>(kind: K) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, value }: { readonly id: string; readonly value: DocumentOf<K> }) =>
      call('documents.save', { kind, id, value }),
    onSettled: () => client.invalidateQueries({ queryKey: ['documents', kind] }),
  });
}

export function useRemoveDocument(kind: DocumentKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('documents.remove', { kind, id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['documents', kind] }),
  });
}

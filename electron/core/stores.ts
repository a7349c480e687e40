import { join } from 'node:path';
import { carriedRecords } from '../services/orders/carried-records';
import { openBooks } from '../store/open-books';
import { openCache } from '../store/open-cache';
import { openDocuments } from '../store/open-documents';
import { openStore } from '../store/open-store';
import type { Clock } from '../support/clock';

export type Stores = ReturnType<typeof openStores>;

interface Folders {
  /** Of this profile: its journal and its caches. */
  readonly profileDir: string;
  /** Of this user: what is the same whichever gateway is used. */
  readonly userDataDir: string;
}

/** Every database of the desk, and how they are all closed. */
export function openStores({ profileDir, userDataDir }: Folders, clock: Clock) {
  const journalPath = join(profileDir, 'portico.sqlite');
  const store = openStore(journalPath, clock, { carryOver: carriedRecords });
  const documents = openDocuments(join(userDataDir, 'desk.sqlite'), clock);
  const cache = openCache(join(profileDir, 'cache.sqlite'), clock);
  const books = openBooks(join(profileDir, 'books.sqlite'));
  return {
    ...{ journalPath, store, documents, cache, books },
    close: (): void => {
      for (const each of [store, documents, cache, books]) each.close();
    },
  };
}

import type { AccountOwners } from '../../../shared/domain/account';
import type { AccountId } from '../../../shared/domain/ids';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/** `/acesws/{id}/signatures-and-owners`: people are named by `entityName`, else by first and last name — OpenAPI 2.28. */
export const toOwners = (accountId: AccountId, wire: WireRecord): AccountOwners => ({
  accountId,
  owners: recordsOf(wire['users']).flatMap((user) => {
    const entity = recordOf(user['entity']);
    const parts = [textOf(entity['firstName']), textOf(entity['lastName'])].filter((part) => part !== null);
    const name =
      textOf(entity['entityName']) ?? (parts.length > 0 ? parts.join(' ') : textOf(user['userName']));
    return name === null ? [] : [{ name, role: textOf(user['roleId']) }];
  }),
  signatures: signaturesOf(recordOf(wire['applicant'])['signatures']),
});

const signaturesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((name) => name !== null) : [];

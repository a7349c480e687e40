import { ok, err, type Result } from '../../shared/result';
import type { AppError } from '../../shared/app-error';

/** The system's file dialogs, lent by the shell; `null` means the user cancelled. Failures of the disk throw. */
export interface FileDialogs {
  readonly save: (suggestedName: string, content: string | Uint8Array) => Promise<string | null>;
  readonly openText: (extensions: ReadonlyArray<string>) => Promise<{ name: string; text: string } | null>;
}

/** Export and import through dialogs the user answers. */
export const createFiles = (dialogs: FileDialogs) => ({
  save: async (
    suggestedName: string,
    content: string | Uint8Array,
  ): Promise<Result<{ savedAs: string | null }, AppError>> => {
    try {
      return ok({ savedAs: await dialogs.save(suggestedName, content) });
    } catch (error) {
      return err(diskFailure('The file could not be written.', error));
    }
  },
  openText: async (
    extensions: ReadonlyArray<string>,
  ): Promise<Result<{ file: { name: string; text: string } | null }, AppError>> => {
    try {
      return ok({ file: await dialogs.openText(extensions) });
    } catch (error) {
      return err(diskFailure('The file could not be read.', error));
    }
  },
});
export type Files = ReturnType<typeof createFiles>;

const diskFailure = (message: string, error: unknown): AppError => ({
  code: 'storage-failed',
  message,
  meaning: 'Nothing at IBKR is affected.',
  action: 'Check the folder’s permissions and free space, or choose another place.',
  detail: error instanceof Error ? error.message.slice(0, 400) : 'no detail',
});

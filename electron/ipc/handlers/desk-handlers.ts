import type { activityContract } from '../../../shared/ipc/activity-contract';
import type { appContract } from '../../../shared/ipc/app-contract';
import type { connectionContract } from '../../../shared/ipc/connection-contract';
import type { consoleContract } from '../../../shared/ipc/console-contract';
import type { Handlers, OutputOf } from '../../../shared/ipc/define';
import type { diagnosticsContract } from '../../../shared/ipc/diagnostics-contract';
import type { documentsContract } from '../../../shared/ipc/documents-contract';
import type { filesContract } from '../../../shared/ipc/files-contract';
import type { lastKnownContract } from '../../../shared/ipc/last-known-contract';
import type { sessionContract } from '../../../shared/ipc/session-contract';
import type { settingsContract } from '../../../shared/ipc/settings-contract';
import type { windowsContract } from '../../../shared/ipc/windows-contract';
import { ok } from '../../../shared/result';
import type { ActivityService } from '../../services/activity/activity';
import type { ConnectionService } from '../../services/connection/connection';
import type { ConsoleService } from '../../services/console/console';
import type { Files } from '../../services/files';
import type { LastKnown } from '../../services/last-known/last-known';
import type { OwnDocuments } from '../../services/session/own-documents';
import type { Session } from '../../services/session/session';
import type { Settings } from '../../services/settings/settings';
import type { Answer } from './answers';

export interface DeskServices {
  readonly appInfo: OutputOf<typeof appContract, 'app.info'>;
  readonly session: Session;
  readonly logIn: () => Answer<typeof sessionContract, 'session.logIn'>;
  readonly connection: ConnectionService;
  readonly activity: ActivityService;
  readonly console: ConsoleService;
  readonly settings: Settings;
  readonly diagnostics: () => string;
  readonly lastKnown: Pick<LastKnown, 'all'>;
  readonly documents: OwnDocuments;
  readonly files: Files;
  readonly openWindow: () => boolean;
}

type Contract = typeof appContract &
  typeof sessionContract &
  typeof connectionContract &
  typeof lastKnownContract &
  typeof diagnosticsContract &
  typeof activityContract &
  typeof consoleContract &
  typeof settingsContract &
  typeof documentsContract &
  typeof filesContract &
  typeof windowsContract;

/** The desk itself: its connection, and what the user made of it. */
export const deskHandlers = (services: DeskServices): Handlers<Contract> => ({
  'app.info': async () => ok(services.appInfo),

  'session.watch': (_input, emit) => {
    emit(services.session.current());
    return services.session.onChange(emit);
  },
  'session.checkNow': async () => ok(await services.session.checkNow()),
  'session.takeOver': async () => ok(await services.session.takeOver()),
  'session.logIn': services.logIn,

  'connection.current': async () => ok(services.connection.current()),
  'connection.saveProfile': services.connection.saveProfile,
  'connection.removeProfile': ({ id }) => services.connection.removeProfile(id),
  'connection.useProfile': ({ id }) => services.connection.useProfile(id),
  'connection.certificate': services.connection.certificate,
  'connection.pin': ({ fingerprint256 }) => services.connection.pin(fingerprint256),
  'connection.unpin': services.connection.unpin,

  'lastKnown.read': async () => ok(services.lastKnown.all()),

  'diagnostics.read': async () => ok({ text: services.diagnostics() }),

  'activity.watch': (_input, emit) => services.activity.watch(emit),

  'console.catalogue': async ({ accountId }) => ok(services.console.catalogue(accountId)),
  'console.run': ({ method, argumentsJson, confirmed }) =>
    services.console.run(method, argumentsJson, confirmed),
  'console.watch': ({ topic, argumentsJson }, emit) => services.console.watch(topic, argumentsJson, emit),

  'settings.watch': (_input, emit) => {
    emit(services.settings.current());
    return services.settings.onChange(emit);
  },
  'settings.change': async ({ change }) => services.settings.change(change),

  'documents.list': async ({ kind }) => ok([...services.documents.list(kind)]),
  'documents.save': async ({ kind, id, value }) => ok(services.documents.save(kind, id, value)),
  'documents.remove': async ({ kind, id }) => ok({ removed: services.documents.remove(kind, id) }),

  'files.saveText': ({ suggestedName, text }) => services.files.save(suggestedName, text),
  'files.savePng': ({ suggestedName, base64 }) =>
    services.files.save(suggestedName, Buffer.from(base64, 'base64')),
  'files.openText': ({ extensions }) => services.files.openText(extensions),

  'windows.open': async () => ok({ opened: services.openWindow() }),
});

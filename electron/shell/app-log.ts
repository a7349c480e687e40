import log from 'electron-log/node';
import { join } from 'node:path';
import type { Log, LogFields } from '../support/log';

/** One line of JSON per event in `<userData>/logs/portico.log`, rotated at 1 MiB; warnings also on the console. */
export function createAppLog(userDataDir: string): Log {
  const logger = log.create({ logId: 'portico' });
  logger.transports.file.resolvePathFn = () => join(userDataDir, 'logs', 'portico.log');
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.console.level = 'warn';
  logger.transports.console.format = '{level} {text}';
  const line = (code: string, fields?: LogFields): string => JSON.stringify({ code, ...fields });
  return {
    debug: (code, fields) => logger.debug(line(code, fields)),
    info: (code, fields) => logger.info(line(code, fields)),
    warn: (code, fields) => logger.warn(line(code, fields)),
    error: (code, fields) => logger.error(line(code, fields)),
  };
}

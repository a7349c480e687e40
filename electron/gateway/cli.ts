import { runCommand } from './cli/command';

// Electron-free entry of `npm run gateway`: arguments in, lines out, exit code 0 or 1.
runCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  onInterrupt: (stop) => process.once('SIGINT', stop).once('SIGTERM', stop),
}).then(
  // The output may be a pipe: leaving at once would cut it off.
  (code) => process.stdout.write('', () => process.exit(code)),
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    process.exit(70);
  },
);

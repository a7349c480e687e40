/** An expected failure: its message is one sentence for the user, with the remedy, and is shown without a stack. */
export class Problem extends Error {}

/** Progress and explanations go to stderr: stdout belongs to the program that runs afterwards. */
export function say(sentence) {
  process.stderr.write(`portico: ${sentence}\n`);
}

/** Runs an entry's main function; its number becomes the exit code, a failure becomes 1. */
export function runMain(main) {
  main().then(
    (code) => {
      if (typeof code === 'number') process.exitCode = code;
    },
    (error) => {
      say(error instanceof Problem ? error.message : String(error && error.stack));
      process.exitCode = 1;
    },
  );
}

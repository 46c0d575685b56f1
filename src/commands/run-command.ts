/** Runs a command: what it cannot do is said in one line, and the process answers 1. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const said = error instanceof Error ? error.message : 'It failed for a reason that is not known.';
    console.error(said.split('\n')[0]);
    process.exitCode = 1;
  });
}

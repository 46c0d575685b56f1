import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Keeps V8's nursery small while a program loads and trains, then gives back what that left: nothing of it is of use
 * afterwards, and a nursery that grew for it would stay as large. Works by V8's own flags; without effect elsewhere.
 */
export async function smallStart(start: () => Promise<void>): Promise<void> {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  await start();
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
  v8.setFlagsFromString('--semi-space-growth-factor=2');
}

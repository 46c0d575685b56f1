import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What a server of the live benchmark answers beside its own. */
export const answersOf = () => ({
  cpu: () => process.cpuUsage(),
  /** Bytes in use after everything unused is gone: on the heap and beside it. */
  bytes: () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
});

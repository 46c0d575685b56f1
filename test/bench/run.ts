import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.js';

/** A benchmark: prints a table, or nothing when its answer is wanted as JSON. */
interface Benchmark {
  run(options: { json: boolean }): Promise<object>;
}

/** `npm run bench [-- NAME] [--json]`: runs one benchmark, `turns` unless another is named. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const name = positionals[0] ?? 'turns';
const here = import.meta.dirname;
if (/^[a-z-]+$/.test(name) && name !== 'run' && existsSync(join(here, `${name}.ts`))) {
  build();
  const benchmark = (await import(`./${name}.ts`)) as Benchmark;
  const result = await benchmark.run({ json: values.json });
  if (values.json) console.log(JSON.stringify(result, null, 2));
} else {
  const names = readdirSync(here).flatMap((file) =>
    file.endsWith('.ts') && file !== 'run.ts' ? [file.slice(0, -3)] : [],
  );
  console.error(`There is no benchmark "${name}"; there are: ${names.join(', ')}.`);
  process.exitCode = 1;
}

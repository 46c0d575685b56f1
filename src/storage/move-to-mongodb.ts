import { existsSync } from 'node:fs';
import { RedressError } from '../errors.js';
import { connect, databaseFile } from './connect.js';
import { copyDesk, type Copied } from './copy-desk.js';
import { SCHEMA } from './migrations.js';

/** Copies a stopped embedded desk to an empty MongoDB database, verified; the embedded one stays as it is. */
export async function moveToMongodb(dataDir: string, mongodbUri: string): Promise<Copied> {
  if (!existsSync(databaseFile(dataDir)))
    throw new RedressError('BAD_CONFIGURATION', 'DATA_DIR: there is no desk in it.');
  const from = await connect({ dataDir });
  try {
    const stamp = (await from.models.settings.collection.findOne({ _id: 'schema' as never })) as {
      value?: string;
    } | null;
    if (Number(stamp?.value ?? 0) !== SCHEMA)
      throw new RedressError('BAD_CONFIGURATION', 'DATA_DIR: start the desk once with this version, then move it.');
    const to = await connect({ mongodbUri, dataDir });
    return await copyDesk(from, to, 'MONGODB_URI').finally(to.close);
  } finally {
    await from.close();
  }
}

import { writeSync } from 'node:fs';
import { embeddedMongoose } from './embedded-desk.js';

/** Writes until killed: five writers insert and change documents and print each id once both are acknowledged. */
const [file] = process.argv.slice(2);
const connection = await embeddedMongoose().createConnection(`file:${file}`).asPromise();
const acks = connection.collection<{ _id: string; changed: boolean; text: string }>('acks');
const already = await acks.countDocuments({});

async function write(writer: number): Promise<void> {
  for (let at = 0; ; at++) {
    const _id = `${already}-${writer}-${at}`;
    await acks.insertOne({ _id, changed: false, text: 'x'.repeat(500) });
    await acks.updateOne({ _id }, { $set: { changed: true } });
    writeSync(1, `${_id}\n`);
  }
}

await Promise.all([0, 1, 2, 3, 4].map(write));

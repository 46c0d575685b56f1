import { Schema, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;
let things: Model<AnyDoc>;

beforeAll(async () => {
  desk = await openDesk();
  things = desk.connection.model<AnyDoc>('Thing', new Schema({ _id: Number }, { strict: false }));
});
afterAll(() => desk.discard());

const stored = { _id: 1, text: 'hello', n: 5, list: [1, 2], gone: null, deep: { n: 1 }, items: [{ id: 1 }, { id: 2 }] };

beforeEach(async () => {
  await things.collection.deleteMany({});
  await things.collection.insertOne({ ...stored } as never);
});

/** Each of these is silently ignored or half done by a naive engine; MongoDB refuses it and changes nothing. */
const refused: [name: string, update: AnyDoc, code: number, message: RegExp][] = [
  ['$push on a field that is no array', { $push: { text: 'x' } }, 2, /'text' must be an array but is of type string/],
  ['$push on null', { $push: { gone: 'x' } }, 2, /must be an array but is of type null/],
  [
    '$inc on a field that is no number',
    { $inc: { text: 1 } },
    14,
    /\$inc to a value of non-numeric type.*'text'.*string/,
  ],
  ['$inc by something that is no number', { $inc: { n: 'one' } }, 14, /non-numeric argument/],
  ['$mul on a field that is no number', { $mul: { text: 2 } }, 14, /\$mul to a value of non-numeric type/],
  ['$set through a scalar', { $set: { 'n.deep': 1 } }, 28, /Cannot create field 'deep'/],
  ['$set through null', { $set: { 'gone.deep': 1 } }, 28, /Cannot create field 'deep'/],
  ['$set of a name in an array', { $set: { 'list.name': 1 } }, 28, /Cannot create field 'name'/],
  ['$addToSet on a field that is no array', { $addToSet: { text: 1 } }, 2, /non-array type string/],
  ['$pull on a field that is no array', { $pull: { text: 1 } }, 2, /\$pull to a non-array value/],
  ['$pop on a field that is no array', { $pop: { n: 1 } }, 14, /non-array type 'int'/],
  ['$bit on a field that is no integer', { $bit: { text: { or: 1 } } }, 2, /non-integral type/],
  ['two changes of one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40, /conflict at 'n'/],
  ['a change of a path and of what is below it', { $set: { deep: {}, 'deep.n': 1 } }, 40, /conflict at 'deep'/],
  ['a change of _id', { $set: { _id: 2 } }, 66, /immutable field '_id'/],
  ['an operator it does not know', { $frobnicate: { n: 1 } }, 9, /Unknown modifier: \$frobnicate/],
  ['an empty field name', { $set: { 'deep..n': 1 } }, 56, /empty field name/],
  [
    '$[] on a missing array',
    { $set: { 'none.$[]': 1 } },
    2,
    /must exist in the document in order to apply array updates/,
  ],
  ['$[] on a field that is no array', { $set: { 'n.$[]': 1 } }, 2, /non-array element n/],
  ['the positional $ without a condition on the array', { $set: { 'items.$.id': 3 } }, 2, /did not find the match/],
  ['a $[name] without its filter', { $set: { 'items.$[it].id': 3 } }, 2, /No array filter found for identifier 'it'/],
  ['$rename through a scalar', { $rename: { 'n.deep': 'other' } }, 28, /to traverse the element/],
  ['$each that is no array', { $push: { list: { $each: 1 } } }, 2, /\$each in \$push must be an array/],
];

describe('updates that MongoDB refuses', () => {
  it.each(refused)('refuses %s', async (_name, update, code, message) => {
    const attempt = things.collection.updateOne({ _id: 1 } as never, update);
    await expect(attempt).rejects.toMatchObject({
      name: 'MongoServerError',
      code,
      message: expect.stringMatching(message),
    });
    expect(await things.findOne({ _id: 1 }).lean()).toEqual(stored);
  });

  it.each(['updateMany', 'findOneAndUpdate'] as const)('refuses them in %s too', async (method) => {
    await expect(things.collection[method]({}, { $push: { text: 1 } } as never)).rejects.toMatchObject({ code: 2 });
  });

  it('refuses them in a bulk write, with the place of the operation', async () => {
    const bulk = things.collection.bulkWrite([
      { updateOne: { filter: { n: 5 }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { n: 6 }, update: { $inc: { text: 1 } } } },
      { updateOne: { filter: { n: 6 }, update: { $inc: { n: 1 } } } },
    ]);
    await expect(bulk).rejects.toMatchObject({
      name: 'MongoBulkWriteError',
      code: 14,
      writeErrors: [{ index: 1, code: 14 }],
    });
    expect((await things.findOne({ _id: 1 }).lean())!.n).toBe(6);
  });

  it('leaves every document alone when one of many refuses', async () => {
    await things.collection.insertMany([{ _id: 2, text: 1 }, { _id: 3 }] as never[]);
    await expect(things.collection.updateMany({}, { $inc: { text: 1 } })).rejects.toMatchObject({ code: 14 });
    expect((await things.findOne({ _id: 2 }).lean())!.text).toBe(1);
  });

  it('refuses updates without operators and replacements with them, as the driver does', async () => {
    await expect(things.collection.updateOne({}, { n: 1 } as never)).rejects.toThrow('atomic operators');
    await expect(things.collection.replaceOne({}, { $set: { n: 1 } } as never)).rejects.toThrow('atomic operators');
    await expect(things.collection.replaceOne({ _id: 1 } as never, { _id: 9 } as never)).rejects.toMatchObject({
      code: 66,
    });
  });
});

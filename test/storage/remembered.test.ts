import { Remembered } from '../../src/storage/remembered.js';

/** A table of answers, and how often it was asked. */
function table(rows: Record<string, string[]>) {
  const asked: string[] = [];
  const read = async (key: string) => {
    asked.push(key);
    const answer = rows[key] ?? [];
    await Promise.resolve();
    return [...answer];
  };
  return { rows, asked, read };
}

it('asks once, and follows what is written', async () => {
  const { read, asked } = table({ a: ['1'] });
  const remembered = new Remembered(true, read);
  expect(await remembered.of('a')).toEqual(['1']);
  remembered.change('a', (answer) => [...answer, '2']);
  expect(await remembered.of('a')).toEqual(['1', '2']);
  expect(asked).toEqual(['a']);
});

it('does not keep an answer that a write has overtaken', async () => {
  const { rows, read, asked } = table({ a: ['1'] });
  const remembered = new Remembered(true, read);
  const slow = remembered.of('a');
  rows.a = ['1', '2'];
  remembered.change('a', (answer) => [...answer, '2']);
  expect(await slow).toEqual(['1']);
  expect(await remembered.of('a')).toEqual(['1', '2']);
  expect(asked).toEqual(['a', 'a']);
});

it('asks again for what was forgotten, alone or with all', async () => {
  const { read, asked } = table({});
  const remembered = new Remembered(true, read);
  await remembered.of('a');
  remembered.forget('a');
  await remembered.of('a');
  remembered.forgetAll();
  await remembered.of('a');
  expect(asked).toEqual(['a', 'a', 'a']);
});

it('keeps only the answers that are to be kept', async () => {
  const { read, asked } = table({ a: ['1'] });
  const remembered = new Remembered(true, read, (answer) => answer.length === 0);
  await remembered.of('a');
  await remembered.of('a');
  await remembered.of('b');
  await remembered.of('b');
  expect(asked).toEqual(['a', 'a', 'b']);
});

it('asks every time where others write too', async () => {
  const { read, asked } = table({ a: ['1'] });
  const remembered = new Remembered(false, read);
  await remembered.of('a');
  await remembered.of('a');
  expect(asked).toEqual(['a', 'a']);
});

import fc from 'fast-check';
import { EventStreamReader } from '../../src/web/chat/client/event-stream.js';

const STREAM =
  ': alive\n\nid: 1\ndata: {"a":1}\n\nevent: note\r\ndata: x\r\ndata:y\r\nid: 2\r\n\r\nretry: 5\n\ndata: 投诉\n\n';
const EVENTS = [{ id: '1', data: '{"a":1}' }, { event: 'note', id: '2', data: 'x\ny' }, { data: '投诉' }];

describe('reading server-sent events', () => {
  it('gives the same events however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
        const reader = new EventStreamReader();
        const places = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
        const pieces = places.slice(1).map((to, at) => STREAM.slice(places[at], to));
        expect(pieces.flatMap((piece) => reader.read(piece))).toEqual(EVENTS);
      }),
    );
  });

  it('gives nothing of an event that has not ended', () => {
    const reader = new EventStreamReader();
    expect(reader.read('id: 1\ndata: half\n')).toEqual([]);
    expect(reader.read('\n')).toEqual([{ id: '1', data: 'half' }]);
  });
});

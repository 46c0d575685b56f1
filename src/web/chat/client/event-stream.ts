export interface StreamEvent {
  id?: string;
  event?: string;
  data: string;
}

/** Reads server-sent events from text that comes in arbitrary pieces. */
export class EventStreamReader {
  #rest = '';
  #event: { id?: string; event?: string; data?: string } = {};

  /** The events that this piece completes. */
  read(piece: string): StreamEvent[] {
    const text = this.#rest + piece;
    // A lone CR at the end may be the first half of a CRLF.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.#rest = lines.pop() + text.slice(whole.length);
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): StreamEvent[] {
    if (line === '') {
      const { data, ...rest } = this.#event;
      this.#event = {};
      return data === undefined ? [] : [{ ...rest, data }];
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#event.data = this.#event.data === undefined ? value : `${this.#event.data}\n${value}`;
    if (name === 'id') this.#event.id = value;
    if (name === 'event') this.#event.event = value;
    return [];
  }
}

/** A message of some lines fits. */
const ROOM = 512;

/** Features in the order in which they stand in a text, each with the stretch it covers (UTF-16, end exclusive). */
export class Occurrences {
  length = 0;
  features = new Int32Array(ROOM);
  starts = new Int32Array(ROOM);
  ends = new Int32Array(ROOM);

  push(feature: number, start: number, end: number): void {
    if (this.length === this.features.length) this.#widen(this.length + 1);
    this.features[this.length] = feature;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  /** Several features of one stretch. */
  pushAll(features: Int32Array, start: number, end: number): void {
    const length = this.length + features.length;
    if (length > this.features.length) this.#widen(length);
    this.features.set(features, this.length);
    this.starts.fill(start, this.length, length);
    this.ends.fill(end, this.length, length);
    this.length = length;
  }

  #widen(needed: number): void {
    this.features = wider(this.features, 2 * needed);
    this.starts = wider(this.starts, 2 * needed);
    this.ends = wider(this.ends, 2 * needed);
  }
}

function wider(array: Int32Array, length: number) {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}

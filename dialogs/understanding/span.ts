/** A part of a message, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

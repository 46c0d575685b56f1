/** A key without a text, a placeholder without a value, or a text missing in the language asked for. */
export class UnknownPhrase extends Error {
  constructor(
    readonly key: string,
    what: string,
  ) {
    super(`phrase "${key}": ${what}`);
    this.name = 'UnknownPhrase';
  }
}

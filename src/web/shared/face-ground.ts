const GROUNDS = 7;

/** Which of the muted grounds a person's face has: the same wherever it is seen. */
export function faceGround(name: string): string {
  return `c${[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % GROUNDS}`;
}

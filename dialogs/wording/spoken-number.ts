/** A case number as a screen reader should say it: digit by digit. */
export function spokenNumber(number: string): string {
  return [...number.replace(/\D/g, '')].join(' ');
}

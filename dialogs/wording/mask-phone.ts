/** A phone number as shown after filing: what tells numbers apart for their owner, and no more. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  if (/^09\d{8}$/.test(digits)) return `${digits.slice(0, 4)}-***-${digits.slice(7)}`;
  const [, code = ''] = /^\s*(\+\d{1,3})(?=\D)/.exec(phone) ?? [];
  const last = digits.slice(-4);
  return code ? `${code} ** **** ${last}` : `****${digits.length > 6 ? last : ''}`;
}

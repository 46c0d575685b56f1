import { argumentsOf, fieldsOf } from '../../../src/web/console/case/schema-fields.js';

const SCHEMA = {
  type: 'object',
  properties: {
    note: { type: 'string' },
    kind: { type: 'string', enum: ['refund', 'apology'] },
    amount: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    agreed: { anyOf: [{ const: 'yes' }, { const: 'no' }] },
    checks: { type: 'array', items: { type: 'string' } },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    urgent: { type: 'boolean' },
    by: { type: 'string' },
  },
  required: ['kind', 'by'],
};

describe('a form from an argument schema', () => {
  const fields = fieldsOf(SCHEMA);

  it('puts the required first and picks a control for each', () => {
    expect(fields.map(({ name, control, required }) => [name, control.kind, required])).toEqual([
      ['kind', 'choice', true],
      ['by', 'line', true],
      ['note', 'text', false],
      ['amount', 'number', false],
      ['agreed', 'choice', false],
      ['checks', 'list', false],
      ['fields', 'pairs', false],
      ['urgent', 'yes', false],
    ]);
  });

  it('makes arguments of what was typed and leaves out what was not', () => {
    const typed = {
      kind: 'refund',
      amount: '268.5',
      checks: '录像，单据',
      fields: 'phone: 138:1\nplace=大堂\n?',
      urgent: 'no',
      note: ' ',
    };
    expect(argumentsOf(fields, typed)).toEqual({
      kind: 'refund',
      amount: 268.5,
      checks: ['录像', '单据'],
      fields: { phone: '138:1', place: '大堂' },
      urgent: false,
    });
  });
});

import { readBackOf } from '../../src/web/chat/read-back.js';

describe('the rows of a read-back', () => {
  it('are the lines of label and value under the line that ends in a colon', () => {
    const text =
      '好，不留电话，就在这里联系。\n请您核对：\n经过：收到的杯子是碎的，商家说：不管\n手机：不留\n没问题就按“提交”；哪里不对直接说。';
    expect(readBackOf(text)).toEqual({
      before: '好，不留电话，就在这里联系。',
      title: '请您核对',
      rows: [
        { label: '经过', value: '收到的杯子是碎的，商家说：不管' },
        { label: '手机', value: '不留' },
      ],
      after: '没问题就按“提交”；哪里不对直接说。',
    });
  });

  it('are read in English as well', () => {
    const text = "Please check:\nWhat happened: a lid: cracked\nPhone: 13800138000\nIf it's right, choose Submit.";
    expect(readBackOf(text)?.rows).toEqual([
      { label: 'What happened', value: 'a lid: cracked' },
      { label: 'Phone', value: '13800138000' },
    ]);
  });

  it('are none in a read-back of one sentence', () => {
    expect(readBackOf('请您核对：水管漏水，急修；12 栋 302；姓赵。没错就提交，好吗？')).toBeUndefined();
  });
});

import type { StatusWords } from './words.js';

export const zhCN: StatusWords = {
  title: (number) => `编号 ${number} 的进度`,
  brand: '投诉与建议',
  skip: '跳到内容',
  number: '编号',
  loading: '正在打开',
  closedLink: {
    title: '这个链接打不开',
    text: '链接要用回执里完整的那一个。找不到的话，回到聊天里说“进度”。',
  },
  unreachable: { title: '现在连不上', text: '您的投诉不受影响，都已存好。', again: '再试一次' },
  next: {
    label: '下一次答复',
    latest: '下一次答复，最迟',
    left: (span) => `还有 ${span}`,
    late: (span) => `晚了 ${span}，很抱歉`,
  },
  path: { title: '办到哪一步', done: '，已完成', here: '现在在这一步', late: '比说好的晚，很抱歉' },
  promises: {
    title: '我们答应您的',
    kept: '已做到',
    keptLate: (span) => `已做到，晚了 ${span}，很抱歉`,
    late: (span) => `已经晚了 ${span}，很抱歉`,
    by: (moment) => `${moment} 前`,
  },
  done: '已经做了',
  said: { title: '您说的', outcome: '您的要求：' },
  more: {
    title: '补充说明或材料',
    placeholder: '想起什么都可以写在这里',
    added: '已记下。',
    text: '照片和文件在聊天里发，会记到这个编号下。',
    link: '回到聊天',
  },
  asks: {
    title: '等您答复',
    why: '哪里不合适？',
    words: '您的答复',
    send: '发送',
    back: '返回',
    later: '不用现在决定，这个链接随时能打开。',
    needWords: '请先写一句。',
    needChoice: '请先选一个。',
  },
  given: '已记下您的答复。',
  notGiven: '没有存成。您写的还在，请再发一次。',
};

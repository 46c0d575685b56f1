import type { StatusWords } from './words.js';

export const zhTW: StatusWords = {
  title: (number) => `案件 ${number} 的進度`,
  brand: '客訴與建議',
  skip: '跳到內容',
  number: '案件編號',
  loading: '開啟中',
  closedLink: {
    title: '這個連結無法開啟',
    text: '請用回條上完整的連結。找不到的話，回到聊天裡說「進度」。',
  },
  unreachable: { title: '現在連不上', text: '您的案件不受影響，都已儲存。', again: '再試一次' },
  next: {
    label: '下次回覆',
    latest: '下次回覆，最晚',
    left: (span) => `還有 ${span}`,
    late: (span) => `晚了 ${span}，真的很抱歉`,
  },
  path: { title: '辦到哪一步', done: '，已完成', here: '目前在這一步', late: '比說好的晚，真的很抱歉' },
  promises: {
    title: '我們答應您的',
    kept: '已做到',
    keptLate: (span) => `已做到，晚了 ${span}，真的很抱歉`,
    late: (span) => `已經晚了 ${span}，真的很抱歉`,
    by: (moment) => `${moment} 前`,
  },
  done: '已經完成',
  said: { title: '您說的', outcome: '您的要求：' },
  more: {
    title: '補充說明或佐證',
    placeholder: '想起什麼都可以寫在這裡',
    added: '已記下。',
    text: '照片和檔案在聊天裡傳，會記到這個案件。',
    link: '回到聊天',
  },
  asks: {
    title: '等您回覆',
    why: '是哪裡不合適？',
    words: '您的回覆',
    send: '送出',
    back: '返回',
    later: '不用現在決定，這個連結隨時能開啟。',
    needWords: '請先寫一句。',
    needChoice: '請先選一個。',
  },
  given: '已記下您的回覆。',
  notGiven: '沒有存成功。您寫的還在，請再送出一次。',
};

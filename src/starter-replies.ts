import { LANGUAGES, type Language } from './domain/language.js';
import type { Stores } from './domain/ports.js';

const STARTERS: Record<Language, { id: string; title: string; text: string }[]> = {
  'zh-CN': [
    {
      id: 'hello',
      title: '接手问候',
      text: '{{customer.name}}您好，我是{{agent.name}}。您前面写的我都看过了，不用再说一遍。',
    },
    { id: 'check', title: '需要核实', text: '谢谢您告诉我们。这一点我需要先核实，有结果马上在这里回复您。' },
    { id: 'photo', title: '请发照片', text: '方便的话，请拍一张照片发过来，我会放进 {{case.number}} 里。' },
    { id: 'phone', title: '核对电话', text: '请问哪个电话方便联系您？' },
    { id: 'number', title: '告知编号', text: '您的编号是 {{case.number}}，凭它随时可以查进度。' },
    { id: 'sorry', title: '致歉', text: '这件事让您受委屈了，对不起。我会跟到有结果为止。' },
  ],
  'zh-TW': [
    {
      id: 'hello',
      title: '接手問候',
      text: '{{customer.name}}您好，我是{{agent.name}}。您前面寫的我都看過了，不必再說一次。',
    },
    { id: 'check', title: '需要查證', text: '謝謝您告訴我們。這一點我需要先查證，有結果馬上在這裡回覆您。' },
    { id: 'photo', title: '請傳照片', text: '方便的話，請拍一張照片傳過來，我會放進 {{case.number}} 裡。' },
    { id: 'phone', title: '確認電話', text: '請問哪支電話方便聯絡您？' },
    { id: 'number', title: '告知編號', text: '您的編號是 {{case.number}}，憑它隨時可以查進度。' },
    { id: 'sorry', title: '致歉', text: '這件事讓您受委屈了，對不起。我會跟到有結果為止。' },
  ],
  en: [
    {
      id: 'hello',
      title: 'Greeting',
      text: 'Hello {{customer.name}}, I am {{agent.name}}. I have read what you wrote; you need not say it again.',
    },
    {
      id: 'check',
      title: 'I have to check',
      text: 'Thank you for telling us. I have to check this first and will answer you here.',
    },
    {
      id: 'photo',
      title: 'Ask for a photo',
      text: 'If you can, send a photo of it; I will add it to {{case.number}}.',
    },
    { id: 'phone', title: 'Ask for a telephone number', text: 'Which telephone number may we use to reach you?' },
    {
      id: 'number',
      title: 'Give the number',
      text: 'Your number is {{case.number}}; with it you can see how things stand at any time.',
    },
    {
      id: 'sorry',
      title: 'Apologise',
      text: 'I am sorry that this happened to you. I will stay with it until it is settled.',
    },
  ],
};

const MADE = 'starter-replies';

/** Canned replies to begin with, once: what the desk makes of them stays. */
export async function starterReplies(
  { settings, cannedReplies }: Pick<Stores, 'settings' | 'cannedReplies'>,
  at: Date,
): Promise<void> {
  if ((await settings.get(MADE)) !== undefined) return;
  for (const language of LANGUAGES)
    for (const { id, title, text } of STARTERS[language])
      await cannedReplies.create({ id: `starter-${id}-${language}`, title, text, language, by: 'admin', at });
  await settings.set(MADE, 'made');
}

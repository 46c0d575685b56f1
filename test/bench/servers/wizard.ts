import { Scenes, session, Telegraf } from 'telegraf';
import { QUESTIONS, servePeer } from '../lib/durable-peer.js';

/** A peer: the same intake as a wizard of telegraf. */
await servePeer((states) => {
  const bot = new Telegraf<Scenes.WizardContext>('1:bench');
  bot.botInfo = { id: 1, is_bot: true, first_name: 'bench', username: 'bench' } as never;
  const said = new Map<number, string[]>();
  const send = async (_method: string, { chat_id, text }: { chat_id: number; text: string }) => {
    said.get(chat_id)?.push(text);
    return { message_id: 1, chat: { id: chat_id }, text };
  };
  const ask = (question: string) => async (context: Scenes.WizardContext) => {
    await context.reply(question);
    context.wizard.next();
  };
  const end = async (context: Scenes.WizardContext) => {
    await context.reply('Thank you, it is noted.');
    await context.scene.leave();
  };
  const intake = new Scenes.WizardScene('intake', ...QUESTIONS.map(ask), end);
  bot.use(
    (context, next) => {
      context.telegram.callApi = send as never; // each update has a client of its own
      return next();
    },
    session({
      store: {
        get: async (key) => (await states.read(key)) as never,
        set: async (key, value) => states.write(key, value as never),
        delete: async (key) => states.write(key, {}),
      },
    }),
    new Scenes.Stage<Scenes.WizardContext>([intake]).middleware(),
  );
  bot.on('message', (context) => context.scene.enter('intake'));
  const chats = new Map<string, number>();
  let updates = 0;
  return async ({ conversation, text }) => {
    const chat = chats.get(conversation) ?? chats.size + 1;
    chats.set(conversation, chat);
    said.set(chat, []);
    const from = { id: chat, is_bot: false, first_name: 'guest' };
    const date = Math.floor(Date.now() / 1000);
    await bot.handleUpdate({
      update_id: ++updates,
      message: { message_id: updates, date, text, from, chat: { id: chat, type: 'private', first_name: 'guest' } },
    });
    const replies = said.get(chat) ?? [];
    said.delete(chat);
    return replies;
  };
});

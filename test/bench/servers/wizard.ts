import { Markup, Scenes, session, Telegraf } from 'telegraf';
import type { Draft } from '../../../src/domain/dialog.js';
import type { Asks } from '../../../src/domain/message.js';
import { servePeer } from '../lib/durable-peer.js';
import { SUBMIT, type Heard, type Incoming, type PeerIntake, type Saying } from '../lib/peer-intake.js';

type Context = Scenes.WizardContext;

interface Sent {
  chat_id: string;
  text: string;
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
  asks?: Asks;
}

/** Choices are buttons under the message; what the web client shows beside it travels with it. */
function send(context: Context, { text, choices = [], asks }: Saying): Promise<unknown> {
  const buttons = Markup.inlineKeyboard(choices.map(({ id, label }) => Markup.button.callback(label, id)));
  return context.reply(text, { ...(choices.length > 0 && buttons), ...(asks && { asks }) });
}

function sayingOf({ text, reply_markup, asks }: Sent): Saying {
  const choices = reply_markup?.inline_keyboard.flat().map((one) => ({ id: one.callback_data, label: one.text }));
  return { text, ...(asks && { asks }), ...(choices && { choices }) };
}

const heardIn = (context: Context) => context.state.heard as Heard;
const draftIn = (context: Context) => (context.wizard.state as { draft: Draft }).draft;

/** The intake as a wizard: a step an answer, which checks it and goes to the step of the next question. */
function intakeScene(intake: PeerIntake): Scenes.WizardScene<Context> {
  const { questions } = intake;
  const readBackStep = questions.length + 1;
  const askNext = async (context: Context) => {
    const [draft, heard] = [draftIn(context), heardIn(context)];
    const next = intake.next(draft);
    context.wizard.selectStep(next === undefined ? readBackStep : questions.indexOf(next) + 1);
    await send(context, next === undefined ? intake.readBack(draft, heard) : intake.ask(next, draft, heard));
  };
  const greet = async (context: Context) => {
    await send(context, intake.greet(draftIn(context), heardIn(context)));
    context.wizard.next();
  };
  const take = (question: string) => async (context: Context) => {
    const wrong = intake.answer(question, heardIn(context), draftIn(context));
    await (wrong ? send(context, wrong) : askNext(context));
  };
  const readBack = async (context: Context) => {
    const { choice, means } = heardIn(context);
    if (choice !== SUBMIT && means.command !== SUBMIT) return askNext(context);
    await send(context, intake.thanks(heardIn(context)));
    await context.scene.leave();
  };
  const scene = new Scenes.WizardScene<Context>('intake', greet, ...questions.map(take), readBack);
  scene.use(async (context, next) => {
    const state = context.wizard.state as { draft?: Draft };
    const message = context.state.message as Incoming;
    context.state.heard = intake.hear(message, (state.draft ??= intake.begin(message.at)));
    const interruption = context.wizard.cursor > 0 && intake.interruption(heardIn(context));
    if (!interruption) return next();
    await send(context, interruption.saying);
    if (interruption.restart) state.draft = intake.begin(message.at);
    await askNext(context);
  });
  return scene;
}

/**
 * A peer: the same intake with telegraf, as its documentation does it: a wizard scene whose middleware reads each message
 * once and hears interruptions; the session middleware keeps the draft and the step.
 */
await servePeer((intake, states) => {
  const bot = new Telegraf<Context>('1:bench');
  bot.botInfo = { id: 1, is_bot: true, first_name: 'bench', username: 'bench' } as never;
  const inHand = new Map<string, { message: Incoming; said: Saying[] }>();
  const collect = async (_method: string, sent: Sent) => {
    inHand.get(sent.chat_id)!.said.push(sayingOf(sent));
    return { message_id: 1, chat: { id: sent.chat_id }, text: sent.text };
  };
  bot.use(
    (context, next) => {
      context.telegram.callApi = collect as never; // each update has a client of its own
      context.state.message = inHand.get(String(context.chat!.id))!.message;
      return next();
    },
    session({
      getSessionKey: async ({ chat }) => String(chat!.id),
      store: {
        get: async (key) => (await states.read(key)) as never,
        set: (key, value) => states.write(key, value as never),
        delete: (key) => states.write(key, {}),
      },
    }),
    new Scenes.Stage<Context>([intakeScene(intake)]).middleware(),
  );
  bot.on('message', (context) => context.scene.enter('intake'));
  let updates = 0;
  return async (message) => {
    const { conversation: id, text, choice, at } = message;
    const turn = { message, said: [] as Saying[] };
    inHand.set(id, turn);
    const from = { id, is_bot: false, first_name: 'guest' };
    const date = Math.floor(at.getTime() / 1000);
    const written = { message_id: ++updates, date, text, from, chat: { id, type: 'private', first_name: 'guest' } };
    const pressed = { id: String(updates), from, message: written, chat_instance: id, data: choice };
    const update = choice === undefined ? { message: written } : { callback_query: pressed };
    await bot.handleUpdate({ update_id: updates, ...update } as never);
    inHand.delete(id);
    return turn.said;
  };
});

import { ActivityTypes, BotAdapter, ConversationState, TurnContext, type Activity, type Storage } from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { QUESTIONS, servePeer, type States } from '../lib/durable-peer.js';

/** A peer: the same intake as a waterfall of botbuilder-dialogs. */
class Collecting extends BotAdapter {
  override sendActivities = async (context: TurnContext, activities: Partial<Activity>[]) => {
    const said = (context.turnState.get('said') ?? []) as string[];
    context.turnState.set('said', [...said, ...activities.map(({ text }) => text ?? '')]);
    return activities.map((_, n) => ({ id: String(n) }));
  };
  override updateActivity = async () => undefined;
  override deleteActivity = async () => undefined;
  override continueConversation = async () => undefined;
}

const storageOver = ({ read, write }: States): Storage => ({
  read: async (keys) => Object.fromEntries(await Promise.all(keys.map(async (key) => [key, (await read(key)) ?? {}]))),
  write: async (changes) => {
    for (const [key, state] of Object.entries(changes)) await write(key, state as Record<string, unknown>);
  },
  delete: async () => undefined,
});

await servePeer((states) => {
  const state = new ConversationState(storageOver(states));
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new TextPrompt('ask'));
  dialogs.add(
    new WaterfallDialog('intake', [
      ...QUESTIONS.map(
        (question) => (step: { prompt(id: string, say: string): Promise<never> }) => step.prompt('ask', question),
      ),
      async (step: { endDialog(): Promise<never> }) => step.endDialog(),
    ] as never),
  );
  const adapter = new Collecting();
  return async ({ id, conversation, text }) => {
    const context = new TurnContext(adapter, {
      type: ActivityTypes.Message,
      id,
      text,
      channelId: 'bench',
      conversation: { id: conversation, isGroup: false, conversationType: '', name: '' },
      from: { id: conversation, name: '' },
      recipient: { id: 'bot', name: '' },
    });
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog('intake');
    if (status === DialogTurnStatus.complete) await context.sendActivity('Thank you, it is noted.');
    await state.saveChanges(context);
    return (context.turnState.get('said') ?? []) as string[];
  };
});

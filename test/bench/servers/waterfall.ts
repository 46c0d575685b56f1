import {
  ActionTypes,
  ActivityTypes,
  BotAdapter,
  ConversationState,
  MessageFactory,
  TurnContext,
  type Activity,
  type StatePropertyAccessor,
  type Storage,
} from 'botbuilder';
import {
  ChoicePrompt,
  ComponentDialog,
  Dialog,
  DialogSet,
  DialogTurnStatus,
  ListStyle,
  TextPrompt,
  WaterfallDialog,
  type DialogContext,
  type PromptValidatorContext,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { Draft } from '../../../src/domain/dialog.js';
import { servePeer, type States } from '../lib/durable-peer.js';
import { SUBMIT, type Heard, type PeerIntake, type Saying } from '../lib/peer-intake.js';

const HEARD = Symbol('heard');
const SAID = Symbol('said');
const [ASK, CHOOSE, QUESTIONS] = ['ask', 'choose', 'questions'];

const heardIn = (context: TurnContext) => context.turnState.get<Heard>(HEARD);

/** What is said, as an activity; what the web client shows beside it travels as channel data. */
function activityOf({ text, choices = [], asks }: Saying): Partial<Activity> {
  const actions = choices.map(({ id, label }) => ({ type: ActionTypes.PostBack, title: label, value: id }));
  const activity = actions.length > 0 ? MessageFactory.suggestedActions(actions, text) : MessageFactory.text(text);
  return { ...activity, ...(asks && { channelData: { asks } }) };
}

function sayingOf({ text = '', suggestedActions, channelData }: Partial<Activity>): Saying {
  const choices = suggestedActions?.actions.map(({ value, title }) => ({ id: String(value), label: title }));
  return { text, ...(channelData as Pick<Saying, 'asks'>), ...(choices && { choices }) };
}

/** The intake as a waterfall: a prompt a question, passed over where its answer is known, checked by validators. */
class IntakeDialog extends ComponentDialog {
  constructor(
    private readonly intake: PeerIntake,
    private readonly draft: StatePropertyAccessor<Draft>,
  ) {
    super('intake');
    const choose = new ChoicePrompt(CHOOSE, async ({ recognized, context }) => {
      return recognized.succeeded || heardIn(context).noted.length > 0;
    });
    choose.style = ListStyle.suggestedAction;
    this.addDialog(new TextPrompt(ASK, (prompt) => this.#check(prompt)));
    this.addDialog(choose);
    this.addDialog(
      new WaterfallDialog(QUESTIONS, [
        ...intake.questions.map((question) => (step: WaterfallStepContext) => this.#ask(question, step)),
        (step) => this.#readBack(step),
        (step) => this.#end(step),
      ]),
    );
    this.initialDialogId = QUESTIONS;
  }

  /** Help, a person, a new start: at any question. */
  protected override async onContinueDialog(inner: DialogContext) {
    const interruption = this.intake.interruption(heardIn(inner.context));
    if (!interruption) return super.onContinueDialog(inner);
    await inner.context.sendActivity(activityOf(interruption.saying));
    if (!interruption.restart) await inner.repromptDialog();
    else {
      await inner.cancelAllDialogs();
      await this.draft.set(inner.context, this.intake.begin(heardIn(inner.context).at));
      await inner.beginDialog(QUESTIONS);
    }
    return Dialog.EndOfTurn;
  }

  async #ask(question: string, step: WaterfallStepContext) {
    const { context } = step;
    const [draft, heard] = [await this.draft.get(context), heardIn(context)];
    if (!draft || this.intake.next(draft) !== question) return step.next();
    const saying = draft.asked.length === 0 ? this.intake.greet(draft, heard) : this.intake.ask(question, draft, heard);
    return step.prompt(ASK, { prompt: activityOf(saying), validations: { question } });
  }

  async #check({ context, options }: PromptValidatorContext<string>): Promise<boolean> {
    const { question } = options.validations as { question: string };
    const wrong = this.intake.answer(question, heardIn(context), (await this.draft.get(context))!);
    if (wrong) await context.sendActivity(activityOf(wrong));
    return !wrong;
  }

  async #readBack(step: WaterfallStepContext) {
    const draft = (await this.draft.get(step.context))!;
    if (this.intake.next(draft) !== undefined) return step.replaceDialog(QUESTIONS);
    const { text, choices = [] } = this.intake.readBack(draft, heardIn(step.context));
    const offered = choices.map(({ id, label }) => ({
      value: id,
      action: { type: ActionTypes.PostBack, title: label, value: id },
    }));
    return step.prompt(CHOOSE, { prompt: text, choices: offered });
  }

  /** Whatever was changed at the read-back is read back again. */
  async #end(step: WaterfallStepContext) {
    const chosen = (step.result as { value: string } | undefined)?.value;
    if (chosen !== SUBMIT) return step.replaceDialog(QUESTIONS);
    await step.context.sendActivity(activityOf(this.intake.thanks(heardIn(step.context))));
    await this.draft.delete(step.context);
    return step.endDialog();
  }
}

/** Takes what a turn sends, for the peer to store. */
class Collecting extends BotAdapter {
  override sendActivities = async ({ turnState }: TurnContext, activities: Partial<Activity>[]) => {
    turnState.set(SAID, [...((turnState.get(SAID) as Saying[]) ?? []), ...activities.map(sayingOf)]);
    return activities.map((_, n) => ({ id: String(n) }));
  };
  override updateActivity = async () => undefined;
  override deleteActivity = async () => undefined;
  override continueConversation = async () => undefined;
}

/** Of a key `channel/conversations/id/`. */
const conversationOf = (key: string) => key.split('/')[2]!;

const storageOver = ({ read, write }: States): Storage => ({
  async read(keys) {
    const items = await Promise.all(keys.map(async (key) => [key, await read(conversationOf(key))] as const));
    return Object.fromEntries(items.filter(([, state]) => state !== undefined));
  },
  async write(changes) {
    for (const [key, state] of Object.entries(changes)) await write(conversationOf(key), state as object as never);
  },
  delete: async () => undefined,
});

/**
 * A peer: the same intake with botbuilder-dialogs, as its samples do it: prompts with validators in a waterfall within a
 * component dialog that hears interruptions; a recognizer reads each message once; ConversationState keeps draft and stack.
 */
await servePeer((intake, states) => {
  const state = new ConversationState(storageOver(states));
  const draft = state.createProperty<Draft>('draft');
  const dialogs = new DialogSet(state.createProperty('dialogs')).add(new IntakeDialog(intake, draft));
  const adapter = new Collecting();
  return async (message) => {
    const { id, conversation, text, choice, language, at } = message;
    const context = new TurnContext(adapter, {
      type: ActivityTypes.Message,
      id,
      text: choice ?? text,
      locale: language,
      channelId: 'bench',
      conversation: { id: conversation, isGroup: false, conversationType: '', name: '' },
      from: { id: conversation, name: '' },
      recipient: { id: 'bot', name: '' },
    });
    context.turnState.set(HEARD, intake.hear(message, await draft.get(context, intake.begin(at))));
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog('intake');
    await state.saveChanges(context);
    return (context.turnState.get(SAID) as Saying[] | undefined) ?? [];
  };
});

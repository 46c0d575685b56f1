import type { TargetedKeyboardEvent } from 'preact';
import { check, Icon } from '../../shared/icon.js';
import type { Choice } from '../client/contract.js';
import { useTalk } from '../context.js';

/** Ways out of a question rather than answers to it: last and quiet. */
const WAYS_OUT = ['agent', 'cancel', 'back', 'skip', 'other', 'keep', 'no'];

interface Props {
  choices: Choice[];
  open: boolean;
  chosen: Choice | undefined;
  /** Id of the element that asks. */
  askedBy: string;
}

/** Left and right move between the buttons of a group. */
export function onArrows(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

export function Choices({ choices, open, chosen, askedBy }: Props) {
  const { chat, words, focusComposer } = useTalk();
  if (chosen) {
    return (
      <div class="picks done">
        <span class="pick">
          <Icon of={check} size="s" /> <span class="vh">{words.chosen} </span>
          {chosen.label}
        </span>
      </div>
    );
  }
  if (!open) return null;
  const choose = (choice: Choice) => {
    chat.choose(choice);
    focusComposer();
  };
  return (
    <div class="picks" role="group" aria-labelledby={askedBy} onKeyDown={onArrows}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          class={WAYS_OUT.includes(choice.id) ? 'pick other' : 'pick'}
          onClick={() => choose(choice)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

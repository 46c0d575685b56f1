import { Icon, Mark, search } from '../../shared/icon.js';
import { useTalk } from '../context.js';
import { bulb, headset, messageCircle } from '../icons.js';

/** Before anything is said: one sentence, four ways to begin. */
export function Hello() {
  const { chat, words, focusComposer } = useTalk();
  const { complaint, status, suggestion, agent } = words.quick;
  const starts = [
    { text: complaint, icon: messageCircle },
    { text: status, icon: search },
    { text: suggestion, icon: bulb },
    { text: agent, icon: headset },
  ];
  const begin = (text: string) => {
    chat.say(text);
    focusComposer();
  };
  return (
    <div class="hello">
      <Mark size={44} />
      <h2>{words.hello.title}</h2>
      <p>{words.hello.text}</p>
      <div class="picks">
        {starts.map(({ text, icon }, at) => (
          <button key={text} type="button" class={at === 0 ? 'pick' : 'pick other'} onClick={() => begin(text)}>
            <Icon of={icon} />
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}

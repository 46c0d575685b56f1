import { alert, clock, Icon } from '../../shared/icon.js';
import { useSecondsUntil, useTalk } from '../context.js';
import { cloudOff } from '../icons.js';

/** Over the composer: what happened, what is safe, what comes next. */
export function Notices() {
  const { chat, state, words } = useTalk();
  const seconds = useSecondsUntil(state.connection === 'down' ? state.retryAt : undefined);
  const rest = useSecondsUntil(state.restUntil);
  const waiting = state.outgoing.filter((one) => one.state === 'waiting' || one.state === 'sending').length;
  const down = state.connection === 'down';
  return (
    <>
      <div role="status">
        {down && (
          <div class="notice soon">
            <Icon of={cloudOff} />
            <div>
              <b>{words.offline.title}</b> {waiting > 0 && words.offline.kept(waiting)}
            </div>
          </div>
        )}
        {!down && rest > 0 && (
          <div class="notice soon">
            <Icon of={clock} />
            <div>
              <span class="vh">{words.failed}</span>
              <span aria-hidden="true">{words.rest(rest)}</span>
            </div>
          </div>
        )}
      </div>
      {down && (
        <p class="try">
          <span aria-hidden="true">{words.offline.next(seconds)}</span>
          <button type="button" class="btn link" onClick={() => chat.hurry()}>
            {words.offline.tryNow}
          </button>
        </p>
      )}
      {state.refusedFiles.map(({ name, why }) => (
        <div key={name} class="notice late" role="alert">
          <Icon of={alert} />
          <div>{words.refusedFile(name, why === 'TOO_LARGE')}</div>
        </div>
      ))}
    </>
  );
}

import { keep } from '../../shared/browser-keep.js';

const WANTED = 'redress.desk.notify';

export const notifyAllowed = () =>
  keep.get(WANTED) === 'yes' && 'Notification' in window && Notification.permission === 'granted';

/** Asks the browser for leave, once the person asked for it. */
export async function askToNotify(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  const granted = (await Notification.requestPermission()) === 'granted';
  if (granted) keep.set(WANTED, 'yes');
  return granted;
}

/** A notice on the computer with a short sound; nothing unless it was asked for. */
export function alertMe(text: string, open: () => void): void {
  if (!notifyAllowed()) return;
  const notice = new Notification(text, { tag: text });
  notice.onclick = () => {
    window.focus();
    open();
  };
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.06;
  tone.frequency.value = 660;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.18);
  tone.onended = () => void audio.close();
}

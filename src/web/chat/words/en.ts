import type { Words } from './words.js';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function nth(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return n + ending;
}

export const words: Words = {
  title: 'Complaints and suggestions',
  subtitle: 'An automated assistant first, a person any time',
  skip: 'Skip to the conversation',
  conversation: 'Conversation',
  messages: 'Messages',
  close: 'Close',
  assistant: 'Automated assistant',
  colleague: 'Colleague',
  me: 'Me',
  says: (who) => `${who} says`,
  withPerson: (name) => `${name}, customer service`,
  role: 'Customer service',
  typing: (name) => `${name} is typing`,
  newMessages: 'New messages',

  hello: {
    title: 'Hello. Tell us what went wrong.',
    text: 'Use your own words. I write things down as you talk, then read them back.\nIt becomes a complaint only when you submit it.',
    automatic: 'An automated assistant takes notes first',
    person: 'For a person, type “agent” any time',
  },
  quick: {
    complaint: 'I have a complaint',
    status: 'Check my case status',
    suggestion: 'I have a suggestion',
    agent: 'Talk to a person',
  },
  steps: {
    title: 'What happens next',
    under: 'Every answer names a date. If we are late, we say why.',
    list: [
      ['You talk, I write', 'Stop any time and come back'],
      ['You check it', 'Change any line; nothing is filed before you submit'],
      ['You get a number', 'A number means it is stored'],
      ['We answer by a date', 'Your receipt says when you hear next'],
      ['You decide', 'Not satisfied? It is taken up again'],
    ],
  },
  afterSubmit: 'After you submit',

  noted: {
    title: 'Noted so far',
    kept: (time) => `Stored at ${time}. You can close this page and come back`,
    count: (n) => `${n} noted`,
    asking: 'asking now',
    change: 'Change',
  },
  yourCase: 'What you filed',
  changeTo: (label) => `change the ${label.toLowerCase().replace(/^your /, '')} to `,
  changeLabel: (label) => `Change: ${label}`,

  chosen: 'Chosen:',
  receipt: {
    title: 'Receipt',
    filed: 'Registered',
    number: 'Case number',
    copy: 'Copy',
    copied: 'Copied',
    progress: 'See progress',
    save: 'Save a copy',
  },
  receiptNext: 'What happens now',

  write: 'Write a message',
  placeholder: {
    first: 'What happened?',
    question: 'Choose, or type it',
    readBack: 'Or type: change the phone to…',
    offline: 'You can go on writing',
    more: 'Write a message',
    person: (name) => `Write to ${name}`,
  },
  send: 'Send',
  attach: 'Send a photo or file',
  drop: 'Drop it here',
  when: { today: 'Today', yesterday: 'Yesterday', pick: 'Pick a time…', use: 'Use this time', label: 'Date and time' },
  pickFile: 'Choose a photo or file',
  file: (name, size) => `File ${name}, ${size}`,
  files: (n) => plural(n, 'file', 'files'),

  sending: 'Sending',
  stored: 'Stored',
  uploading: (percent) => `Uploading ${percent}%`,
  waiting: (place) => `Waiting for the network, ${nth(place)}`,
  takeBack: 'Take back',
  failed: 'Not sent',
  again: 'Send again',
  tooLong: 'too long; send it in parts',

  offline: {
    head: 'No connection, trying again',
    lost: 'Connection lost',
    title: 'No connection. You can go on writing.',
    kept: (n) =>
      `${plural(n, 'message is', 'messages are')} kept on this device. They go out in order once you are online; none is lost or doubled.`,
    next: (seconds) => `Next try in ${seconds} s`,
    tryNow: 'Try now',
  },
  rest: (seconds) => `Too many messages at once. Sending goes on by itself in ${seconds} s; no need to rewrite.`,
  renewed: 'The earlier conversation could not be opened, so a new one starts here. What was not sent is still here.',
  refusedFile: (name, tooLarge) =>
    `${name} was not taken: ${tooLarge ? 'files up to 20 MB each are fine.' : 'photos, audio, video and PDF are fine.'}`,
  switchTo: 'English',
};

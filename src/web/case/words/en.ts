import type { StatusWords } from './words.js';

export const en: StatusWords = {
  title: (number) => `Progress of case ${number}`,
  brand: 'Complaints and suggestions',
  skip: 'Skip to content',
  number: 'Case',
  loading: 'Opening',
  closedLink: {
    title: 'This link opens nothing',
    text: 'Use the whole link from your receipt. If you cannot find it, type “status” in the chat.',
  },
  unreachable: {
    title: 'No connection just now',
    text: 'Your case is not affected; everything is stored.',
    again: 'Try again',
  },
  next: {
    label: 'Next word from us',
    latest: 'Next word from us, at the latest',
    left: (span) => `${span} left`,
    late: (span) => `${span} late. We are sorry`,
  },
  path: {
    title: 'How far it is',
    done: ', done',
    here: 'This is where it is now',
    late: 'Later than promised. We are sorry',
  },
  promises: {
    title: 'What we promised you',
    kept: 'Kept',
    keptLate: (span) => `Done ${span} late. We are sorry`,
    late: (span) => `${span} late so far. We are sorry`,
    by: (moment) => `by ${moment}`,
  },
  done: 'Done so far',
  said: { title: 'What you told us', outcome: 'What you want: ' },
  more: {
    title: 'Add something',
    placeholder: 'Anything you remember',
    added: 'Noted.',
    text: 'Photos and files go in the chat; they are added to this case.',
    link: 'Back to the chat',
  },
  asks: {
    title: 'Waiting for your answer',
    why: 'What isn’t right about it?',
    words: 'Your answer',
    send: 'Send',
    back: 'Back',
    later: 'You need not decide now; this link opens any time.',
    needWords: 'Write a sentence first.',
    needChoice: 'Choose one first.',
  },
  given: 'Your answer is noted.',
  notGiven: 'That was not stored. What you wrote is still here; send it again.',
};

import type { JSX } from 'preact';

const ADDRESS = /https?:\/\/[^\s，。；、）」”<>]+/g;

/** Words as they were said, line by line, with web addresses as links. */
export function SaidText({ text }: { text: string }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(
      text.slice(at, index),
      <a key={index} href={address} rel="noopener noreferrer" target="_blank">
        {address}
      </a>,
    );
    at = index + address.length;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

import type { Answer } from './answer.js';
import type { ChatParts, ChatState } from './chat-state.js';
import type { ChatMessage, Choice, Credentials } from './contract.js';
import { Follower } from './follower.js';
import { deliveryOf, Outbox, type Outgoing, type OutgoingFile } from './outgoing.js';
import { backOff, Pause } from './pause.js';
import { SentFiles } from './sent-files.js';
import { isEcho } from './transcript.js';

/** A reply that has not come on the stream by then is looked for. */
const REPLY_OVERDUE_MS = 5000;
/** The desk takes no more in one message. */
const MOST_FILES = 10;

/** One customer's conversation: what was said, what is on its way, and the way to say more. Loses and doubles nothing. */
export class Chat {
  state: ChatState;
  readonly files: SentFiles;
  #listeners = new Set<() => void>();
  #outbox: Outbox;
  #credentialsKey: string;
  #follower: Follower | undefined;
  #pumping = false;
  #pause = new Pause();
  #blobs = new Map<string, File[]>();

  constructor(private readonly parts: ChatParts) {
    const prefix = `redress.chat.${parts.playbook ?? ''}.`;
    this.#credentialsKey = `${prefix}conversation`;
    this.#outbox = new Outbox(parts.keep, `${prefix}outgoing.`);
    this.files = new SentFiles(parts.keep, `${prefix}files.`);
    this.state = { messages: [], outgoing: this.#outbox.load(), connection: 'idle', renewed: false, refusedFiles: [] };
  }

  /** Takes up the conversation kept here, and what was not sent. */
  start(): void {
    this.#follow();
    void this.#pump();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get begun(): boolean {
    return this.#credentials() !== undefined;
  }

  say(text: string): void {
    this.#add({ id: this.parts.newId(), at: this.#moment(), text, state: 'waiting' });
  }

  choose({ id, label }: Choice): void {
    this.#add({ id: this.parts.newId(), at: this.#moment(), text: label, choice: id, state: 'waiting' });
  }

  /** Uploads the files, then sends one message that carries them. */
  async sendFiles(files: File[]): Promise<void> {
    if (files.length === 0) return;
    if (files.length > MOST_FILES) void this.sendFiles(files.slice(MOST_FILES));
    files = files.slice(0, MOST_FILES);
    const id = this.parts.newId();
    const drawn = await Promise.all(
      files.map(async (file) => ({ name: file.name, size: file.size, thumb: await this.parts.thumbnail(file) })),
    );
    this.#blobs.set(id, files);
    this.#set({ refusedFiles: [] });
    this.#set({
      outgoing: [...this.state.outgoing, { id, at: this.#moment(), text: '', files: drawn, state: 'uploading' }],
    });
    void this.#pump();
  }

  retry(id: string): void {
    this.#change(id, { state: this.#blobs.has(id) ? 'uploading' : 'waiting', why: undefined });
    void this.#pump();
  }

  /** Forgets a message that was never posted. */
  takeBack(id: string): void {
    const entry = this.state.outgoing.find((one) => one.id === id);
    if (!entry || entry.posted || entry.state === 'sending') return;
    this.#drop(id);
  }

  /** The browser says that the network is gone: no need to wait for a request to fail. */
  networkLost(): void {
    if (this.begun) this.#down(backOff(3));
    this.#follower?.hurry();
  }

  /** Tries again at once what waits for the network. */
  hurry(): void {
    this.#follower?.hurry();
    this.#pause.end();
    void this.#pump();
  }

  #add(entry: Outgoing): void {
    this.#outbox.put(entry);
    this.#set({ outgoing: [...this.state.outgoing, entry] });
    void this.#pump();
  }

  /** Never the same moment twice, so that the order of sending is certain. */
  #moment(): number {
    return Math.max(this.parts.now(), (this.state.outgoing.at(-1)?.at ?? 0) + 1);
  }

  /** Sends what waits, one after the other, in order. */
  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    let failures = 0;
    for (let next = this.#next(); next; next = this.#next()) {
      const answer = await this.#carry(next);
      if (answer.kind === 'ok') {
        failures = 0;
        this.#set({ connection: 'up', downSince: undefined, retryAt: undefined, restUntil: undefined });
      } else if (answer.kind === 'gone') {
        this.#renew();
        if (++failures > 1) await this.#pause.for(backOff(failures));
      } else if (answer.kind === 'wait') await this.#rest(answer.seconds * 1000);
      else if (answer.kind === 'unreachable') {
        const wait = backOff(++failures);
        this.#down(wait);
        await this.#pause.for(wait);
      }
    }
    this.#pumping = false;
  }

  #next(): Outgoing | undefined {
    const of = (state: string) => this.state.outgoing.find((entry) => entry.state === state);
    return of('waiting') ?? of('uploading');
  }

  /** One try with one message: opens the conversation if there is none, uploads, posts. */
  async #carry(entry: Outgoing): Promise<Answer<unknown>> {
    const to = this.#credentials();
    if (!to) return this.#open(entry);
    this.#follow(); // another tab may have opened the conversation
    if (entry.state === 'uploading') return this.#uploadNext(entry, to);
    return this.#post(entry, to);
  }

  async #open(entry: Outgoing): Promise<Answer<unknown>> {
    const { transport, locale, playbook } = this.parts;
    let opened = await transport.open(locale(), playbook);
    // A link to a playbook that is no longer published must not keep anybody from complaining.
    if (playbook && (opened.kind === 'refused' || opened.kind === 'gone'))
      opened = await transport.open(locale(), undefined);
    if (opened.kind === 'gone') opened = { kind: 'refused', code: 'NOT_FOUND' };
    if (opened.kind !== 'ok') return this.#failed(entry, opened);
    this.parts.keep.set(this.#credentialsKey, JSON.stringify(opened.value));
    this.#follow();
    return opened;
  }

  async #post(entry: Outgoing, to: Credentials): Promise<Answer<unknown>> {
    this.#outbox.put({ ...entry, posted: true });
    this.#change(entry.id, { state: 'sending', posted: true });
    const answer = await this.parts.transport.send(to, deliveryOf(entry));
    if (answer.kind !== 'ok') return this.#failed(entry, answer);
    this.#outbox.remove(entry.id);
    if (entry.files) this.files.remember(entry.id, entry.files);
    this.#change(entry.id, { state: 'stored', at: this.parts.now() });
    this.#lookForReply();
    return answer;
  }

  async #uploadNext(entry: Outgoing, to: Credentials): Promise<Answer<unknown>> {
    const files = entry.files ?? [];
    const at = files.findIndex(({ fileId }) => fileId === undefined);
    const blob = this.#blobs.get(entry.id)?.[at];
    if (!blob) {
      this.#blobs.delete(entry.id);
      const ready: Outgoing = { ...entry, state: 'waiting' };
      this.#outbox.put(ready);
      this.#change(entry.id, ready);
      return { kind: 'ok', value: null };
    }
    const change = (part: Partial<OutgoingFile>) =>
      this.#change(entry.id, { files: files.map((file, i) => (i === at ? { ...file, ...part } : file)) });
    const answer = await this.parts.upload(to, blob, (share) => change({ share }));
    if (answer.kind === 'ok') change({ fileId: answer.value.fileId, share: 1 });
    else if (answer.kind === 'refused') this.#refuseFile(entry, at, answer.code);
    return answer;
  }

  #refuseFile(entry: Outgoing, at: number, why: string): void {
    const others = (entry.files ?? []).filter((_, i) => i !== at);
    this.#blobs.set(entry.id, this.#blobs.get(entry.id)?.filter((_, i) => i !== at) ?? []);
    this.#set({ refusedFiles: [...this.state.refusedFiles, { name: entry.files?.[at]?.name ?? '', why }] });
    if (others.length > 0) this.#change(entry.id, { files: others });
    else this.#drop(entry.id);
  }

  #failed(entry: Outgoing, answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Answer<unknown> {
    if (answer.kind === 'refused') this.#change(entry.id, { state: 'failed', why: answer.code });
    else if (entry.state !== 'uploading') this.#change(entry.id, { state: 'waiting' });
    return answer;
  }

  #renew(): void {
    this.#follower?.stop();
    this.#follower = undefined;
    this.parts.keep.remove(this.#credentialsKey);
    this.#set({ messages: [], typing: undefined, connection: 'idle', renewed: true });
  }

  async #rest(milliseconds: number): Promise<void> {
    this.#set({ restUntil: this.parts.now() + milliseconds });
    await this.#pause.for(milliseconds);
    this.#set({ restUntil: undefined });
  }

  #follow(): void {
    const to = this.#credentials();
    if (!to || this.#follower) return;
    const follower = new Follower(this.parts.transport, to, this.parts.now, {
      onMessages: (messages) => this.#hear(messages),
      onTyping: (typing) => this.state.typing !== typing && this.#set({ typing }),
      onUp: () => {
        if (this.state.connection === 'down') this.#pause.end();
        this.#set({ connection: 'up', downSince: undefined, retryAt: undefined });
      },
      onDown: (wait) => this.#down(wait),
      onGone: () => {
        if (this.#follower === follower) this.#renew();
      },
    });
    this.#follower = follower;
    void follower.run();
  }

  #hear(messages: ChatMessage[]): void {
    const known = new Set(this.state.messages.map(({ id }) => id));
    const fresh = messages.filter(({ id }) => !known.has(id) && known.add(id));
    if (fresh.length === 0) return;
    const said = fresh.some(({ from }) => from === 'agent');
    this.#set({ messages: [...this.state.messages, ...fresh], ...(said && { typing: undefined }) });
  }

  #lookForReply(): void {
    const said = this.state.messages.length;
    setTimeout(() => {
      if (this.state.messages.length === said) this.#follower?.hurry();
    }, REPLY_OVERDUE_MS);
  }

  #down(wait: number): void {
    const since = this.state.downSince ?? this.parts.now();
    this.#set({ connection: 'down', downSince: since, retryAt: this.parts.now() + wait });
  }

  #change(id: string, part: Partial<Outgoing>): void {
    this.#set({ outgoing: this.state.outgoing.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)) });
  }

  #drop(id: string): void {
    this.#outbox.remove(id);
    this.#blobs.delete(id);
    this.#set({ outgoing: this.state.outgoing.filter((entry) => entry.id !== id) });
  }

  #set(part: Partial<ChatState>): void {
    const state = { ...this.state, ...part };
    // Stored and told back: the desk's own record of it is drawn instead.
    const told = (mine: Outgoing) => mine.state === 'stored' && state.messages.some((message) => isEcho(message, mine));
    state.outgoing = state.outgoing.filter((mine) => !told(mine));
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #credentials(): Credentials | undefined {
    try {
      return JSON.parse(this.parts.keep.get(this.#credentialsKey) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }
}

import type { ChatPorts } from '../http-ports.js';
import type { WhoIsThere } from '../staff/presence.js';

const LOOK_MS = 1000;

/** Who of the desk writes to which customer. Known across processes as far as who looks at a conversation is. */
export class TypingShown {
  readonly #looks = new Map<string, Set<() => void>>();
  #stops: (() => void)[] = [];

  constructor(
    private readonly ports: Pick<ChatPorts, 'stores' | 'shared'>,
    private readonly who: WhoIsThere,
  ) {}

  /** The name that the customer is told; only of whoever has the conversation. */
  async of(conversationId: string): Promise<string | undefined> {
    const writing = this.who.of(conversationId).filter(({ typing }) => typing);
    if (writing.length === 0) return undefined;
    const { conversations, staff } = this.ports.stores;
    const control = (await conversations.find(conversationId))?.control;
    if (control?.by !== 'agent' || !writing.some(({ name }) => name === control.agent)) return undefined;
    const account = await staff.find(control.agent);
    return account?.active ? account.displayName : undefined;
  }

  /** Calls back when it may have changed; answers how to stop. */
  watch(conversationId: string, look: () => void): () => void {
    const looks = this.#looks.get(conversationId) ?? new Set();
    this.#looks.set(conversationId, looks.add(look));
    if (this.#stops.length === 0) this.#start();
    return () => {
      looks.delete(look);
      if (looks.size === 0) this.#looks.delete(conversationId);
      if (this.#looks.size === 0) this.#stops.splice(0).forEach((stop) => stop());
    };
  }

  #start(): void {
    const timer = setInterval(() => {
      // A storage that is away is said by whatever hangs on it.
      if (this.ports.shared) void this.who.takeOthers().catch(() => undefined);
      this.who.expire();
    }, LOOK_MS).unref();
    this.#stops = [
      () => clearInterval(timer),
      this.who.watch((conversationId) => this.#looks.get(conversationId)?.forEach((look) => look())),
    ];
  }
}

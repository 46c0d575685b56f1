import { useEffect, useSyncExternalStore, type ComponentType } from 'react';

export interface Command {
  id: string;
  group: string;
  label: string;
  /** Further words it is found by, such as the verb's id. */
  also?: string;
  keys?: string;
  icon?: ComponentType<{ size?: number; stroke?: number; className?: string; 'aria-hidden'?: boolean }>;
  /** Why it cannot be done now, in words. */
  because?: string;
  run: () => void;
}

const offered = new Map<string, Command[]>();
const listeners = new Set<() => void>();
let all: Command[] = [];

function tell(): void {
  all = [...offered.values()].flat();
  listeners.forEach((listener) => listener());
}

/** Offers commands in the palette while the component is there. */
export function useCommands(owner: string, commands: Command[]): void {
  useEffect(() => {
    offered.set(owner, commands);
    tell();
    return () => {
      offered.delete(owner);
      tell();
    };
  }, [owner, commands]);
}

export function useOffered(): Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

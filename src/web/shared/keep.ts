/** What the browser keeps for us; in memory only where storage is closed to us (a framed page, private windows). */
export interface Keep {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
}

export function memoryKeep(): Keep {
  const map = new Map<string, string>();
  return {
    get: (key) => map.get(key),
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
    keys: (prefix) => [...map.keys()].filter((key) => key.startsWith(prefix)),
  };
}

function storageKeep(storage: Storage): Keep {
  const fallback = memoryKeep();
  return {
    get: (key) => fallback.get(key) ?? storage.getItem(key) ?? undefined,
    set: (key, value) => {
      try {
        storage.setItem(key, value);
        fallback.remove(key);
      } catch {
        fallback.set(key, value); // full: kept at least while the page is open
      }
    },
    remove: (key) => {
      fallback.remove(key);
      storage.removeItem(key);
    },
    keys: (prefix) => [...new Set([...Object.keys(storage), ...fallback.keys('')])].filter((k) => k.startsWith(prefix)),
  };
}

export const keep: Keep = (() => {
  try {
    localStorage.getItem('redress');
    return storageKeep(localStorage);
  } catch {
    return memoryKeep();
  }
})();

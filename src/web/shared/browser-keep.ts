import { memoryKeep, type Keep } from './keep.js';

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

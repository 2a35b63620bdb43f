/** Asking the browser never to throw away what the reader saved when the disk runs low. */

/**
 * Firefox grants it in silence to extensions with `unlimitedStorage`. Chromium has no such question in a worker, and never evicts what
 * that permission covers.
 */
export async function askForLastingStorage(): Promise<void> {
  const storage: Partial<StorageManager> = navigator.storage;
  await storage.persist?.();
}

/**
 * One value under a name on this device, files included, as long as the browser keeps it. Where
 * storage is switched off or full nothing is kept, which is no error.
 */
const STORE = 'values'
const KEY = 'value'

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result)
    })
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('the device store failed'))
    })
  })
}

async function inStore<Value>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | undefined> {
  try {
    const opening = indexedDB.open(name)
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore(STORE)
    })
    const database = await answerOf(opening)
    try {
      return await answerOf(act(database.transaction(STORE, mode).objectStore(STORE)))
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

/** Keeps a value in place of the one before. */
export async function keepOnDevice(name: string, value: unknown): Promise<void> {
  await inStore(name, 'readwrite', (store) => store.put(value, KEY))
}

/** The value kept, of which nothing is known yet; undefined without one. */
export function findOnDevice(name: string): Promise<unknown> {
  return inStore<unknown>(name, 'readonly', (store) => store.get(KEY))
}

/** Drops what is kept under a name. */
export async function dropFromDevice(name: string): Promise<void> {
  await inStore(name, 'readwrite', (store) => store.clear())
}
